import components from "every-component";
import type { Instance } from "./component.ts";
import type { Connection } from "./connection.ts";
import { describe } from "./errors.ts";
import type { Node, Update } from "./generated/messages.ts";
import { notice } from "./notice.ts";
import { type CommonProps, Wrapper } from "./wrapper.ts";

type Props = Node["props"];

interface Entry {
  wrapper: Wrapper;
  instance: Instance<object> | null;
  props: Props;
}

/** The components on the page, by their id. */
export class Tree {
  readonly #connection: Connection;
  readonly #entries = new Map<number, Entry>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The node and all below it, ready to be put on the page. */
  build(node: Node): globalThis.Node {
    const wrapper = new Wrapper(node.kind);
    const instance = this.#show(node, wrapper.element);
    this.#entries.set(node.id, { wrapper, instance, props: node.props });
    wrapper.apply({ elem_classes: [], ...(node.props as Partial<CommonProps>) });
    instance?.children?.append(...node.children.map((child) => this.build(child)));
    return wrapper.node;
  }

  /** `seen`: how many events Python had heard when it sent this. */
  update({ id, props }: Update, seen: number): void {
    const entry = this.#entries.get(id);
    if (!entry) {
      this.#connection.pageError(`There is no component ${id} to update.`);
      return;
    }
    const changed = this.#withoutOldValue(id, props, seen);
    entry.props = { ...entry.props, ...changed };
    entry.wrapper.apply(changed as Partial<CommonProps>);
    entry.instance?.apply(changed, entry.props);
  }

  /** Fills the wrapper; what cannot be shown gets a notice and leaves the rest of the page alone. */
  #show(node: Node, wrapper: HTMLElement): Instance<object> | null {
    try {
      const instance = this.#create(node, wrapper);
      instance.apply(node.props, node.props);
      return instance;
    } catch (error) {
      wrapper.replaceChildren(notice(`This window cannot show a component of kind ${node.kind}.`));
      this.#connection.pageError(describe(error));
      return null;
    }
  }

  #create(node: Node, wrapper: HTMLElement): Instance<object> {
    const component = components.get(node.kind);
    if (!component) throw new Error(`There is no component of kind ${node.kind} in this page.`);
    return component.create(wrapper, {
      edit: (value) => this.#edit(node, value),
      emit: (event, data) => this.#emit(node, event, data),
    });
  }

  #edit(node: Node, value: unknown): void {
    const entry = this.#entries.get(node.id);
    if (entry) entry.props = { ...entry.props, value };
    this.#connection.edit(node.id, value);
    // Python works out "change" by itself, so whoever listens to it needs the edit at once as well.
    if (node.events.includes("input") || node.events.includes("change")) this.#connection.emit(node.id, "input");
  }

  #emit(node: Node, event: string, data: unknown): void {
    if (node.events.includes(event)) this.#connection.emit(node.id, event, data);
  }

  /** Leaves out a value that is older than what the user has entered since; Python will hear of that. */
  #withoutOldValue(id: number, props: Props, seen: number): Props {
    if (!("value" in props) || !this.#connection.editedAfter(id, seen)) return props;
    const { value: _, ...others } = props;
    return others;
  }
}
