import type { TextboxProps } from "./generated/messages.ts";
import type { TextControl } from "./text-control.ts";

const MOST_LINES = 20;

/** The control starts with some lines and grows with its text up to the most, which is returned. */
export function setLines(wrapper: HTMLElement, control: TextControl, { lines, max_lines }: TextboxProps): number {
  if (control.localName !== "wa-textarea") return 1;
  const textarea = control as HTMLElementTagNameMap["wa-textarea"];
  const most = Math.max(lines, max_lines ?? (lines === 1 ? 1 : MOST_LINES)); // one line stays one unless told
  // Measuring costs a layout of the whole page for each box, so only those that can grow are measured.
  const resize = most > lines ? "auto" : "none";
  if (textarea.hasUpdated && (textarea.rows !== lines || textarea.resize !== resize)) measureAfterwards(textarea, resize);
  else textarea.resize = resize;
  textarea.rows = lines;
  wrapper.style.setProperty("--max-lines", String(most));
  wrapper.toggleAttribute("data-one-line", most === 1);
  return most;
}

/** Web Awesome measures before it has drawn the new lines; a new way to resize makes it measure again. */
function measureAfterwards(textarea: HTMLElementTagNameMap["wa-textarea"], resize: "auto" | "none"): void {
  textarea.resize = "none";
  void textarea.updateComplete.then(() => {
    textarea.input.style.height = "";
    textarea.resize = resize;
  });
}
