interface TextElement extends HTMLElement {
  value: string | null;
  readonly input: HTMLInputElement | HTMLTextAreaElement | null;
  readonly updateComplete: Promise<unknown>;
  setSelectionRange(start: number, end: number): void;
}

/** Shows a text without moving the caret of a user who is in it, as far as the new text allows. */
export function setText(element: TextElement, text: string): void {
  const before = element.value ?? "";
  if (before === text) return;
  const start = element.input?.selectionStart ?? null;
  const end = element.input?.selectionEnd ?? null;
  element.value = text;
  if (!element.matches(":focus-within") || start === null || end === null) return;
  const moved = (caret: number): number => (caret === before.length ? text.length : Math.min(caret, text.length));
  void element.updateComplete.then(() => element.setSelectionRange(moved(start), moved(end)));
}
