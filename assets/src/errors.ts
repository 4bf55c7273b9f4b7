/** Reports what nobody caught. */
export function reportUncaughtErrors(report: (message: string) => void): void {
  window.addEventListener("error", (event) => {
    // A browser's note that an observer needs one more frame: nothing is wrong then.
    if (event.message.startsWith("ResizeObserver loop")) return;
    report(describe(event.error ?? event.message));
  });
  window.addEventListener("unhandledrejection", (event) => report(describe(event.reason)));
}

export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const title = `${error.name}: ${error.message}`;
  // Chromium's stack begins with the title, WebKit's does not.
  return error.stack?.startsWith(title) ? error.stack : `${title}\n${error.stack ?? ""}`.trim();
}
