import { component } from "../component.ts";
import type { NavbarProps } from "../generated/messages.ts";

/** The place of the links to the pages; the blocks around it know what they are. */
export default component<NavbarProps>({
  create: () => ({
    apply() {},
  }),
});
