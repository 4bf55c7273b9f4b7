const ALLOWED = "style, meta:not([http-equiv]), link[rel~=icon]";

let added: Element[] = [];

/** Puts the author's style sheet and head elements into the page, in place of those of the app before. */
export function showHead(css: string, html: string): void {
  for (const element of added) element.remove();
  const style = document.createElement("style");
  style.textContent = css;
  const given = new DOMParser().parseFromString(html, "text/html");
  added = [...given.querySelectorAll(ALLOWED), style];
  document.head.append(...added);
}
