/** The host's half of the connection; see `Connection` for the page's half. */
export interface Transport {
  send(text: string): void;
  /** Whether the host shows a menu of its own, on texts alone. */
  readonly hasTextMenu?: boolean;
}

declare global {
  interface Window {
    desktopAppTransport?: Transport;
    desktopApp?: {
      /** Whether the page is still the load of this nonce. */
      isLoad(nonce: string): boolean;
      receive(message: object): void;
      /** Names a function of the author's by a number, for later calls. */
      define(number: number, fn: unknown): void;
      /** Calls a function of the author's now. */
      start(fn: unknown): void;
      /** Hands over a part of the page that was asked for. */
      provide(name: string, value: unknown): void;
    };
  }
}

/** The host's transport, as soon as it is there: a slow host puts it in after the page's script has run. */
export function findTransport(): Promise<Transport> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (window.desktopAppTransport) resolve(window.desktopAppTransport);
    };
    look();
    window.addEventListener("desktop-app-transport", look);
  });
}
