interface TextElement extends HTMLElement {
  value: string | null;
  readonly input: HTMLInputElement | HTMLTextAreaElement | null;
  readonly updateComplete: Promise<unknown>;
  setSelectionRange(start: number, end: number): void;
}

const NEAR_END = 4; // pixels

/**
 * Shows a text without moving the caret of a user who is in it, as far as the new text allows; with `follow` the end
 * stays in sight if it was.
 */
export function setText(element: TextElement, text: string, follow = false): void {
  const before = element.value ?? "";
  if (before === text) return;
  const start = element.input?.selectionStart ?? null;
  const end = element.input?.selectionEnd ?? null;
  const follows = follow && showsEnd(element.input);
  const focused = element.matches(":focus-within");
  element.value = text;
  const moved = (caret: number): number => (caret === before.length ? text.length : Math.min(caret, text.length));
  void element.updateComplete.then(() => {
    if (focused && start !== null && end !== null) element.setSelectionRange(moved(start), moved(end));
    if (follows && element.input) element.input.scrollTop = element.input.scrollHeight;
  });
}

function showsEnd(input: HTMLElement | null): boolean {
  return input !== null && input.scrollTop + input.clientHeight >= input.scrollHeight - NEAR_END;
}
