import type highlight from "./parts/highlight.ts";
import { part } from "./parts.ts";

const LONGEST = 100_000; // characters; colours in a longer text cost more than they tell

/** Colours the code below an element that says its language, as soon as that can be done. */
export async function highlightCode(element: ParentNode): Promise<void> {
  const found = [...element.querySelectorAll<HTMLElement>("pre > code[class*='language-']")];
  if (!found.length) return;
  const colour = await part<typeof highlight>("highlight");
  for (const code of found) {
    const text = code.textContent ?? "";
    const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1];
    if (language && text.length <= LONGEST) colour(code, text, language);
  }
}
