"""The short names of Qt's enum members, such as `Qt.LeftButton`, which pywebview uses and PyQt6 has no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

# The enums by the class that gets their members: what pywebview uses, and in two of Qt's what qtpy does itself.
ENUMS = {
    "Qt": (
        "ContextMenuPolicy",
        "GlobalColor",
        "ItemDataRole",
        "MouseButton",
        "WidgetAttribute",
        "WindowState",
        "WindowType",
    ),
    "QEvent": ("Type",),
    "QFile": ("OpenModeFlag",),
    "QFileDialog": ("Option",),
    "QMessageBox": ("StandardButton",),
}


@contextmanager
def few_short_names() -> Iterator[None]:
    """Let qtpy, from which pywebview has the short names, make those only that pywebview uses.

    To make all of them takes a sixth of the time until a window of Qt can be used. Who imports qtpy elsewhere gets all
    of them, whether before or after.
    """
    qtpy: Any = import_module("qtpy")
    enums: Any = import_module("qtpy.enums_compat")
    before = set(sys.modules)
    make_all = enums.promote_enums
    enums.promote_enums = make_few
    try:
        yield
    finally:
        enums.promote_enums = make_all
        for name in set(sys.modules) - before:
            package, _, module = name.partition(".")
            if package == "qtpy":
                delattr(qtpy, module)
                del sys.modules[name]


def make_few(module: Any) -> None:
    """Give the classes of a module of PyQt6 the members of their `ENUMS`."""
    for owner, enums in ENUMS.items():
        known = getattr(module, owner, None)
        for enum in enums if known is not None else ():
            for name, member in getattr(known, enum).__members__.items():
                setattr(known, name, member)
