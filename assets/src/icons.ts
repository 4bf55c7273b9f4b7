import { getIconLibrary, registerIconLibrary } from "@awesome.me/webawesome/dist/components/icon/library.js";

/** Makes every icon come from the bundle: Web Awesome's default library is on the network. */
export function useLocalIcons(): void {
  const system = getIconLibrary("system");
  if (system) registerIconLibrary("default", system);
}
