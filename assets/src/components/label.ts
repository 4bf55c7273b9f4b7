import { textOn } from "../colors.ts";
import { component } from "../component.ts";
import { Display } from "../display.ts";
import type { LabelProps } from "../generated/messages.ts";

type Confidence = NonNullable<NonNullable<LabelProps["value"]>["confidences"]>[number];

export default component<LabelProps>({
  create(wrapper, context) {
    const display = new Display(wrapper, "label-content");
    const heading = document.createElement("div");
    heading.className = "label-heading";
    const classes = document.createElement("div");
    classes.className = "label-classes";
    display.content.append(heading, classes);

    const createClass = ({ label, confidence }: Confidence, index: number): HTMLElement => {
      const row = document.createElement("button");
      row.type = "button";
      row.className = "label-class";
      row.style.setProperty("--part", String(Math.min(1, Math.max(0, confidence))));
      const name = document.createElement("span");
      name.textContent = label;
      const percent = document.createElement("span");
      percent.className = "label-percent";
      percent.textContent = `${Math.round(confidence * 100)}%`;
      row.append(name, percent);
      row.addEventListener("click", () => context.emit("select", { index, value: label, selected: true }));
      return row;
    };

    return {
      tools: display.tools,
      apply(changed, all) {
        display.apply(wrapper, all);
        const confidences = all.value?.confidences ?? null;
        heading.textContent = all.value?.label ?? "";
        heading.hidden = !all.value || (confidences !== null && !all.show_heading);
        const color = all.color && CSS.supports("color", all.color) ? all.color : "";
        heading.style.backgroundColor = color;
        heading.style.color = color && textOn(color);
        classes.hidden = !confidences;
        if (changed.value !== undefined) classes.replaceChildren(...(confidences ?? []).map(createClass));
      },
    };
  },
});
