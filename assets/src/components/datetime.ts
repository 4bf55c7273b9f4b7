import "@awesome.me/webawesome/dist/components/icon/icon.js";
import { Calendar } from "../calendar.ts";
import { component } from "../component.ts";
import { Field } from "../field.ts";
import type { DateTimeProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { now, parse, partAt, stepped, write } from "../moment.ts";
import { t } from "../texts.ts";

export default component<DateTimeProps>({
  create(wrapper, context) {
    // A text: not every engine has fields for dates, and in this one a date can be typed, pasted and stepped through.
    const input = document.createElement("input");
    input.type = "text";
    input.spellcheck = false;
    input.autocomplete = "off";
    const opener = document.createElement("button");
    opener.type = "button";
    opener.className = "tool";
    opener.setAttribute("aria-haspopup", "dialog");
    opener.ariaLabel = t("Choose a date");
    const icon = document.createElement("wa-icon");
    icon.name = "calendar";
    icon.variant = "regular";
    opener.append(icon);
    const body = document.createElement("div");
    body.className = "date-body";
    body.append(input, opener);
    const field = new Field(wrapper, body, input);
    let value: string | null = null;
    let includeTime = true;

    const edit = (text: string): void => {
      const entered = text.trim() || null;
      if (entered === value) return;
      value = entered;
      context.edit(entered);
    };
    const enter = (text: string): void => {
      input.value = text;
      edit(text);
    };

    const calendar = new Calendar(
      (day) => {
        enter(write(day, includeTime));
        close();
      },
      () => close(),
    );
    const close = (): void => {
      document.removeEventListener("pointerdown", closeFromElsewhere);
      opener.ariaExpanded = "false";
      if (calendar.element.contains(document.activeElement)) opener.focus();
      calendar.element.remove();
    };
    const closeFromElsewhere = (event: Event): void => {
      if (!event.composedPath().includes(body)) close();
    };
    opener.ariaExpanded = "false";
    opener.addEventListener("click", () => {
      if (calendar.element.isConnected) return close();
      body.append(calendar.element);
      opener.ariaExpanded = "true";
      document.addEventListener("pointerdown", closeFromElsewhere);
      calendar.show(parse(input.value) ?? now());
    });
    body.addEventListener("focusout", ({ relatedTarget }) => {
      // To nowhere the focus goes when another month is drawn, or when the window is left.
      if (relatedTarget instanceof Node && !body.contains(relatedTarget)) close();
    });

    input.addEventListener("input", () => {
      if (parse(input.value) || !input.value.trim()) edit(input.value); // what is half typed waits
    });
    input.addEventListener("change", () => edit(input.value));
    input.addEventListener("keydown", (event) => {
      if (isPlainEnter(event)) {
        edit(input.value);
        if (!input.readOnly) context.emit("submit");
      } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !input.readOnly) {
        event.preventDefault();
        step(event.key === "ArrowUp" ? 1 : -1);
      }
    });

    /** The part that the caret is in goes up or down, and is selected, so that it can be typed over. */
    const step = (by: number): void => {
      const moment = parse(input.value);
      const { part, start, end } = partAt(moment ? (input.selectionStart ?? 0) : 0);
      enter(write(moment ? stepped(moment, part, by) : now(), includeTime));
      input.setSelectionRange(start, end);
    };

    return {
      tools: field.tools,
      apply(changed, all) {
        field.apply(wrapper, all);
        includeTime = all.include_time;
        input.placeholder = includeTime ? t("YYYY-MM-DD hh:mm:ss") : t("YYYY-MM-DD");
        input.readOnly = !all.interactive;
        opener.hidden = !all.interactive;
        if (!all.interactive) close();
        if (changed.value === undefined || changed.value === value) return;
        value = all.value;
        input.value = value ?? "";
      },
    };
  },
});
