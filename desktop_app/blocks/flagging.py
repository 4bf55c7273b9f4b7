"""Keeping what an app answered, because a user found it worth a look."""

from __future__ import annotations

import logging
import threading
import warnings
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.blocks.csv_file import append_row, header, text
from desktop_app.components.component import Component

log = logging.getLogger("desktop_app")


class FlaggingCallback(ABC):
    """The base of what keeps flagged data; derive a class from it to keep them elsewhere.

    Example:
        >>> class Mail(FlaggingCallback):
        ...     def setup(self, components, flagging_dir):
        ...         self.components = components
        ...
        ...     def flag(self, flag_data, flag_option=None, username=None):
        ...         send(dict(zip([component.label for component in self.components], flag_data)))
        ...         return 1
        >>> Interface(answer, "text", "text", flagging_callback=Mail())
    """

    @abstractmethod
    def setup(self, components: Sequence[Component], flagging_dir: str) -> None:
        """Called once, before the first `flag`.

        Args:
            components: the inputs and outputs whose values are flagged.
            flagging_dir: the folder that was chosen for what is flagged; it need not be there yet.
        """

    @abstractmethod
    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Keep the values of the components.

        Args:
            flag_data: one value for each component, as the page has it.
            flag_option: why it was flagged; None if there is no choice.
            username: who flagged it; nobody logs in to a window, so None.

        Returns:
            How many have been flagged so far.
        """


class _Logger(FlaggingCallback):
    """Writes to a file in the folder."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.components: list[Component] = []
        self.flagging_dir = Path()

    def setup(self, components: Sequence[Component], flagging_dir: str | Path) -> None:
        """See `FlaggingCallback.setup`."""
        self.components = list(components)
        self.flagging_dir = Path(flagging_dir)

    def _cells(self, flag_data: Sequence[Any]) -> list[str]:
        """Return what is written of each value; a password is not."""
        if len(flag_data) != len(self.components):
            raise ValueError(f"{len(flag_data)} values were flagged of {len(self.components)} components.")
        return [
            "" if component.masked else text(value) for component, value in zip(self.components, flag_data, strict=True)
        ]


class SimpleCSVLogger(_Logger):
    """Append what is flagged to `log.csv`, one line for each, without headers.

    Example:
        >>> Interface(answer, "text", "text", flagging_callback=SimpleCSVLogger())
    """

    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Append a line; option and user are not written.

        Returns:
            How many lines there were before.
        """
        with self._lock:
            return append_row(self.flagging_dir / "log.csv", self._cells(flag_data)) - 1


class CSVLogger(_Logger):
    """Append what is flagged to a CSV file: a column for each component, then the option and the time.

    A file whose columns are others is left as it is: the next number behind its name makes another file. Text that a
    spreadsheet would take for a formula gets an apostrophe in front.

    Args:
        simplify_file_data: accepted for scripts written for Gradio; no component here has a file as its value.
        verbose: True says in the log which file is made.
        dataset_file_name: the name of the file; by default `dataset1.csv`.

    Example:
        >>> Interface(answer, "text", "text", flagging_callback=CSVLogger(dataset_file_name="answers.csv"))
    """

    def __init__(
        self, simplify_file_data: bool = True, verbose: bool = True, dataset_file_name: str | None = None
    ) -> None:
        super().__init__()
        if not simplify_file_data:
            warnings.warn("CSVLogger(simplify_file_data=False) has no effect: there are no files.", stacklevel=2)
        self.verbose = verbose
        self.dataset_file_name = dataset_file_name

    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Append a line; see `FlaggingCallback.flag`."""
        labels = [
            str(getattr(component, "label", None) or f"component {number}")
            for number, component in enumerate(self.components)
        ]
        asides = {"flag": flag_option, "username": username, "timestamp": str(datetime.now())}
        told = {name: value for name, value in asides.items() if value is not None}
        columns = [text(label) for label in (*labels, *told)]
        row = [*self._cells(flag_data), *map(text, told.values())]
        with self._lock:
            return append_row(self._file(columns), row, columns) - 1

    def _file(self, columns: list[str]) -> Path:
        """Return the first file of these columns, which may not be there yet."""
        name = Path(self.dataset_file_name or "dataset1.csv")
        stem = name.stem if self.dataset_file_name else "dataset"
        number = 0 if self.dataset_file_name else 1
        while True:
            file = self.flagging_dir / f"{stem}{number or ''}{name.suffix}"
            found = header(file)
            if found is None and self.verbose:
                log.info("what is flagged goes to %s", file)
            if found is None or found == columns:
                return file
            number = number + 1 if number else 2


def folder_of_flags(flagging_dir: str | Path) -> Path:
    """Return where flagged data goes: below the folder for the running app's data, unless it is somewhere else.

    Raises:
        DesktopAppError: no app is running.
    """
    from desktop_app import App  # above us: reached by its public name, when it is needed

    return App.current().data_folder / flagging_dir
