const ALLOWED = "style, meta:not([http-equiv]), link[rel~=icon]";

let added: Element[] = [];
const addedByBlocks = new Map<string, Element[]>();

/** Puts the head elements of one block into the page; those that are there already stay the only ones. */
export function addToHead(html: string): void {
  if (addedByBlocks.get(html)?.every((element) => element.isConnected)) return;
  const elements = allowedIn(html);
  addedByBlocks.set(html, elements);
  added.push(...elements);
  document.head.append(...elements);
}

/** Puts the author's style sheet and head elements into the page, in place of those of the app before. */
export function showHead(css: string, html: string): void {
  for (const element of added) element.remove();
  const style = document.createElement("style");
  style.textContent = css;
  added = [...allowedIn(html), style];
  document.head.append(...added);
}

function allowedIn(html: string): Element[] {
  return [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(ALLOWED)];
}
