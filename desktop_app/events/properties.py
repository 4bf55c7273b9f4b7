"""What a handler sees of an input whose class it names."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from desktop_app.blocks.block import Block

_DECLARING = ("render", "every", "inputs")  # how a component came to be, not what it is like


class Properties:
    """An input as a handler gets it that annotates its parameter with the component's class.

    It has the properties of the component as they are in the session when the handler starts, and its `value` as a
    handler gets it otherwise. It cannot be changed; a handler changes a component by what it returns.

    Args:
        view: the component, as it is in the session.
        value: its value.

    Example:
        >>> def describe(box: Textbox):
        ...     return f"{box.label} has {box.lines} line(s) and says {box.value}"
    """

    def __init__(self, view: Block, value: Any) -> None:
        held = {f.name: getattr(view, f.name) for f in fields(view) if f.name not in _DECLARING}
        vars(self).update(held, value=value, _class_name=type(view).__name__)

    def __getattr__(self, name: str) -> Any:  # for what is not there
        raise AttributeError(f"{vars(self).get('_class_name')} has no property {name!r}.")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{name!r} cannot be set here. Return {self._class_name}({name}=…) for an output instead.")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{name!r} cannot be deleted.")

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in vars(self).items() if name != "_class_name")
        return f"{self._class_name}({', '.join(shown)})"
