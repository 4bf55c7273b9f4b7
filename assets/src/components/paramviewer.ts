import { component } from "../component.ts";
import { cssSize } from "../css-size.ts";
import type { ParamViewerProps } from "../generated/messages.ts";
import { linkNames } from "../link-names.ts";
import { renderMarkdown } from "../rich-text.ts";
import { t } from "../texts.ts";

type Parameter = NonNullable<ParamViewerProps["value"]>[number];

export default component<ParamViewerProps>({
  create(wrapper) {
    wrapper.toggleAttribute("data-framed", true);
    const head = document.createElement("div");
    head.className = "param-head";
    const title = document.createElement("span");
    title.className = "param-title";
    const all = document.createElement("button");
    all.type = "button";
    all.className = "param-all";
    head.append(title, all);
    const list = document.createElement("div");
    list.className = "params";
    wrapper.append(head, list);

    const parameters = (): HTMLDetailsElement[] => [...list.querySelectorAll("details")];
    const showAll = (): void => {
      const isOpen = parameters().every((each) => each.open);
      all.textContent = isOpen ? t("Close all") : t("Open all");
      all.hidden = !list.childElementCount;
    };
    all.addEventListener("click", () => {
      const open = !parameters().every((each) => each.open);
      for (const each of parameters()) each.open = open;
      showAll();
    });
    list.addEventListener("toggle", showAll, { capture: true });

    return {
      apply(_, props) {
        head.hidden = props.header === null;
        title.textContent = props.header;
        list.style.maxHeight = cssSize(props.max_height);
        const open = new Set(parameters().filter((each) => each.open).map((each) => each.dataset["name"]));
        list.replaceChildren(...(props.value ?? []).map((each) => createParameter(each, props, open.has(each.name))));
        showAll();
      },
    };
  },
});

function createParameter(parameter: Parameter, props: ParamViewerProps, isOpen: boolean): HTMLElement {
  const row = document.createElement("div");
  row.className = "param";
  const details = document.createElement("details");
  row.append(details);
  details.open = isOpen;
  details.dataset["name"] = parameter.name;
  const summary = document.createElement("summary");
  summary.append(createSignature(parameter, props));
  const prefix = typeof props.anchor_links === "string" ? `${props.anchor_links}-` : "";
  if (props.anchor_links !== false) {
    details.id = `param-${prefix}${parameter.name}`;
    const link = document.createElement("a");
    link.className = "param-link";
    link.href = `#${encodeURIComponent(details.id)}`;
    link.textContent = "#";
    link.ariaLabel = t("Link to {name}", { name: parameter.name });
    row.append(link); // not in the summary, which is a button itself
  }
  const about = document.createElement("div");
  about.className = "param-about markdown-content";
  about.append(renderMarkdown(parameter.description));
  if (parameter.default !== null) about.append(createDefault(parameter.default, props.language));
  details.append(summary, about);
  linkNames(about, props.linkify ?? []);
  row.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    goTo(decodeURIComponent(link.hash.slice(1)));
  });
  return row;
}

function createSignature({ name, type, default: value }: Parameter, { language }: ParamViewerProps): HTMLElement {
  const signature = document.createElement("code");
  const strong = document.createElement("strong");
  strong.textContent = name;
  const optional = language === "typescript" && value !== null ? "?" : "";
  signature.append(strong, type ? `${optional}: ${type}` : optional);
  return signature;
}

function createDefault(value: string, language: ParamViewerProps["language"]): HTMLElement {
  const line = document.createElement("p");
  line.className = "param-default";
  const code = document.createElement("code");
  code.textContent = `${language === "python" ? "=" : "default"} ${value}`;
  line.append(code);
  return line;
}

/** Brings what has this id into view, opened if it can be. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target instanceof HTMLDetailsElement) target.open = true;
  target?.scrollIntoView({ block: "nearest" });
}
