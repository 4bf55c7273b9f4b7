import { component } from "../component.ts";
import { Field, createInput, labelled } from "../field.ts";
import type { CheckboxGroupProps } from "../generated/messages.ts";
import { t } from "../texts.ts";

type Choice = CheckboxGroupProps["value"][number];

export default component<CheckboxGroupProps>({
  create(wrapper, context) {
    const group = document.createElement("div");
    group.className = "choices";
    group.setAttribute("role", "group");
    const field = new Field(wrapper, group);
    const everything = createInput("checkbox");
    const selectAll = labelled(everything, t("Select all"));
    selectAll.classList.add("select-all");
    field.tools.before(selectAll);
    let choices: Choice[] = [];
    let value: Choice[] = [];
    let boxes: HTMLInputElement[] = [];

    const showTicks = (): void => {
      boxes.forEach((box, index) => {
        box.checked = value.some((ticked) => ticked === choices[index]);
      });
      const ticked = boxes.filter((box) => box.checked).length;
      everything.checked = ticked > 0 && ticked === boxes.length;
      everything.indeterminate = ticked > 0 && ticked < boxes.length;
    };

    const edit = (now: Choice[]): void => {
      value = now;
      showTicks();
      context.edit(value);
    };

    const toggle = (index: number, choice: Choice, selected: boolean): void => {
      const others = value.filter((other) => other !== choice && choices.includes(other));
      edit(selected ? [...others, choice] : others);
      context.emit("select", { index, value: choice, selected });
    };
    everything.addEventListener("change", () => edit(everything.checked ? [...new Set(choices)] : []));

    // Native boxes: Web Awesome's cannot be clicked by their role, as tests and assistive tools do.
    const createBox = (choice: Choice, index: number): HTMLInputElement => {
      const box = createInput("checkbox");
      box.addEventListener("change", () => toggle(index, choice, box.checked));
      return box;
    };

    return {
      tools: field.tools,
      apply(changed, all) {
        field.apply(wrapper, all);
        selectAll.hidden = !all.show_select_all || !all.show_label;
        if (changed.value) value = changed.value;
        if (changed.choices) {
          choices = changed.choices.map(([, choice]) => choice);
          boxes = choices.map(createBox);
          group.replaceChildren(...boxes.map((box, index) => labelled(box, all.choices[index]?.[0] ?? "")));
        }
        for (const box of [everything, ...boxes]) box.disabled = !all.interactive;
        showTicks();
      },
    };
  },
});
