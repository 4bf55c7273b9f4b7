import "@awesome.me/webawesome/dist/components/button/button.js";
import { component } from "../component.ts";
import type { ButtonProps } from "../generated/messages.ts";

const LOOKS = {
  primary: { variant: "brand", appearance: "accent" },
  secondary: { variant: "neutral", appearance: "filled-outlined" },
  stop: { variant: "danger", appearance: "accent" },
  huggingface: { variant: "neutral", appearance: "accent" },
} as const;

export default component<ButtonProps>({
  create(wrapper, context) {
    const button = document.createElement("wa-button");
    button.addEventListener("click", () => {
      if (!button.disabled) context.emit("click");
    });
    wrapper.append(button);
    return {
      apply(_, { value, variant, size, interactive }) {
        button.textContent = value;
        Object.assign(button, LOOKS[variant]);
        button.disabled = !interactive;
        wrapper.dataset["size"] = size;
        wrapper.dataset["variant"] = variant;
      },
    };
  },
});
