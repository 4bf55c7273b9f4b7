/** Tells of the system's look and language when they change while the window is open. */
export function onSystemChanges(changed: (event: string, value: string) => void): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => changed("color_scheme_change", dark.matches ? "dark" : "light"));
  addEventListener("languagechange", () => changed("language_change", navigator.language));
}
