type Props = Record<string, unknown>;

/** Python functions by their names. */
export type Server = Record<string, (...values: unknown[]) => Promise<unknown>>;

/** Where a file is now: on Python's side, and for the page to show it. */
export interface Uploaded {
  path: string;
  url: string;
}

/** What an author's HTML can do; the host puts it in, as the page's policy lets no text become code. */
export interface HtmlFunctions {
  script: number;
  expressions: Record<string, (props: Props) => unknown>;
  run(
    element: HTMLElement,
    trigger: (event: string, data?: unknown) => void,
    props: Props,
    watch: (names: string | string[], changed: () => void) => void,
    server: Server,
    upload: (file: File) => Promise<Uploaded>,
  ): void;
}

const here = new Map<number, HtmlFunctions>();
const waiting = new Map<number, Set<(functions: HtmlFunctions) => void>>();

window.addEventListener("desktop-app-html", (event) => {
  const functions = (event as CustomEvent<HtmlFunctions>).detail;
  here.set(functions.script, functions);
  for (const begin of waiting.get(functions.script) ?? []) begin(functions);
  waiting.delete(functions.script);
});

/** Calls back with the functions of this number as soon as they are there. */
export function whenThere(script: number, begin: (functions: HtmlFunctions) => void): void {
  const functions = here.get(script);
  if (functions) begin(functions);
  else waiting.set(script, (waiting.get(script) ?? new Set()).add(begin));
}
