import type { Child } from "./component.ts";
import { placeChildren } from "./place-children.ts";

/** The tabs to press, one for each child that is given. */
export class TabBar {
  readonly element = document.createElement("div");
  readonly #pressed: (tab: Child) => void;
  readonly #buttons = new Map<Child, HTMLButtonElement>();

  constructor(pressed: (tab: Child) => void) {
    this.#pressed = pressed;
    this.element.className = "tab-bar";
    this.element.setAttribute("role", "tablist");
    this.element.addEventListener("keydown", (event) => this.#move(event));
  }

  show(tabs: readonly Child[]): void {
    for (const [tab, button] of this.#buttons) {
      if (tabs.includes(tab)) continue;
      button.remove();
      this.#buttons.delete(tab);
    }
    placeChildren(this.element, tabs.map((tab) => this.#button(tab)));
  }

  select(selected: Child | null): void {
    for (const [tab, button] of this.#buttons) {
      button.setAttribute("aria-selected", String(tab === selected));
      button.tabIndex = tab === selected ? 0 : -1;
    }
  }

  #button(tab: Child): HTMLButtonElement {
    const button = this.#buttons.get(tab) ?? this.#createButton(tab);
    button.textContent = String(tab.props["label"] ?? "");
    button.disabled = !tab.props["interactive"];
    button.id = tab.element.id && `${tab.element.id}-button`;
    return button;
  }

  #createButton(tab: Child): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tab";
    button.tabIndex = -1;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", "false");
    button.addEventListener("click", () => this.#pressed(tab));
    this.#buttons.set(tab, button);
    return button;
  }

  /** The arrows, Home and End go from tab to tab, past those that are disabled, and select it. */
  #move(event: KeyboardEvent): void {
    const tabs = [...this.#buttons.values()].filter((button) => !button.disabled);
    tabs.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const at = tabs.findIndex((button) => button === event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const button = tabs.at(to) ?? tabs[0];
    button?.focus();
    button?.click();
  }
}
