import { type Child, component } from "../component.ts";
import type { TabProps, TabsProps } from "../generated/messages.ts";
import { TabBar } from "../tab-bar.ts";

/** Tabs, of which one is selected and shows what is in it. */
export default component<TabsProps>({
  create(wrapper, context) {
    const bar = new TabBar((tab) => {
      wanted = null;
      select(tab, true);
    });
    const panels = document.createElement("div");
    wrapper.append(bar.element, panels);
    let tabs: Child[] = [];
    let selected: Child | null = null;
    let wanted: TabsProps["selected"] = null; // until such a tab is there and visible

    const select = (tab: Child | null, byUser: boolean): void => {
      if (tab === selected) return;
      const before = selected;
      selected = tab;
      before?.element.removeAttribute("data-selected");
      bar.select(tab);
      if (!tab) return;
      tab.element.setAttribute("data-selected", "");
      tab.fill();
      if (!wrapper.isConnected) return; // nobody sees it
      const data = { index: tabs.indexOf(tab), value: props(tab).label, selected: true };
      if (before) context.emit("change", data);
      if (byUser) context.remember("select", props(tab).tab_id ?? data.index, data);
      if (props(tab).interactive) tab.emit("select", data);
    };

    return {
      children: panels,
      apply(changed) {
        if (changed.selected !== undefined) wanted = changed.selected;
      },
      arrange(children) {
        tabs = children.filter((child) => child.kind === "tab");
        const shown = tabs.filter((tab) => props(tab).visible === true);
        bar.show(shown);
        for (const tab of shown) if (props(tab).render_children) tab.fill();
        const wish = wanted === null ? undefined : find(tabs, wanted);
        if (wish && shown.includes(wish)) {
          wanted = null;
          select(wish, false);
        } else if (!selected || !shown.includes(selected)) {
          select(shown.find((tab) => props(tab).interactive) ?? shown[0] ?? null, false);
        }
      },
    };
  },
});

function props(tab: Child): TabProps {
  return tab.props as unknown as TabProps;
}

/** A tab is called by its id; a number that is nobody's id counts from the first. */
function find(tabs: Child[], wanted: string | number): Child | undefined {
  return tabs.find((tab) => props(tab).tab_id === wanted) ?? tabs[Number(wanted)];
}
