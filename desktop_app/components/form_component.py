"""What form fields have in common."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar

from desktop_app.components.component import Component, ShowLabel


class FormComponent(Component):
    """The base of components the user fills in.

    Args:
        label: what it is called, above the field.
        info: a line of help below the label.
        show_label: False hides the label, which screen readers still read.
        container: False leaves out the frame and the padding around it.
        interactive: whether the user can change it; None decides by its use: everything but what only listeners write.
    """

    editable: ClassVar[bool] = True

    _: KW_ONLY
    label: str | None = None
    info: str | None = None
    show_label: ShowLabel = True
    container: bool = True
    interactive: bool | None = None
