import { component } from "../component.ts";
import type { ColumnProps } from "../generated/messages.ts";

/** Components below each other. */
export default component<ColumnProps>({
  create: (wrapper) => ({
    children: wrapper,
    apply(_, { variant }) {
      wrapper.dataset["variant"] = variant;
    },
  }),
});
