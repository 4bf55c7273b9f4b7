"""What an event carries beside the values of its inputs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.blocks.block import Block


class EventData:
    """What happened, for a handler that annotates a parameter with it.

    Args:
        target: the block whose event it is; None for a load and for the end of a listener.
        value: the event's own data, as the page sent it.

    The entries of the data can be read as attributes: `data.index` is `data.value["index"]`. The classes below name
    those that an event of their kind has; one that this event does not carry is an AttributeError that says what it
    does carry.
    """

    def __init__(self, target: Block | None, value: Any = None) -> None:
        self.target = target
        self._data = value
        if type(self) is EventData:  # a kind of its own has what its event carries under that name
            self.value = value

    def __getattr__(self, name: str) -> Any:
        data = self.__dict__.get("_data")
        if isinstance(data, dict) and name in data:
            return data[name]
        raise AttributeError(f"{type(self).__name__} has no {name!r}; this event carries {data!r}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(target={self.target!r}, {self._data!r})"


class SelectData(EventData):
    """The user has selected something.

    Attributes:
        index: its place: a number, or row and column.
        value: what was selected.
        selected: False if it is selected no more.
        row_value: the whole row, of a table.
        col_value: the whole column, of a table.
    """

    index: int | list[int]
    value: Any
    selected: bool
    row_value: list[Any]
    col_value: list[Any]


class LikeData(EventData):
    """The user has said how they like a message.

    Attributes:
        index: its place.
        value: the message.
        liked: True, False, or the text of another choice.
    """

    index: int | list[int]
    value: Any
    liked: bool | str


class KeyUpData(EventData):
    """The user has let go of a key.

    Attributes:
        key: which one, as in JavaScript's `KeyboardEvent.key`.
        input_value: the text in the field after it.
    """

    key: str
    input_value: str


class EditData(EventData):
    """The user has edited a message or a cell.

    Attributes:
        index: its place.
        value: the new one.
        previous_value: the one before.
    """

    index: int | list[int]
    value: Any
    previous_value: Any


class RetryData(EventData):
    """The user has asked for another answer.

    Attributes:
        index: the place of the message to answer again.
        value: that message.
    """

    index: int | list[int]
    value: Any


class UndoData(EventData):
    """The user has taken a message back.

    Attributes:
        index: its place.
        value: the message.
    """

    index: int | list[int]
    value: Any


class DropData(EventData):
    """The user has dropped files on the window.

    Attributes:
        files: where they are.
    """

    files: list[Path]


class CopyData(EventData):
    """The user has copied something.

    Attributes:
        value: what is in the clipboard now.
    """

    value: Any


class DownloadData(EventData):
    """The user has saved a file.

    Attributes:
        file: what was saved.
    """

    file: Any


class DeletedFileData(EventData):
    """The user has removed a file from a component.

    Attributes:
        file: what was removed.
    """

    file: Any
