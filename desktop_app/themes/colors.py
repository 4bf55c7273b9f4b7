"""The hues of a theme, by name; each is shown by the nearest one of the page's palette."""

from __future__ import annotations

slate = "slate"
gray = "gray"
zinc = "zinc"
neutral = "neutral"
stone = "stone"
red = "red"
orange = "orange"
amber = "amber"
yellow = "yellow"
lime = "lime"
green = "green"
emerald = "emerald"
teal = "teal"
cyan = "cyan"
sky = "sky"
blue = "blue"
indigo = "indigo"
violet = "violet"
purple = "purple"
fuchsia = "fuchsia"
pink = "pink"
rose = "rose"

# What Web Awesome's palette has for each.
IN_PALETTE = {
    **dict.fromkeys((slate, gray, zinc, neutral, stone), "gray"),
    **dict.fromkeys((red, rose), "red"),
    **dict.fromkeys((amber, yellow), "yellow"),
    **dict.fromkeys((lime, green, emerald), "green"),
    **dict.fromkeys((teal, cyan), "cyan"),
    **dict.fromkeys((sky, blue), "blue"),
    **dict.fromkeys((violet, purple), "purple"),
    **dict.fromkeys((fuchsia, pink), "pink"),
    orange: "orange",
    indigo: "indigo",
}
