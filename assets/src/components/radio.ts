import { component } from "../component.ts";
import { Field, createInput, labelled } from "../field.ts";
import type { RadioProps } from "../generated/messages.ts";

export default component<RadioProps>({
  create(wrapper, context) {
    const group = document.createElement("div");
    group.className = "choices";
    group.setAttribute("role", "radiogroup");
    const field = new Field(wrapper, group);
    let circles: HTMLInputElement[] = [];

    // Circles of one name go together: the browser moves by the arrow keys and chooses one of them.
    const createCircle = (choice: RadioProps["choices"][number][1], index: number): HTMLInputElement => {
      const circle = createInput("radio");
      circle.name = field.id;
      circle.addEventListener("change", () => {
        context.edit(choice);
        context.emit("select", { index, value: choice, selected: true });
      });
      return circle;
    };

    return {
      tools: field.tools,
      apply(changed, all) {
        field.apply(wrapper, all);
        group.dir = all.rtl ? "rtl" : "";
        if (changed.choices) {
          circles = changed.choices.map(([, choice], index) => createCircle(choice, index));
          group.replaceChildren(...circles.map((circle, index) => labelled(circle, all.choices[index]?.[0] ?? "")));
        }
        const place = all.choices.findIndex(([, choice]) => choice === all.value);
        circles.forEach((circle, index) => {
          circle.checked = index === place;
          circle.disabled = !all.interactive;
        });
      },
    };
  },
});
