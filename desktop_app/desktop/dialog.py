"""What a native dialog asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class FileQuestion:
    """Which file or folder? The answer is a list of paths, or None if the user takes none.

    Args:
        kind: "open" one, "open_many", "folder", or "save" to a new or an old one.
        title: what its title bar says.
        folder: where it starts; None is where the user was last.
        name: what the file is called, to "save".
        filters: what is shown, by the name of its kind, such as {"Texts": ["*.txt", "*.md"]}; none shows all.
    """

    kind: Literal["open", "open_many", "folder", "save"]
    title: str
    folder: Path | None = None
    name: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A message with buttons. The answer is the text of one; None if the window is closed before there is one.

    Args:
        kind: how it looks.
        title: what it says first.
        message: the rest.
        buttons: from the one that is most to the point to the one that is least.
        default: which of them Enter presses; "" is the first.
        cancel: which of them Escape presses; "" is the last.
    """

    kind: Literal["info", "warning", "error", "question"]
    title: str
    message: str
    buttons: tuple[str, ...]
    default: str = ""
    cancel: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "default", self.default or self.buttons[0])
        object.__setattr__(self, "cancel", self.cancel or self.buttons[-1])


Dialog = FileQuestion | Question
Answered = Callable[[Any], None]
