import { notice } from "./notice.ts";

const PATIENCE_MS = 5000;

/** Explains the page when no app shows itself in it, as in a browser. Call the result once one does. */
export function explainWhenAlone(root: HTMLElement): () => void {
  const timer = setTimeout(() => {
    const element = notice("This page is part of a desktop app. Start it with: ");
    element.classList.add("notice-standalone");
    const command = document.createElement("code");
    command.textContent = "python your_app.py";
    element.append(command);
    root.replaceChildren(element);
  }, PATIENCE_MS);
  return () => clearTimeout(timer);
}
