import "@awesome.me/webawesome/dist/components/checkbox-group/checkbox-group.js";
import "@awesome.me/webawesome/dist/components/checkbox/checkbox.js";
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

    const toggle = (index: number, choice: Choice, selected: boolean): void => {
      value = selected ? [...value, choice] : value.filter((other) => other !== choice);
      context.edit(value);
      context.emit("select", { index, value: choice, selected });
    };

    const checkbox = ([label, choice]: [string, Choice], index: number): HTMLElement => {
      const element = document.createElement("wa-checkbox");
      element.textContent = label;
      element.addEventListener("change", () => toggle(index, choice, element.checked));
      return element;
    };

    return {
      apply(changed, all) {
        applyFormProps(wrapper, group, all);
        if (changed.choices) group.replaceChildren(...changed.choices.map(checkbox));
        if (changed.value) value = changed.value;
        all.choices.forEach(([, choice], index) => {
          const element = group.querySelectorAll("wa-checkbox")[index];
          if (!element) return;
          element.checked = value.includes(choice);
          element.disabled = !all.interactive;
        });
      },
    };
  },
});
