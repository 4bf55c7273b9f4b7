"""Values whose classes were loaded again."""

from __future__ import annotations

import io
import pickle
import sys
from types import CodeType, FunctionType
from typing import Any

from desktop_app.state.fingerprint import fingerprint

_CONTAINERS = (list, dict, tuple, set, frozenset)


def renewed(value: Any) -> Any:
    """Return the value with everything in it that is of a class which was loaded again being of the new class.

    What is of other classes stays the object that it is. Containers are looked into, and objects of such classes.

    Raises:
        ValueError: the new class cannot take it.
    """
    if not _is_stale(value) and not isinstance(value, _CONTAINERS):
        return value
    kept: list[Any] = []
    written = io.BytesIO()
    try:
        _Writer(written, kept).dump(value)
        written.seek(0)
        return _Reader(written, kept).load()
    except Exception as error:  # methods of the author's take part
        raise ValueError(f"what it holds does not fit into its new class ({error})") from error


def alike(one: Any, other: Any) -> bool:
    """Tell whether two declared defaults, one of them from before a module was loaded again, say the same."""
    if isinstance(one, FunctionType) and isinstance(other, FunctionType):
        return _says(one.__code__) == _says(other.__code__)
    try:
        return fingerprint(renewed(one)) == fingerprint(other)
    except ValueError:
        return False


class _Writer(pickle.Pickler):
    """Takes apart what has to be made anew, and notes the rest as it is."""

    def __init__(self, file: io.BytesIO, kept: list[Any]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._kept = kept

    def persistent_id(self, obj: Any) -> int | None:
        if type(obj) in _CONTAINERS or _is_stale(obj):
            return None
        self._kept.append(obj)
        return len(self._kept) - 1

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, type | FunctionType):
            return _newest, (obj.__module__, obj.__qualname__)
        return NotImplemented


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, kept: list[Any]) -> None:
        super().__init__(file)
        self._kept = kept

    def persistent_load(self, pid: Any) -> Any:
        return self._kept[pid]


def _is_stale(value: Any) -> bool:
    """Whether its class, or what it is itself, is no longer what its module has by that name."""
    kind = value if isinstance(value, type | FunctionType) else type(value)
    module, name = str(getattr(kind, "__module__", "")), str(getattr(kind, "__qualname__", ""))
    if module not in sys.modules or "<" in name:
        return False
    try:
        return _newest(module, name) is not kind
    except AttributeError:
        return module == "__main__"  # it is there no more; elsewhere, builtin types go by names that nothing has


def _newest(module: str, name: str) -> Any:
    found: Any = sys.modules[module]
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _says(code: CodeType) -> tuple[object, ...]:
    """Return what a function does, wherever it is written."""
    inner = tuple(_says(each) if isinstance(each, CodeType) else (type(each), each) for each in code.co_consts)
    return code.co_code, code.co_names, code.co_varnames, inner
