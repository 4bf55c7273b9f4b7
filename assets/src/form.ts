import type { Context } from "./component.ts";

/** The properties of everything the user can fill in. */
export interface FormProps {
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
}

interface LabelledElement extends HTMLElement {
  label: string;
  hint: string;
}

/** Shows label and info. A label that is not shown still names the control for assistive technology. */
export function applyFormProps(wrapper: HTMLElement, control: LabelledElement, props: FormProps): void {
  control.label = props.label ?? "";
  control.hint = props.info ?? "";
  wrapper.toggleAttribute("data-label-hidden", !props.show_label || !props.container);
}

/** Tells when the user comes to the control and leaves it; moving about inside it is neither. */
export function emitFocusAndBlur(wrapper: HTMLElement, context: Context): void {
  const isInside = (target: EventTarget | null): boolean => target instanceof Node && wrapper.contains(target);
  wrapper.addEventListener("focusin", (event) => {
    if (!isInside(event.relatedTarget)) context.emit("focus");
  });
  wrapper.addEventListener("focusout", (event) => {
    if (!isInside(event.relatedTarget)) context.emit("blur");
  });
}
