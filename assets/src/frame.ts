const HIDDEN_WINDOW_MS = 100;

/** Calls back once the next frame is drawn; a hidden window draws none, so a timer stands in. */
export function afterFrame(callback: () => void): void {
  const done = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(done);
  const timer = setTimeout(done, HIDDEN_WINDOW_MS);
}
