import type { DatasetProps } from "./generated/messages.ts";
import { isPlainEnter } from "./keys.ts";
import { same } from "./same.ts";
import { t } from "./texts.ts";

type Sample = DatasetProps["samples"][number];
type Cell = Sample[number];

const LONGEST_TEXT = 500; // more than can be seen
const NARROWEST_COLUMN = 4; // characters
const SHORT_COLUMN = 24; // one that is never cut off
const NARROWEST_LONG_COLUMN = 16;

/** Some of the samples, as chips or in a table; pressing one chooses it. */
export class Samples {
  readonly element = document.createElement("div");
  readonly #choose: (index: number) => void;
  #shown: unknown = null;

  constructor(choose: (index: number) => void) {
    this.#choose = choose;
    this.element.className = "samples";
    this.element.addEventListener("click", (event) => this.#press(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("mouseover", ({ target }) => {
      if (target instanceof HTMLElement && target.matches("td, th, .chip")) showAllOf(target);
    });
  }

  /** Shows the samples from one number up to, but not with, another. */
  show(props: DatasetProps, first: number, end: number): void {
    const { label, samples, headers, layout, sample_labels, value } = props;
    const shown = [label, samples, headers, layout, sample_labels, first, end];
    if (!same(shown, this.#shown)) {
      const focused = placeOf(document.activeElement);
      const hadFocus = this.element.contains(document.activeElement);
      const content = samples.length ? (isGallery(props) ? chips : table)(props, first, end) : nothing();
      this.element.replaceChildren(content);
      if (hadFocus && focused !== null) this.#elements()[Math.min(focused, end - 1) - first]?.focus();
      this.#shown = shown;
    }
    this.mark(value);
  }

  /** Marks the one that was chosen last. */
  mark(chosen: number | null): void {
    for (const element of this.#elements()) {
      const name = element instanceof HTMLButtonElement ? "aria-pressed" : "aria-selected";
      element.setAttribute(name, String(placeOf(element) === chosen));
    }
  }

  #elements(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>("[data-index]")];
  }

  #press({ target }: Event): void {
    const index = placeOf(target);
    if (index !== null) this.#choose(index);
  }

  /** A row does what a button does by itself, and the arrows go from row to row. */
  #key(event: KeyboardEvent): void {
    const row = event.target;
    if (!(row instanceof HTMLTableRowElement)) return;
    if (isPlainEnter(event) || event.key === " ") {
      event.preventDefault();
      if (!event.repeat) this.#press(event);
      return;
    }
    const rows = this.#elements();
    const at = rows.indexOf(row);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[to]?.focus();
  }
}

function isGallery({ layout, headers, samples, sample_labels }: DatasetProps): boolean {
  return layout ? layout === "gallery" : sample_labels !== null || columns(headers, samples) === 1;
}

function chips({ label, samples, sample_labels }: DatasetProps, first: number, end: number): HTMLElement {
  const group = element("div", "chips");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label ?? t("Samples"));
  for (let index = first; index < end; index += 1) {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = "chip";
    chip.dataset["index"] = String(index);
    chip.textContent = sample_labels?.[index] ?? ((samples[index] ?? []).map(text).filter(Boolean).join(", ") || "–");
    group.append(chip);
  }
  return group;
}

function table(props: DatasetProps, first: number, end: number): HTMLElement {
  const { label, headers } = props;
  const samples = props.sample_labels?.map((text) => [text]) ?? props.samples;
  const count = columns(props.sample_labels ? [] : headers, samples);
  const places = Array.from({ length: count }, (_, place) => place);
  const numeric = places.map((place) => isNumeric(samples, place));
  const grid = document.createElement("table");
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-label", label ?? t("Samples"));
  setWidths(grid, places.map((place) => longest(samples, place, headers[place] ?? "")));
  const cells = (name: "th" | "td", texts: string[]): HTMLElement[] =>
    places.map((place) => {
      const cell = element(name, numeric[place] ? "numeric" : "");
      cell.textContent = texts[place] ?? "";
      if (name === "th") cell.setAttribute("scope", "col");
      return cell;
    });
  if (count === headers.length && headers.some(Boolean)) {
    grid.createTHead().insertRow().append(...cells("th", headers));
  }
  const body = grid.createTBody();
  for (let index = first; index < end; index += 1) {
    const row = body.insertRow();
    row.tabIndex = 0;
    row.dataset["index"] = String(index);
    row.append(...cells("td", (samples[index] ?? []).map(text)));
  }
  const frame = element("div", "samples-table");
  frame.append(grid);
  return frame;
}

function nothing(): HTMLElement {
  const created = element("div", "no-samples");
  created.textContent = t("No samples");
  return created;
}

function columns(headers: string[], samples: Sample[]): number {
  return Math.max(headers.length, ...samples.map((sample) => sample.length));
}

function isNumeric(samples: Sample[], place: number): boolean {
  const cells = samples.map((sample) => sample[place] ?? null);
  return cells.some((cell) => cell !== null) && cells.every((cell) => cell === null || typeof cell === "number");
}

/** How many characters a column has, in all samples, so that each page has the same columns. */
function longest(samples: Sample[], place: number, header: string): number {
  return samples.reduce((most, sample) => Math.max(most, text(sample[place] ?? null).length), header.length);
}

/** Gives short columns what they need; long ones share the rest, and cut off what does not fit. */
function setWidths(grid: HTMLTableElement, characters: number[]): void {
  const group = document.createElement("colgroup");
  let least = 0;
  for (const each of characters) {
    const column = document.createElement("col");
    const needed = Math.max(each, NARROWEST_COLUMN);
    if (needed <= SHORT_COLUMN) column.style.width = `calc(${needed}ch + var(--cell-padding))`;
    least += needed <= SHORT_COLUMN ? needed : NARROWEST_LONG_COLUMN;
    group.append(column);
  }
  grid.style.minWidth = `calc(${least}ch + ${characters.length} * var(--cell-padding))`;
  grid.append(group);
}

function text(cell: Cell): string {
  return cell === null ? "" : String(cell).slice(0, LONGEST_TEXT);
}

/** Lets the mouse show a text that does not fit. */
function showAllOf(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) element.title = element.textContent;
  else element.removeAttribute("title");
}

function placeOf(target: EventTarget | null): number | null {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return found ? Number(found.dataset["index"]) : null;
}

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
