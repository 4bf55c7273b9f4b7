import { t } from "./texts.ts";

const OPEN_LEVELS = 3;
const MOST_OPENED = 1000; // rows that are there at the start, however much is to be open
const MOST_ROWS = 200; // elements that are shown at a time
const LONGEST = 2000; // characters of a text

type Entry = readonly [name: string, value: unknown];

interface Options {
  /** Opens all that is quickly drawn; else three levels. */
  readonly open: boolean;
  readonly show_indices: boolean;
}

/** JSON as branches that open and close. What is in a branch is drawn when it is opened. */
export class JsonTree {
  readonly element = document.createElement("div");
  #options: Options = { open: false, show_indices: false };
  #rows = 0;

  constructor() {
    this.element.className = "json-tree";
  }

  show(value: unknown, options: Options): void {
    this.#options = options;
    this.#rows = 0;
    this.element.replaceChildren(...(value === null ? [] : [this.#createRow(null, value, 0)]));
  }

  #createRow(name: string | null, value: unknown, depth: number): HTMLElement {
    this.#rows += 1;
    const row = document.createElement("div");
    row.className = "json-row";
    const entries = entriesOf(value);
    if (entries?.length) row.append(...this.#createBranch(name, value, entries, depth));
    else row.append(createName(name), entries ? createText(Array.isArray(value) ? "[]" : "{}", "quiet") : createLeaf(value));
    return row;
  }

  #createBranch(name: string | null, value: unknown, entries: readonly Entry[], depth: number): HTMLElement[] {
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "json-toggle";
    const count = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
    toggle.append(createName(name), createText(count, "quiet"));
    const inside = document.createElement("div");
    inside.className = "json-inside";
    const hasNames = !Array.isArray(value) || this.#options.show_indices;
    const setOpen = (open: boolean): void => {
      if (open && !inside.childElementCount) this.#fill(inside, entries, 0, depth + 1, hasNames);
      inside.hidden = !open;
      toggle.ariaExpanded = String(open);
    };
    toggle.addEventListener("click", () => {
      this.#rows = MOST_OPENED - MOST_ROWS; // what is opened opens no more than a little of what is in it
      setOpen(inside.hidden === true);
    });
    setOpen((this.#options.open || depth < OPEN_LEVELS) && this.#rows < MOST_OPENED);
    return [toggle, inside];
  }

  /** Draws some of the entries, and a button for the next ones. */
  #fill(inside: HTMLElement, entries: readonly Entry[], from: number, depth: number, hasNames: boolean): void {
    const to = Math.min(from + MOST_ROWS, entries.length);
    for (const [name, value] of entries.slice(from, to)) inside.append(this.#createRow(hasNames ? name : null, value, depth));
    const left = entries.length - to;
    if (!left) return;
    const more = createMore(t("{count} more", { count: left }), () => {
      more.remove();
      this.#rows = MOST_OPENED - MOST_ROWS;
      this.#fill(inside, entries, to, depth, hasNames);
    });
    inside.append(more);
  }
}

function entriesOf(value: unknown): readonly Entry[] | null {
  return typeof value === "object" && value !== null ? Object.entries(value) : null;
}

function createName(name: string | null): HTMLElement {
  return createText(name === null ? "" : `${name}: `, "name");
}

function createLeaf(value: unknown): HTMLElement {
  if (typeof value !== "string") return createText(String(value), value === null ? "quiet" : typeof value);
  const text = createText(JSON.stringify(value.slice(0, LONGEST)), "string");
  if (value.length <= LONGEST) return text;
  const more = createMore(t("{count} more characters", { count: value.length - LONGEST }), () => {
    text.textContent = JSON.stringify(value);
  });
  const leaf = document.createElement("span");
  text.textContent = text.textContent?.slice(0, -1) + "…";
  leaf.append(text, more);
  more.addEventListener("click", () => more.remove());
  return leaf;
}

function createText(text: string, kind: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `json-${kind}`;
  element.textContent = text;
  return element;
}

function createMore(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "json-more";
  button.textContent = text;
  button.addEventListener("click", press);
  return button;
}
