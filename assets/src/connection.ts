import type {
  Applied,
  Batch,
  Event as EventMessage,
  Gather,
  Gathered,
  Init,
  Inspect,
  Need,
  OpenLink,
  PageError,
  Ready,
  Returned,
  StorageFailed,
  Threw,
} from "./generated/messages.ts";
import { afterFrame } from "./frame.ts";
import type { Answers } from "./scripts.ts";
import type { Transport } from "./transport.ts";

type FromPage =
  | Ready
  | EventMessage
  | Gathered
  | Applied
  | StorageFailed
  | PageError
  | Inspect
  | Need
  | OpenLink
  | Returned
  | Threw;

const LONGEST_ERROR = 2000;

export interface Receiver {
  init(message: Init): void;
  batch(message: Batch): void;
}

/** The way to Python and back, and the edits that wait to travel with the next event. */
export class Connection implements Answers {
  readonly #receiver: Receiver;
  #transport: Transport | null = null;
  #nonce: Init["nonce"] | null = null;
  #edits = new Map<number, unknown>();
  /** The number of the event that carried, or will carry, the last edit of a component. */
  #editedIn = new Map<number, number>();
  #events = 0;
  #earlyErrors: string[] = [];

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  open(transport: Transport, storage: Ready["storage"]): void {
    this.#transport = transport;
    this.#send({ type: "ready", storage });
  }

  /** Whether the page is still the load that a script was meant for: one under way may arrive in the next. */
  isLoad(nonce: Init["nonce"]): boolean {
    return nonce === this.#nonce;
  }

  receive(message: Init | Gather | Batch): void {
    if (message.type === "init") this.#start(message);
    else if (message.type === "gather") this.#gather(message);
    else if (message.type === "batch") this.#apply(message);
  }

  /** Keeps a value the user edited until the next event. */
  edit(id: number, value: unknown): void {
    this.#edits.set(id, value);
    this.#editedIn.set(id, this.#events + 1);
  }

  /** Whether the user edited the value later than in the event of this number. */
  editedAfter(id: number, event: number): boolean {
    return (this.#editedIn.get(id) ?? 0) > event;
  }

  /** Leaves out the edit of a component that is gone. */
  forgetEdit(id: number): void {
    this.#edits.delete(id);
    this.#editedIn.delete(id);
  }

  emit(target: number, event: string, data: unknown = null): void {
    if (this.#nonce === null) return;
    this.#send({ type: "event", nonce: this.#nonce, target, event, data, ...this.#takeEdits() });
  }

  storageFailed(key: string, reason: StorageFailed["reason"]): void {
    if (this.#nonce !== null) this.#send({ type: "storage_failed", nonce: this.#nonce, key, reason });
  }

  /** Asks for the state inspector. */
  inspect(): void {
    if (this.#nonce !== null) this.#send({ type: "inspect", nonce: this.#nonce });
  }

  /** Asks for a link to be opened in the system's browser. */
  openLink(url: string): void {
    if (this.#nonce !== null) this.#send({ type: "open_link", nonce: this.#nonce, url });
  }

  returned(number: number, value: unknown): void {
    if (this.#nonce !== null) this.#send({ type: "returned", nonce: this.#nonce, number, value });
  }

  threw(number: number, message: string): void {
    const text = message.slice(0, LONGEST_ERROR);
    if (this.#nonce !== null) this.#send({ type: "threw", nonce: this.#nonce, number, message: text });
  }

  /** Asks for a part of the page that does not travel with it. */
  need(part: string): void {
    if (this.#nonce !== null) this.#send({ type: "need", nonce: this.#nonce, part });
  }

  pageError(message: string): void {
    const text = message.slice(0, LONGEST_ERROR);
    if (this.#nonce === null) this.#earlyErrors.push(text);
    else this.#send({ type: "page_error", nonce: this.#nonce, message: text });
  }

  #gather(message: Gather): void {
    if (message.nonce !== this.#nonce) return;
    this.#send({ type: "gathered", nonce: message.nonce, gathering: message.gathering, ...this.#takeEdits() });
  }

  #takeEdits(): Pick<EventMessage, "number" | "edits"> {
    const edits = Object.fromEntries(this.#edits);
    this.#edits.clear();
    this.#events += 1;
    return { number: this.#events, edits };
  }

  #start(message: Init): void {
    this.#nonce = message.nonce;
    this.#edits.clear();
    this.#editedIn.clear();
    this.#events = 0;
    for (const error of this.#earlyErrors.splice(0)) this.pageError(error);
    this.#receiver.init(message);
  }

  #apply(message: Batch): void {
    const nonce = this.#nonce;
    if (nonce === null || message.nonce !== nonce) return; // else it is meant for the load before this one
    try {
      this.#receiver.batch(message);
    } finally {
      afterFrame(() => {
        if (nonce === this.#nonce) this.#send({ type: "applied", nonce, number: message.number });
      });
    }
  }

  #send(message: FromPage): void {
    this.#transport?.send(JSON.stringify(message));
  }
}
