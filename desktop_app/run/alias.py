"""The name `gradio`, lent to this package, so that a script written for Gradio runs as it is."""

from __future__ import annotations

import difflib
import importlib.abc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import desktop_app

NAME = "gradio"
VERSION = "6.25.0"  # of Gradio, whose names and arguments are those that we are compatible with
# Modules of Gradio's from which scripts import what `gradio` itself has as well.
MODULES = frozenset(
    """blocks components events exceptions flagging helpers interface layouts renderable routes state themes
    themes.base themes.utils""".split()  # noqa: SIM905 - legible
)


class Lent(ModuleType):
    """A module by Gradio's name with our contents."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []
        self.__version__ = VERSION
        self.__all__ = names_in(name)

    def __getattr__(self, name: str) -> Any:
        inner = f"{self.__name__}.{name}"
        if inner.removeprefix(f"{NAME}.") in MODULES:
            return importlib.import_module(inner)
        if name in names_in(self.__name__):
            return getattr(source_of(self.__name__), name)
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        caller = sys._getframe(1)
        where = f"{Path(caller.f_code.co_filename).name}, line {caller.f_lineno}"
        raise AttributeError(f"{where}: {lacking(self.__name__, name)}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.__all__]


class Lender(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers imports of `gradio` and of its modules."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> Any:
        """Return how to load it; None for other names."""
        if name == NAME or name.startswith(f"{NAME}."):
            if name.removeprefix(f"{NAME}.") not in MODULES | {NAME}:
                raise ModuleNotFoundError(lacking(*name.rsplit(".", 1)), name=name)
            return ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make it."""
        return Lent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run: its contents are found as they are asked for."""


@contextmanager
def lend_name() -> Iterator[None]:
    """Within it, `import gradio` gets this package, whether Gradio is installed or not."""
    lender = Lender()
    sys.meta_path.insert(0, lender)
    try:
        yield
    finally:
        sys.meta_path.remove(lender)
        for name in [name for name, module in sys.modules.items() if isinstance(module, Lent)]:
            del sys.modules[name]


def lacking(module: str, name: str) -> str:
    """Say that we do not have a name of Gradio's, and which of ours is nearest."""
    ours = names_in(module)
    lower = {each.lower(): each for each in ours}
    near = difflib.get_close_matches(name.lower(), lower, n=1, cutoff=0.4)
    hint = f" The nearest it has is {lower[near[0]]!r}." if near else ""
    return f"desktop-blocks has no {module}.{name}.{hint}"


def names_in(module: str) -> list[str]:
    """Return what a module by Gradio's name has."""
    return [name for name in source_of(module).__all__ if not name.startswith("__")]


def source_of(module: str) -> Any:
    """Return what a module by Gradio's name takes its contents from."""
    return desktop_app.themes if module.startswith(f"{NAME}.themes") else desktop_app
