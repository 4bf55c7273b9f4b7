"""How an app looks: hues, sizes and fonts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import ClassVar

from desktop_app.errors import DeclarationError
from desktop_app.themes.colors import IN_PALETTE
from desktop_app.themes.sizes import SCALES

STEPS = ("05", "10", "20", "30", "40", "50", "60", "70", "80", "90", "95")


class Font:
    """A font of the user's system, by its name; where it is not installed the next one is used.

    Args:
        name: its name, such as "Noto Sans".
        weights: accepted for scripts written for Gradio; nothing is loaded, so all that are installed are there.
    """

    def __init__(self, name: str, weights: Iterable[int] = (400, 600)) -> None:
        self.name = name
        self.weights = tuple(weights)

    def __str__(self) -> str:
        name = self.name.replace("\\", "").replace('"', "")
        return f'"{name}"' if " " in name or not name.replace("-", "").isalnum() else name


class GoogleFont(Font):
    """A font by the name it has at Google; nothing is loaded, so it is used where it is installed."""


class LocalFont(Font):
    """A font that is installed on the user's system."""


class Theme:
    """How an app looks, in light and dark.

    Args:
        primary_hue: of what the user most likely wants, a name such as "blue" or one of `themes.colors`.
        secondary_hue: of what has the focus.
        neutral_hue: of texts, lines and surfaces.
        text_size: "sm", "md" or "lg", or one of `themes.sizes`.
        spacing_size: "sm", "md" or "lg".
        radius_size: of corners; "none", "sm", "md", "lg" or "xxl".
        font: a name, a `Font`, or a list of them, the best first; None is the system's.
        font_mono: the same for code.

    Raises:
        DeclarationError: for a name that is none; the message lists those that are.
    """

    defaults: ClassVar[dict[str, str]] = {}

    def __init__(
        self,
        *,
        primary_hue: str | None = None,
        secondary_hue: str | None = None,
        neutral_hue: str | None = None,
        text_size: str | None = None,
        spacing_size: str | None = None,
        radius_size: str | None = None,
        font: str | Font | Iterable[str | Font] | None = None,
        font_mono: str | Font | Iterable[str | Font] | None = None,
    ) -> None:
        own = self.defaults
        self.primary_hue = _hue("primary_hue", primary_hue or own.get("primary_hue", "blue"))
        self.secondary_hue = _hue("secondary_hue", secondary_hue or own.get("secondary_hue", "blue"))
        self.neutral_hue = _hue("neutral_hue", neutral_hue or own.get("neutral_hue", "gray"))
        self.text_size = _size("text", text_size or own.get("text_size", "md"))
        self.spacing_size = _size("spacing", spacing_size or own.get("spacing_size", "md"))
        self.radius_size = _size("radius", radius_size or own.get("radius_size", "md"))
        self.font = _fonts(font)
        self.font_mono = _fonts(font_mono)

    def set(self, **variables: object) -> Theme:
        """Accept Gradio's CSS variables for the sake of scripts; they have no effect here, which is warned of once.

        Args:
            variables: what Gradio's themes take, by name.

        Returns:
            This theme.
        """
        if variables:
            names = ", ".join(sorted(variables))
            warnings.warn(f"Theme.set({names}) has no effect: use Blocks(css=…) for details of the look.", stacklevel=2)
        return self

    def css(self) -> str:
        """Return the style sheet that makes the page look like this."""
        rules = [
            *_palette("brand", self.primary_hue),
            *_palette("neutral", self.neutral_hue),
            f"--wa-color-focus: var(--wa-color-{self.secondary_hue}-60);",
            f"--wa-font-size-scale: {SCALES['text'][self.text_size]};",
            f"--wa-space-scale: {SCALES['spacing'][self.spacing_size]};",
            f"--gap: calc(1rem * {SCALES['spacing'][self.spacing_size]});",
            f"--wa-border-radius-scale: {SCALES['radius'][self.radius_size]};",
        ]
        if self.font:
            rules.append(f"--wa-font-family-body: {', '.join([*self.font, 'system-ui', 'sans-serif'])};")
        if self.font_mono:
            rules.append(f"--wa-font-family-code: {', '.join([*self.font_mono, 'ui-monospace', 'monospace'])};")
        body = "\n  ".join(rules)
        return f":root, :root.wa-light, :root.wa-dark {{\n  {body}\n}}\n"


def as_theme(given: Theme | str | None) -> Theme | None:
    """Return a theme that was given as itself or by name, such as "soft".

    Raises:
        DeclarationError: there is no theme of that name.
    """
    from desktop_app.themes import presets

    if given is None or isinstance(given, Theme):
        return given
    known = {kind.__name__.lower(): kind for kind in presets.ALL}
    if not isinstance(given, str) or given.lower().removeprefix("gradio/") not in known:
        raise DeclarationError(f"theme={given!r} is no theme; use {', '.join(sorted(known))}, or a Theme.")
    return known[given.lower().removeprefix("gradio/")]()


def _palette(role: str, hue: str) -> list[str]:
    steps = [f"--wa-color-{role}-{step}: var(--wa-color-{hue}-{step});" for step in STEPS]
    return [*steps, f"--wa-color-{role}: var(--wa-color-{hue});", f"--wa-color-{role}-on: var(--wa-color-{hue}-on);"]


def _hue(name: str, given: str) -> str:
    if given not in IN_PALETTE:
        raise DeclarationError(f"{name}={given!r} is no hue; use {', '.join(IN_PALETTE)}.")
    return IN_PALETTE[given]


def _size(kind: str, given: str) -> str:
    size = given.removeprefix(f"{kind}_")
    if size not in SCALES[kind]:
        raise DeclarationError(f"{kind}_size={given!r} is no size; use {', '.join(SCALES[kind])}.")
    return size


def _fonts(given: str | Font | Iterable[str | Font] | None) -> list[str]:
    if given is None:
        return []
    fonts = [given] if isinstance(given, str | Font) else list(given)
    return [str(font if isinstance(font, Font) else Font(font)) for font in fonts]
