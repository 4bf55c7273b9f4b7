"""A field for a longer text."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Annotated

from pydantic import Field

from desktop_app.components.textbox import Textbox


class TextArea(Textbox):
    """A `Textbox` that starts with more lines.

    Args:
        lines: how many lines it shows.
        max_lines: how many lines it grows to; None is 20.
    """

    _: KW_ONLY
    lines: Annotated[int, Field(ge=1)] = 7
    max_lines: Annotated[int, Field(ge=1)] | None = 20
