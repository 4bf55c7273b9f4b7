"""How what an Interface answers is flagged: by buttons, or by itself."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.blocks.flagging import FlaggingCallback, folder_of_flags
from desktop_app.components.button import Button
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Trigger
from desktop_app.texts import text

Option = tuple[str, str]  # the text of its button, and what is written


def as_options(given: Any) -> list[Option]:
    """Return the options for flagging, from whatever form an author gave them in.

    Raises:
        DeclarationError: they are neither texts nor pairs of them.
    """
    if given is None:
        return [(text("Flag"), "")]
    options = [
        (text("Flag as {option}", option=each), each) if isinstance(each, str) else each for each in _listed(given)
    ]
    for option in options:
        if not isinstance(option, tuple | list) or [type(each) for each in option] != [str, str]:
            raise DeclarationError(
                f"Interface(flagging_options={given!r}): give it a list of texts, or of pairs of a button's text and "
                "what is written."
            )
    return [(label, value) for label, value in options]


class Flagging:
    """Hands values to a callback, which is set up when there is something to flag.

    Args:
        callback: keeps what is flagged.
        components: those whose values are flagged.
        folder: where to, below the app's folder if it is relative.
    """

    def __init__(self, callback: FlaggingCallback, components: Sequence[Component], folder: str | Path) -> None:
        self._callback = callback
        self._components = list(components)
        self._folder = folder
        self._set_up_for: Path | None = None
        self._lock = threading.Lock()

    def show_buttons(self, options: Sequence[Option]) -> None:
        """Put a button for each option where the open layout is."""
        for label, value in options:
            button = Button(label)
            saving: Any = button.click(
                lambda: Button("Saving...", interactive=False),
                None,
                button,
                queue=False,
                show_progress="hidden",
                api_visibility="private",
            )
            flagged = self.flag_after(saving.then, value)
            flagged.then(
                partial(Button, label, interactive=True),
                None,
                button,
                queue=False,
                show_progress="hidden",
                api_visibility="private",
            )

    def flag_after(self, trigger: Trigger, value: str = "") -> Any:
        """Flag what is shown whenever this happens."""
        return trigger(
            partial(self.flag, value),
            self._components,
            None,
            preprocess=False,
            show_progress="hidden",
            trigger_mode="multiple",
            api_name="flag",
            api_visibility="undocumented",
            concurrency_limit=1,
            concurrency_id=f"flag {id(self)}",
        )

    def flag(self, option: str, *values: Any) -> None:
        """Hand over the values of the components, with the option if there is one."""
        with self._lock:
            folder = folder_of_flags(self._folder)
            if folder != self._set_up_for:
                self._callback.setup(self._components, str(folder))
                self._set_up_for = folder
        self._callback.flag(list(values), option or None)


def _listed(given: Any) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else [None]
