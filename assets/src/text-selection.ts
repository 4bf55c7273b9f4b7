import type { Range } from "./marks.ts";

/** Lets text be selected by mouse and keyboard, with a caret, but not be changed. */
export function makeSelectable(text: HTMLElement, restore: () => void): void {
  text.addEventListener("beforeinput", (event) => event.preventDefault());
  for (const event of ["paste", "drop", "dragstart", "cut"]) text.addEventListener(event, (each) => each.preventDefault());
  text.addEventListener("input", restore); // what an input method composes cannot be prevented
}

/**
 * What is selected in a text made of parts, each an element with its text first; null if it is not in there.
 * `places` is where each part begins in the whole text.
 */
export function selectedRange(text: HTMLElement, places: readonly number[], length: number): Range | null {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (!range || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const parts = [...text.children];
  const at = (node: Node, offset: number): number => {
    if (node === text) return places[offset] ?? length;
    const index = parts.findIndex((part) => part.contains(node));
    const own = parts[index]?.firstChild;
    const start = places[index] ?? length;
    if (node === own) return start + offset;
    return offset === 0 && node === parts[index] ? start : start + (own?.textContent?.length ?? 0);
  };
  return { start: at(range.startContainer, range.startOffset), end: at(range.endContainer, range.endOffset) };
}

/** Puts the caret into the whole text. */
export function placeCaret(text: HTMLElement, places: readonly number[], at: number): void {
  const index = places.findLastIndex((place) => place <= at);
  const node = text.children[index]?.firstChild;
  if (node) getSelection()?.collapse(node, Math.min(at - (places[index] ?? 0), node.textContent?.length ?? 0));
}
