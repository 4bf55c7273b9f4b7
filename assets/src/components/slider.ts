import { component } from "../component.ts";
import { Field } from "../field.ts";
import type { SliderProps } from "../generated/messages.ts";
import { t } from "../texts.ts";

export default component<SliderProps>({
  create(wrapper, context) {
    // A native range: Web Awesome's is no element that can be filled by its label.
    const range = document.createElement("input");
    range.type = "range";
    const box = document.createElement("input");
    box.type = "number";
    const body = document.createElement("div");
    body.className = "slider-body";
    body.append(range, box);
    const field = new Field(wrapper, body, range);
    box.ariaLabel = t("Number");
    box.setAttribute("aria-describedby", field.label.id);
    let value = 0;

    const show = (number: number): void => {
      value = number;
      range.value = String(number);
      const span = Number(range.max) - Number(range.min);
      range.style.setProperty("--filled", `${span ? ((Number(range.value) - Number(range.min)) / span) * 100 : 0}%`);
    };
    const edit = (number: number): void => {
      show(number);
      context.edit(number);
    };
    range.addEventListener("input", () => {
      box.value = range.value;
      edit(Number(range.value));
    });
    range.addEventListener("change", () => context.emit("release"));
    box.addEventListener("input", () => {
      if (box.value && withinLimits(box)) edit(Number(box.value)); // what is half typed waits
    });
    box.addEventListener("change", () => {
      const number = box.value ? clamped(Number(box.value), range) : value;
      box.value = String(number);
      if (number !== value) edit(number);
      context.emit("release");
    });

    return {
      tools: field.tools,
      apply(changed, all) {
        field.apply(wrapper, all);
        for (const input of [range, box]) {
          input.min = String(all.minimum);
          input.max = String(all.maximum);
          input.disabled = !all.interactive;
        }
        range.step = String(all.step ?? "any");
        box.step = range.step;
        show(all.value);
        if (changed.value !== undefined && Number(box.value || Number.NaN) !== all.value) box.value = String(all.value);
      },
    };
  },
});

function withinLimits({ value, min, max }: HTMLInputElement): boolean {
  return Number(value) >= Number(min) && Number(value) <= Number(max);
}

function clamped(number: number, { min, max }: HTMLInputElement): number {
  return Math.min(Math.max(number, Number(min)), Number(max));
}
