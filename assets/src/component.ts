/**
 * One kind of component: how it is shown. A new kind is one new file, `components/<kind>.ts`, that exports one of these
 * by default; the build finds it by its name.
 */
export interface Component<Props> {
  /** Fills an empty wrapper. The wrapper's id, classes, size and visibility are not the component's business. */
  create(wrapper: HTMLElement, context: Context): Instance<Props>;
}

export interface Instance<Props> {
  /** Shows the properties that changed; the first call brings all of them. */
  apply(changed: Partial<Props>, all: Props): void;
  /** Where the children go. Without it the component has none. */
  readonly children?: HTMLElement;
}

/** What a component says to Python. */
export interface Context {
  /** Notes that the user changed the value. */
  edit(value: unknown): void;
  /** Tells Python that something happened, if somebody listens. */
  emit(event: string, data?: unknown): void;
}

/** Checks a component against its properties' type. */
export function component<Props>(definition: Component<Props>): Component<Props> {
  return definition;
}
