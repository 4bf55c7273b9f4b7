import { type Child, component } from "../component.ts";
import type { DraggableProps } from "../generated/messages.ts";
import { placeChildren } from "../place-children.ts";
import { Reordering } from "../reordering.ts";

/** Components in an order of the user's. */
export default component<DraggableProps>({
  create(wrapper) {
    const items = document.createElement("div");
    items.className = "draggable-items";
    const spoken = document.createElement("div");
    spoken.className = "draggable-spoken";
    spoken.setAttribute("role", "status");
    wrapper.append(items, spoken);
    let declared: Child[] = [];
    let order: Child[] = []; // as the user wants it; empty until then

    const inOrder = (): Child[] => {
      const moved = order.filter((child) => declared.includes(child));
      return declared.map((child) => (order.includes(child) ? moved.shift()! : child));
    };
    const reorder = (children: Child[]): void => {
      order = children;
      placeChildren(items, children.map((child) => child.element));
    };
    const reordering = new Reordering(inOrder, reorder, (text) => (spoken.textContent = text));

    return {
      children: items,
      apply(_, { orientation }) {
        wrapper.dataset["orientation"] = orientation;
        reordering.orientation = orientation;
      },
      arrange(children) {
        declared = children.filter((child) => child.props["visible"] !== false);
        for (const [place, child] of declared.entries()) {
          const handle = reordering.handle(child, place);
          if (handle.parentNode !== child.element) child.element.prepend(handle);
        }
        if (order.length) placeChildren(items, inOrder().map((child) => child.element));
      },
    };
  },
});
