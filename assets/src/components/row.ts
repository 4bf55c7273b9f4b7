import { component } from "../component.ts";
import { cssSize } from "../css-size.ts";
import type { RowProps } from "../generated/messages.ts";

/** Components beside each other, on more lines where the window is narrow. */
export default component<RowProps>({
  create: (wrapper) => ({
    children: wrapper,
    apply(_, { variant, equal_height, height, max_height, min_height }) {
      wrapper.dataset["variant"] = variant;
      wrapper.toggleAttribute("data-equal-height", equal_height);
      wrapper.style.height = cssSize(height);
      wrapper.style.maxHeight = cssSize(max_height);
      wrapper.style.minHeight = cssSize(min_height);
      wrapper.toggleAttribute("data-scrolled", height !== null || max_height !== null);
    },
  }),
});
