import createDOMPurify from "dompurify";
import { Marked } from "marked";

const marked = new Marked({ gfm: true });
const purifier = createDOMPurify(window);

const FORBIDDEN = ["style", "form", "button", "textarea", "select", "option", "dialog", "iframe"];

purifier.addHook("afterSanitizeAttributes", (element) => {
  if (element.localName === "a") element.setAttribute("rel", "noopener noreferrer");
  if (element.localName === "img") {
    element.removeAttribute("srcset");
    if (!/^(data|blob):/.test(element.getAttribute("src") ?? "")) element.removeAttribute("src");
  }
});

/** Markdown as safe elements: no scripts, styles or forms, nothing from the network. */
export function renderMarkdown(text: string): DocumentFragment {
  const html = marked.parse(text, { async: false });
  const fragment = purifier.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN,
    RETURN_DOM_FRAGMENT: true,
  });
  // Fields are a task list's boxes, which are there to be read, or they have no place here.
  for (const field of fragment.querySelectorAll("input")) {
    if (field.type === "checkbox") field.disabled = true;
    else field.remove();
  }
  // The page loads nothing from elsewhere, so such a picture gives way to its description.
  for (const image of fragment.querySelectorAll("img:not([src])")) image.replaceWith(image.getAttribute("alt") ?? "");
  return fragment;
}
