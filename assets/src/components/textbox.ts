import "@awesome.me/webawesome/dist/components/input/input.js";
import "@awesome.me/webawesome/dist/components/textarea/textarea.js";
import { component } from "../component.ts";
import { applyFormProps, emitFocusAndBlur } from "../form.ts";
import type { TextboxProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { setText } from "../text.ts";

const MOST_LINES = 20;

type TextControl = HTMLElementTagNameMap["wa-textarea"] | HTMLElementTagNameMap["wa-input"];

export default component<TextboxProps>({
  create(wrapper, context) {
    let control: TextControl | null = null;
    let lines = 1;
    let composing = false;

    const report = (): void => {
      if (!composing) context.edit(control?.value ?? "");
    };
    wrapper.addEventListener("input", report);
    wrapper.addEventListener("compositionstart", () => {
      composing = true;
    });
    wrapper.addEventListener("compositionend", () => {
      composing = false;
      report();
    });
    wrapper.addEventListener("keydown", (event) => {
      if (!isPlainEnter(event) || (lines > 1 && !event.shiftKey)) return;
      event.preventDefault();
      context.emit("submit");
    });
    emitFocusAndBlur(wrapper, context);

    return {
      apply(changed, all) {
        if (!control || changed.type) control = replaceControl(wrapper, control, all.type);
        lines = control.localName === "wa-textarea" ? all.lines : 1;
        applyFormProps(wrapper, control, all);
        applyLines(wrapper, control, all);
        control.placeholder = all.placeholder ?? "";
        control.readonly = !all.interactive;
        control.appearance = all.interactive ? "outlined" : "filled";
        // While a character is being composed the user's text is the newer one; its end reports it.
        if (changed.value !== undefined && !composing) setText(control, changed.value ?? "");
      },
    };
  },
});

function replaceControl(wrapper: HTMLElement, before: TextControl | null, type: TextboxProps["type"]): TextControl {
  const control = type === "text" ? document.createElement("wa-textarea") : createInput(type);
  control.value = before?.value ?? "";
  before?.remove();
  wrapper.prepend(control);
  return control;
}

function createInput(type: "password" | "email"): TextControl {
  const input = document.createElement("wa-input");
  input.type = type;
  input.spellcheck = false;
  input.autocapitalize = "off";
  return input;
}

/** The control starts with some lines and grows with its text up to the most; one line stays one unless told. */
function applyLines(wrapper: HTMLElement, control: TextControl, { lines, max_lines }: TextboxProps): void {
  if (control.localName !== "wa-textarea") return;
  const textarea = control as HTMLElementTagNameMap["wa-textarea"];
  const most = Math.max(lines, max_lines ?? (lines === 1 ? 1 : MOST_LINES));
  // Measuring costs a layout of the whole page for each box, so only those that can grow are measured.
  const resize = most > lines ? "auto" : "none";
  if (textarea.hasUpdated && (textarea.rows !== lines || textarea.resize !== resize)) measureAfterwards(textarea, resize);
  else textarea.resize = resize;
  textarea.rows = lines;
  wrapper.style.setProperty("--max-lines", String(most));
  wrapper.toggleAttribute("data-one-line", most === 1);
}

/** Web Awesome measures before it has drawn the new lines; a new way to resize makes it measure again. */
function measureAfterwards(textarea: HTMLElementTagNameMap["wa-textarea"], resize: "auto" | "none"): void {
  textarea.resize = "none";
  void textarea.updateComplete.then(() => {
    textarea.input.style.height = "";
    textarea.resize = resize;
  });
}
