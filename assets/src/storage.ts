import type { Batch, Ready, StorageFailed } from "./generated/messages.ts";

const PREFIX = "desktop_app:";

/** The entries that are ours, without their prefix; null when the webview gives no storage. */
export function readStorage(): Ready["storage"] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return Object.fromEntries(keys.map((key) => [key.slice(PREFIX.length), localStorage.getItem(key) ?? ""]));
  } catch {
    return null;
  }
}

/** Writes entries, or removes those that are null; one that fails does not stop the others. */
export function writeStorage(
  entries: Batch["storage"],
  failed: (key: string, reason: StorageFailed["reason"]) => void,
): void {
  for (const [key, text] of Object.entries(entries)) {
    try {
      if (text === null) localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, text);
    } catch (error) {
      failed(key, isQuotaError(error) ? "full" : "unavailable");
    }
  }
}

function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
