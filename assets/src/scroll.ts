import { afterFrame } from "./frame.ts";

const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");

/** Brings an element into view, once what is new on the page has its size. */
export function scrollTo(element: HTMLElement): void {
  afterFrame(() => element.scrollIntoView({ behavior: lessMotion.matches ? "instant" : "smooth", block: "nearest" }));
}
