import "@awesome.me/webawesome/dist/components/icon/icon.js";
import { type Moment, daysIn, now, stepped } from "./moment.ts";
import { t } from "./texts.ts";

const KEYS: Record<string, [part: number, by: number]> = {
  ArrowLeft: [2, -1],
  ArrowRight: [2, 1],
  ArrowUp: [2, -7],
  ArrowDown: [2, 7],
  PageUp: [1, -1],
  PageDown: [1, 1],
};

/** A month to choose a day from, by mouse or arrow keys. */
export class Calendar {
  readonly element = document.createElement("div");
  readonly #title = document.createElement("div");
  readonly #days = document.createElement("div");
  readonly #chosen: (day: Moment) => void;
  #day: Moment = now();

  constructor(chosen: (day: Moment) => void, closed: () => void) {
    this.#chosen = chosen;
    this.element.className = "calendar";
    this.element.setAttribute("role", "dialog");
    this.element.ariaLabel = t("Choose a date");
    this.#title.className = "calendar-title";
    this.#title.setAttribute("aria-live", "polite");
    this.#days.className = "calendar-days";
    const head = document.createElement("div");
    head.className = "calendar-head";
    head.append(this.#turn(-1, "chevron-left", t("Previous month")), this.#title, this.#turn(1, "chevron-right", t("Next month")));
    this.element.append(head, this.#days);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") closed();
      else if (!this.#move(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  show(day: Moment): void {
    this.#draw(day);
    this.#focus();
  }

  #move(key: string): boolean {
    const step = KEYS[key];
    if (!step || !this.#days.contains(document.activeElement)) return false;
    this.#draw(stepped(this.#day, ...step));
    this.#focus();
    return true;
  }

  #turn(by: number, icon: string, name: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.ariaLabel = name;
    const symbol = document.createElement("wa-icon");
    symbol.name = icon;
    button.append(symbol);
    button.addEventListener("click", () => this.#draw(stepped(this.#day, 1, by)));
    return button;
  }

  #focus(): void {
    this.#days.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }

  #draw(day: Moment): void {
    this.#day = day;
    const [year, month] = day;
    const language = document.documentElement.lang;
    const first = new Date(Date.UTC(year, month - 1, 1));
    this.#title.textContent = first.toLocaleDateString(language, { month: "long", year: "numeric", timeZone: "UTC" });
    const weekStart = language.startsWith("de") ? 1 : 0;
    const names = Array.from({ length: 7 }, (_, index) => {
      const name = document.createElement("span");
      const date = new Date(Date.UTC(2023, 0, 1 + index + weekStart)); // a Sunday
      name.textContent = date.toLocaleDateString(language, { weekday: "narrow", timeZone: "UTC" });
      name.ariaHidden = "true";
      return name;
    });
    const days = Array.from({ length: daysIn(year, month) }, (_, index) => this.#createDay(index + 1, language));
    days[0]?.style.setProperty("grid-column-start", String(((first.getUTCDay() - weekStart + 7) % 7) + 1));
    this.#days.replaceChildren(...names, ...days);
  }

  #createDay(number: number, language: string): HTMLButtonElement {
    const [year, month, day, ...time] = this.#day;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = String(number);
    button.ariaLabel = new Date(Date.UTC(year, month - 1, number)).toLocaleDateString(language, {
      dateStyle: "full",
      timeZone: "UTC",
    });
    button.tabIndex = number === day ? 0 : -1;
    if (number === day) button.setAttribute("aria-current", "date");
    button.addEventListener("click", () => this.#chosen([year, month, number, ...time]));
    return button;
  }
}
