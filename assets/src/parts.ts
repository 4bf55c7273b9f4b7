import type { Connection } from "./connection.ts";

/**
 * Pieces of the page that are too heavy to travel with it, one file of `parts/` each. Python hands over the one that is
 * asked for, once in a load.
 */
export class Parts {
  readonly #connection: Connection;
  readonly #asked = new Map<string, { promise: Promise<unknown>; arrived: (value: unknown) => void }>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What the file of this name exports by default, as soon as it is there. */
  get(name: string): Promise<unknown> {
    let asked = this.#asked.get(name);
    if (!asked) {
      let arrived = (_: unknown): void => {};
      const promise = new Promise((resolve) => {
        arrived = resolve;
      });
      asked = { promise, arrived };
      this.#asked.set(name, asked);
      this.#connection.need(name);
    }
    return asked.promise;
  }

  /** The host has put a part in. */
  provide(name: string, value: unknown): void {
    this.#asked.get(name)?.arrived(value);
  }
}

let parts: Parts | null = null;

export function useParts(connection: Connection): Parts {
  parts = new Parts(connection);
  return parts;
}

/** A heavy piece of the page: `await part<typeof import("./parts/katex.ts").default>("katex")`. */
export function part<Value>(name: string): Promise<Value> {
  if (!parts) throw new Error("The page has not begun.");
  return parts.get(name) as Promise<Value>;
}
