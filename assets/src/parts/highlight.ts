import hljs from "highlight.js/lib/common";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import latex from "highlight.js/lib/languages/latex";
import powershell from "highlight.js/lib/languages/powershell";

hljs.registerLanguage("dockerfile", dockerfile);
hljs.registerLanguage("latex", latex);
hljs.registerLanguage("powershell", powershell);

/** Shows code in colours; in a language that nobody knows it stays plain. */
export default function highlight(element: HTMLElement, code: string, language: string): void {
  if (!hljs.getLanguage(language)) return;
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
  const coloured = new DOMParser().parseFromString(value, "text/html");
  element.replaceChildren(...plainSpans(coloured.body));
}

/** The same texts in the same spans, and nothing else that HTML could have brought. */
function plainSpans(source: Node): Node[] {
  return [...source.childNodes].map((node) => {
    if (!(node instanceof HTMLElement)) return document.createTextNode(node.textContent ?? "");
    const span = document.createElement("span");
    span.className = node.className;
    span.append(...plainSpans(node));
    return span;
  });
}
