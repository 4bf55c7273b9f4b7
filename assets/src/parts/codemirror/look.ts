import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The page's own colours, which follow light and dark. */
export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-text)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.propertyName, tags.attributeName], color: "var(--code-constant)" },
  { tag: [tags.function(tags.variableName), tags.definition(tags.className), tags.className], color: "var(--code-name)" },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)" },
  { tag: [tags.tagName, tags.inserted], color: "var(--code-tag)" },
  { tag: [tags.typeName, tags.standard(tags.name), tags.escape, tags.labelName, tags.deleted], color: "var(--code-variable)" },
  { tag: tags.heading, color: "var(--code-name)", fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], textDecoration: "underline" },
]);

export const look = EditorView.theme({
  "&": { background: "none", color: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: "0.5rem 0", caretColor: "currentColor" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "none" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  ".cm-gutters": {
    borderInlineEnd: "1px solid var(--line)",
    background: "none",
    color: "var(--wa-color-text-quiet)",
    userSelect: "none",
  },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { background: "var(--hover-background)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--code-selection)",
  },
  ".cm-selectionMatch, &.cm-focused .cm-matchingBracket": { background: "var(--code-match)" },
  ".cm-panels, .cm-tooltip": { background: "var(--panel-background)", color: "inherit", borderColor: "var(--line)" },
});
