import "@awesome.me/webawesome/dist/components/number-input/number-input.js";
import { component } from "../component.ts";
import { applyFormProps, emitFocusAndBlur } from "../form.ts";
import type { NumberProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";

export default component<NumberProps>({
  create(wrapper, context) {
    const input = document.createElement("wa-number-input");
    input.inputmode = "decimal";
    input.addEventListener("input", () => {
      // What the user has typed so far may be no number yet, like "-" or "1e".
      if (!input.input.validity.badInput) context.edit(input.value ? Number(input.value) : null);
    });
    // What is read-only has no events of the user's.
    const emit = (event: string): void => {
      if (!input.readonly) context.emit(event);
    };
    input.addEventListener("keydown", (event) => {
      if (isPlainEnter(event)) emit("submit");
    });
    emitFocusAndBlur(wrapper, { ...context, emit });
    wrapper.append(input);
    return {
      apply(changed, all) {
        applyFormProps(wrapper, input, all);
        input.readonly = !all.interactive;
        input.appearance = all.interactive ? "outlined" : "filled";
        input.placeholder = all.placeholder ?? "";
        input.withoutSteppers = !all.interactive;
        // A limit that is not there is undefined here, which the declared types leave out.
        Object.assign(input, { min: all.minimum ?? undefined, max: all.maximum ?? undefined });
        input.step = all.step ?? 1;
        if (changed.value !== undefined && changed.value !== shown(input.value)) input.value = String(changed.value ?? "");
      },
    };
  },
});

/** The number on the screen: "1.0" shows 1 and stays as the user typed it. */
function shown(text: string | null): number | null {
  return text ? Number(text) : null;
}
