import "@awesome.me/webawesome/dist/components/checkbox-group/checkbox-group.js";
import { component } from "../component.ts";
import { applyFormProps } from "../form.ts";
import type { CheckboxGroupProps } from "../generated/messages.ts";

type Choice = CheckboxGroupProps["value"][number];

export default component<CheckboxGroupProps>({
  create(wrapper, context) {
    const group = document.createElement("wa-checkbox-group");
    group.orientation = "horizontal";
    wrapper.append(group);
    let value: Choice[] = [];
    let boxes: HTMLInputElement[] = [];

    const toggle = (index: number, choice: Choice, selected: boolean): void => {
      value = selected ? [...value, choice] : value.filter((other) => other !== choice);
      context.edit(value);
      context.emit("select", { index, value: choice, selected });
    };

    // Native boxes: Web Awesome's cannot be clicked by their role, as tests and assistive tools do.
    const createBox = (choice: Choice, index: number): HTMLInputElement => {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.addEventListener("change", () => toggle(index, choice, box.checked));
      return box;
    };

    return {
      apply(changed, all) {
        applyFormProps(wrapper, group, all);
        if (changed.value) value = changed.value;
        if (changed.choices) {
          boxes = changed.choices.map(([, choice], index) => createBox(choice, index));
          group.replaceChildren(...changed.choices.map(([label], index) => labelled(label, boxes[index])));
        }
        boxes.forEach((box, index) => {
          box.checked = value.some((selected) => selected === all.choices[index]?.[1]);
          box.disabled = !all.interactive;
        });
      },
    };
  },
});

function labelled(text: string, box: HTMLInputElement | undefined): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = "choice";
  if (box) label.append(box);
  label.append(text);
  return label;
}
