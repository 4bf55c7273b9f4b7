import { component } from "../component.ts";
import type { AccordionProps } from "../generated/messages.ts";

/** A heading that opens and closes what is below it. */
export default component<AccordionProps>({
  create(wrapper, context) {
    const header = document.createElement("button");
    header.type = "button";
    header.className = "accordion-header";
    const content = document.createElement("div");
    content.className = "accordion-content";
    wrapper.append(header, content);
    let open = false;

    const setOpen = (now: boolean): void => {
      const before = open;
      open = now;
      header.setAttribute("aria-expanded", String(now));
      content.hidden = !now;
      if (before !== now && wrapper.isConnected) context.emit(now ? "expand" : "collapse");
    };
    header.addEventListener("click", () => setOpen(!open));

    return {
      children: content,
      apply(changed, { label }) {
        header.textContent = label;
        header.ariaLabel = label ? null : "Details";
        if (changed.open !== undefined) setOpen(changed.open);
      },
    };
  },
});
