import { component } from "../component.ts";
import type { DatasetProps } from "../generated/messages.ts";
import { PageBar } from "../page-bar.ts";
import { Samples } from "../samples.ts";

/** Samples to choose from, a page of them at a time. */
export default component<DatasetProps>({
  create(wrapper, context) {
    const label = document.createElement("div");
    label.className = "dataset-label";
    const bar = new PageBar((page) => show(page));
    const samples = new Samples((index) => {
      if (!props) return;
      props = { ...props, value: index };
      samples.mark(index);
      context.edit(index);
      context.emit("click");
      context.emit("select", { index, value: props.samples[index] });
    });
    wrapper.append(label, samples.element, bar.element);
    let props: DatasetProps | null = null;
    let page = 0;

    const show = (wanted: number): void => {
      if (!props) return;
      const most = props.samples_per_page;
      const pages = Math.max(1, Math.ceil(props.samples.length / most));
      page = Math.min(wanted, pages - 1);
      samples.show(props, page * most, Math.min(page * most + most, props.samples.length));
      bar.show(page, pages);
    };

    return {
      apply(changed, all) {
        props = all;
        wrapper.toggleAttribute("data-container", all.container);
        label.textContent = all.label;
        label.hidden = !all.label || !all.show_label || !all.container;
        // What a handler has chosen is brought into view.
        if (changed.value !== undefined && all.value !== null) page = Math.floor(all.value / all.samples_per_page);
        show(page);
      },
    };
  },
});
