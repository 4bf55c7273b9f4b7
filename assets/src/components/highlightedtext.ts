import { paletteColor, textOn } from "../colors.ts";
import { component } from "../component.ts";
import { Display } from "../display.ts";
import type { HighlightedTextProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { LabelEditor } from "../label-editor.ts";
import { type Mark, type Range, type Token, starts, withMark } from "../marks.ts";
import { makeSelectable, placeCaret, selectedRange } from "../text-selection.ts";
import { t } from "../texts.ts";

const LESS = "#ef4444"; // numbers below zero
const MORE = "#3b82f6";
let hints = 0;

export default component<HighlightedTextProps>({
  create(wrapper, context) {
    const display = new Display(wrapper, "highlighted");
    const legend = document.createElement("div");
    legend.className = "legend";
    const text = document.createElement("div");
    text.className = "highlighted-text";
    const editor = new LabelEditor(display.content);
    const hint = document.createElement("div");
    hint.className = "unseen";
    hint.id = `marks-hint-${(hints += 1)}`;
    hint.textContent = t("Select text and press Enter to label it.");
    display.content.append(legend, text);
    let props: HighlightedTextProps | null = null;
    let tokens: Token[] = [];
    const categories: string[] = []; // in the order in which they were seen, so that each keeps its colour

    const createPart = (token: Token, index: number, props: HighlightedTextProps, colors: Map<string, string>): HTMLElement => {
      const { token: part, class_or_confidence: mark } = token;
      const element = document.createElement("span");
      element.textContent = props.show_whitespaces || props.interactive ? part : part.trim();
      element.addEventListener("click", () => context.emit("select", { index, value: [part, mark], selected: true }));
      if (mark === null) return element;
      element.className = "marked";
      if (!props.interactive) {
        element.tabIndex = -1;
        element.setAttribute("role", "button");
      }
      if (typeof mark === "number") {
        element.style.setProperty("--mark", mark < 0 ? LESS : MORE);
        element.style.setProperty("--strength", `${Math.min(1, Math.abs(mark)) * 60}%`);
        element.title = String(mark);
        return element;
      }
      const color = colors.get(mark) ?? "";
      element.style.setProperty("--mark", color);
      element.dataset["category"] = mark;
      if (!props.interactive && (props.show_legend || !props.show_inline_category)) {
        element.title = mark;
        element.ariaLabel = `${part} (${mark})`;
      } else if (mark) {
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

    const draw = (): void => {
      if (!props) return;
      for (const { class_or_confidence: mark } of tokens) {
        if (typeof mark === "string" && mark && !categories.includes(mark)) categories.push(mark);
      }
      const colors = categoryColors(tokens, props.color_map ?? {}, categories);
      const entries = [...colors].filter(([category]) => category).map(createLegendEntry);
      if (!colors.size && tokens.some(isNumber)) entries.push(createScale());
      legend.hidden = !props.show_legend;
      legend.replaceChildren(...(props.show_legend ? entries : []));
      const all = props;
      text.replaceChildren(...tokens.map((token, index) => createPart(token, index, all, colors)));
      if (!all.interactive) text.querySelector<HTMLElement>(".marked")?.setAttribute("tabindex", "0");
    };

    const label = (range: Range, mark: Mark): void => {
      tokens = withMark(tokens, range, mark);
      draw();
      context.edit(tokens);
    };

    /** Asks for the label of what is selected, or of the part that the caret is in. */
    const ask = async (): Promise<void> => {
      const range = chosen();
      if (!range || !props) return;
      const mark = markOf(tokens, range);
      const before = tokens;
      tokens = withMark(tokens, range, mark ?? ""); // shows what it is about
      draw();
      tokens = before;
      const asked = { mark, categories: known(categories, props), isNumber: tokens.some(isNumber) };
      const answer = await editor.ask(asked);
      if (tokens !== before) return; // a handler has written another text
      if (answer === undefined || answer === mark) draw();
      else label(range, answer);
      if (wrapper.contains(document.activeElement) || document.activeElement === document.body) {
        text.focus({ preventScroll: true });
        placeCaret(text, starts(tokens), range.end);
      }
    };

    const chosen = (): Range | null => {
      const places = starts(tokens);
      const length = tokens.reduce((sum, { token }) => sum + token.length, 0);
      const range = selectedRange(text, places, length);
      if (!range || range.end > range.start) return range;
      return partAt(tokens, places, range.start);
    };

    makeSelectable(text, draw);
    text.addEventListener("mouseup", () => {
      if (props?.interactive) setTimeout(() => void ask()); // the selection is made after this event
    });
    text.addEventListener("keydown", (event) => {
      if (!props?.interactive) return;
      const range = isPlainEnter(event) || event.key === "Delete" || event.key === "Backspace" ? chosen() : null;
      if (!range) return;
      event.preventDefault();
      if (event.key === "Enter") void ask();
      else if (markOf(tokens, range) !== null) label(range, null);
    });

    // Tab comes to one of the marked parts, the arrow keys go on from there.
    text.addEventListener("keydown", (event) => {
      if (props?.interactive) return;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const part = (event.target as HTMLElement).closest<HTMLElement>(".marked");
      if (part && (event.key === "Enter" || event.key === " ")) part.click();
      else if (!part || !step) return;
      else focusNext(text, part, text.matches(":dir(rtl)") && event.key.match(/Left|Right/) ? -step : step);
      event.preventDefault();
    });

    return {
      tools: display.tools,
      apply(changed, all) {
        props = all;
        display.apply(wrapper, all);
        display.content.dir = all.rtl ? "rtl" : "";
        if (changed.value !== undefined) {
          tokens = all.value ?? [];
          editor.close();
        }
        if (all.interactive) display.content.append(hint);
        else hint.remove();
        makeEditable(text, all, hint.id);
        draw();
      },
    };
  },
});

/** A text that the user can mark is a field with a caret, which nobody can change. */
function makeEditable(text: HTMLElement, { interactive, label }: HighlightedTextProps, hint: string): void {
  const attributes = {
    contenteditable: "true",
    role: "textbox",
    "aria-readonly": "true",
    "aria-multiline": "true",
    "aria-label": label || t("Text"),
    "aria-describedby": hint,
    spellcheck: "false",
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (interactive) text.setAttribute(name, value);
    else text.removeAttribute(name);
  }
}

/** The colours of the categories that there are now; one keeps its own as long as it is shown. */
function categoryColors(tokens: Token[], given: Record<string, string>, seen: string[]): Map<string, string> {
  const names = new Set(tokens.map((token) => token.class_or_confidence).filter((mark) => typeof mark === "string"));
  const color = (name: string): string => {
    const wanted = given[name];
    if (wanted && CSS.supports("color", wanted)) return wanted;
    return paletteColor(name ? seen.indexOf(name) : seen.length); // a new label has no name yet
  };
  return new Map([...names].map((name) => [name, color(name)]));
}

/** The categories to offer. */
function known(seen: string[], { color_map }: HighlightedTextProps): string[] {
  return [...new Set([...Object.keys(color_map ?? {}), ...seen])].filter((name) => name);
}

/** The mark that all of a range has as one part; null for none or another. */
function markOf(tokens: Token[], { start, end }: Range): Mark {
  const places = starts(tokens);
  const index = tokens.findIndex(({ token }, each) => places[each] === start && start + token.length === end);
  return tokens[index]?.class_or_confidence ?? null;
}

/** The marked part that the caret is in. */
function partAt(tokens: Token[], places: number[], at: number): Range | null {
  for (const [index, { token, class_or_confidence }] of tokens.entries()) {
    const start = places[index] ?? 0;
    if (class_or_confidence !== null && start <= at && at <= start + token.length) return { start, end: start + token.length };
  }
  return null;
}

function isNumber({ class_or_confidence }: Token): boolean {
  return typeof class_or_confidence === "number";
}

function createTag(category: string, color: string): HTMLElement {
  const tag = document.createElement("span");
  tag.className = "category";
  tag.contentEditable = "false";
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
