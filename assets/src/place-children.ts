import { focusedElement } from "./keep-focus.ts";

/**
 * Puts nodes into a parent in their order, beside whatever else is there. What is in its place already does not move,
 * least of all what has the focus: moving costs an element its state.
 */
export function placeChildren(parent: HTMLElement, nodes: readonly ChildNode[]): void {
  const shown = nodes.filter((node) => node.isConnected);
  const there = shown.filter((node) => node.parentNode === parent);
  const restoreScroll = shown.length === there.length && inOrder(there) ? null : scrollPositions(shown);
  const fixed = there.find(containsAny(focusPath())) ?? there[0];
  if (fixed) placeBeside(fixed, nodes);
  else parent.append(...nodes);
  restoreScroll?.();
}

function placeBeside(fixed: ChildNode, nodes: readonly ChildNode[]): void {
  const index = nodes.indexOf(fixed);
  let last = fixed;
  for (const node of nodes.slice(index + 1)) {
    if (last.nextSibling !== node) last.after(node);
    last = node;
  }
  let first = fixed;
  for (const node of nodes.slice(0, index).reverse()) {
    if (first.previousSibling !== node) first.before(node);
    first = node;
  }
}

function inOrder(nodes: readonly ChildNode[]): boolean {
  return nodes.every((node, index) => {
    const before = nodes[index - 1];
    return !before || before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
}

function containsAny(elements: readonly Element[]): (node: Node) => boolean {
  return (node) => elements.some((element) => node.contains(element));
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

/** Remembers how far everything in these nodes is scrolled; call the result to scroll it there again. */
function scrollPositions(nodes: readonly ChildNode[]): () => void {
  const positions = nodes.flatMap((node) => (node instanceof Element ? [...scrolledIn(node)] : []));
  return () => {
    for (const [element, left, top] of positions) element.scrollTo({ left, top, behavior: "instant" });
  };
}

function* scrolledIn(element: Element): Generator<readonly [Element, number, number]> {
  if (element.scrollLeft || element.scrollTop) yield [element, element.scrollLeft, element.scrollTop];
  for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) yield* scrolledIn(child);
}
