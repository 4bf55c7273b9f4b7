/** A size as CSS has it: a number is pixels, a text is CSS already. */
export function cssSize(size: number | string | null): string {
  return typeof size === "number" ? `${size}px` : (size ?? "");
}
