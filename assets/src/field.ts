import type { FormProps } from "./form.ts";

let fields = 0;

/** The label above a control of the page's own and the line of help below it, as Web Awesome's controls have them. */
export class Field {
  readonly id = `field-${(fields += 1)}`;
  readonly head = document.createElement("div");
  readonly label: HTMLElement;
  readonly tools = document.createElement("div");
  readonly hint = document.createElement("div");
  readonly #control: HTMLElement;

  /** Fills the wrapper with all of it; an input is reached by a click on its label, anything else is a group. */
  constructor(wrapper: HTMLElement, body: HTMLElement, control: HTMLElement = body) {
    this.#control = control;
    this.label = document.createElement(control instanceof HTMLInputElement ? "label" : "div");
    this.head.className = "field-head";
    this.label.className = "field-label";
    this.label.id = `${this.id}-label`;
    this.hint.className = "field-hint";
    this.hint.id = `${this.id}-hint`;
    control.id = `${this.id}-control`;
    control.setAttribute("aria-labelledby", this.label.id);
    if (this.label instanceof HTMLLabelElement) this.label.htmlFor = control.id;
    this.tools.className = "field-tools";
    this.head.append(this.label, this.tools);
    wrapper.append(this.head, body, this.hint);
  }

  /** A label that is not shown still names the control for assistive technology. */
  apply(wrapper: HTMLElement, props: FormProps): void {
    this.label.textContent = props.label;
    this.hint.textContent = props.info;
    this.hint.hidden = !props.info;
    if (props.info) this.#control.setAttribute("aria-describedby", this.hint.id);
    else this.#control.removeAttribute("aria-describedby");
    wrapper.toggleAttribute("data-label-hidden", !props.show_label || !props.container);
  }
}

/** A box or a circle with the text that names it. */
export function labelled(input: HTMLInputElement, text: string): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = "choice";
  label.append(input, text);
  return label;
}

export function createInput(type: "checkbox" | "radio"): HTMLInputElement {
  const input = document.createElement("input");
  input.type = type;
  return input;
}
