import { t } from "./texts.ts";

const SVG = "http://www.w3.org/2000/svg";
const ARROW_INTO_TRAY = "M8 1.75v8.5m0 0 3.25-3.25M8 10.25 4.75 7M2 10.5v2.25c0 .7.55 1.25 1.25 1.25h9.5c.7 0 1.25-.55 1.25-1.25V10.5";

/** A small button that lets Python save something as a file. */
export function downloadButton(press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.ariaLabel = t("Save as a file");
  button.title = button.ariaLabel;
  button.append(icon());
  button.addEventListener("click", press);
  return button;
}

function icon(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.classList.add("line-icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ARROW_INTO_TRAY);
  svg.append(path);
  return svg;
}
