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
    const picture = document.createElement("img");
    picture.className = "button-icon";
    picture.slot = "start";
    picture.alt = ""; // the text beside it says what it does
    button.addEventListener("click", () => {
      if (!button.disabled) context.emit("click");
    });
    wrapper.append(button);
    return {
      apply(_, { value, variant, size, icon, link, interactive }) {
        button.textContent = value;
        if (icon !== null) {
          picture.src = icon;
          button.prepend(picture);
        }
        Object.assign(button, LOOKS[variant]);
        button.disabled = !interactive;
        // What is clicked opens in the system's browser. What is disabled is no link: a link has no such state.
        const page = link?.startsWith("/") && interactive ? link.slice(1) : undefined;
        if (page === undefined) delete button.dataset["pagePath"];
        else button.dataset["pagePath"] = page; // the window shows that page
        button.href = link !== null && interactive && page === undefined ? link : "";
        wrapper.dataset["size"] = size;
        wrapper.dataset["variant"] = variant;
      },
    };
  },
});
