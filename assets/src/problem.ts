/** What Web Awesome's elements have inside, and when it is there. */
interface Control extends HTMLElement {
  readonly input?: HTMLElement | null;
  readonly updateComplete?: Promise<unknown>;
}

/** What is wrong with what the user entered, below the field. */
export class ProblemText {
  readonly #wrapper: HTMLElement;
  #element: HTMLElement | null = null;

  constructor(wrapper: HTMLElement) {
    this.#wrapper = wrapper;
  }

  show(text: string | null): void {
    if (text === (this.#element?.textContent ?? null)) return;
    this.#element?.remove();
    this.#element = text === null ? null : alert(text);
    this.#wrapper.toggleAttribute("data-problem", text !== null);
    if (this.#element) this.#wrapper.append(this.#element);
    for (const control of this.#wrapper.querySelectorAll<Control>("*")) void this.#mark(control);
  }

  async #mark(control: Control): Promise<void> {
    await control.updateComplete;
    const input = control.matches("input, textarea, select") ? control : control.input;
    if (!(input instanceof HTMLElement)) return;
    if (this.#element) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    this.#describe(input);
  }

  /** Refers to the text by itself: from inside another element's shadow its id could not be seen. */
  #describe(input: HTMLElement): void {
    if (!("ariaDescribedByElements" in input)) return; // an older engine, which reads the text out all the same
    const others = (input.ariaDescribedByElements ?? []).filter((element) => element.className !== "problem");
    input.ariaDescribedByElements = this.#element ? [...others, this.#element] : others;
  }
}

function alert(text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "problem";
  element.setAttribute("role", "alert");
  element.textContent = text;
  return element;
}
