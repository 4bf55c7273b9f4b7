"""The colour of a window before its page is there: the page's own, so that no white comes before a dark one."""

from __future__ import annotations

LIGHT, DARK = "#fafafb", "#17181b"  # `--page-background` in assets/src/styles/theme.css


def backdrop(*, dark: bool) -> str:
    """The page's background in the look that the desktop asks for."""
    return DARK if dark else LIGHT
