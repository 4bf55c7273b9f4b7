"""Where a window is and how it is shown."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

WindowState = Literal["normal", "minimized", "maximized", "full_screen"]
ZOOM_STEPS = (0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)  # as browsers have them

Length = Annotated[int, Field(ge=1, le=32_767)]  # pixels; the most that X11 can say
Size = tuple[Length, Length]
Zoom = Annotated[float, Field(ge=ZOOM_STEPS[0], le=ZOOM_STEPS[-1])]


class Arrangement(BaseModel):
    """How a window is, or is to be; None is not known, or stays as it is.

    Attributes:
        title: what the title bar says.
        at: left and top on the screen, in pixels; with several screens, those of the whole desktop.
        size: width and height in pixels, of the window when it is neither maximized nor full screen.
        min_size: it cannot be smaller.
        max_size: it cannot be larger.
        resizable: whether the user can change its size.
        state: how it is shown.
        always_on_top: whether it stays before other windows.
        zoom: how large the page is shown, 1 being its own size.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    at: tuple[int, int] | None = None
    size: Size | None = None
    min_size: Size | None = None
    max_size: Size | None = None
    resizable: bool | None = None
    state: WindowState | None = None
    always_on_top: bool | None = None
    zoom: Zoom | None = None

    @classmethod
    def of(cls, **given: Any) -> Arrangement:
        """Return one of what is given; None is not given.

        Raises:
            ValueError: one of these cannot be.
        """
        return cls(**{name: value for name, value in given.items() if value is not None})

    def after(self, change: Arrangement) -> Arrangement:
        """Return what it is once `change` was made."""
        return self.model_copy(update={name: getattr(change, name) for name in change.model_fields_set})
