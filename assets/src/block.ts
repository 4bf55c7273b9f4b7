import components from "every-component";
import type { Child, Instance } from "./component.ts";
import type { Node, Status } from "./generated/messages.ts";
import { notice } from "./notice.ts";
import { placeChildren } from "./place-children.ts";
import { ProblemText } from "./problem.ts";
import { StatusOverlay } from "./status.ts";
import { type CommonProps, Wrapper } from "./wrapper.ts";
import { t } from "./texts.ts";

export type Props = Node["props"];

/** What a block tells the page around it. */
export interface Surroundings {
  edited(block: Block, value: unknown): void;
  emitted(block: Block, event: string, data: unknown): void;
  remembered(block: Block, event: string, state: unknown, data: unknown): void;
  failed(error: unknown): void;
  /** The block is to arrange its children as soon as everything that changes now has changed. */
  unarranged(block: Block): void;
}

interface Drawn {
  wrapper: Wrapper;
  instance: Instance<object> | null;
}

/** One block of the app. It is drawn when it is needed, which may be never: a tab that nobody selects costs nothing. */
export class Block implements Child {
  readonly id: number;
  readonly kind: string;
  props: Props;
  events: string[];
  parent: Block | null = null;
  children: Block[] = [];
  readonly #page: Surroundings;
  #drawn: Drawn | null = null;
  #filled = false;
  #status: StatusOverlay | null = null;
  #problem: ProblemText | null = null;

  constructor(node: Node, page: Surroundings) {
    this.id = node.id;
    this.kind = node.kind;
    this.props = node.props;
    this.events = node.events;
    this.#page = page;
  }

  get isDrawn(): boolean {
    return this.#drawn !== null;
  }

  get element(): HTMLElement {
    return this.#draw().wrapper.element;
  }

  /** What stands in the parent: the element, or a placeholder while the block is not visible. */
  get place(): ChildNode {
    return this.#draw().wrapper.node;
  }

  emit(event: string, data?: unknown): void {
    if (this.events.includes(event)) this.#page.emitted(this, event, data);
  }

  /** Changes properties; those that stay are left out. */
  update(changed: Props): void {
    this.props = { ...this.props, ...changed };
    this.#drawn?.wrapper.apply(changed as Partial<CommonProps>);
    this.#drawn?.instance?.apply(changed, this.props);
    this.#drawn?.wrapper.placeToolbar(this.props);
    this.toBeArranged();
    this.parent?.toBeArranged();
  }

  /** Notes what the user made of the value; the component shows it already. */
  edit(value: unknown): void {
    this.props = { ...this.props, value };
    this.setProblem(null);
    this.#page.edited(this, value);
  }

  setStatus(status: Status | null): void {
    if (status === null) {
      this.#status?.remove();
      this.#status = null;
    } else if (this.#status) {
      this.#status.show(status);
    } else {
      this.#status = new StatusOverlay();
      this.#status.show(status);
      if (this.#drawn) this.#status.attach(this.element);
    }
  }

  setProblem(problem: string | null): void {
    this.#problem?.remove();
    this.#problem = problem === null ? null : new ProblemText(problem);
    if (this.#drawn) this.#problem?.attach(this.element);
  }

  /** Notes that a child is elsewhere now. */
  forget(child: Block): void {
    this.children = this.children.filter((other) => other !== child);
  }

  fill(): void {
    if (this.#filled || !this.#drawn) return;
    this.#filled = true;
    const { inside, tools } = this.#parted();
    this.#drawn.instance?.children?.append(...inside.map((child) => child.place));
    if (tools.length) this.#toolbar(this.#drawn).append(...tools.map((tool) => tool.place));
    this.toBeArranged();
  }

  /** Puts the children where they are now, and theirs in them. */
  placeChildren(): void {
    const container = this.#filled ? this.#drawn?.instance?.children : undefined;
    for (const child of this.children) {
      if (child.isDrawn) child.placeChildren();
      if (child.isDrawn && !container) child.place.remove(); // moved here from where it was shown
    }
    const { inside, tools } = this.#parted();
    if (tools.length && this.#filled && this.#drawn) {
      placeChildren(this.#toolbar(this.#drawn), tools.map((tool) => tool.place));
    }
    if (!container) return;
    placeChildren(container, inside.map((child) => child.place));
    this.toBeArranged();
  }

  /** Notes that there is something new to arrange. */
  toBeArranged(): void {
    if (this.#filled && this.#drawn?.instance?.arrange) this.#page.unarranged(this);
  }

  arrange(): void {
    this.#drawn?.instance?.arrange?.(this.children);
  }

  /** Takes it off the page for good. */
  remove(): void {
    this.setStatus(null);
    this.#drawn?.wrapper.node.remove();
  }

  /** What belongs to it, and the author's own buttons in its head. */
  #parted(): { inside: Block[]; tools: Block[] } {
    const isTool = (child: Block): boolean => child.props["tool"] === true;
    return { inside: this.children.filter((child) => !isTool(child)), tools: this.children.filter(isTool) };
  }

  #toolbar({ wrapper, instance }: Drawn): HTMLElement {
    return instance?.tools ?? wrapper.toolbar(this.props);
  }

  #draw(): Drawn {
    if (this.#drawn) return this.#drawn;
    const wrapper = new Wrapper(this.kind);
    const instance = this.#show(wrapper.element);
    wrapper.apply({ elem_classes: [], ...(this.props as Partial<CommonProps>) });
    this.#drawn = { wrapper, instance };
    this.#status?.attach(wrapper.element);
    this.#problem?.attach(wrapper.element);
    if (!instance?.filledLater) this.fill();
    return this.#drawn;
  }

  /** Fills the wrapper; what cannot be shown gets a notice and leaves the rest of the page alone. */
  #show(wrapper: HTMLElement): Instance<object> | null {
    try {
      const component = components.get(this.kind);
      if (!component) throw new Error(`There is no component of kind ${this.kind} in this page.`);
      const instance = component.create(wrapper, {
        edit: (value) => this.edit(value),
        emit: (event, data) => this.emit(event, data),
        remember: (event, state, data) => this.#page.remembered(this, event, state, data),
      });
      instance.apply(this.props, this.props);
      return instance;
    } catch (error) {
      wrapper.replaceChildren(notice(t("This window cannot show a component of kind {kind}.", { kind: this.kind })));
      this.#page.failed(error);
      return null;
    }
  }
}
