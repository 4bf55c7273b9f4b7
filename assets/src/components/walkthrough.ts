import { type Child, component } from "../component.ts";
import type { StepProps, WalkthroughProps } from "../generated/messages.ts";
import { TabBar } from "../tab-bar.ts";

/** Steps, of which one is shown; those before it are done and can be gone back to. */
export default component<WalkthroughProps>({
  create(wrapper, context) {
    const bar = new TabBar((step) => show(step, true));
    bar.element.classList.add("step-bar");
    const panels = document.createElement("div");
    wrapper.append(bar.element, panels);
    let steps: Child[] = [];
    let shown: Child[] = []; // those that are visible
    let current: Child | null = null;
    let wanted: WalkthroughProps["selected"] = null; // until such a step is there and visible

    const show = (step: Child | null, byUser: boolean): void => {
      const before = current;
      current = step;
      if (step !== before) {
        before?.element.removeAttribute("data-selected");
        step?.element.setAttribute("data-selected", "");
        step?.fill();
      }
      bar.select(step);
      markStates(bar.element, shown, step);
      if (!step || !before || step === before || !wrapper.isConnected) return; // the start is no event
      const data = { index: steps.indexOf(step), value: props(step).label, selected: true };
      context.emit("change", data);
      if (byUser) context.remember("select", props(step).tab_id ?? data.index, data);
      if (props(step).interactive) step.emit("select", data);
    };

    return {
      children: panels,
      apply(changed) {
        if (changed.selected !== undefined) wanted = changed.selected;
      },
      arrange(children) {
        steps = children.filter((child) => child.kind === "step");
        shown = steps.filter((step) => props(step).visible === true);
        bar.show(shown);
        for (const step of shown) if (props(step).render_children) step.fill();
        const wish = wanted === null ? undefined : find(steps, wanted);
        if (wish && shown.includes(wish)) {
          wanted = null;
          show(wish, false);
        } else {
          show(current && shown.includes(current) ? current : (shown[0] ?? null), false);
        }
      },
    };
  },
});

/** Lets the user see what is done, and go back to it alone. */
function markStates(bar: HTMLElement, steps: readonly Child[], current: Child | null): void {
  const at = current ? steps.indexOf(current) : -1;
  for (const [place, step] of steps.entries()) {
    const button = bar.children[place];
    if (!(button instanceof HTMLButtonElement)) continue;
    const state = place < at ? "done" : place === at ? "current" : "next";
    button.dataset["state"] = state;
    button.disabled = state === "next" || (state === "done" && !props(step).interactive);
    button.toggleAttribute("aria-current", false);
    if (state === "current") button.setAttribute("aria-current", "step");
    const number = document.createElement("span");
    number.className = "step-number";
    number.textContent = state === "done" ? "✓" : String(place + 1);
    number.ariaHidden = state === "done" ? "true" : null;
    const label = document.createElement("span");
    label.textContent = props(step).label;
    button.replaceChildren(number, " ", label);
  }
}

function props(step: Child): StepProps {
  return step.props as unknown as StepProps;
}

/** A step is called by its id; a number that is nobody's id counts from the first. */
function find(steps: Child[], wanted: string | number): Child | undefined {
  return steps.find((step) => props(step).tab_id === wanted) ?? steps[Number(wanted)];
}
