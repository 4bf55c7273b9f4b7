import createDOMPurify from "dompurify";
import { Marked } from "marked";

const marked = new Marked({ gfm: true });
const purifier = createDOMPurify(window);

const FORBIDDEN = ["style", "form", "button", "textarea", "select", "option", "dialog", "iframe"];

purifier.addHook("afterSanitizeAttributes", (element) => {
  if (element.localName === "a") element.setAttribute("rel", "noopener noreferrer");
  if (element.localName === "input" && element.getAttribute("type") !== "checkbox") element.remove();
  // The page loads nothing from elsewhere, so such a picture shows its description instead.
  if (element.localName === "img" && !/^(data|blob):/.test(element.getAttribute("src") ?? "")) {
    element.removeAttribute("src");
    element.removeAttribute("srcset");
  }
});

/** Markdown as safe elements: no scripts, styles or forms, nothing from the network. */
export function renderMarkdown(text: string): DocumentFragment {
  const html = marked.parse(text, { async: false });
  return purifier.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN,
    RETURN_DOM_FRAGMENT: true,
  });
}
