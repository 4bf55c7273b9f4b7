"""The dice of the gallery, which says at the end how many were not given back."""

from desktop_app.gallery.examples.instances import demo, dice_of_session

__all__ = ["demo", "left_behind"]


def left_behind() -> int:
    """How many dice are still in use."""
    return len(dice_of_session)
