import { placeChildren } from "./place-children.ts";
import { t } from "./texts.ts";

/** Buttons to turn pages; there are none while there is only one page. */
export class PageBar {
  readonly element = document.createElement("nav");
  readonly #turn: (page: number) => void;
  readonly #back = button(t("Previous page"), "‹");
  readonly #on = button(t("Next page"), "›");
  readonly #numbers = new Map<number, HTMLButtonElement>();
  #page = 0;
  #pages = 1;

  constructor(turn: (page: number) => void) {
    this.#turn = turn;
    this.element.className = "page-bar";
    this.#back.addEventListener("click", () => this.#go(this.#page - 1));
    this.#on.addEventListener("click", () => this.#go(this.#page + 1));
  }

  show(page: number, pages: number): void {
    this.#page = page;
    this.#pages = pages;
    this.element.hidden = pages < 2;
    if (pages < 2) {
      this.element.removeAttribute("aria-label");
      this.element.replaceChildren();
      return;
    }
    this.element.setAttribute("aria-label", t("Pages"));
    const nodes = numbers(page, pages).map((number) => (number === null ? gap() : this.#number(number)));
    const kept = new Set<Node>([this.#back, ...nodes, this.#on]);
    for (const child of [...this.element.childNodes]) if (!kept.has(child)) child.remove();
    placeChildren(this.element, [this.#back, ...nodes, this.#on]);
    for (const [number, each] of this.#numbers) {
      if (number === page) each.setAttribute("aria-current", "page");
      else each.removeAttribute("aria-current");
    }
    // Not disabled: a button that is would lose the focus.
    this.#back.setAttribute("aria-disabled", String(page === 0));
    this.#on.setAttribute("aria-disabled", String(page === pages - 1));
  }

  #go(page: number): void {
    if (page >= 0 && page < this.#pages && page !== this.#page) this.#turn(page);
  }

  #number(page: number): HTMLButtonElement {
    const there = this.#numbers.get(page);
    if (there) return there;
    const created = button(t("Page {number}", { number: page + 1 }), String(page + 1));
    created.addEventListener("click", () => this.#go(page));
    this.#numbers.set(page, created);
    return created;
  }
}

/** The pages to name: all of a few, else the first, the last and those around the one that is shown. */
function numbers(page: number, pages: number): (number | null)[] {
  if (pages <= 7) return Array.from({ length: pages }, (_, number) => number);
  const first = Math.min(Math.max(page - 1, 1), pages - 5);
  const last = Math.max(Math.min(page + 1, pages - 2), 4);
  const around = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return [0, ...(first > 1 ? [null] : []), ...around, ...(last < pages - 2 ? [null] : []), pages - 1];
}

function gap(): HTMLElement {
  const created = document.createElement("span");
  created.textContent = "…";
  return created;
}

function button(name: string, text: string): HTMLButtonElement {
  const created = document.createElement("button");
  created.type = "button";
  created.textContent = text;
  created.setAttribute("aria-label", name);
  return created;
}
