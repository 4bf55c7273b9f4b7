"""Colours as people write them."""

from __future__ import annotations

import colorsys
import re

from desktop_app.components.color_names import BY_NAME

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = re.compile(r"(rgb|hsl)a?\(\s*([^()]*?)\s*\)", re.IGNORECASE)


def as_hex(color: str) -> str:
    """Return the colour as "#rrggbb", or as "#rrggbbaa" if one can see through it.

    Args:
        color: as CSS has it: "#rgb", "#rrggbb", either with alpha, `rgb(…)`, `rgba(…)`, `hsl(…)`, `hsla(…)`, or a name
            such as "red".

    Raises:
        ValueError: it is no such colour.
    """
    text = color.strip()
    if text.lower() in BY_NAME:
        return BY_NAME[text.lower()]
    if _HEX.fullmatch(text):
        digits = text[1:].lower()
        return _without_full_alpha("#" + (digits if len(digits) > 4 else "".join(2 * digit for digit in digits)))
    call = _FUNCTION.fullmatch(text)
    parts = [part for part in re.split(r"[\s,/]+", call[2]) if part] if call else []
    if call is None or len(parts) not in (3, 4):
        raise ValueError("a colour is written as #rrggbb, rgb(…) or hsl(…), or by its name in CSS")
    alpha = _share(parts[3], 1) if len(parts) == 4 else 1.0
    if call[1].lower() == "rgb":
        shares = [_share(part, 255) for part in parts[:3]]
    else:
        hue = float(parts[0].removesuffix("deg")) / 360 % 1
        shares = list(colorsys.hls_to_rgb(hue, _share(parts[2], 100), _share(parts[1], 100)))
    return _without_full_alpha("#" + "".join(f"{int(share * 255 + 0.5):02x}" for share in [*shares, alpha]))


def _share(part: str, whole: float) -> float:
    number = float(part[:-1]) / 100 if part.endswith("%") else float(part) / whole
    if number != number:  # NaN
        raise ValueError(f"{part} is no part of a colour")
    return min(max(number, 0.0), 1.0)


def _without_full_alpha(color: str) -> str:
    return color[:7] if color[7:] == "ff" else color
