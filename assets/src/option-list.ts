import { t } from "./texts.ts";

const ROW = 30; // pixels, as in the style sheet
const MORE = 100; // rows that are there above and below those in view, so that most lists are there whole
const TALLEST = 300;
const GAP = 4;

export interface Option {
  /** Its place among all choices. */
  readonly index: number;
  readonly label: string;
}

/** What a list needs to know of its options, and what it tells. */
export interface Options {
  isSelected(index: number): boolean;
  isDisabled(index: number): boolean;
  choose(index: number): void;
}

let lists = 0;

/** A list of options below the control it belongs to. Of a long one there are only the rows around those in view. */
export class OptionList {
  readonly element = document.createElement("div");
  readonly listbox = document.createElement("div");
  readonly #none = document.createElement("div");
  readonly #id = `options-${(lists += 1)}`;
  readonly #anchor: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #about: Options;
  readonly #place = (): void => this.#putInPlace();
  #options: readonly Option[] = [];
  #first = 0;
  #last = 0;
  /** The row that the keyboard is at; -1 is none. */
  active = -1;

  constructor(anchor: HTMLElement, input: HTMLInputElement, about: Options) {
    this.#anchor = anchor;
    this.#input = input;
    this.#about = about;
    this.element.className = "options";
    this.element.hidden = true;
    this.listbox.setAttribute("role", "listbox");
    this.listbox.id = this.#id;
    this.#none.className = "no-options";
    this.#none.setAttribute("role", "status");
    this.#none.textContent = t("No matches");
    this.element.append(this.listbox, this.#none);
    // The control keeps the focus while the mouse is in the list.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("scroll", () => this.#draw());
    this.listbox.addEventListener("click", (event) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
      if (row && row.ariaDisabled !== "true") this.#about.choose(Number(row.dataset["index"]));
    });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-controls", this.#id);
    input.setAttribute("aria-expanded", "false");
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get options(): readonly Option[] {
    return this.#options;
  }

  /** Shows these options, with the keyboard at one of them. */
  show(options: readonly Option[], active: number): void {
    this.#options = options;
    this.listbox.hidden = !options.length;
    this.#none.hidden = options.length > 0;
    if (!this.isOpen) {
      this.element.hidden = false;
      this.#input.setAttribute("aria-expanded", "true");
      window.addEventListener("scroll", this.#place, { capture: true, passive: true });
      window.addEventListener("resize", this.#place);
    }
    this.#putInPlace();
    this.moveTo(active);
    this.#draw(true);
  }

  close(): void {
    this.element.hidden = true;
    this.active = -1;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
    window.removeEventListener("scroll", this.#place, { capture: true });
    window.removeEventListener("resize", this.#place);
  }

  /** Moves the keyboard to a row, or the nearest that there is, and brings it into view. */
  moveTo(row: number): void {
    this.active = row < 0 ? -1 : Math.min(row, this.#options.length - 1);
    const top = this.active * ROW;
    const { scrollTop, clientHeight } = this.element;
    if (this.active >= 0 && top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW > scrollTop + clientHeight - 2 * GAP) this.element.scrollTop = top + ROW - clientHeight + 2 * GAP;
    this.#draw();
    this.#mark();
  }

  #draw(anew = false): void {
    const top = Math.floor(this.element.scrollTop / ROW);
    const bottom = top + Math.ceil(this.element.clientHeight / ROW) + 1;
    const isThere = Math.max(0, top) >= this.#first && Math.min(bottom, this.#options.length) <= this.#last;
    if (isThere && !anew) return;
    this.#first = Math.max(0, top - MORE);
    this.#last = Math.min(this.#options.length, bottom + MORE);
    this.listbox.style.height = `${this.#options.length * ROW}px`;
    this.listbox.style.paddingBlockStart = `${this.#first * ROW}px`;
    this.listbox.replaceChildren(
      ...this.#options.slice(this.#first, this.#last).map((option, place) => this.#createRow(option, this.#first + place)),
    );
    this.#mark();
  }

  #createRow({ index, label }: Option, row: number): HTMLElement {
    const element = document.createElement("div");
    element.setAttribute("role", "option");
    element.id = `${this.#id}-${row}`;
    element.textContent = label;
    element.title = label.length > 40 ? label : "";
    element.dataset["index"] = String(index);
    element.ariaSelected = String(this.#about.isSelected(index));
    if (this.#about.isDisabled(index)) element.ariaDisabled = "true";
    element.ariaSetSize = String(this.#options.length);
    element.ariaPosInSet = String(row + 1);
    return element;
  }

  #mark(): void {
    this.listbox.querySelector("[data-active]")?.removeAttribute("data-active");
    const row = this.active < 0 ? null : this.listbox.children[this.active - this.#first];
    row?.setAttribute("data-active", "");
    if (row) this.#input.setAttribute("aria-activedescendant", row.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** Below the control, or above it where there is more room. */
  #putInPlace(): void {
    const { left, top, bottom, width } = this.#anchor.getBoundingClientRect();
    const wanted = Math.min(TALLEST, Math.max(1, this.#options.length) * ROW + 2 * GAP + 2);
    const below = window.innerHeight - bottom - 2 * GAP;
    const above = top - 2 * GAP;
    const height = Math.min(wanted, Math.max(below, above));
    const isAbove = below < wanted && above > below;
    const { style } = this.element;
    style.left = `${left}px`;
    style.width = `${width}px`;
    style.maxHeight = `${height}px`;
    style.top = isAbove ? "" : `${bottom + GAP}px`;
    style.bottom = isAbove ? `${window.innerHeight - top + GAP}px` : "";
  }
}
