import type { Bar, Status } from "./generated/messages.ts";
import { ProgressBar } from "./progress-bar.ts";
import { RunningTime } from "./running-time.ts";

/** What the listener that writes a component is doing, over that component. */
export class StatusOverlay {
  readonly #element = element("div", "status");
  readonly #wait = element("div", "status-wait");
  readonly #waitText = element("span", "status-wait-text");
  readonly #bars = element("div", "status-bars");
  readonly #time = new RunningTime();
  readonly #progress: ProgressBar[] = [];

  constructor() {
    this.#wait.append(element("span", "status-spinner"), this.#waitText);
    this.#element.append(this.#wait, this.#bars, this.#time.element);
  }

  show({ look, ahead, elapsed, bars }: Status): void {
    this.#element.dataset["look"] = look;
    this.#time.countFrom(elapsed);
    this.#waitText.textContent = ahead === null ? "" : waiting(ahead);
    this.#wait.hidden = look === "minimal" || (ahead === null && bars.length > 0);
    this.#bars.hidden = look === "minimal" || !bars.length;
    this.#element.toggleAttribute("data-bars", !this.#bars.hidden);
    this.#showBars(bars);
  }

  attach(wrapper: HTMLElement): void {
    wrapper.append(this.#element);
    wrapper.setAttribute("aria-busy", "true");
  }

  remove(): void {
    this.#time.stop();
    this.#element.parentElement?.removeAttribute("aria-busy");
    this.#element.remove();
  }

  /** Bars that are there already go on from where they are. */
  #showBars(bars: Bar[]): void {
    for (const extra of this.#progress.splice(bars.length)) extra.element.remove();
    bars.forEach((bar, index) => (this.#progress[index] ?? this.#addBar()).show(bar));
  }

  #addBar(): ProgressBar {
    const bar = new ProgressBar();
    this.#progress.push(bar);
    this.#bars.append(bar.element);
    return bar;
  }
}

function waiting(ahead: number): string {
  return ahead ? `waiting, ${ahead} ahead` : "waiting, next in line";
}

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
