/** What is shown with a label, and cannot be filled in. */
export interface DisplayProps {
  label: string | null;
  show_label: boolean;
  container: boolean;
}

let displays = 0;

/** The label above something that is shown, room for small buttons beside it, and the frame around both. */
export class Display {
  readonly content = document.createElement("div");
  readonly tools = document.createElement("div");
  readonly #head = document.createElement("div");
  readonly #label = document.createElement("div");

  constructor(wrapper: HTMLElement, className: string) {
    this.#head.className = "field-head";
    this.#label.className = "field-label";
    this.#label.id = `display-${(displays += 1)}`;
    this.tools.className = "field-tools";
    this.content.className = className;
    this.content.setAttribute("role", "group");
    this.#head.append(this.#label, this.tools);
    wrapper.append(this.#head, this.content);
  }

  apply(wrapper: HTMLElement, props: DisplayProps): void {
    const isShown = props.show_label && props.container;
    this.#label.textContent = props.label;
    this.#label.classList.toggle("unseen", !isShown);
    if (props.label) this.content.setAttribute("aria-labelledby", this.#label.id);
    else this.content.removeAttribute("aria-labelledby");
    wrapper.toggleAttribute("data-framed", props.container);
  }
}
