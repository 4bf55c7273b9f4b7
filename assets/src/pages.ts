import type { Child } from "./component.ts";
import type { NavbarProps, PageProps } from "./generated/messages.ts";
import { t } from "./texts.ts";

const MAIN = "";

interface Link {
  label: string;
  target: string;
}

/** The pages of a window, of which one is shown, and the bar with the links to them. */
export class Pages {
  readonly #root: HTMLElement;
  readonly #bar = document.createElement("nav");
  #pages: readonly Child[] = [];
  #current = MAIN;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#bar.addEventListener("click", (event) => this.#pressed(event));
    root.addEventListener("click", (event) => this.#pressed(event));
  }

  arrange(children: readonly Child[]): void {
    this.#pages = children.filter((child) => child.kind === "page");
    const navbar = children.find((child) => child.kind === "navbar");
    if (!navbar) return;
    this.#bar.setAttribute("aria-label", t("Pages"));
    this.#bar.replaceChildren(...links(navbar, this.#pages).map(createLink));
    if (this.#bar.parentElement !== navbar.element) navbar.element.replaceChildren(this.#bar);
    this.#show(this.#pages.some((page) => pathOf(page) === this.#current) ? this.#current : MAIN);
  }

  #pressed(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-page-path]") : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(link.dataset["pagePath"] ?? MAIN);
  }

  #show(path: string): void {
    if (path !== MAIN && !this.#pages.some((page) => pathOf(page) === path)) return; // there is no such page
    this.#current = path;
    this.#root.dataset["page"] = path === MAIN ? "main" : "other";
    for (const page of this.#pages) {
      const shown = pathOf(page) === path;
      page.element.toggleAttribute("data-current", shown);
      if (shown) page.fill();
    }
    for (const link of this.#bar.querySelectorAll<HTMLElement>("[data-page-path]")) {
      if (link.dataset["pagePath"] === path) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
}

function pathOf(page: Child): string {
  return (page.props as unknown as PageProps).path;
}

function links(navbar: Child, pages: readonly Child[]): Link[] {
  const { main_page_name, value } = navbar.props as unknown as NavbarProps;
  const main = main_page_name === false ? [] : [{ label: main_page_name, target: MAIN }];
  const others = pages
    .map((page) => page.props as unknown as PageProps)
    .filter((page) => page.show_in_navbar)
    .map((page) => ({ label: page.title, target: page.path }));
  return [...main, ...others, ...value.map(([label, target]) => ({ label: String(label), target: String(target) }))];
}

/** A link to a page shows it; any other goes the way of all links, to the system's browser. */
function createLink({ label, target }: Link): HTMLElement {
  const link = document.createElement("a");
  link.textContent = label;
  if (target.includes("://")) {
    link.href = target;
    link.rel = "noopener noreferrer";
  } else {
    link.href = `#${target}`;
    link.dataset["pagePath"] = target;
  }
  return link;
}
