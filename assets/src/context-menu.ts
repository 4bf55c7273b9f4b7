const NOT_TEXT = new Set(["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]);

/** Leaves the browser's menu to text fields and selected text: elsewhere it only offers what browsers do. */
export function keepContextMenuForText(): void {
  window.addEventListener("contextmenu", (event) => {
    // WebKitGTK forgets what is under the pointer when its menu is prevented, and takes it for what was there before.
    if (window.desktopAppTransport?.hasTextMenu) return;
    const [at] = event.composedPath();
    if (at instanceof Node && !isField(at) && !isSelected(at)) event.preventDefault();
  });
}

function isField(node: Node): boolean {
  if (node instanceof HTMLInputElement) return !NOT_TEXT.has(node.type);
  return node instanceof HTMLTextAreaElement || (node instanceof HTMLElement && node.isContentEditable);
}

function isSelected(node: Node): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(node, true);
}
