/** Lets Ctrl+Z and its kin undo in texts: WebKitGTK leaves these keys to the program around it. */
export function useUndoKeys(): void {
  addEventListener("keydown", (event) => {
    const command = commandOf(event);
    if (command === null || event.defaultPrevented) return; // an editor with a history of its own has done it
    event.preventDefault();
    document.execCommand(command); // the one way to a field's own history
  });
}

function commandOf(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
