import "@awesome.me/webawesome/dist/components/icon/icon.js";
import { copyButton } from "./copy-button.ts";
import type { TextboxProps } from "./generated/messages.ts";
import { t } from "./texts.ts";

interface Deeds {
  text(): string;
  copied(text: string): void;
  submit(): void;
  stop(): void;
}

/** The buttons inside a field for text: copy, stop and submit. */
export class TextActions {
  readonly #wrapper: HTMLElement;
  readonly #element = document.createElement("div");
  readonly #copy: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #submit: HTMLButtonElement;

  constructor(wrapper: HTMLElement, deeds: Deeds) {
    this.#wrapper = wrapper;
    this.#element.className = "text-actions";
    this.#copy = copyButton(deeds.text, deeds.copied);
    this.#stop = actionButton("stop", deeds.stop);
    this.#submit = actionButton("submit", deeds.submit);
    this.#element.append(this.#copy, this.#stop, this.#submit);
    // The text stops where the buttons begin, however long their texts are.
    new ResizeObserver(() => this.#reserve()).observe(this.#element);
  }

  apply({ buttons, submit_btn, stop_btn, interactive }: TextboxProps): void {
    this.#copy.hidden = !buttons?.includes("copy");
    show(this.#stop, stop_btn, t("Stop"), square);
    show(this.#submit, submit_btn, t("Submit"), arrow);
    for (const button of [this.#stop, this.#submit]) button.disabled = !interactive;
    const any = [this.#copy, this.#stop, this.#submit].some((button) => !button.hidden);
    if (any && !this.#element.isConnected) this.#wrapper.append(this.#element);
    if (!any) this.#element.remove();
    this.#wrapper.toggleAttribute("data-actions", any);
  }

  #reserve(): void {
    this.#wrapper.style.setProperty("--actions-width", `${this.#element.offsetWidth}px`);
  }
}

function actionButton(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `text-action text-action-${name}`;
  button.addEventListener("click", press);
  return button;
}

/** True shows a symbol, a text is shown as it is. */
function show(button: HTMLButtonElement, wanted: boolean | string | null, name: string, symbol: () => Element): void {
  button.hidden = !wanted;
  const text = typeof wanted === "string" ? wanted : null;
  button.replaceChildren(text ?? symbol());
  button.title = text === null ? name : "";
  if (text === null) button.ariaLabel = name;
  else button.removeAttribute("aria-label");
}

function arrow(): Element {
  const icon = document.createElement("wa-icon");
  icon.name = "arrow-up";
  return icon;
}

function square(): Element {
  const square = document.createElement("span");
  square.className = "stop-square";
  return square;
}
