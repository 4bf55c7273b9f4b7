import { component } from "../component.ts";
import { copyButton } from "../copy-button.ts";
import { cssSize } from "../css-size.ts";
import { Display } from "../display.ts";
import type { JSONProps } from "../generated/messages.ts";
import { JsonTree } from "../json-tree.ts";

export default component<JSONProps>({
  create(wrapper) {
    const display = new Display(wrapper, "json-content");
    const tree = new JsonTree();
    display.content.append(tree.element);
    let value: unknown = null;
    const copy = copyButton(
      () => JSON.stringify(value, null, 2),
      () => {},
    );
    display.tools.append(copy);
    return {
      tools: display.tools,
      apply(changed, all) {
        value = all.value;
        copy.hidden = !all.buttons.includes("copy");
        display.apply(wrapper, all);
        const { style } = display.content;
        style.height = cssSize(all.height);
        style.maxHeight = cssSize(all.max_height);
        style.minHeight = cssSize(all.min_height);
        const { open, show_indices } = changed;
        if (changed.value !== undefined || open !== undefined || show_indices !== undefined) tree.show(value, all);
      },
    };
  },
});
