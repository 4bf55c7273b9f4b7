/** Calls back when Ctrl+Shift+D is pressed anywhere in the window. */
export function onInspectorKey(pressed: () => void): void {
  const listener = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey || event.key.toLowerCase() !== "d") return;
    event.preventDefault();
    if (!event.repeat) pressed();
  };
  window.addEventListener("keydown", listener, { capture: true });
}
