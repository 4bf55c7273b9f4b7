import { component } from "../component.ts";
import type { BlocksProps } from "../generated/messages.ts";

/** The window's content. */
export default component<BlocksProps>({
  create: (wrapper) => ({
    children: wrapper,
    apply(_, { fill_width, fill_height }) {
      wrapper.toggleAttribute("data-fill-width", fill_width);
      wrapper.toggleAttribute("data-fill-height", fill_height);
    },
  }),
});
