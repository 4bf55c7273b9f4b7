import { component } from "../component.ts";
import type { AccordionProps } from "../generated/messages.ts";
import { t } from "../texts.ts";

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

    const setOpen = (now: boolean, byUser: boolean): void => {
      const before = open;
      open = now;
      header.setAttribute("aria-expanded", String(now));
      content.hidden = !now;
      const event = now ? "expand" : "collapse";
      if (byUser) context.remember(event, now);
      else if (before !== now && wrapper.isConnected) context.emit(event);
    };
    header.addEventListener("click", () => setOpen(!open, true));

    return {
      children: content,
      apply(changed, { label }) {
        header.textContent = label;
        header.ariaLabel = label ? null : t("Details");
        if (changed.open !== undefined) setOpen(changed.open, false);
      },
    };
  },
});
