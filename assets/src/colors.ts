/** Colours for categories that have none of their own. */
const PALETTE = ["#3b82f6", "#f59e0b", "#10b981", "#ec4899", "#8b5cf6", "#ef4444", "#14b8a6", "#eab308", "#6366f1", "#84cc16"];

export function paletteColor(place: number): string {
  return PALETTE[place % PALETTE.length] ?? "gray";
}

/** Black or white, whichever stands out more on a colour. */
export function textOn(color: string): string {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return "";
  canvas.fillStyle = "#ffffff";
  canvas.fillStyle = color; // stays white if it is no colour
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
