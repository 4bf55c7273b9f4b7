type Values = Record<string, unknown>;

interface Scope {
  value: unknown;
  parent: Scope | null;
  /** "index", "key", "first" and "last", of what `#each` goes through. */
  data: Values;
}

const TAG = /\{\{\{\s*([^}]*?)\s*\}\}\}|\{\{!--[\s\S]*?--\}\}|\{\{\s*([^}]*?)\s*\}\}/g;

/** Fills in a Handlebars template; it is read, never made into code. */
export function fillIn(template: string, values: Values): string {
  const { text, rest } = fill(tokens(template), { value: values, parent: null, data: {} });
  if (rest.length) throw new Error(`The template has a {{${rest[0]?.tag}}} too many.`);
  return text;
}

interface Token {
  text: string;
  tag: string | null;
  raw: boolean;
}

function tokens(template: string): Token[] {
  const found: Token[] = [];
  let last = 0;
  for (const match of template.matchAll(TAG)) {
    found.push({ text: template.slice(last, match.index), tag: null, raw: false });
    last = match.index + match[0].length;
    const tag = match[1] ?? match[2];
    if (tag !== undefined && !tag.startsWith("!")) found.push({ text: "", tag, raw: match[1] !== undefined });
  }
  found.push({ text: template.slice(last), tag: null, raw: false });
  return found;
}

/** Fills in up to the end, or up to the tag that ends the block; `rest` begins with that. */
function fill(all: Token[], scope: Scope): { text: string; rest: Token[] } {
  let text = "";
  let rest = all;
  while (rest.length) {
    const [{ text: plain, tag, raw } = { text: "", tag: null, raw: false }, ...others] = rest;
    if (tag === null) text += plain;
    else if (tag.startsWith("/") || tag === "else") break;
    else if (tag.startsWith("#")) {
      const block = fillBlock(tag, others, scope);
      text += block.text;
      rest = block.rest;
      continue;
    } else {
      const value = lookUp(tag, scope);
      const shown = value === null || value === undefined ? "" : String(value);
      text += raw ? shown : escape(shown);
    }
    rest = others;
  }
  return { text, rest };
}

function fillBlock(tag: string, body: Token[], scope: Scope): { text: string; rest: Token[] } {
  const [, kind = "", path = ""] = /^#(\w+)\s+(.*)$/.exec(tag) ?? [];
  const scopes = SCOPES[kind]?.(lookUp(path, scope), scope);
  if (!scopes) throw new Error(`The template has a {{${tag}}}, which is not known.`);
  const filled = scopes.map((each) => fill(body, each).text).join("");
  const end = fill(body, scope); // once more, for where it ends
  if (end.rest[0]?.tag !== "else") return { text: filled, rest: closed(end.rest, kind) };
  const otherwise = fill(end.rest.slice(1), scope);
  return { text: scopes.length ? filled : otherwise.text, rest: closed(otherwise.rest, kind) };
}

function closed(rest: Token[], kind: string): Token[] {
  if (rest[0]?.tag !== `/${kind}`) throw new Error(`The template has a {{#${kind}}} without its {{/${kind}}}.`);
  return rest.slice(1);
}

/** What each block goes through. */
const SCOPES: Record<string, (value: unknown, scope: Scope) => Scope[]> = {
  if: (value, scope) => (isEmpty(value) ? [] : [scope]),
  unless: (value, scope) => (isEmpty(value) ? [scope] : []),
  with: (value, parent) => (isEmpty(value) ? [] : [{ value, parent, data: parent.data }]),
  each(value, parent) {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return entries.map(([key, each], index) => ({
      value: each,
      parent,
      data: { index, key, first: index === 0, last: index === entries.length - 1 },
    }));
  },
};

function lookUp(path: string, scope: Scope): unknown {
  if (path.startsWith("@")) return scope.data[path.slice(1)];
  if (path.startsWith("../")) return scope.parent ? lookUp(path.slice(3), scope.parent) : undefined;
  return valueAt(scope.value, path.replace(/^this(\.|$)|^\.$/, ""));
}

/** The value at a path such as "a.b.0"; what an object only inherits is not there. */
export function valueAt(value: unknown, path: string): unknown {
  for (const name of path ? path.split(/[./]/) : []) {
    if (value === null || value === undefined || !Object.hasOwn(Object(value) as object, name)) return undefined;
    value = (value as Values)[name];
  }
  return value;
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function escape(text: string): string {
  return text.replace(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
