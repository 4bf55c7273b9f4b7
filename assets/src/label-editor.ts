import { isPlainEnter } from "./keys.ts";
import type { Mark } from "./marks.ts";
import { t } from "./texts.ts";

let editors = 0;

interface Question {
  /** The mark that it has now; null for a new one. */
  mark: Mark;
  categories: readonly string[];
  /** True asks for a number from -1 to 1. */
  isNumber: boolean;
}

/** A small field that asks for a label; it is there as long as it asks. */
export class LabelEditor {
  readonly #around: HTMLElement;
  readonly #element = document.createElement("div");
  readonly #input = document.createElement("input");
  readonly #categories = document.createElement("datalist");
  readonly #remove = document.createElement("button");
  #answer: ((mark: Mark | undefined) => void) | null = null;
  #isNumber = false;

  constructor(around: HTMLElement) {
    this.#around = around;
    this.#element.className = "label-editor";
    this.#input.setAttribute("aria-label", t("Label"));
    this.#input.placeholder = t("Label");
    this.#categories.id = `label-editor-${(editors += 1)}`;
    this.#input.setAttribute("list", this.#categories.id);
    this.#remove.type = "button";
    this.#remove.className = "label-remove";
    this.#remove.textContent = t("Remove label");
    this.#remove.addEventListener("click", () => this.#done(null));
    this.#element.append(this.#input, this.#categories, this.#remove);
    this.#element.addEventListener("keydown", (event) => {
      if (isPlainEnter(event) && event.target === this.#input) this.#done(this.#entered());
      else if (event.key === "Escape") this.#done(undefined);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#element.addEventListener("focusout", (event) => {
      if (!this.#element.contains(event.relatedTarget as Node | null)) this.#done(this.#entered() ?? undefined);
    });
  }

  /** Asks for a label; the answer is null to remove it, and undefined for none. */
  ask({ mark, categories, isNumber }: Question): Promise<Mark | undefined> {
    this.close();
    this.#isNumber = isNumber;
    this.#input.type = isNumber ? "number" : "text";
    Object.assign(this.#input, isNumber ? { min: "-1", max: "1", step: "any" } : {});
    this.#categories.replaceChildren(...categories.map((category) => new Option(category)));
    this.#remove.hidden = mark === null;
    this.#input.value = mark === null ? "" : String(mark);
    this.#around.append(this.#element);
    this.#input.focus();
    this.#input.select();
    return new Promise((answered) => {
      this.#answer = answered;
    });
  }

  /** Asks no more. */
  close(): void {
    this.#done(undefined);
  }

  /** What stands in the field, undefined if that is no label. */
  #entered(): Mark | undefined {
    const entered = this.#input.value.trim();
    if (!entered) return undefined;
    if (!this.#isNumber) return entered;
    return this.#input.validity.valid ? Number(entered) : undefined;
  }

  #done(mark: Mark | undefined): void {
    const answer = this.#answer;
    if (!answer) return; // as its going takes the focus away
    this.#answer = null;
    this.#element.remove();
    answer(mark);
  }
}
