import { component } from "../component.ts";
import type { TabProps } from "../generated/messages.ts";

/** What is shown while its tab is selected; the tabs around it decide when that is. */
export default component<TabProps>({
  create(wrapper) {
    wrapper.setAttribute("role", "tabpanel");
    return {
      children: wrapper,
      filledLater: true,
      apply(_, { label }) {
        wrapper.setAttribute("aria-label", label ?? "");
      },
    };
  },
});
