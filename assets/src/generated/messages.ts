/** Generated from the Python models by `make types`; do not edit. */

export type JsonValue = unknown;

export interface AccordionProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  label: string | null;
  open: boolean;
}
/**
 * The page shows the batch of this number and can take the next.
 */
export interface Applied {
  type: "applied";
  nonce: string;
  number: number;
}
/**
 * One progress bar: `part` from 0 to 1, None if nobody knows how much there is; `count` such as "3/10 steps".
 */
export interface Bar {
  description: string | null;
  part: number | null;
  count: string | null;
}
/**
 * Everything that has changed since the last batch, in the order in which it is to be done.
 *
 * `seen` is the number of the last event that Python had heard: a value that the user edited in a later one is old.
 * `statuses` tells by block what its listener is doing, None when it is done; `problems` what is wrong with the value
 * of a field, None when nothing is any more. `storage` writes `localStorage` entries, None removes one. `scroll_to`
 * is a block to bring into view.
 */
export interface Batch {
  type: "batch";
  nonce: string;
  number: number;
  seen: number;
  shown: Shown[];
  updates: Update[];
  statuses: {
    [k: string]: Status | null;
  };
  problems: {
    [k: string]: string | null;
  };
  calls: Call[];
  toasts: ToastShown[];
  storage: {
    [k: string]: string | null;
  };
  scroll_to: number | null;
}
/**
 * The children of one layout, made anew. A node of an id that is there already stays the same element.
 */
export interface Shown {
  id: number;
  children: Node[];
}
/**
 * A block in the page, with the events of it that somebody listens to.
 */
export interface Node {
  id: number;
  kind: string;
  props: {
    [k: string]: unknown;
  };
  events: string[];
  children: Node[];
}
/**
 * Properties of one block that have changed; `events` are those to tell of from now on, None for the same ones.
 */
export interface Update {
  id: number;
  props: {
    [k: string]: unknown;
  };
  events: string[] | null;
}
/**
 * What the listener that writes a block is doing.
 *
 * `look` "full" covers the block, "minimal" shows the time alone. `ahead` is how many wait in the queue before it,
 * None once it runs. `elapsed` counts the seconds since it was asked for. `bars` are the progress bars, outermost
 * first.
 */
export interface Status {
  look: "full" | "minimal";
  ahead: number | null;
  elapsed: number;
  bars: Bar[];
}
/**
 * Call a function of the author's, by its number among those that were defined; `Returned` or `Threw` answers.
 */
export interface Call {
  number: number;
  function: number;
  arguments: JsonValue[];
}
/**
 * A short message to the user; `duration` in seconds, None keeps it until it is closed.
 */
export interface ToastShown {
  kind: "error" | "warning" | "info" | "success";
  title: string;
  message: string;
  duration: number | null;
}
export interface BlocksProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  title: string;
  fill_width: boolean;
  fill_height: boolean;
}
export interface ButtonProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number | null;
  variant: "primary" | "secondary" | "stop" | "huggingface";
  size: "sm" | "md" | "lg";
  icon: string | null;
  link: string | null;
  interactive: boolean;
  tool: boolean;
  value: string;
}
export interface CheckboxGroupProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  choices: [string, boolean | string | number | number][];
  show_select_all: boolean;
  value: (boolean | string | number)[];
}
export interface CheckboxProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  value: boolean;
}
/**
 * The label that is shown large, and the classes it was chosen from, the surest first.
 */
export interface Classified {
  label: string;
  confidences: Confidence[] | null;
}
/**
 * How sure one class is: 1 is certain.
 */
export interface Confidence {
  label: string;
  confidence: number;
}
export interface CodeProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  language:
    | (
        | "python"
        | "c"
        | "cpp"
        | "markdown"
        | "latex"
        | "json"
        | "html"
        | "css"
        | "javascript"
        | "jinja2"
        | "typescript"
        | "yaml"
        | "dockerfile"
        | "shell"
        | "r"
        | "sql"
        | "sql-msSQL"
        | "sql-mySQL"
        | "sql-mariaDB"
        | "sql-sqlite"
        | "sql-cassandra"
        | "sql-plSQL"
        | "sql-hive"
        | "sql-pgSQL"
        | "sql-gql"
        | "sql-gpSQL"
        | "sql-sparkSQL"
        | "sql-esper"
      )
    | null;
  lines: number;
  max_lines: number | null;
  wrap_lines: boolean;
  show_line_numbers: boolean;
  autocomplete: boolean;
  value: string | null;
}
export interface ColorPickerProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  value: string | null;
}
export interface ColumnProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number;
  min_width: number;
  variant: "default" | "panel" | "compact";
}
export interface DatasetProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  show_label: boolean;
  samples: (string | number | boolean | null)[][];
  headers: string[];
  layout: ("gallery" | "table") | null;
  samples_per_page: number;
  sample_labels: string[] | null;
  container: boolean;
  value: number | null;
}
export interface DateTimeProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  include_time: boolean;
  value: string | null;
}
/**
 * What stands around a formula; `display` gives it a line of its own.
 */
export interface Delimiter {
  left: string;
  right: string;
  display: boolean;
}
export interface DraggableProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  orientation: "row" | "column";
}
export interface DropdownProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  choices: [string, boolean | string | number | number][];
  multiselect: boolean;
  allow_custom_value: boolean;
  max_choices: number | null;
  filterable: boolean;
  value: boolean | string | number | (boolean | string | number)[] | null;
}
/**
 * The user did something to a block; `edits` are the values entered since the last message, by component.
 *
 * `number` counts the events of a load, from 1.
 */
export interface Event {
  type: "event";
  nonce: string;
  number: number;
  target: number;
  event: string;
  data: JsonValue;
  edits: {
    [k: string]: JsonValue;
  };
}
/**
 * Something has happened outside of the page; answer with the values entered so far, for its listeners.
 */
export interface Gather {
  type: "gather";
  nonce: string;
  gathering: number;
}
/**
 * The answer to `Gather`: the values entered since the last message, by component.
 *
 * `number` counts it among the events of a load.
 */
export interface Gathered {
  type: "gathered";
  nonce: string;
  number: number;
  gathering: number;
  edits: {
    [k: string]: JsonValue;
  };
}
export interface GroupProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
}
export interface HTMLProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number | null;
  buttons: string[];
  label: string | null;
  html_template: string[];
  css_template: string[];
  head: string | null;
  apply_default_css: boolean;
  show_label: boolean;
  min_height: number | string | null;
  max_height: number | string | null;
  container: boolean;
  padding: boolean;
  autoscroll: boolean;
  props: {
    [k: string]: unknown;
  };
  server: string[];
  server_answer: {
    number: number;
    value: unknown;
    error: string | null;
  } | null;
  script: number | "click" | null;
  value: JsonValue;
}
export interface HighlightedTextProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  show_label: boolean;
  container: boolean;
  buttons: string[];
  color_map: {
    [k: string]: string;
  } | null;
  show_legend: boolean;
  show_inline_category: boolean;
  show_whitespaces: boolean;
  interactive: boolean;
  rtl: boolean;
  value: Token[] | null;
}
/**
 * A part of the text, with its category, or a number from -1 to 1, or None if it is not marked.
 */
export interface Token {
  token: string;
  class_or_confidence: string | number | null;
}
/**
 * The answer to `Ready`: what to show, and the nonce that every message of this load carries.
 *
 * `window` is the block to which the window's own events happen. `texts` are the page's own texts in the user's
 * `language`, by their English. `css` is the author's style sheet, `head` what else goes into the page's head; it
 * holds no scripts.
 */
export interface Init {
  type: "init";
  nonce: string;
  title: string;
  language: string;
  texts: {
    [k: string]: string;
  };
  css: string;
  head: string;
  window: number;
  tree: Node;
}
/**
 * The HTML attributes of a field for text; None leaves one to the system.
 *
 * Args:
 *     autocapitalize: what a keyboard on the screen writes in capitals.
 *     autocorrect: whether it corrects what is typed.
 *     spellcheck: whether misspelled words are underlined.
 *     autocomplete: what the field is for, such as "email", or "off".
 *     tabindex: its place in the order of the Tab key; -1 leaves it out.
 *     enterkeyhint: what the Enter key of a keyboard on the screen says.
 *     lang: the language of the text, such as "de".
 */
export interface InputHTMLAttributes {
  autocapitalize?: ("off" | "none" | "on" | "sentences" | "words" | "characters") | null;
  autocorrect?: boolean | ("on" | "off") | null;
  spellcheck?: boolean | null;
  autocomplete?: boolean | string | null;
  tabindex?: number | null;
  enterkeyhint?: ("enter" | "done" | "go" | "next" | "previous" | "search" | "send") | null;
  lang?: string | null;
}
/**
 * The user asked for the state inspector by its key.
 */
export interface Inspect {
  type: "inspect";
  nonce: string;
}
export interface JSONProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  show_label: boolean;
  container: boolean;
  buttons: string[];
  open: boolean;
  show_indices: boolean;
  height: number | string | null;
  max_height: number | string | null;
  min_height: number | string | null;
  value: unknown;
}
export interface LabelProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  show_label: boolean;
  container: boolean;
  buttons: string[];
  color: string | null;
  show_heading: boolean;
  value: Classified | null;
}
export interface MarkdownProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number | null;
  buttons: string[];
  label: string | null;
  show_label: boolean | null;
  rtl: boolean;
  latex_delimiters: Delimiter[];
  sanitize_html: boolean;
  line_breaks: boolean;
  header_links: boolean;
  height: number | string | null;
  max_height: number | string | null;
  min_height: number | string | null;
  container: boolean;
  padding: boolean;
  value: string | null;
}
export interface NavbarProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  main_page_name: string | false;
  value: [string, string][];
}
/**
 * The page needs one of its parts that do not travel with it.
 */
export interface Need {
  type: "need";
  nonce: string;
  part: string;
}
export interface NumberProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  placeholder: string | null;
  minimum: number | null;
  maximum: number | null;
  step: number;
  value: number | null;
}
/**
 * The user pressed a link; it is to open in the system's browser.
 */
export interface OpenLink {
  type: "open_link";
  nonce: string;
  url: string;
}
/**
 * Something went wrong in the page's own code.
 */
export interface PageError {
  type: "page_error";
  nonce: string;
  message: string;
}
export interface PageProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  title: string;
  path: string;
  show_in_navbar: boolean;
}
export interface ParamViewerProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  language: "python" | "typescript";
  linkify: string[] | null;
  header: string | null;
  anchor_links: boolean | string;
  max_height: number | string | null;
  value: Parameter[] | null;
}
/**
 * One parameter as the page shows it.
 */
export interface Parameter {
  name: string;
  type: string;
  description: string;
  default: string | null;
}
export interface RadioProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  choices: [string, boolean | string | number | number][];
  rtl: boolean;
  value: boolean | string | number | null;
}
/**
 * The page has loaded. Once per load, before anything else.
 *
 * `storage` holds the entries of its `localStorage` that are the app's, None where there is no `localStorage`.
 */
export interface Ready {
  type: "ready";
  storage: {
    [k: string]: string;
  } | null;
}
/**
 * A function of the author's, called in the page by `Batch.calls`, has returned `value`.
 */
export interface Returned {
  type: "returned";
  nonce: string;
  number: number;
  value: JsonValue;
}
export interface RowProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  variant: "default" | "panel" | "compact";
  scale: number | null;
  height: number | string | null;
  max_height: number | string | null;
  min_height: number | string | null;
  equal_height: boolean;
}
export interface SidebarProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  label: string | null;
  open: boolean;
  width: number | string;
  position: "left" | "right";
}
export interface SliderProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  minimum: number;
  maximum: number;
  step: number | null;
  value: number;
}
export interface StepProps {
  label: string | null;
  visible: boolean | "hidden";
  interactive: boolean;
  elem_id: string | null;
  elem_classes: string[];
  tab_id: number | string | null;
  scale: number | null;
  render_children: boolean;
}
/**
 * An entry could not be written to `localStorage`.
 */
export interface StorageFailed {
  type: "storage_failed";
  nonce: string;
  key: string;
  reason: "full" | "unavailable";
}
export interface TabProps {
  label: string | null;
  visible: boolean | "hidden";
  interactive: boolean;
  elem_id: string | null;
  elem_classes: string[];
  tab_id: number | string | null;
  scale: number | null;
  render_children: boolean;
}
export interface TabsProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  selected: number | string | null;
}
export interface TextboxProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  label: string | null;
  info: string | null;
  show_label: boolean;
  container: boolean;
  interactive: boolean;
  buttons: string[];
  type: "text" | "password" | "email";
  lines: number;
  max_lines: number | null;
  placeholder: string | null;
  autofocus: boolean;
  autoscroll: boolean;
  text_align: ("left" | "right") | null;
  rtl: boolean;
  max_length: number | null;
  submit_btn: boolean | string | null;
  stop_btn: boolean | string | null;
  html_attributes: InputHTMLAttributes | null;
  value: string | null;
}
/**
 * A function of the author's, called in the page, has failed.
 */
export interface Threw {
  type: "threw";
  nonce: string;
  number: number;
  message: string;
}
export interface WalkthroughProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  selected: number | string | null;
}
