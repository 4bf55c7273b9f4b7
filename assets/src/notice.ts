/** A short text in place of something the page cannot show. */
export function notice(text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "notice";
  element.textContent = text;
  return element;
}
