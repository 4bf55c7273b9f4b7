import createDOMPurify from "dompurify";
import { Marked } from "marked";
import { addHeadingLinks } from "./heading-links.ts";
import { highlightCode } from "./highlighting.ts";
import { type Delimiter, formulas, setFormulas } from "./latex.ts";

export interface RichTextOptions {
  /** What stands around formulas; none by default. */
  latex?: readonly Delimiter[];
  /** True begins a new line where the text does. */
  lineBreaks?: boolean;
  /** True puts a link to itself behind each heading. */
  headerLinks?: boolean;
  /** False leaves the author's HTML as it is. */
  sanitize?: boolean;
}

const purifier = createDOMPurify(window);

const FORBIDDEN = ["style", "form", "button", "textarea", "select", "option", "dialog", "iframe"];

// Whatever an element would load from elsewhere.
const LOADED = ["src", "poster", "background"];

purifier.addHook("afterSanitizeAttributes", (element) => {
  if (element.localName === "a") element.setAttribute("rel", "noopener noreferrer");
  element.removeAttribute("srcset");
  for (const name of LOADED) {
    if (!/^(data|blob):/.test(element.getAttribute(name) ?? "")) element.removeAttribute(name);
  }
});

/** Markdown as safe elements: no scripts, styles or forms, nothing from the network. */
export function renderMarkdown(text: string, options: RichTextOptions = {}): DocumentFragment {
  const html = parser(text, options).parse(text, { async: false });
  const fragment = options.sanitize === false ? unchanged(html) : sanitized(html);
  if (options.headerLinks) addHeadingLinks(fragment);
  return fragment;
}

/** Shows Markdown in an element: at once as plain text and elements, colours and formulas as soon as they can be. */
export function showMarkdown(element: HTMLElement, text: string, options: RichTextOptions = {}): void {
  element.replaceChildren(renderMarkdown(text, options));
  void highlightCode(element);
  void setFormulas(element);
}

function parser(text: string, { latex = [], lineBreaks = false }: RichTextOptions): Marked {
  const marked = new Marked({ gfm: true, breaks: lineBreaks });
  const used = latex.filter(({ left }) => text.includes(left)); // to look for others takes long in a long text
  return used.length ? marked.use(formulas(used)) : marked;
}

function sanitized(html: string): DocumentFragment {
  // The line break keeps a frameset at the start from taking the place of everything.
  const fragment = purifier.sanitize(`<br>${html}`, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN,
    RETURN_DOM_FRAGMENT: true,
  });
  fragment.firstChild?.remove();
  // What is too wide is scrolled, also by keys.
  for (const code of fragment.querySelectorAll<HTMLElement>("pre")) code.tabIndex = 0;
  // Fields are a task list's boxes, which are there to be read, or they have no place here.
  for (const field of fragment.querySelectorAll("input")) {
    if (field.type === "checkbox") field.disabled = true;
    else field.remove();
  }
  // The page loads nothing from elsewhere, so such a picture gives way to its description.
  for (const image of fragment.querySelectorAll("img:not([src])")) image.replaceWith(image.getAttribute("alt") ?? "");
  return fragment;
}

function unchanged(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return document.importNode(template.content, true);
}
