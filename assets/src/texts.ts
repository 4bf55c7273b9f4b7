import "@awesome.me/webawesome/dist/translations/de.js";
import type { Init } from "./generated/messages.ts";

let table: Init["texts"] = {};

/** Takes the texts of the user's language; Web Awesome's own follow the document's. */
export function useTexts(language: Init["language"], texts: Init["texts"]): void {
  document.documentElement.lang = language;
  table = texts;
}

/** A text of our own in the user's language; `{name}` is filled in. */
export function t(english: string, values: Record<string, string | number> = {}): string {
  return (table[english] ?? english).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
