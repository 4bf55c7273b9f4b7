import type { Child } from "./component.ts";
import { t } from "./texts.ts";

type Step = "first" | "back" | "on" | "last";

const STEPS: Record<string, Step> = {
  ArrowUp: "back",
  ArrowLeft: "back",
  ArrowDown: "on",
  ArrowRight: "on",
  Home: "first",
  End: "last",
};

/** Lets the user move children of a layout by handles: with the mouse, or with the arrow keys. */
export class Reordering {
  orientation: "row" | "column" = "column";
  readonly #inOrder: () => Child[];
  readonly #reorder: (children: Child[]) => void;
  readonly #say: (text: string) => void;
  readonly #handles = new WeakMap<Child, HTMLButtonElement>();

  /** Takes what tells the order, what changes it, and what a screen reader hears. */
  constructor(inOrder: () => Child[], reorder: (children: Child[]) => void, say: (text: string) => void) {
    this.#inOrder = inOrder;
    this.#reorder = reorder;
    this.#say = say;
  }

  /** The handle of a child. */
  handle(child: Child, place: number): HTMLButtonElement {
    const handle = this.#handles.get(child) ?? this.#createHandle(child);
    handle.ariaLabel = t("Move {name}", { name: nameOf(child, place) });
    return handle;
  }

  #createHandle(child: Child): HTMLButtonElement {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "draggable-handle";
    handle.addEventListener("pointerdown", (event) => this.#drag(child, handle, event));
    handle.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#step(child, step);
    });
    this.#handles.set(child, handle);
    return handle;
  }

  #step(child: Child, step: Step): void {
    const children = this.#inOrder();
    const at = children.indexOf(child);
    const to = { first: 0, back: at - 1, on: at + 1, last: children.length - 1 }[step];
    this.#move(child, Math.max(0, Math.min(to, children.length - 1)));
    this.#say(`${this.#inOrder().indexOf(child) + 1} / ${children.length}`);
  }

  #move(child: Child, to: number): void {
    const children = this.#inOrder();
    if (children.indexOf(child) === to) return;
    const others = children.filter((other) => other !== child);
    this.#reorder([...others.slice(0, to), child, ...others.slice(to)]);
  }

  /** Follows the pointer until it is let go of; Escape puts everything back. */
  #drag(child: Child, handle: HTMLButtonElement, start: PointerEvent): void {
    if (start.button !== 0) return;
    start.preventDefault();
    handle.focus(); // what has the focus is not taken off the page when the order changes
    handle.setPointerCapture(start.pointerId);
    const before = this.#inOrder();
    const done = new AbortController();
    const end = (): void => {
      done.abort();
      child.element.removeAttribute("data-dragged");
    };
    const undo = (): void => {
      end();
      this.#reorder(before);
    };
    child.element.setAttribute("data-dragged", "");
    const { signal } = done;
    handle.addEventListener("pointermove", (event) => this.#move(child, this.#placeAt(child, event)), { signal });
    handle.addEventListener("pointerup", end, { signal });
    handle.addEventListener("pointercancel", undo, { signal });
    handle.addEventListener("keydown", (event) => event.key === "Escape" && undo(), { signal });
  }

  /** How many of the others are before the pointer. */
  #placeAt(child: Child, { clientX, clientY }: PointerEvent): number {
    const others = this.#inOrder().filter((other) => other !== child);
    return others.filter(({ element }) => {
      const { left, top, bottom, width, height } = element.getBoundingClientRect();
      if (this.orientation === "column") return top + height / 2 < clientY;
      return bottom < clientY || (top <= clientY && left + width / 2 < clientX);
    }).length;
  }
}

function nameOf({ kind, props }: Child, place: number): string {
  const name = kind === "button" ? props["value"] : props["label"];
  return typeof name === "string" && name ? name : String(place + 1);
}
