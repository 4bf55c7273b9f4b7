import { component } from "../component.ts";
import type { PageProps } from "../generated/messages.ts";

/** One of several pages; the blocks around it show it when its link is pressed. */
export default component<PageProps>({
  create: (wrapper) => ({
    children: wrapper,
    filledLater: true,
    apply() {},
  }),
});
