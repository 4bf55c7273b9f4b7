import { Block, type Props, type Surroundings } from "./block.ts";
import type { Connection } from "./connection.ts";
import { describe } from "./errors.ts";
import type { Node, Shown, Status, Update } from "./generated/messages.ts";
import { keepFocus } from "./keep-focus.ts";
import { same } from "./same.ts";

/** The blocks of the page, by their id. In all that comes from Python, `seen` is how many events it had heard then. */
export class Tree implements Surroundings {
  readonly #connection: Connection;
  readonly #blocks = new Map<number, Block>();
  readonly #unarranged = new Set<Block>();
  #arranging = false;
  #moving = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Puts the node and all below it on the page, in place of whatever is there. */
  start(node: Node, root: HTMLElement): void {
    root.replaceChildren(this.#keepOrAdd(node, null, 0).place);
    this.settle();
  }

  find(id: number): Block {
    const block = this.#blocks.get(id);
    if (!block) throw new Error(`There is no component ${id}.`);
    return block;
  }

  update({ id, props, events }: Update, seen: number): void {
    const block = this.find(id);
    if (events) block.events = events;
    block.update(this.#withoutOldValue(id, props, seen));
  }

  /** Gives a layout other children; those that it had already stay what they are, wherever they are now. */
  show({ id, children }: Shown, seen: number): void {
    const layout = this.find(id);
    const before = [...below(layout)];
    this.#setChildren(layout, children, seen);
    const now = new Set(below(layout));
    // Elements that go or move take the focus along; nobody has left a field by that.
    this.#moving = true;
    try {
      keepFocus(() => {
        for (const block of before) if (!now.has(block)) this.#remove(block);
        layout.placeChildren();
      });
    } finally {
      this.#moving = false;
    }
  }

  setStatus(id: number, status: Status | null): void {
    this.find(id).setStatus(status);
  }

  setProblem(id: number, problem: string | null, seen: number): void {
    if (problem === null || !this.#connection.editedAfter(id, seen)) this.find(id).setProblem(problem);
  }

  /** Lets the components arrange their children, once for everything that has changed. */
  settle(): void {
    if (this.#arranging) return;
    this.#arranging = true;
    try {
      for (const block of this.#unarranged) {
        this.#unarranged.delete(block);
        this.#attempt(() => block.arrange());
      }
    } finally {
      this.#arranging = false;
    }
  }

  edited(block: Block, value: unknown): void {
    this.#connection.edit(block.id, value);
    // Python works out "change" by itself, so whoever listens to it needs the edit at once as well.
    if (block.events.includes("input") || block.events.includes("change")) this.#connection.emit(block.id, "input");
  }

  emitted(block: Block, event: string, data: unknown): void {
    if (!this.#moving) this.#connection.emit(block.id, event, data);
  }

  remembered(block: Block, event: string, state: unknown, data: unknown): void {
    this.#connection.edit(block.id, state);
    this.#connection.emit(block.id, event, data);
  }

  failed(error: unknown): void {
    this.#connection.pageError(describe(error));
  }

  unarranged(block: Block): void {
    if (!this.#unarranged.size) queueMicrotask(() => this.settle()); // in case the user did it, and nobody else settles
    this.#unarranged.add(block);
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.failed(error);
    }
  }

  #setChildren(parent: Block, nodes: Node[], seen: number): void {
    parent.children = nodes.map((node) => this.#keepOrAdd(node, parent, seen));
  }

  #keepOrAdd(node: Node, parent: Block | null, seen: number): Block {
    const before = this.#blocks.get(node.id);
    const block = before?.kind === node.kind ? before : new Block(node, this);
    if (block === before) this.#keep(block, node, seen);
    else this.#blocks.set(node.id, block);
    if (block.parent !== parent) block.parent?.forget(block);
    block.parent = parent;
    this.#setChildren(block, node.children, seen);
    return block;
  }

  #keep(block: Block, node: Node, seen: number): void {
    block.events = node.events;
    const changed = this.#withoutOldValue(block.id, differences(block.props, node.props), seen);
    if (Object.keys(changed).length) block.update(changed);
  }

  #remove(block: Block): void {
    block.remove();
    this.#unarranged.delete(block);
    if (this.#blocks.get(block.id) === block) this.#blocks.delete(block.id);
    this.#connection.forgetEdit(block.id);
  }

  /** Leaves out a value that is older than what the user has entered since; Python will hear of that. */
  #withoutOldValue(id: number, props: Props, seen: number): Props {
    if (!("value" in props) || !this.#connection.editedAfter(id, seen)) return props;
    const { value: _, ...others } = props;
    return others;
  }
}

/** All blocks below one, in their order. */
function* below(block: Block): Generator<Block> {
  for (const child of block.children) {
    yield child;
    yield* below(child);
  }
}

function differences(before: Props, now: Props): Props {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => !same(before[name], value)));
}
