"""Classes whose annotated fields are the arguments of their constructor, each checked when it is given."""

from __future__ import annotations

import difflib
import inspect
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import InitVar, dataclass, field, fields
from functools import cache, wraps
from types import SimpleNamespace
from typing import Any, NamedTuple, get_type_hints

import pydantic
from typing_extensions import dataclass_transform

from desktop_app.errors import DeclarationError


@dataclass_transform(kw_only_default=False, field_specifiers=(field,))
class Declared:
    """Turn the annotated fields of each subclass into its checked constructor arguments."""

    _given: frozenset[str]  # the names of those that were given

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = "__init__" in vars(cls)
        dataclass(cls, eq=False, repr=False)
        if not own:
            cls.__init__ = _checking(cls, cls.__init__)  # type: ignore[method-assign]

    @classmethod
    @cache
    def _field_names(cls) -> list[str]:
        return [each.name for each in fields(cls)]  # type: ignore[arg-type]  # each subclass is a dataclass


def _checking(cls: type, declared: Callable[..., None]) -> Callable[..., None]:
    """Take the arguments, note which were given, and say plainly which one is wrong."""

    @wraps(declared)  # editors and `inspect.signature` see its arguments
    def __init__(self: Declared, *args: Any, **kwargs: Any) -> None:
        arguments = Arguments.of(declared)
        given = arguments.named(cls, args, kwargs)
        declared(self, **checked(cls, given, arguments.names))
        self._given = frozenset(given)

    return __init__


class Arguments(NamedTuple):
    """The names of the arguments of a constructor: all in their order, those with a place, those without a default."""

    names: list[str]
    positional: list[str]
    required: list[str]

    @classmethod
    @cache
    def of(cls, constructor: Callable[..., None]) -> Arguments:
        """Return those of this one."""
        _, *own = inspect.signature(constructor).parameters.values()
        return cls(
            [each.name for each in own],
            [each.name for each in own if each.kind is not each.KEYWORD_ONLY],
            [each.name for each in own if each.default is each.empty],
        )

    def named(self, owner: type, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """Return what was given by name, also what was given by its place.

        Raises:
            DeclarationError: there are too many or too few, or one comes twice.
        """
        for place, value in enumerate(args[len(self.positional) :], len(self.positional)):
            raise DeclarationError(f"{owner.__name__}({place}={value!r}): Unexpected positional argument.")
        given = dict(zip(self.positional, args, strict=False))
        for name in given:
            if name in kwargs:
                raise DeclarationError(f"{owner.__name__}({name}={kwargs[name]!r}): Got multiple values for argument.")
        given.update(kwargs)
        for name in self.required:
            if name not in given:
                raise DeclarationError(f"{owner.__name__} needs its argument '{name}'.")
        return given


def checked(cls: type, given: Mapping[str, object], known: Collection[str]) -> dict[str, Any]:
    """Return what was given as the fields of a class have it.

    Args:
        cls: the class.
        given: values by the name of their field.
        known: the names that may be given.

    Raises:
        DeclarationError: for a name that is not known, or a value that its field cannot take; of all of them at once.
    """
    values, problems = {}, []
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else f" It takes: {', '.join(known)}."
            problems.append(f"{cls.__name__} has no argument '{name}'.{hint}")
            continue
        try:
            values[name] = _validator(cls, name).validate_python(value)
        except pydantic.ValidationError as error:
            for problem in error.errors(include_url=False):
                why = problem["msg"].removeprefix("Value error, ")
                problems.append(f"{cls.__name__}({name}={problem['input']!r}): {why}.")
    if problems:
        raise DeclarationError("\n".join(dict.fromkeys(problems)))
    return values


@cache
def _validator(cls: type, name: str) -> Any:
    """Make what checks a field, when its first value comes: an app gives few of the many that there are."""
    owner = next(each for each in cls.__mro__ if name in inspect.get_annotations(each))
    alone = SimpleNamespace(__annotations__={name: inspect.get_annotations(owner)[name]})
    hint: Any = get_type_hints(alone, vars(sys.modules[owner.__module__]), include_extras=True)[name]
    kind: Any = hint.type if isinstance(hint, InitVar) else hint
    return _validator_of(kind)


@cache
def _validator_of(kind: Any) -> Any:
    return pydantic.TypeAdapter(kind, config={"arbitrary_types_allowed": True}).validator
