import type { Call } from "./generated/messages.ts";

export interface Answers {
  returned(number: number, value: unknown): void;
  threw(number: number, message: string): void;
}

/** The author's own functions. The host puts them in: the page's policy lets no text become code. */
export class Scripts {
  readonly #functions = new Map<number, unknown>();
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  define(number: number, fn: unknown): void {
    this.#functions.set(number, fn);
  }

  /** Calls a function and tells what comes of it, also if that takes a while. */
  async call({ number, function: which, arguments: values }: Call): Promise<void> {
    let text: string | undefined;
    try {
      text = JSON.stringify(await callable(this.#functions.get(which))(...values));
    } catch (error) {
      this.#answers.threw(number, messageOf(error));
      return;
    }
    this.#answers.returned(number, text === undefined ? null : JSON.parse(text));
  }

  /** Runs a function that nobody waits for. */
  async start(fn: unknown, failed: (error: unknown) => void): Promise<void> {
    try {
      await callable(fn)();
    } catch (error) {
      failed(error);
    }
  }
}

function callable(fn: unknown): (...values: unknown[]) => unknown {
  if (fn === undefined) throw new Error("The script could not be read: it has a mistake in it");
  if (typeof fn !== "function") throw new Error("The script could not be read: it is not a function");
  return fn as (...values: unknown[]) => unknown;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
