/** What the page and Python say to each other. */

export interface Ready {
  type: "ready";
  storage: { [k: string]: string } | null;
}

export interface Event {
  type: "event";
  nonce: string;
  target: number;
  event: string;
  data?: unknown;
  edits: { [k: string]: unknown };
}

export interface Applied {
  type: "applied";
  nonce: string;
  number: number;
}

export interface StorageFailed {
  type: "storage_failed";
  nonce: string;
  key: string;
  reason: "full" | "unavailable";
}

export interface PageError {
  type: "page_error";
  nonce: string;
  message: string;
}

export interface Node {
  id: number;
  kind: string;
  props: { [k: string]: unknown };
  events: string[];
  children: Node[];
}

export interface Init {
  type: "init";
  nonce: string;
  title: string;
  tree: Node;
}

export interface Update {
  id: number;
  props: { [k: string]: unknown };
}

export interface Toast {
  kind: "error" | "warning" | "info" | "success";
  title: string;
  message: string;
  duration: number | null;
}

export interface Batch {
  type: "batch";
  number: number;
  updates: Update[];
  toasts: Toast[];
  storage: { [k: string]: string | null };
}

export interface BlocksProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  title: string;
  fill_width: boolean;
  fill_height: boolean;
}

export interface RowProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  equal_height: boolean;
}

export interface ColumnProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  variant: "default" | "panel" | "compact";
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
  value: string | null;
  type: "text" | "password" | "email";
  lines: number;
  max_lines: number | null;
  placeholder: string | null;
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
  value: number | null;
  minimum: number | null;
  maximum: number | null;
  step: number | null;
  placeholder: string | null;
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
  value: (string | number)[];
  choices: [string, string | number][];
}

export interface ButtonProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  value: string;
  variant: "primary" | "secondary" | "stop" | "huggingface";
  size: "sm" | "md" | "lg";
  interactive: boolean;
}

export interface MarkdownProps {
  visible: boolean | "hidden";
  elem_id: string | null;
  elem_classes: string[];
  scale: number | null;
  min_width: number;
  value: string | null;
  label: string | null;
  show_label: boolean;
  container: boolean;
}
