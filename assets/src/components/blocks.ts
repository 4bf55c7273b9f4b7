import { component } from "../component.ts";
import type { BlocksProps } from "../generated/messages.ts";
import { Pages } from "../pages.ts";

/** The window's content, on one page or several. */
export default component<BlocksProps>({
  create(wrapper) {
    const pages = new Pages(wrapper);
    return {
      children: wrapper,
      apply(_, { fill_width, fill_height }) {
        wrapper.toggleAttribute("data-fill-width", fill_width);
        wrapper.toggleAttribute("data-fill-height", fill_height);
      },
      arrange: (children) => pages.arrange(children),
    };
  },
});
