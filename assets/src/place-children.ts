import { focusedElement } from "./keep-focus.ts";

/**
 * Puts nodes into a parent in their order, beside whatever else is there. What is in its place already does not move,
 * least of all what has the focus: moving costs an element its state.
 */
export function placeChildren(parent: HTMLElement, nodes: readonly ChildNode[]): void {
  const there = nodes.filter((node) => node.parentNode === parent);
  const focus = focusPath();
  const fixed = there.find((node) => focus.some((element) => node.contains(element))) ?? there[0];
  if (!fixed) {
    parent.append(...nodes);
    return;
  }
  const index = nodes.indexOf(fixed);
  let last = fixed;
  for (const node of nodes.slice(index + 1)) {
    if (last.nextSibling !== node) move(node, () => last.after(node));
    last = node;
  }
  let first = fixed;
  for (const node of nodes.slice(0, index).reverse()) {
    if (first.previousSibling !== node) move(node, () => first.before(node));
    first = node;
  }
}

/** The element with the focus, and those in whose shadow it is. */
function focusPath(): Element[] {
  const path: Element[] = [];
  for (let element: Element | null = focusedElement(); element; element = hostOf(element)) path.push(element);
  return path;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Moves a node and gives back the scroll positions that this costs. */
function move(node: ChildNode, change: () => void): void {
  const scrolled = node.isConnected && node instanceof Element ? [...scrolledIn(node)] : [];
  change();
  for (const [element, left, top] of scrolled) element.scrollTo({ left, top, behavior: "instant" });
}

function* scrolledIn(element: Element): Generator<readonly [Element, number, number]> {
  if (element.scrollLeft || element.scrollTop) yield [element, element.scrollLeft, element.scrollTop];
  for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) yield* scrolledIn(child);
}
