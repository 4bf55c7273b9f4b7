"""How the system is to help with entering a text."""

from __future__ import annotations

from typing import Literal

import pydantic
import pydantic.dataclasses

Capitals = Literal["off", "none", "on", "sentences", "words", "characters"]
EnterKey = Literal["enter", "done", "go", "next", "previous", "search", "send"]


@pydantic.dataclasses.dataclass(config=pydantic.ConfigDict(extra="forbid"))
class InputHTMLAttributes:
    """The HTML attributes of a field for text; None leaves one to the system.

    Args:
        autocapitalize: what a keyboard on the screen writes in capitals.
        autocorrect: whether it corrects what is typed.
        spellcheck: whether misspelled words are underlined.
        autocomplete: what the field is for, such as "email", or "off".
        tabindex: its place in the order of the Tab key; -1 leaves it out.
        enterkeyhint: what the Enter key of a keyboard on the screen says.
        lang: the language of the text, such as "de".

    """

    autocapitalize: Capitals | None = None
    autocorrect: bool | Literal["on", "off"] | None = None
    spellcheck: bool | None = None
    autocomplete: bool | str | None = None
    tabindex: int | None = None
    enterkeyhint: EnterKey | None = None
    lang: str | None = None
