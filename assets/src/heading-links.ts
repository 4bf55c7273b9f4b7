import { t } from "./texts.ts";

const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** Puts a link to itself behind each heading. */
export function addHeadingLinks(content: ParentNode): void {
  for (const [name, heading] of named(content)) {
    const link = document.createElement("a");
    link.className = "heading-link";
    link.href = `#${encodeURIComponent(name)}`;
    link.ariaLabel = t("Link to {name}", { name: `“${heading.textContent?.trim()}”` });
    heading.append(link);
  }
}

/** Follows links within the page by scrolling: "#a-title" leads to the heading "A title". */
export function followLinksWithin(content: HTMLElement): void {
  content.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (!link) return;
    event.preventDefault();
    const name = decoded(link.getAttribute("href")?.slice(1) ?? "");
    const target = named(content).get(name) ?? named(document).get(name) ?? document.getElementById(name);
    target?.scrollIntoView({ block: "start" });
  });
}

/** The headings below by the names that links have for them: small letters, "-" for spaces, a number for the second. */
function named(content: ParentNode): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  const uses = new Map<string, number>();
  for (const heading of content.querySelectorAll<HTMLElement>(HEADINGS)) {
    const name = (heading.textContent ?? "").trim().toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replace(/ /g, "-");
    const before = uses.get(name) ?? 0;
    uses.set(name, before + 1);
    found.set(before ? `${name}-${before}` : name, heading);
  }
  return found;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a "%" that stands for itself
  }
}
