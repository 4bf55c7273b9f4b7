"""How something is called, as code."""

from __future__ import annotations

import dataclasses
import inspect
import json
from collections.abc import Callable, Collection
from typing import Any

WIDTH = 100  # characters of a signature in one line


def parameters(of: Callable[..., Any]) -> list[inspect.Parameter]:
    """Return the parameters of a function, a method or a class."""
    if isinstance(of, type) and not inspect.isfunction(inspect.getattr_static(of, "__init__")):  # as errors have it
        return []
    found = list(inspect.signature(of).parameters.values())
    return [each for each in found if each.name not in ("self", "cls")]


def default(of: Any, parameter: inspect.Parameter) -> str:
    """Return how the default of a parameter is written."""
    if dataclasses.is_dataclass(of):
        field = next((each for each in dataclasses.fields(of) if each.name == parameter.name), None)
        if field is not None and field.default_factory is not dataclasses.MISSING:
            return written(field.default_factory())
    return written(parameter.default)


def written(value: Any) -> str:
    """Return a default as code."""
    if isinstance(value, str | list):
        return json.dumps(value, ensure_ascii=False)
    return f"{type(value).__name__}()" if "0x" in repr(value) else repr(value)


def signature(name: str, of: Any, left_out: Collection[str] = (), dots: bool = False) -> str:
    """Return a block of code with what is called and what it takes.

    Args:
        name: how it is called.
        of: what it is.
        left_out: names of parameters that are not shown.
        dots: True shows dots in their place.
    """
    words: list[str] = []
    by_name = False
    for each in parameters(of):
        if each.kind is each.KEYWORD_ONLY and not by_name:
            words.append("*")
        by_name = by_name or each.kind in (each.KEYWORD_ONLY, each.VAR_POSITIONAL)
        if each.name not in left_out:
            words.append(_parameter(of, each))
        elif dots and not by_name and "…" not in words:
            words.append("…")
    words += ["…"] if dots and "…" not in words else []
    back = inspect.signature(of).return_annotation
    end = f") -> {back}" if isinstance(back, str) and not isinstance(of, type) else ")"
    line = f"{name}({', '.join(words)}{end}"
    if len(line) > WIDTH:
        line = f"{name}(\n" + "".join(f"    {word},\n" for word in words) + end
    return f"```python\n{line}\n```"


def _parameter(of: Any, each: inspect.Parameter) -> str:
    """Return how a parameter is written, of a function with its type."""
    stars = "*" if each.kind is each.VAR_POSITIONAL else "**" if each.kind is each.VAR_KEYWORD else ""
    typed = isinstance(each.annotation, str) and not isinstance(of, type)
    kind, equals = (f": {each.annotation}", " = ") if typed else ("", "=")
    return f"{stars}{each.name}{kind}{'' if each.default is each.empty else equals + default(of, each)}"
