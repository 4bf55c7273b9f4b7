import katex from "katex";
import styles from "katex/dist/katex.min.css";

const style = document.createElement("style");
style.textContent = styles;
document.head.prepend(style); // so that the author's own styles come last

/** Sets a formula; one that has a mistake in it is shown in red, as it was written. */
export default function render(source: string, element: HTMLElement, display: boolean): void {
  katex.render(source, element, {
    displayMode: display,
    throwOnError: false,
    errorColor: "var(--wa-color-danger-on-quiet)",
    strict: "ignore",
    trust: false,
    maxSize: 50,
    maxExpand: 1000,
  });
}
