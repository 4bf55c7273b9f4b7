"""What components that show something have in common."""

from __future__ import annotations

from dataclasses import KW_ONLY

from desktop_app.components.component import Component, ShowLabel


class DisplayComponent(Component):
    """The base of components that show something the user does not fill in.

    Args:
        label: what it is called, above.
        show_label: False hides the label, which screen readers still read.
        container: False leaves out the label and the frame.
    """

    _: KW_ONLY
    label: str | None = None
    show_label: ShowLabel = True
    container: bool = True
