"""Themes that authors know by name."""

from __future__ import annotations

from typing import ClassVar

from desktop_app.themes.theme import Theme


class Base(Theme):
    """Blue on gray."""

    defaults: ClassVar[dict[str, str]] = {"primary_hue": "blue", "secondary_hue": "blue", "neutral_hue": "zinc"}


class Default(Theme):
    """Orange on gray, with a blue focus."""

    defaults: ClassVar[dict[str, str]] = {"primary_hue": "orange", "secondary_hue": "blue", "neutral_hue": "zinc"}


class Soft(Theme):
    """Indigo on gray."""

    defaults: ClassVar[dict[str, str]] = {"primary_hue": "indigo", "secondary_hue": "indigo", "neutral_hue": "gray"}


class Monochrome(Theme):
    """Grays, with corners that are not rounded."""

    defaults: ClassVar[dict[str, str]] = {
        "primary_hue": "neutral",
        "secondary_hue": "neutral",
        "neutral_hue": "neutral",
        "spacing_size": "lg",
        "radius_size": "none",
    }


class Glass(Theme):
    """Blue on stone, a little smaller."""

    defaults: ClassVar[dict[str, str]] = {
        "primary_hue": "blue",
        "secondary_hue": "slate",
        "neutral_hue": "slate",
        "text_size": "sm",
        "spacing_size": "sm",
        "radius_size": "sm",
    }


class Origin(Theme):
    """Orange on gray, as it was at the beginning."""

    defaults: ClassVar[dict[str, str]] = {"primary_hue": "orange", "secondary_hue": "blue", "neutral_hue": "gray"}


class Citrus(Theme):
    """Yellow, with room around it."""

    defaults: ClassVar[dict[str, str]] = {
        "primary_hue": "amber",
        "secondary_hue": "amber",
        "neutral_hue": "stone",
        "spacing_size": "lg",
    }


class Ocean(Theme):
    """Green and blue, with round corners."""

    defaults: ClassVar[dict[str, str]] = {
        "primary_hue": "emerald",
        "secondary_hue": "sky",
        "neutral_hue": "zinc",
        "radius_size": "xxl",
    }


ALL: tuple[type[Theme], ...] = (Base, Default, Soft, Monochrome, Glass, Origin, Citrus, Ocean)
