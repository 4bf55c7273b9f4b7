import { component } from "../component.ts";
import { copyButton } from "../copy-button.ts";
import { cssSize } from "../css-size.ts";
import type { MarkdownProps } from "../generated/messages.ts";
import { followLinksWithin } from "../heading-links.ts";
import { showMarkdown } from "../rich-text.ts";
import { t } from "../texts.ts";

const SHAPES_CONTENT = ["value", "latex_delimiters", "line_breaks", "header_links", "sanitize_html"] as const;

export default component<MarkdownProps>({
  create(wrapper, context) {
    let value = "";
    const tell = (text: string): void => context.emit("copy", { value: text });
    const label = document.createElement("div");
    label.className = "markdown-label";
    const content = document.createElement("div");
    content.className = "markdown-content";
    content.addEventListener("copy", () => tell(getSelection()?.toString() ?? ""));
    followLinksWithin(content);
    const copy = copyButton(() => value, tell);
    const tools = document.createElement("div");
    tools.className = "markdown-tools";
    tools.append(copy);
    wrapper.append(label, tools, content);
    return {
      tools,
      apply(changed, all) {
        value = all.value ?? "";
        label.textContent = all.label;
        label.hidden = !(all.container && all.show_label && all.label);
        copy.hidden = !all.buttons.includes("copy");
        wrapper.dir = all.rtl ? "rtl" : "";
        wrapper.toggleAttribute("data-container", all.container);
        wrapper.toggleAttribute("data-padding", all.padding);
        applyHeight(content, all);
        if (SHAPES_CONTENT.some((name) => changed[name] !== undefined)) {
          showMarkdown(content, value, {
            latex: all.latex_delimiters,
            lineBreaks: all.line_breaks,
            headerLinks: all.header_links,
            sanitize: all.sanitize_html,
          });
        }
      },
    };
  },
});

/** A text that is higher than it may be scrolls, by keys as well. */
function applyHeight(content: HTMLElement, { height, max_height, min_height, label }: MarkdownProps): void {
  content.style.height = cssSize(height);
  content.style.maxHeight = cssSize(max_height);
  content.style.minHeight = cssSize(min_height);
  const scrolls = height !== null || max_height !== null;
  content.classList.toggle("scrolls", scrolls);
  content.tabIndex = scrolls ? 0 : -1;
  if (!scrolls) content.removeAttribute("tabindex");
  content.role = scrolls ? "region" : null;
  content.ariaLabel = scrolls ? (label ?? t("Text")) : null;
}
