"""Keys that choose an entry of a menu, such as "Ctrl+Shift+S"."""

from __future__ import annotations

import re
from typing import NamedTuple

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
NAMED_KEYS = (
    "Plus Minus Left Right Up Down Home End PageUp PageDown Enter Escape Tab Space Delete Backspace Insert".split()  # noqa: SIM905
)
_MODIFIER_NAMES = {"control": "Ctrl", "cmd": "Ctrl", "super": "Meta", **{name.lower(): name for name in MODIFIERS}}
_KEY_NAMES = {"+": "Plus", "-": "Minus", "esc": "Escape", "return": "Enter", "del": "Delete", "ins": "Insert"} | {
    name.lower(): name for name in NAMED_KEYS
}


class Shortcut(NamedTuple):
    """A key and what is held with it.

    Attributes:
        modifiers: some of MODIFIERS, in that order. On macOS "Ctrl" is the Command key.
        key: one character (a letter in upper case), "F1" to "F24", or one of NAMED_KEYS.
    """

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> Shortcut:
        """Read a shortcut as people write it; upper and lower case are the same.

        Raises:
            ValueError: it is none, or a key that is needed for typing.

        Example:
            >>> Shortcut.parse("ctrl+shift+s")
            Shortcut(modifiers=('Ctrl', 'Shift'), key='S')
        """
        *held, key = re.split(r"(?<=[^+])\+(?=.)", text.strip())
        unknown = [name for name in held if name.strip().lower() not in _MODIFIER_NAMES]
        if unknown:
            raise ValueError(f"{text!r} holds the key {unknown[0]!r}; the keys to hold are {', '.join(MODIFIERS)}")
        named = {_MODIFIER_NAMES[name.strip().lower()] for name in held}
        modifiers = tuple(name for name in MODIFIERS if name in named)
        key = _key(text, key.strip())
        if not named - {"Shift"} and not re.fullmatch(r"F\d+", key):
            raise ValueError(f"{text!r} is a key for typing; hold Ctrl, Alt or Meta with it, or take F1 to F24")
        return cls(modifiers, key)

    def __str__(self) -> str:
        return "+".join([*self.modifiers, {"Plus": "+", "Minus": "-"}.get(self.key, self.key)])


def _key(text: str, key: str) -> str:
    if key.lower() in _KEY_NAMES:
        return _KEY_NAMES[key.lower()]
    if re.fullmatch(r"[fF]([1-9]|1\d|2[0-4])", key) or (len(key) == 1 and key.isprintable()):
        return key.upper()
    raise ValueError(f"{text!r} has no key that is known; write one such as 'Ctrl+S', 'F5' or 'Alt+{NAMED_KEYS[2]}'")
