const TICK_MS = 100;

const running = new Set<RunningTime>();
let timer = 0;

/** A time that counts on, such as "1.2 s". One timer serves all of them, and there is none when none runs. */
export class RunningTime {
  readonly element = document.createElement("span");
  #start = 0;

  constructor() {
    this.element.className = "status-time";
    this.element.setAttribute("aria-hidden", "true"); // nobody wants to hear it counted
  }

  countFrom(seconds: number): void {
    this.#start = performance.now() - seconds * 1000;
    this.tick();
    running.add(this);
    timer ||= window.setInterval(() => running.forEach((time) => time.tick()), TICK_MS);
  }

  stop(): void {
    running.delete(this);
    if (running.size) return;
    clearInterval(timer);
    timer = 0;
  }

  tick(): void {
    this.element.textContent = `${((performance.now() - this.#start) / 1000).toFixed(1)} s`;
  }
}
