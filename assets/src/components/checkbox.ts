import { component } from "../component.ts";
import { createInput, labelled } from "../field.ts";
import type { CheckboxProps } from "../generated/messages.ts";

let hints = 0;

export default component<CheckboxProps>({
  create(wrapper, context) {
    // A native box: Web Awesome's cannot be clicked by its role, as tests and assistive tools do.
    const box = createInput("checkbox");
    const text = document.createElement("span");
    const label = labelled(box, "");
    label.append(text);
    const hint = document.createElement("div");
    hint.className = "field-hint";
    hint.id = `checkbox-hint-${(hints += 1)}`;
    wrapper.append(label, hint);
    let name = "";
    box.addEventListener("change", () => {
      context.edit(box.checked);
      context.emit("select", { index: 0, value: name, selected: box.checked });
    });
    return {
      apply(_, all) {
        name = all.label ?? "";
        text.textContent = name;
        text.className = all.show_label ? "" : "unseen";
        box.checked = all.value;
        box.disabled = !all.interactive;
        hint.textContent = all.info;
        hint.hidden = !all.info;
        if (all.info) box.setAttribute("aria-describedby", hint.id);
        else box.removeAttribute("aria-describedby");
      },
    };
  },
});
