import { component } from "../component.ts";
import type { GroupProps } from "../generated/messages.ts";

/** Components that belong together, in one frame. */
export default component<GroupProps>({
  create: (wrapper) => ({ children: wrapper, apply() {} }),
});
