import { component } from "../component.ts";
import { copyButton } from "../copy-button.ts";
import { downloadButton } from "../download-button.ts";
import { emitFocusAndBlur } from "../form.ts";
import type { CodeProps } from "../generated/messages.ts";
import type createEditor from "../parts/codemirror.ts";
import type { Editor } from "../parts/codemirror.ts";
import { part } from "../parts.ts";
import { t } from "../texts.ts";

let labels = 0;

export default component<CodeProps>({
  create(wrapper, context) {
    let value = "";
    let interactive = true;
    let props: CodeProps | null = null;
    let editor: Editor | null = null;
    const head = document.createElement("div");
    head.className = "field-head";
    const label = document.createElement("div");
    label.className = "field-label";
    label.id = `code-${(labels += 1)}-label`;
    const tools = document.createElement("div");
    tools.className = "field-tools";
    head.append(label, tools);
    const hint = document.createElement("div");
    hint.className = "field-hint";
    hint.id = `code-${labels}-hint`;
    const frame = document.createElement("div");
    frame.className = "code-frame";
    const plain = document.createElement("textarea"); // until the editor is there
    plain.className = "code-plain";
    plain.readOnly = true;
    const copy = copyButton(() => value, () => {});
    const download = downloadButton(() => context.emit("save", { text: value }));
    const over = document.createElement("div");
    over.className = "code-tools";
    over.append(copy, download);
    frame.append(plain, over);
    wrapper.append(head, frame, hint);
    emitFocusAndBlur(wrapper, { ...context, emit: (event) => interactive && context.emit(event) });

    const edited = (text: string): void => {
      value = text;
      context.edit(text);
    };
    const begin = async (): Promise<void> => {
      const create = await part<typeof createEditor>("codemirror");
      const focused = document.activeElement === plain;
      plain.remove();
      editor = create(frame, value, edited);
      if (props) configure(editor, props, label.id, hint.id);
      if (focused) editor.focus();
    };
    label.addEventListener("click", () => editor?.focus());
    void begin();

    return {
      tools,
      apply(changed, all) {
        props = all;
        interactive = all.interactive;
        label.textContent = all.label ?? t("Code");
        hint.textContent = all.info;
        hint.hidden = !all.info;
        wrapper.toggleAttribute("data-label-hidden", !all.show_label || !all.container || !all.label);
        wrapper.toggleAttribute("data-read-only", !all.interactive);
        wrapper.style.setProperty("--lines", String(all.lines));
        wrapper.style.setProperty("--max-lines", all.max_lines === null ? "infinity" : String(Math.max(all.lines, all.max_lines)));
        copy.hidden = !all.buttons.includes("copy");
        download.hidden = !all.buttons.includes("download");
        plain.setAttribute("aria-labelledby", label.id);
        plain.rows = all.lines;
        if (changed.value !== undefined) {
          value = changed.value ?? "";
          plain.value = value;
          editor?.setText(value);
        }
        if (editor) configure(editor, all, label.id, hint.id);
      },
    };
  },
});

function configure(editor: Editor, props: CodeProps, label: string, hint: string): void {
  editor.configure({
    language: props.language,
    editable: props.interactive,
    wrapLines: props.wrap_lines,
    lineNumbers: props.show_line_numbers,
    autocomplete: props.autocomplete,
    attributes: { "aria-labelledby": label, ...(props.info ? { "aria-describedby": hint } : {}) },
  });
}
