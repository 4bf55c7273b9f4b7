import { component } from "../component.ts";
import { Field } from "../field.ts";
import { emitFocusAndBlur } from "../form.ts";
import type { ColorPickerProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { t } from "../texts.ts";

const SHORT = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i;
const LONG = /^#?([0-9a-f]{6}([0-9a-f]{2})?)$/i;

export default component<ColorPickerProps>({
  create(wrapper, context) {
    // The system's own palette, and beside it what it stands for: that can be read, typed and copied.
    const swatch = document.createElement("input");
    swatch.type = "color";
    const text = document.createElement("input");
    text.type = "text";
    text.placeholder = "#rrggbb";
    text.spellcheck = false;
    text.autocomplete = "off";
    text.maxLength = 9;
    const body = document.createElement("div");
    body.className = "color-body";
    body.append(swatch, text);
    const field = new Field(wrapper, body, swatch);
    text.ariaLabel = t("Colour code");
    text.setAttribute("aria-describedby", field.label.id);
    let value: string | null = null;

    const show = (color: string | null): void => {
      value = color;
      swatch.value = color?.slice(0, 7) ?? "#000000";
      swatch.toggleAttribute("data-empty", color === null);
    };
    const edit = (color: string | null): void => {
      show(color);
      context.edit(color);
    };
    swatch.addEventListener("input", () => {
      edit(swatch.value);
      text.value = swatch.value;
    });
    swatch.addEventListener("change", () => context.emit("release"));
    text.addEventListener("input", () => {
      const color = normalized(text.value);
      if (color !== undefined && color !== value) edit(color); // what is half typed waits
    });
    text.addEventListener("change", () => {
      text.value = value ?? ""; // what is no colour goes back to what was
      context.emit("release");
    });
    text.addEventListener("keydown", (event) => {
      if (isPlainEnter(event)) context.emit("submit");
    });
    emitFocusAndBlur(wrapper, {
      ...context,
      emit: (event) => {
        if (!text.readOnly) context.emit(event);
      },
    });

    return {
      apply(changed, all) {
        field.apply(wrapper, all);
        swatch.disabled = !all.interactive;
        text.readOnly = !all.interactive;
        if (changed.value === undefined) return;
        show(all.value);
        if (normalized(text.value) !== all.value) text.value = all.value ?? "";
      },
    };
  },
});

/** The one way a colour is written, null for nothing, undefined for what is no colour. */
function normalized(text: string): string | null | undefined {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const digits = LONG.exec(trimmed)?.[1] ?? SHORT.exec(trimmed)?.slice(1).map((digit) => digit + digit).join("");
  return digits === undefined ? undefined : `#${digits.toLowerCase().replace(/^(.{6})ff$/, "$1")}`;
}
