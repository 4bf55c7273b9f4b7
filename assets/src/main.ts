import { Connection } from "./connection.ts";
import { keepContextMenuForText } from "./context-menu.ts";
import { describe, reportUncaughtErrors } from "./errors.ts";
import type { Batch, Gather, Init } from "./generated/messages.ts";
import { showHead } from "./head.ts";
import { useLocalIcons } from "./icons.ts";
import { onInspectorKey } from "./inspector-key.ts";
import { onLink } from "./links.ts";
import { useParts } from "./parts.ts";
import { Scripts } from "./scripts.ts";
import { scrollTo } from "./scroll.ts";
import { explainWhenAlone } from "./standalone.ts";
import { readStorage, writeStorage } from "./storage.ts";
import { useTexts } from "./texts.ts";
import { onSystemChanges } from "./system-changes.ts";
import { followSystemTheme } from "./theme.ts";
import { Toasts } from "./toasts.ts";
import { findTransport } from "./transport.ts";
import { Tree } from "./tree.ts";
import { useUndoKeys } from "./undo-keys.ts";

const root = find("app");
const toasts = new Toasts(find("toasts"));
const connection = new Connection({ init: showApp, batch: applyBatch });
const scripts = new Scripts(connection);
const parts = useParts(connection);
let tree = new Tree(connection);
let ownWindow: Init["window"] | null = null;

followSystemTheme();
useLocalIcons();
keepContextMenuForText();
useUndoKeys();
reportUncaughtErrors((message) => connection.pageError(message));
onInspectorKey(() => connection.inspect());
onSystemChanges((event, value) => {
  if (ownWindow !== null) connection.emit(ownWindow, event, value);
});
onLink((url) => connection.openLink(url));
const notAlone = explainWhenAlone(root);
window.desktopApp = {
  isLoad: (nonce) => connection.isLoad(nonce),
  receive: (message) => connection.receive(message as Init | Gather | Batch),
  define: (number, fn) => scripts.define(number, fn),
  start: (fn) => void scripts.start(fn, report),
  provide: (name, value) => parts.provide(name, value),
};
void findTransport().then((transport) => connection.open(transport, readStorage()));

/** Shows an app in place of whatever the page showed before. */
function showApp(message: Init): void {
  notAlone();
  ownWindow = message.window;
  document.title = message.title;
  useTexts(message.language, message.texts);
  toasts.clear();
  showHead(message.css, message.head);
  tree = new Tree(connection);
  tree.start(message.tree, root);
}

function applyBatch(message: Batch): void {
  const { seen } = message;
  each(message.shown, (shown) => tree.show(shown, seen));
  each(message.updates, (update) => tree.update(update, seen));
  tree.settle();
  each(Object.entries(message.statuses), ([id, status]) => tree.setStatus(Number(id), status));
  each(Object.entries(message.problems), ([id, problem]) => tree.setProblem(Number(id), problem, seen));
  each(message.calls, (call) => void scripts.call(call));
  each(message.toasts, (toast) => toasts.show(toast));
  writeStorage(message.storage, (key, reason) => connection.storageFailed(key, reason));
  if (message.scroll_to !== null) each([message.scroll_to], (id) => scrollTo(tree.find(id).element));
}

/** Does one step for each item; if one fails it is reported and the others go on. */
function each<Item>(items: readonly Item[], step: (item: Item) => void): void {
  for (const item of items) {
    try {
      step(item);
    } catch (error) {
      report(error);
    }
  }
}

function report(error: unknown): void {
  connection.pageError(describe(error));
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
