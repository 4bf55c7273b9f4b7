import type { MarkedExtension, Tokens } from "marked";
import type katex from "./parts/katex.ts";
import { part } from "./parts.ts";

/** What stands around a formula, and whether it has a line of its own. */
export interface Delimiter {
  left: string;
  right: string;
  display: boolean;
}

const LONGEST = 10_000; // characters; what never ends is no formula

interface Formula extends Delimiter, Tokens.Generic {
  type: string;
  text: string;
}

/** Lets Markdown leave formulas alone: what is between these delimiters is kept as it was written. */
export function formulas(delimiters: readonly Delimiter[]): MarkedExtension {
  // "$$" is looked for before "$".
  const known = [...delimiters].sort((one, other) => other.left.length - one.left.length);
  const blocks = known.filter(({ display }) => display);
  const start = (source: string): number | undefined => {
    const found = known.map(({ left }) => source.indexOf(left)).filter((index) => index >= 0);
    return found.length ? Math.min(...found) : undefined;
  };
  // A paragraph is only cut where a formula stands alone.
  const startOfBlock = (source: string): number | undefined => {
    const end = source.search(/\n[ \t]*\n|\n?$/);
    for (let line = source.indexOf("\n") + 1; line > 0 && line < end; line = source.indexOf("\n", line) + 1) {
      if (blockAt(source.slice(line), blocks)) return line;
    }
    return undefined;
  };
  const renderer = (token: Tokens.Generic): string => {
    const { left, text, right, display } = token as Formula;
    const where = `data-from="${left.length}" data-to="${left.length + text.length}"`;
    return `<span class="formula" data-display="${display}" ${where}>${escape(left + text + right)}</span>`;
  };
  return {
    extensions: [
      {
        name: "formulaBlock",
        level: "block",
        start: startOfBlock,
        tokenizer: (source: string) => blockAt(source, blocks) ?? undefined,
        renderer: (token) => `<p>${renderer(token)}</p>\n`,
      },
      {
        name: "formula",
        level: "inline",
        start,
        tokenizer: (source: string) => formulaAt(source, known) ?? undefined,
        renderer,
      },
    ],
  };
}

/** Sets the formulas below an element, as soon as that can be done; until then they are shown as they were written. */
export async function setFormulas(element: ParentNode): Promise<void> {
  const found = [...element.querySelectorAll<HTMLElement>(".formula")];
  if (!found.length) return;
  const render = await part<typeof katex>("katex");
  for (const formula of found) {
    const { display, from, to } = formula.dataset;
    render(formula.textContent.slice(Number(from), Number(to)), formula, display === "true");
  }
}

/** A formula with nothing else on its lines. */
function blockAt(source: string, delimiters: readonly Delimiter[]): Formula | null {
  const formula = formulaAt(source, delimiters);
  const rest = formula && /^[ \t]*(?:\n+|$)/.exec(source.slice(formula.raw.length));
  return rest && { ...formula, type: "formulaBlock", raw: formula.raw + rest[0] };
}

function formulaAt(source: string, delimiters: readonly Delimiter[]): Formula | null {
  for (const delimiter of delimiters) {
    const { left, right } = delimiter;
    if (!source.startsWith(left)) continue;
    const end = endOfFormula(source, left.length, right);
    const text = end === null ? "" : source.slice(left.length, end);
    const raw = left + text + right;
    if (text.trim()) return { type: "formula", raw, text, ...delimiter };
  }
  return null;
}

/** Where the delimiter stands that ends a formula: outside of all braces, and with no backslash before it. */
function endOfFormula(source: string, from: number, right: string): number | null {
  let depth = 0;
  for (let index = from; index < Math.min(source.length, from + LONGEST); index++) {
    if (depth <= 0 && source.startsWith(right, index)) return index;
    if (source[index] === "\\") index++;
    else if (source[index] === "{") depth++;
    else if (source[index] === "}") depth--;
  }
  return null;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
