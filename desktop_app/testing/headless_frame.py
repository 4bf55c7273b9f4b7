"""What is around the page of a window without a screen: its place, its menus and its dialogs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.blocks.shortcut import Shortcut
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.menu_entry import MenuEntry
from desktop_app.desktop.window_events import WindowEvents


class HeadlessFrame:
    """Notes what is asked of it, and does what a user does around a page.

    Args:
        events: whom it tells.
        arrangement: how it is at first.
    """

    def __init__(self, events: WindowEvents, arrangement: Arrangement) -> None:
        self.arrangement = Arrangement(state="normal", zoom=1.0, always_on_top=False, at=(0, 0)).after(arrangement)
        self.menus: list[MenuEntry] = []
        self.fronts = 0  # how often it came to the front
        self.open = True
        self._events = events
        self._lock = threading.Lock()
        self._dialogs: list[tuple[Dialog, Answered]] = []

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that waits for an answer, the first one if there are several."""
        with self._lock:
            return self._dialogs[0][0] if self._dialogs else None

    def arrange(self, wanted: Arrangement) -> None:
        """Be like this."""
        self.arrangement = self.arrangement.after(wanted)

    def to_front(self, done: Callable[[], None] | None = None) -> None:
        """Come before the other windows."""
        self.fronts += 1
        if done is not None:
            done()

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        """Have these menus."""
        self.menus = list(menus)

    def ask(self, dialog: Dialog, answered: Answered) -> None:
        """Show a dialog."""
        if not self.open:
            answered(None)
            return
        with self._lock:
            self._dialogs.append((dialog, answered))

    def answer(self, answer: Any) -> None:
        """Answer the dialog that waits."""
        with self._lock:
            _, answered = self._dialogs.pop(0)
        answered(answer)

    def choose(self, *labels: str) -> None:
        """Choose an entry of a menu.

        Raises:
            LookupError: there is none of that name.
            AssertionError: it is greyed.
        """
        entries: Sequence[MenuEntry | None] = self.menus
        entry = None
        for label in labels:
            entry = next((each for each in entries if each is not None and each.label == label), None)
            if entry is None:
                known = ", ".join(each.label for each in entries if each is not None)
                raise LookupError(f"there is no menu entry {label!r}; there are: {known}")
            entries = entry.entries or ()
        self._act(entry)

    def press(self, keys: str) -> None:
        """Press the shortcut of a menu's entry.

        Raises:
            LookupError: no entry has it.
            AssertionError: it is greyed.
        """
        shortcut = Shortcut.parse(keys)
        found = [entry for menu in self.menus for entry in _all(menu) if shortcut in entry.shortcuts]
        if not found:
            raise LookupError(f"no menu entry has the shortcut {keys!r}")
        self._act(found[0])

    def drop(self, files: Sequence[Path]) -> None:
        """Drop files on it."""
        self._events.dropped(list(files))

    def close(self) -> None:
        """Close it, unless it may not be without asking."""
        if not self.open:
            return
        if not self._events.may_close():
            self._events.close_wanted()
            return
        self.open = False
        with self._lock:
            dialogs, self._dialogs = self._dialogs, []
        for _, answered in dialogs:
            answered(None)
        self.gone()
        self._events.closed()

    def gone(self) -> None:
        """It is closed: let go of the page."""

    def _act(self, entry: MenuEntry | None) -> None:
        assert entry is not None
        assert entry.enabled, f"{entry.label!r} is greyed: no user could choose it"
        if entry.action is not None:
            entry.action()


def _all(entry: MenuEntry) -> list[MenuEntry]:
    return [entry, *(inner for each in entry.entries or () if each is not None for inner in _all(each))]
