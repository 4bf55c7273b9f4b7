import type { Batch } from "./generated/messages.ts";
import { t } from "./texts.ts";

type Toast = Batch["toasts"][number];

/** Short messages in the window's corner; those with a duration go by themselves. */
export class Toasts {
  readonly #stack: HTMLElement;

  constructor(stack: HTMLElement) {
    this.#stack = stack;
  }

  show(toast: Toast): void {
    const element = document.createElement("div");
    element.className = `toast toast-${toast.kind}`;
    element.setAttribute("role", isUrgent(toast) ? "alert" : "status");
    element.append(text(toast), closeButton(element));
    this.#stack.prepend(element);
    if (toast.duration !== null) removeLater(element, toast.duration);
  }

  clear(): void {
    this.#stack.replaceChildren();
  }
}

function isUrgent(toast: Toast): boolean {
  return toast.kind === "error" || toast.kind === "warning";
}

function text(toast: Toast): HTMLElement {
  const body = document.createElement("div");
  body.className = "toast-text";
  for (const part of ["title", "message"] as const) {
    if (!toast[part]) continue;
    const line = document.createElement("div");
    line.className = `toast-${part}`;
    line.textContent = toast[part];
    body.append(line);
  }
  return body;
}

function closeButton(toast: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.className = "toast-close";
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", t("Close"));
  button.addEventListener("click", () => toast.remove());
  return button;
}

/** Removes the toast after some seconds, not while the pointer rests on it. */
function removeLater(toast: HTMLElement, seconds: number): void {
  const start = (): number => window.setTimeout(() => toast.remove(), seconds * 1000);
  let timer = start();
  toast.addEventListener("pointerenter", () => clearTimeout(timer));
  toast.addEventListener("pointerleave", () => {
    timer = start();
  });
}
