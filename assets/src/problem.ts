/** What Web Awesome's elements have inside, and when it is there. */
interface Control extends HTMLElement {
  readonly input?: HTMLElement | null;
  readonly updateComplete?: Promise<unknown>;
}

/** What is wrong with what the user entered, below the field. */
export class ProblemText {
  readonly #element = document.createElement("div");

  constructor(text: string) {
    this.#element.className = "problem";
    this.#element.setAttribute("role", "alert");
    this.#element.textContent = text;
  }

  attach(wrapper: HTMLElement): void {
    wrapper.append(this.#element);
    wrapper.toggleAttribute("data-problem", true);
    this.#markControls(wrapper, true);
  }

  remove(): void {
    const wrapper = this.#element.parentElement;
    this.#element.remove();
    if (!wrapper) return;
    wrapper.removeAttribute("data-problem");
    this.#markControls(wrapper, false);
  }

  #markControls(wrapper: HTMLElement, wrong: boolean): void {
    for (const control of wrapper.querySelectorAll<Control>("*")) void this.#mark(control, wrong);
  }

  async #mark(control: Control, wrong: boolean): Promise<void> {
    await control.updateComplete;
    const input = control.matches("input, textarea, select, [role=textbox]") ? control : control.input;
    if (!(input instanceof HTMLElement)) return;
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    this.#describe(input, wrong);
  }

  /** Refers to the text by itself: from inside another element's shadow its id could not be seen. */
  #describe(input: HTMLElement, wrong: boolean): void {
    if (!("ariaDescribedByElements" in input)) return; // an older engine, which reads the text out all the same
    const others = (input.ariaDescribedByElements ?? []).filter((element) => element !== this.#element);
    input.ariaDescribedByElements = wrong ? [...others, this.#element] : others;
  }
}
