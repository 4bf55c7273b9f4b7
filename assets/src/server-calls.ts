import type { HTMLProps } from "./generated/messages.ts";
import type { Server, Uploaded } from "./html-functions.ts";

const PART_BYTES = 6 * 1024 * 1024; // of a file in one message; a multiple of 3, as base64 writes three bytes at a time

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

  /** Brings a file to Python, part by part. */
  async upload(file: File): Promise<Uploaded> {
    let upload: string | null = null;
    let path = "";
    for (let start = 0; start === 0 || start < file.size; start += PART_BYTES) {
      const part = await asBase64(file.slice(start, start + PART_BYTES));
      ({ upload, path } = (await this.#call("@upload", [upload, file.name, part])) as { upload: string; path: string });
    }
    return { path, url: URL.createObjectURL(file) };
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

async function asBase64(part: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((returned, threw) => {
    reader.onload = () => returned(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => threw(reader.error ?? new Error("The file cannot be read."));
    reader.readAsDataURL(part);
  });
}
