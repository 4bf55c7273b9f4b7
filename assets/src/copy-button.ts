import "@awesome.me/webawesome/dist/components/icon/icon.js";
import { t } from "./texts.ts";

const SHOWN_MS = 1500; // how long it says that it has copied

/** A small button that copies a text, and says so. */
export function copyButton(text: () => string, copied: (text: string) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  const icon = document.createElement("wa-icon");
  button.append(icon);
  let timer = 0;

  const say = (name: string, label: string): void => {
    icon.name = name;
    button.ariaLabel = label;
    button.title = label;
  };
  const press = async (): Promise<void> => {
    const copy = text();
    const done = await copyText(copy);
    say(done ? "check" : "xmark", done ? t("Copied") : t("Could not copy"));
    clearTimeout(timer);
    timer = window.setTimeout(() => say("copy", t("Copy")), SHOWN_MS);
    if (done) copied(copy);
  };
  button.addEventListener("click", () => void press());
  say("copy", t("Copy"));
  return button;
}

/** Puts a text into the clipboard; tells whether that worked. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text); // an engine that gives a page no clipboard may still copy what is selected
  }
}

function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
