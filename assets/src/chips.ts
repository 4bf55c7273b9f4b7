import { t } from "./texts.ts";

/** What is chosen, each with a button that takes it off. */
export class Chips {
  readonly element = document.createElement("div");
  readonly #remove: (place: number) => void;

  constructor(remove: (place: number) => void) {
    this.#remove = remove;
    this.element.className = "chosen";
    this.element.setAttribute("role", "list");
  }

  show(labels: readonly string[], interactive: boolean): void {
    this.element.hidden = !labels.length;
    this.element.replaceChildren(...labels.map((label, place) => this.#createChip(label, place, interactive)));
  }

  #createChip(label: string, place: number, interactive: boolean): HTMLElement {
    const chip = document.createElement("div");
    chip.className = "chosen-chip";
    chip.setAttribute("role", "listitem");
    const text = document.createElement("span");
    text.textContent = label;
    chip.append(text);
    if (interactive) chip.append(createCross(t("Remove {choice}", { choice: label }), () => this.#remove(place)));
    return chip;
  }
}

/** A button with a cross that the keyboard goes past: Backspace does the same. */
export function createCross(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cross";
  button.ariaLabel = name;
  button.tabIndex = -1;
  button.addEventListener("mousedown", (event) => event.preventDefault()); // leaves the focus where it is
  button.addEventListener("click", press);
  return button;
}
