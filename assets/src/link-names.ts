/** Makes links of these names, wherever the element's text has them as words, to what has the id `h-<name>`. */
export function linkNames(element: HTMLElement, names: readonly string[]): void {
  if (!names.length) return;
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const words = new RegExp(`(?<![\\w-])(${longestFirst.map(escape).join("|")})(?![\\w-])`, "g");
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest("a, strong")) continue;
    const parts = text.data.split(words);
    if (parts.length > 1) text.replaceWith(...parts.map((part, place) => (place % 2 ? createLink(part) : part)));
  }
}

function createLink(name: string): HTMLElement {
  const link = document.createElement("a");
  link.href = `#${encodeURIComponent(`h-${name.toLowerCase()}`)}`;
  link.textContent = name;
  return link;
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
