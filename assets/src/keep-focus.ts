/** Makes a change to the page and gives the focus back to where it was; a field knows its caret and selection itself. */
export function keepFocus(change: () => void): void {
  const focused = focusedElement();
  change();
  if (focused?.isConnected && focusedElement() !== focused) focused.focus({ preventScroll: true });
}

/** The element that has the focus, inside of whatever has it on the page. */
export function focusedElement(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
