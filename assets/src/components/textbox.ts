import "@awesome.me/webawesome/dist/components/input/input.js";
import "@awesome.me/webawesome/dist/components/textarea/textarea.js";
import { component } from "../component.ts";
import { applyFormProps, emitFocusAndBlur } from "../form.ts";
import type { TextboxProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { setText } from "../text.ts";
import { TextActions } from "../text-actions.ts";
import { applyTextAttributes, followSelection, type TextControl } from "../text-control.ts";
import { setLines } from "../text-lines.ts";

export default component<TextboxProps>({
  create(wrapper, context) {
    let control: TextControl | null = null;
    let lines = 1;
    let most = 1;
    let interactive = true;
    let composing = false;

    // What is read-only has no events of the user's but one: its text can be copied.
    const emit = (event: string, data?: unknown): void => {
      if (interactive) context.emit(event, data);
    };
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
      if (!isPlainEnter(event) || event.target !== control) return;
      if (event.shiftKey ? lines === 1 && most > 1 : lines > 1) return; // another line
      event.preventDefault();
      emit("submit");
    });
    emitFocusAndBlur(wrapper, { ...context, emit });
    const actions = new TextActions(wrapper, {
      text: () => control?.value ?? "",
      copied: (text) => context.emit("copy", { value: text }),
      submit: () => emit("submit"),
      stop: () => emit("stop"),
    });

    return {
      apply(changed, all) {
        if (!control || changed.type) {
          control = replaceControl(wrapper, control, all.type);
          followSelection(control, (selection) => context.emit("select", selection));
          if (all.autofocus && changed.autofocus) focusOnceShown(control);
        }
        interactive = all.interactive;
        lines = control.localName === "wa-textarea" ? all.lines : 1;
        applyFormProps(wrapper, control, all);
        most = setLines(wrapper, control, all);
        control.placeholder = all.placeholder ?? "";
        control.readonly = !all.interactive;
        control.appearance = all.interactive ? "outlined" : "filled";
        applyTextAttributes(control, all);
        actions.apply(all);
        // While a character is being composed the user's text is the newer one; its end reports it.
        if (changed.value !== undefined && !composing) setText(control, changed.value ?? "", all.autoscroll);
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
  return input;
}

function focusOnceShown(control: TextControl): void {
  queueMicrotask(() => void control.updateComplete.then(() => control.focus()));
}
