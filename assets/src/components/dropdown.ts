import { Chips, createCross } from "../chips.ts";
import { component } from "../component.ts";
import { Field } from "../field.ts";
import { emitFocusAndBlur } from "../form.ts";
import type { DropdownProps } from "../generated/messages.ts";
import { isPlainEnter } from "../keys.ts";
import { type Option, OptionList } from "../option-list.ts";
import { t } from "../texts.ts";

type Choice = DropdownProps["choices"][number][1];
const PAGE = 8; // rows
const TYPE_AHEAD_MS = 700;

export default component<DropdownProps>({
  create(wrapper, context) {
    const box = document.createElement("div");
    box.className = "dropdown";
    const input = document.createElement("input");
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    const chips = new Chips((place) => toggle(values()[place]));
    const clear = createCross(t("Remove all"), () => setSeveral([]));
    box.append(chips.element, input, clear);
    const field = new Field(wrapper, box, input);
    const list = new OptionList(box, input, {
      isSelected: (index) => isChosen(choiceAt(index)),
      isDisabled: (index) => isFull() && !isChosen(choiceAt(index)),
      choose: (index) => choose(index),
    });
    wrapper.append(list.element);
    let props: DropdownProps | null = null;
    let all: Option[] = [];
    let lowered: string[] = [];
    let typed: string | null = null; // what the user has typed and not yet chosen
    let ahead = "";
    let aheadTimer = 0;

    const choiceAt = (index: number): Choice | undefined => props?.choices[index]?.[1];
    const several = (): boolean => props?.multiselect ?? false;
    const values = (): Choice[] => {
      const value = props?.value ?? null;
      return Array.isArray(value) ? value : value === null ? [] : [value];
    };
    const isChosen = (choice: Choice | undefined): boolean => values().some((value) => value === choice);
    const isFull = (): boolean => several() && props?.max_choices != null && values().length >= props.max_choices;
    const isFilter = (): boolean => (props?.filterable || props?.allow_custom_value) ?? false;
    const place = (value: Choice | undefined): number => props?.choices.findIndex(([, choice]) => choice === value) ?? -1;
    const isKnown = (value: Choice): boolean => props?.allow_custom_value || place(value) >= 0;
    const labelOf = (value: Choice): string => props?.choices[place(value)]?.[0] ?? (isKnown(value) ? String(value) : "");

    const showValue = (): void => {
      if (!props) return;
      const known = values().filter(isKnown);
      chips.show(several() ? known.map(labelOf) : [], props.interactive);
      clear.hidden = !several() || !known.length || !props.interactive;
      if (typed === null) input.value = several() || known[0] === undefined ? "" : labelOf(known[0]);
    };

    const edit = (value: DropdownProps["value"]): void => {
      if (!props) return;
      props = { ...props, value };
      typed = null;
      showValue();
      context.edit(value);
    };
    const setSeveral = (chosen: Choice[]): void => {
      edit(chosen);
      if (list.isOpen) open();
    };

    const toggle = (value: Choice | undefined): void => {
      if (value === undefined) return;
      const selected = !values().includes(value);
      if (selected && isFull()) return;
      const others = values().filter((other) => other !== value && isKnown(other));
      const row = list.active;
      setSeveral(selected ? [...others, value] : others);
      if (list.isOpen) list.moveTo(row);
      tell(value, selected);
    };
    const tell = (value: Choice, selected: boolean): void => {
      const index = place(value);
      context.emit("select", { index: index < 0 ? null : index, value, selected });
    };

    const take = (value: Choice): void => {
      if (several()) return toggle(value);
      const isNew = value !== props?.value;
      list.close();
      if (isNew) edit(value);
      typed = null;
      showValue();
      tell(value, true);
    };
    const choose = (index: number): void => {
      const choice = choiceAt(index);
      if (choice !== undefined) take(choice);
    };

    /** The text that the user leaves in the field is theirs, where it may be; else it gives way to what is chosen. */
    const settle = (): void => {
      list.close();
      const text = typed;
      typed = null;
      if (text !== null && props?.allow_custom_value) {
        const own = props.choices.find(([label]) => label === text)?.[1] ?? text;
        if (text === "" && !several()) edit(null);
        else if (text !== "" && !isFull() && !isChosen(own)) {
          take(own);
          list.close();
        }
      }
      showValue();
    };

    const matching = (): Option[] => {
      const wanted = isFilter() ? (typed ?? "").toLowerCase() : "";
      return wanted ? all.filter((option) => lowered[option.index]?.includes(wanted)) : all;
    };
    const open = (): void => {
      if (!props?.interactive) return;
      const options = matching();
      const chosen = typed || several() ? -1 : place(values()[0]);
      const first = typed && !props.allow_custom_value && options.length ? 0 : -1;
      list.show(options, chosen >= 0 ? chosen : first);
    };
    const jump = (letter: string): void => {
      clearTimeout(aheadTimer);
      aheadTimer = window.setTimeout(() => (ahead = ""), TYPE_AHEAD_MS);
      ahead += letter.toLowerCase();
      if (!list.isOpen) open();
      const again = [...ahead].every((each) => each === ahead[0]); // the same letter goes on to the next one
      const from = again ? list.active + 1 : Math.max(0, list.active);
      const wanted = again ? ahead[0] ?? "" : ahead;
      const begins = (option: Option): boolean => lowered[option.index]?.startsWith(wanted) ?? false;
      const { options } = list;
      const next = options.findIndex((option, row) => row >= from && begins(option));
      const found = next >= 0 ? next : options.findIndex(begins);
      if (found >= 0) list.moveTo(found);
    };

    const moves: Record<string, () => number> = {
      ArrowDown: () => list.active + 1,
      ArrowUp: () => Math.max(0, list.active - 1),
      PageDown: () => list.active + PAGE,
      PageUp: () => Math.max(0, list.active - PAGE),
      Home: () => 0,
      End: () => list.options.length - 1,
    };
    const press = (event: KeyboardEvent): boolean => {
      const { key } = event;
      if (!props?.interactive || event.isComposing) return false;
      if (key === "Escape" && (list.isOpen || typed !== null)) {
        typed = null;
        list.close();
        showValue();
        return true;
      }
      if (isPlainEnter(event)) {
        const option = list.isOpen ? list.options[list.active] : undefined;
        if (option && !(isFull() && !isChosen(choiceAt(option.index)))) choose(option.index);
        else if (typed !== null && props.allow_custom_value) settle();
        else if (!list.isOpen) open();
        return true;
      }
      if (key === "Backspace" && several() && input.value === "" && values().length) {
        toggle(values().at(-1));
        return true;
      }
      if (key in moves && (list.isOpen || key.startsWith("Arrow"))) {
        if (list.isOpen) list.moveTo(moves[key]?.() ?? 0);
        else open();
        return true;
      }
      if (isFilter() || key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (key !== " " || ahead) jump(key);
      else if (list.isOpen) choose(list.options[list.active]?.index ?? -1);
      else open();
      return true;
    };

    input.addEventListener("input", () => {
      typed = input.value;
      open();
    });
    input.addEventListener("keydown", (event) => {
      if (press(event)) event.preventDefault();
    });
    input.addEventListener("keyup", ({ key }) => context.emit("key_up", { key, input_value: input.value }));
    box.addEventListener("mousedown", (event) => {
      if (event.target === input) return;
      event.preventDefault();
      input.focus();
    });
    box.addEventListener("click", (event) => {
      if ((event.target as HTMLElement).closest(".cross")) return;
      if (list.isOpen && !isFilter()) list.close();
      else if (!list.isOpen) open();
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", settle);
    emitFocusAndBlur(wrapper, context);

    return {
      tools: field.tools,
      apply(changed, now) {
        props = now;
        field.apply(wrapper, now);
        list.listbox.ariaLabel = t("Choices");
        list.listbox.ariaMultiSelectable = String(now.multiselect);
        box.toggleAttribute("data-read-only", !now.interactive);
        input.readOnly = !now.interactive || !isFilter();
        input.setAttribute("aria-autocomplete", isFilter() ? "list" : "none");
        if (changed.choices) {
          all = now.choices.map(([label], index) => ({ index, label }));
          lowered = all.map(({ label }) => label.toLowerCase());
        }
        if (changed.value !== undefined && !list.isOpen) typed = null;
        showValue();
        if (list.isOpen && now.interactive) open();
        else list.close();
      },
    };
  },
});
