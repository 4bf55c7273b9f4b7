"""Themes by the names that authors know: hues, sizes and fonts, carried over to the page's own design.

Example:
    >>> with Blocks(theme=themes.Soft(primary_hue="teal", radius_size="lg")) as demo:
    ...     Button("Go", variant="primary")
"""

from desktop_app.themes import colors, sizes
from desktop_app.themes.presets import Base, Citrus, Default, Glass, Monochrome, Ocean, Origin, Soft
from desktop_app.themes.theme import Font, GoogleFont, LocalFont, Theme, as_theme

__all__ = [
    "Base",
    "Citrus",
    "Default",
    "Font",
    "Glass",
    "GoogleFont",
    "LocalFont",
    "Monochrome",
    "Ocean",
    "Origin",
    "Soft",
    "Theme",
    "as_theme",
    "colors",
    "sizes",
]
