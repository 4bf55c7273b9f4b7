/** Makes a change to the page and gives the focus back to where it was, with caret and selection. */
export function keepFocus(change: () => void): void {
  const focused = focusedElement();
  const restoreCaret = caretOf(focused);
  change();
  if (!focused?.isConnected || focusedElement() === focused) return;
  focused.focus({ preventScroll: true });
  restoreCaret();
}

/** The element that has the focus, inside of whatever has it on the page. */
export function focusedElement(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}

/** Remembers caret and selection; call the result to set them again. */
function caretOf(element: HTMLElement | null): () => void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return () => {};
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = element;
  return () => {
    if (start !== null) element.setSelectionRange(start, end, direction ?? undefined); // a checkbox, say, has no caret
  };
}
