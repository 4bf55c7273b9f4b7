import { paletteColor, textOn } from "../colors.ts";
import { component } from "../component.ts";
import { Display } from "../display.ts";
import type { HighlightedTextProps } from "../generated/messages.ts";

type Token = NonNullable<HighlightedTextProps["value"]>[number];
const LESS = "#ef4444"; // numbers below zero
const MORE = "#3b82f6";

export default component<HighlightedTextProps>({
  create(wrapper, context) {
    const display = new Display(wrapper, "highlighted");
    const legend = document.createElement("div");
    legend.className = "legend";
    const text = document.createElement("div");
    text.className = "highlighted-text";
    display.content.append(legend, text);

    const createPart = (token: Token, index: number, props: HighlightedTextProps, colors: Map<string, string>): HTMLElement => {
      const { token: part, class_or_confidence: mark } = token;
      const element = document.createElement("span");
      element.textContent = props.show_whitespaces ? part : part.trim();
      element.addEventListener("click", () => context.emit("select", { index, value: [part, mark], selected: true }));
      if (mark === null) return element;
      element.className = "marked";
      element.tabIndex = -1;
      element.setAttribute("role", "button");
      if (typeof mark === "number") {
        element.style.setProperty("--mark", mark < 0 ? LESS : MORE);
        element.style.setProperty("--strength", `${Math.min(1, Math.abs(mark)) * 60}%`);
        element.title = String(mark);
        return element;
      }
      const color = colors.get(mark) ?? "";
      element.style.setProperty("--mark", color);
      element.dataset["category"] = mark;
      if (props.show_legend || !props.show_inline_category) {
        element.title = mark;
        element.ariaLabel = `${part} (${mark})`;
      } else {
        element.append(createTag(mark, color));
      }
      return element;
    };

    const createLegendEntry = ([category, color]: [string, string]): HTMLElement => {
      const entry = document.createElement("button");
      entry.type = "button";
      entry.className = "legend-entry";
      entry.textContent = category;
      entry.style.backgroundColor = color;
      entry.style.color = textOn(color);
      entry.ariaPressed = "false";
      entry.addEventListener("click", () => {
        const only = entry.ariaPressed === "false" ? category : null;
        for (const other of legend.children) other.ariaPressed = String(other === entry && only !== null);
        for (const part of text.querySelectorAll<HTMLElement>(".marked")) {
          part.toggleAttribute("data-dim", only !== null && part.dataset["category"] !== only);
        }
      });
      return entry;
    };

    // Tab comes to one of the marked parts, the arrow keys go on from there.
    text.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const part = (event.target as HTMLElement).closest<HTMLElement>(".marked");
      if (part && (event.key === "Enter" || event.key === " ")) part.click();
      else if (!part || !step) return;
      else focusNext(text, part, text.matches(":dir(rtl)") && event.key.match(/Left|Right/) ? -step : step);
      event.preventDefault();
    });

    return {
      tools: display.tools,
      apply(_, all) {
        display.apply(wrapper, all);
        display.content.dir = all.rtl ? "rtl" : "";
        const tokens = all.value ?? [];
        const colors = categoryColors(tokens, all.color_map ?? {});
        legend.hidden = !all.show_legend;
        const entries = [...colors].map(createLegendEntry);
        if (!colors.size && tokens.some(isNumber)) entries.push(createScale());
        legend.replaceChildren(...(all.show_legend ? entries : []));
        text.replaceChildren(...tokens.map((token, index) => createPart(token, index, all, colors)));
        text.querySelector<HTMLElement>(".marked")?.setAttribute("tabindex", "0");
      },
    };
  },
});

function categoryColors(tokens: Token[], given: Record<string, string>): Map<string, string> {
  const names = new Set(tokens.map((token) => token.class_or_confidence).filter((mark) => typeof mark === "string"));
  const color = (name: string, place: number): string => {
    const wanted = given[name];
    return wanted && CSS.supports("color", wanted) ? wanted : paletteColor(place);
  };
  return new Map([...names].map((name, place) => [name, color(name, place)]));
}

function isNumber({ class_or_confidence }: Token): boolean {
  return typeof class_or_confidence === "number";
}

function createTag(category: string, color: string): HTMLElement {
  const tag = document.createElement("span");
  tag.className = "category";
  tag.textContent = category;
  tag.style.backgroundColor = color;
  tag.style.color = textOn(color);
  return tag;
}

function createScale(): HTMLElement {
  const scale = document.createElement("div");
  scale.className = "scale";
  scale.append(...["-1", "0", "+1"].map((text) => {
    const mark = document.createElement("span");
    mark.textContent = text;
    return mark;
  }));
  return scale;
}

function focusNext(text: HTMLElement, part: HTMLElement, step: number): void {
  const parts = [...text.querySelectorAll<HTMLElement>(".marked")];
  const next = parts[parts.indexOf(part) + step];
  if (!next) return;
  part.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
