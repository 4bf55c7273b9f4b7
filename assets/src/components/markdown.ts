import { component } from "../component.ts";
import type { MarkdownProps } from "../generated/messages.ts";
import { renderMarkdown } from "../rich-text.ts";

export default component<MarkdownProps>({
  create(wrapper) {
    const label = document.createElement("div");
    label.className = "markdown-label";
    const content = document.createElement("div");
    content.className = "markdown-content";
    wrapper.append(label, content);
    return {
      apply(changed, all) {
        label.textContent = all.label;
        label.hidden = !(all.container && all.show_label && all.label);
        wrapper.toggleAttribute("data-container", all.container);
        if (changed.value !== undefined) content.replaceChildren(renderMarkdown(changed.value ?? ""));
      },
    };
  },
});
