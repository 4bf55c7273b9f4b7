import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { changeBetween } from "./codemirror/difference.ts";
import { languageOf } from "./codemirror/languages.ts";
import { colours, look } from "./codemirror/look.ts";

export interface EditorOptions {
  language: string | null;
  editable: boolean;
  wrapLines: boolean;
  lineNumbers: boolean;
  autocomplete: boolean;
  /** What goes to the element that is typed in, such as its name. */
  attributes: Record<string, string>;
}

export interface Editor {
  setText(text: string): void;
  configure(options: EditorOptions): void;
  focus(): void;
}

/** Marks what comes from Python; the user has nothing to do with it. */
const fromPython = Annotation.define<boolean>();

/** Puts an editor into an element; `edited` hears of what the user makes of the text. */
export default function createEditor(parent: HTMLElement, text: string, edited: (text: string) => void): Editor {
  const options = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        options.of([]),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightSelectionMatches(),
        search({ top: true }),
        syntaxHighlighting(colours),
        look,
        // Escape and then Tab leads on to the next field.
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => {
          const users = !update.transactions.some((transaction) => transaction.annotation(fromPython));
          if (update.docChanged && users) edited(view.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(now) {
      const change = changeBetween(view.state.doc.toString(), now);
      if (change) view.dispatch({ changes: change, annotations: fromPython.of(true) });
    },
    configure: (wanted) => view.dispatch({ effects: options.reconfigure(extensions(wanted)) }),
    focus: () => view.focus(),
  };
}

function extensions(wanted: EditorOptions): Extension {
  return [
    languageOf(wanted.language),
    EditorView.contentAttributes.of({ ...wanted.attributes, tabindex: "0", "aria-readonly": String(!wanted.editable) }),
    EditorState.readOnly.of(!wanted.editable),
    EditorView.editable.of(wanted.editable),
    wanted.editable ? [highlightActiveLine(), highlightActiveLineGutter()] : [],
    wanted.wrapLines ? EditorView.lineWrapping : [],
    wanted.lineNumbers ? lineNumbers() : [],
    wanted.autocomplete ? autocompletion() : [],
  ];
}
