import { component } from "../component.ts";
import { cssSize } from "../css-size.ts";
import type { HTMLProps } from "../generated/messages.ts";
import { fillIn, valueAt } from "../handlebars.ts";
import { addToHead } from "../head.ts";
import { type HtmlFunctions, type Uploaded, whenThere } from "../html-functions.ts";
import { keepFocus } from "../keep-focus.ts";
import { ServerCalls } from "../server-calls.ts";

type Values = Record<string, unknown>;

const SHAPES_CONTENT = ["value", "props", "html_template", "css_template"] as const;
const CHILDREN = "data-html-children";
let shown = 0;

export default component<HTMLProps>({
  create(wrapper, context) {
    const scope = `html-${(shown += 1)}`;
    const head = document.createElement("div");
    head.className = "field-head";
    const label = document.createElement("div");
    label.className = "field-label";
    const tools = document.createElement("div");
    tools.className = "field-tools";
    head.append(label, tools);
    const style = document.createElement("style");
    const content = document.createElement("div");
    const children = document.createElement("div");
    children.className = "html-children";
    wrapper.append(head, style, content);
    const calls = new ServerCalls((data) => context.emit("server_call", data));
    const watched: { names: string[]; changed: () => void }[] = [];
    let all: HTMLProps | null = null;
    let values: Values = {};
    let functions: HtmlFunctions | null = null;

    const draw = (): void => {
      if (!all || (typeof all.script === "number" && !functions)) return;
      const atEnd = content.scrollHeight - content.scrollTop - content.clientHeight < 2;
      const html = fill(all.html_template, values, functions);
      keepFocus(() => {
        children.remove(); // they are no part of the template, and stay what they are
        content.innerHTML = html;
        const place = content.querySelector(`[${CHILDREN}]`);
        if (place) place.replaceWith(children);
        else content.append(children);
      });
      style.textContent = all.css_template.join("").trim() ? `.${scope} { ${fill(all.css_template, values, functions)} }` : "";
      if (all.autoscroll && atEnd) content.scrollTop = content.scrollHeight;
    };
    /** What the author's script sees of them: setting one shows it, and the value is the user's edit. */
    const props = new Proxy({} as Values, {
      get: (_, name) => values[String(name)],
      has: (_, name) => String(name) in values,
      ownKeys: () => Object.keys(values),
      getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, value: values[String(name)] }),
      set(_, name, value) {
        values = { ...values, [String(name)]: value };
        if (name === "value") context.edit(value);
        draw();
        return true;
      },
    });
    const begin = (now: HtmlFunctions): void => {
      functions = now;
      draw();
      const trigger = (event: string, data?: unknown): void => context.emit(event, data);
      const watch = (names: string | string[], changed: () => void): void => {
        watched.push({ names: [names].flat(), changed });
      };
      const upload = (file: File): Promise<Uploaded> => calls.upload(file);
      now.run(content, trigger, props, watch, calls.functions(all?.server ?? []), upload);
    };
    let begun = false;

    return {
      children,
      tools,
      apply(changed, now) {
        if (changed.head) addToHead(changed.head);
        all = now;
        const before = values;
        values = { ...values, ...(changed.props ?? {}), ...("value" in changed ? { value: changed.value } : {}) };
        label.textContent = now.show_label ? now.label : "";
        wrapper.toggleAttribute("data-container", now.container);
        wrapper.toggleAttribute("data-padding", now.padding);
        content.className = `html-content ${scope}${now.apply_default_css ? " markdown-content" : ""}`;
        content.style.minHeight = cssSize(now.min_height);
        content.style.maxHeight = cssSize(now.max_height);
        content.classList.toggle("scrolls", now.max_height !== null);
        if (changed.server_answer !== undefined) calls.answered(changed.server_answer);
        if (SHAPES_CONTENT.some((name) => changed[name] !== undefined)) draw();
        if (!begun) {
          begun = true;
          if (typeof now.script === "number") whenThere(now.script, begin);
          if (now.script === "click") content.addEventListener("click", () => context.emit("click"));
        } else {
          for (const { names, changed: tell } of watched) {
            if (names.some((name) => before[name] !== values[name])) tell();
          }
        }
      },
    };
  },
});

/** Texts and expressions in turn; what an expression brings is put in last, so that it is no template itself. */
function fill(pieces: string[], values: Values, functions: HtmlFunctions | null): string {
  const place = (piece: string): string => piece.replace("@children", `<div ${CHILDREN}></div>`);
  const template = pieces.map((piece, index) => (index % 2 ? `\0${index}\0` : place(piece))).join("");
  return fillIn(template, values).replace(/\0(\d+)\0/g, (_, index: string) => {
    const expression = pieces[Number(index)] ?? "";
    const own = functions?.expressions[expression];
    const value = own ? own(values) : valueAt(values, expression);
    return value === null || value === undefined ? "" : String(value);
  });
}
