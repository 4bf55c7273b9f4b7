import { component } from "../component.ts";
import { cssSize } from "../css-size.ts";
import type { SidebarProps } from "../generated/messages.ts";
import { t } from "../texts.ts";

const NARROW = matchMedia("(max-width: 48rem)"); // as in sidebar.css

/** Blocks at the side of the window, with a button that opens and closes it. */
export default component<SidebarProps>({
  create(wrapper, context) {
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "sidebar-toggle";
    const panel = document.createElement("aside");
    panel.className = "sidebar-panel";
    const heading = document.createElement("div");
    heading.className = "sidebar-label";
    const content = document.createElement("div");
    content.className = "sidebar-content";
    panel.append(heading, content);
    wrapper.append(toggle, panel);
    let open = false;

    new ResizeObserver(makeRoom).observe(panel); // also tells when something around it hides it

    const setOpen = (now: boolean, byUser: boolean): void => {
      const before = open;
      open = now;
      if (!now && panel.contains(document.activeElement)) toggle.focus();
      toggle.setAttribute("aria-expanded", String(now));
      wrapper.toggleAttribute("data-open", now);
      makeRoom();
      const event = now ? "expand" : "collapse";
      if (byUser) context.remember(event, now);
      else if (before !== now && wrapper.isConnected) context.emit(event);
    };
    toggle.addEventListener("click", () => setOpen(!open, true));
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && NARROW.matches) setOpen(false, true);
    });

    return {
      children: content,
      apply(changed, { label, width, position }) {
        heading.textContent = label;
        panel.ariaLabel = label || t("Sidebar");
        toggle.ariaLabel = label ? t("Toggle sidebar {label}", { label }) : t("Toggle sidebar");
        wrapper.dataset["position"] = position;
        wrapper.style.setProperty("--sidebar-width", `min(${cssSize(width)}, 100vw - 3rem)`);
        if (changed.open !== undefined) setOpen(changed.open, false);
        makeRoom();
      },
    };
  },
});

/** Lets the rest of the page stand beside what is shown at its sides. */
function makeRoom(): void {
  const page = document.documentElement;
  for (const side of ["left", "right"]) {
    const sidebars = [...document.querySelectorAll<HTMLElement>(`[data-kind="sidebar"][data-position="${side}"]`)];
    const shown = sidebars.filter((sidebar) => sidebar.querySelector(".sidebar-panel")?.getClientRects().length);
    const open = shown.find((sidebar) => sidebar.hasAttribute("data-open"));
    page.toggleAttribute(`data-sidebar-${side}`, shown.length > 0);
    page.toggleAttribute(`data-sidebar-${side}-open`, open !== undefined);
    page.style.setProperty(`--sidebar-${side}`, open?.style.getPropertyValue("--sidebar-width") ?? "");
  }
}
