import type { Bar } from "./generated/messages.ts";
import { t } from "./texts.ts";

/** One progress bar: what is being done, how much of it is done, and a line that grows. */
export class ProgressBar {
  readonly element = document.createElement("div");
  readonly #description = document.createElement("span");
  readonly #count = document.createElement("span");
  readonly #percent = document.createElement("span");
  readonly #track = document.createElement("div");

  constructor() {
    this.element.className = "progress";
    this.#description.className = "progress-description";
    this.#count.className = "progress-count";
    this.#percent.className = "progress-percent";
    this.#track.className = "progress-track";
    this.#track.setAttribute("role", "progressbar");
    this.#track.append(document.createElement("div"));
    this.element.append(this.#description, this.#count, this.#percent, this.#track);
  }

  show({ description, part, count }: Bar): void {
    const percent = part === null ? null : percentOf(part);
    this.#description.textContent = description;
    this.#count.textContent = count;
    this.#percent.textContent = percent === null ? "" : `${percent} %`;
    this.#track.setAttribute("aria-label", description ?? t("Progress"));
    this.#track.toggleAttribute("data-indeterminate", percent === null);
    if (percent === null) this.#track.removeAttribute("aria-valuenow");
    else this.#track.setAttribute("aria-valuenow", String(percent));
    this.#track.style.setProperty("--part", String(part ?? 0));
  }
}

/** Whole percent, 100 only when all is done. */
function percentOf(part: number): number {
  return Math.floor(Math.min(Math.max(part, 0), 1) * 100 + 1e-9);
}
