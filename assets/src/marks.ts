import type { HighlightedTextProps } from "./generated/messages.ts";

export type Token = NonNullable<HighlightedTextProps["value"]>[number];
export type Mark = Token["class_or_confidence"];

/** From which character up to which; places in the whole text. */
export interface Range {
  start: number;
  end: number;
}

/** Where each token begins. */
export function starts(tokens: readonly Token[]): number[] {
  let at = 0;
  return tokens.map(({ token }) => (at += token.length) - token.length);
}

/** The tokens with one that has this mark and reaches from `start` to `end`; what others had of that is its now. */
export function withMark(tokens: readonly Token[], { start, end }: Range, mark: Mark): Token[] {
  const before = cut(tokens, 0, start);
  const after = cut(tokens, end, Number.POSITIVE_INFINITY);
  const token = cut(tokens, start, end).map((each) => each.token).join("");
  return joined([...before, { token, class_or_confidence: mark }, ...after]);
}

function cut(tokens: readonly Token[], start: number, end: number): Token[] {
  const places = starts(tokens);
  return tokens.flatMap(({ token, class_or_confidence }, index) => {
    const place = places[index] ?? 0;
    const part = token.slice(Math.max(0, start - place), Math.max(0, end - place));
    return part ? [{ token: part, class_or_confidence }] : [];
  });
}

/** Neighbours without a mark are one token. */
function joined(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last && last.class_or_confidence === null && token.class_or_confidence === null) {
      result[result.length - 1] = { token: last.token + token.token, class_or_confidence: null };
    } else {
      result.push(token);
    }
  }
  return result;
}
