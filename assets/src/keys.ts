/** Whether a key press is Enter itself and not the end of a composed character. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  // WebKit ends the composition before this event and marks it with key code 229 alone.
  return event.key === "Enter" && !event.isComposing && event.keyCode !== 229;
}
