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
  /** Where the author's own buttons go; without it they are at the top. */
  readonly tools?: HTMLElement;
  /** True leaves the children out until somebody calls `fill` on the component. */
  readonly filledLater?: boolean;
  /** Told when there are other children, or when something about one of them or the component itself has changed. */
  arrange?(children: readonly Child[]): void;
}

/** What a component says to Python. */
export interface Context {
  /** Notes that the user changed the value. */
  edit(value: unknown): void;
  /** Tells Python that something happened, if somebody listens. */
  emit(event: string, data?: unknown): void;
  /** Tells Python what the user made of a layout, whether or not somebody listens: it shows it so again. */
  remember(event: string, state: unknown, data?: unknown): void;
}

/** A child, as the component around it sees it. */
export interface Child {
  readonly id: number;
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Its wrapper. */
  readonly element: HTMLElement;
  emit(event: string, data?: unknown): void;
  /** Draws its children if they are not there yet. */
  fill(): void;
}

/** Checks a component against its properties' type. */
export function component<Props>(definition: Component<Props>): Component<Props> {
  return definition;
}
