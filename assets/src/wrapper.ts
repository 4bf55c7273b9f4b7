/** The properties every component has. */
export interface CommonProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
}

/** The element around a component: its id, classes, size in a row and visibility. */
export class Wrapper {
  readonly element = document.createElement("div");
  readonly #placeholder = document.createComment("");
  #toolbar: HTMLElement | null = null;
  #shown = true;

  constructor(kind: string) {
    this.element.dataset["kind"] = kind;
  }

  /** What stands in the parent: the element, or a placeholder while it is not visible. */
  get node(): HTMLElement | Comment {
    return this.#shown ? this.element : this.#placeholder;
  }

  apply(changed: Partial<CommonProps>): void {
    if (changed.elem_id !== undefined) this.#setId(changed.elem_id);
    if (changed.elem_classes) this.element.className = ["component", ...changed.elem_classes].join(" ");
    if (changed.scale !== undefined) this.#setSize("--scale", changed.scale);
    if (changed.scale !== undefined) this.element.toggleAttribute("data-fixed", changed.scale === 0);
    if (changed.min_width !== undefined) this.#setSize("--min-width", changed.min_width, "px");
    if (changed.visible !== undefined) this.#setVisible(changed.visible);
  }

  /** A row for the author's own buttons, for a component that has no place for them itself. */
  toolbar(props: Readonly<Record<string, unknown>>): HTMLElement {
    if (!this.#toolbar) {
      this.#toolbar = document.createElement("div");
      this.#toolbar.className = "toolbar";
      this.element.prepend(this.#toolbar);
    }
    this.placeToolbar(props);
    return this.#toolbar;
  }

  /** Beside the label, if there is one to be seen; else above everything. */
  placeToolbar({ label, show_label, container }: Readonly<Record<string, unknown>>): void {
    if (this.#toolbar) this.element.dataset["toolbar"] = label && show_label && container !== false ? "beside" : "above";
  }

  #setId(id: string | null): void {
    if (id === null) this.element.removeAttribute("id");
    else this.element.id = id;
  }

  #setSize(name: string, value: number | null, unit = ""): void {
    if (value === null) this.element.style.removeProperty(name);
    else this.element.style.setProperty(name, `${value}${unit}`);
  }

  #setVisible(visible: boolean | "hidden"): void {
    const before = this.node;
    this.element.hidden = visible === "hidden";
    this.#shown = visible !== false;
    if (before !== this.node) before.replaceWith(this.node);
  }
}
