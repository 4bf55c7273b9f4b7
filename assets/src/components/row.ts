import { component } from "../component.ts";
import type { RowProps } from "../generated/messages.ts";

/** Components beside each other, on more lines where the window is narrow. */
export default component<RowProps>({
  create: (wrapper) => ({
    children: wrapper,
    apply(_, { equal_height }) {
      wrapper.toggleAttribute("data-equal-height", equal_height);
    },
  }),
});
