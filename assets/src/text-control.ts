import type { TextboxProps } from "./generated/messages.ts";

export type TextControl = HTMLElementTagNameMap["wa-textarea"] | HTMLElementTagNameMap["wa-input"];

interface Selected {
  index: [number, number];
  value: string;
}

/** Tells what the user selects; a caret that selects nothing is no selection. */
export function followSelection(control: TextControl, selected: (selection: Selected) => void): void {
  void control.updateComplete.then(() => {
    // The event does not leave the control by itself.
    control.input.addEventListener("select", () => {
      const { selectionStart: start, selectionEnd: end, value } = control.input;
      if (start !== null && end !== null && start < end) {
        selected({ index: [start, end], value: value.slice(start, end) });
      }
    });
  });
}

/** How the text runs, how long it may be, and how the system helps with it. */
export function applyTextAttributes(control: TextControl, props: TextboxProps): void {
  const { type, rtl, text_align, max_length, html_attributes: wanted } = props;
  control.toggleAttribute("data-align", text_align !== null);
  control.style.setProperty("--text-align", text_align ?? "start");
  // What is not there is undefined here, which the declared types leave out.
  Object.assign(control, {
    maxlength: max_length ?? undefined,
    spellcheck: wanted?.spellcheck ?? type === "text",
    autocapitalize: wanted?.autocapitalize ?? (type === "text" ? undefined : "off"),
    autocomplete: asWord(wanted?.autocomplete),
    enterkeyhint: wanted?.enterkeyhint ?? undefined,
  });
  void control.updateComplete.then(() => {
    const { input } = control;
    setAttribute(input, "dir", rtl ? "rtl" : null);
    setAttribute(input, "lang", wanted?.lang);
    setAttribute(input, "tabindex", wanted?.tabindex);
    setAttribute(input, "autocorrect", asWord(wanted?.autocorrect));
  });
}

function setAttribute(input: HTMLElement, name: string, value: string | number | null | undefined): void {
  if (value == null) input.removeAttribute(name);
  else input.setAttribute(name, String(value));
}

function asWord(value: boolean | string | null | undefined): string | undefined {
  return typeof value === "boolean" ? (value ? "on" : "off") : (value ?? undefined);
}
