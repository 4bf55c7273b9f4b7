import { component } from "../component.ts";
import type { RowProps } from "../generated/messages.ts";

/** Components beside each other, on more lines where the window is narrow. */
export default component<RowProps>({
  create: (wrapper) => ({
    children: wrapper,
    apply(_, { variant, equal_height, height, max_height, min_height }) {
      wrapper.dataset["variant"] = variant;
      wrapper.toggleAttribute("data-equal-height", equal_height);
      wrapper.style.height = length(height);
      wrapper.style.maxHeight = length(max_height);
      wrapper.style.minHeight = length(min_height);
      wrapper.toggleAttribute("data-scrolled", height !== null || max_height !== null);
    },
  }),
});

/** A number is one of pixels. */
function length(size: number | string | null): string {
  return typeof size === "number" ? `${size}px` : (size ?? "");
}
