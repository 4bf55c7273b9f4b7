/** Follows the system's light or dark look, also when it changes. */
export function followSystemTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = (): void => {
    document.documentElement.classList.toggle("wa-dark", dark.matches);
    document.documentElement.classList.toggle("wa-light", !dark.matches);
  };
  show();
  dark.addEventListener("change", show);
}
