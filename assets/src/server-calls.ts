import type { HTMLProps } from "./generated/messages.ts";
import type { Server } from "./html-functions.ts";

interface Call {
  number: number;
  function: string;
  arguments: unknown[];
  returned(value: unknown): void;
  threw(error: Error): void;
}

/** Calls of Python functions, one after the other: the next is sent when the one before has its answer. */
export class ServerCalls {
  readonly #send: (data: unknown) => void;
  #calls: Call[] = [];
  #last = 0;

  constructor(send: (data: unknown) => void) {
    this.#send = send;
  }

  /** The functions of these names, for the author's script. */
  functions(names: readonly string[]): Server {
    return Object.fromEntries(names.map((name) => [name, (...values) => this.#call(name, values)]));
  }

  answered(answer: HTMLProps["server_answer"]): void {
    const call = this.#calls[0];
    if (!call || answer?.number !== call.number) return;
    this.#calls.shift();
    if (answer.error === null) call.returned(answer.value);
    else call.threw(new Error(answer.error));
    this.#sendFirst();
  }

  #call(name: string, values: unknown[]): Promise<unknown> {
    return new Promise((returned, threw) => {
      this.#last += 1;
      this.#calls.push({ number: this.#last, function: name, arguments: values, returned, threw });
      if (this.#calls.length === 1) this.#sendFirst();
    });
  }

  #sendFirst(): void {
    const [call] = this.#calls;
    if (call) this.#send({ number: call.number, function: call.function, arguments: call.arguments });
  }
}
