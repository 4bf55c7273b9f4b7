import { Connection } from "./connection.ts";
import { describe, reportUncaughtErrors } from "./errors.ts";
import type { Batch, Init } from "./generated/messages.ts";
import { useLocalIcons } from "./icons.ts";
import { onInspectorKey } from "./inspector-key.ts";
import { explainWhenAlone } from "./standalone.ts";
import { readStorage, writeStorage } from "./storage.ts";
import { followSystemTheme } from "./theme.ts";
import { Toasts } from "./toasts.ts";
import { findTransport } from "./transport.ts";
import { Tree } from "./tree.ts";

const root = find("app");
const toasts = new Toasts(find("toasts"));
const connection = new Connection({ init: showApp, batch: applyBatch });
let tree = new Tree(connection);

followSystemTheme();
useLocalIcons();
reportUncaughtErrors((message) => connection.pageError(message));
onInspectorKey(() => connection.inspect());
const notAlone = explainWhenAlone(root);
window.desktopApp = { receive: (message) => connection.receive(message as Init | Batch) };
void findTransport().then((transport) => connection.open(transport, readStorage()));

/** Shows an app in place of whatever the page showed before. */
function showApp(message: Init): void {
  notAlone();
  document.title = message.title;
  toasts.clear();
  tree = new Tree(connection);
  root.replaceChildren(tree.build(message.tree));
}

function applyBatch(message: Batch): void {
  for (const update of message.updates) attempt(() => tree.update(update, message.seen));
  for (const toast of message.toasts) attempt(() => toasts.show(toast));
  writeStorage(message.storage, (key, reason) => connection.storageFailed(key, reason));
}

/** Does one step; if it fails it is reported and the others go on. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    connection.pageError(describe(error));
  }
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
