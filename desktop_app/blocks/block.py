"""The base of everything an author declares: its properties are the typed fields of its class."""

from __future__ import annotations

import copy
import difflib
import inspect
import itertools
import sys
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from functools import cache, wraps
from types import SimpleNamespace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar, cast, get_type_hints

import pydantic
from pydantic import BeforeValidator
from typing_extensions import dataclass_transform

from desktop_app.blocks import context
from desktop_app.blocks.page_type import PageType
from desktop_app.errors import DeclarationError

if TYPE_CHECKING:
    from desktop_app.blocks.blocks import Blocks
    from desktop_app.events.event import Event

B = TypeVar("B", bound="Block")
Visible = bool | Literal["hidden"]
_ids = itertools.count(1)


def _as_list(classes: object) -> object:
    if classes is None:
        return []
    return [classes] if isinstance(classes, str) else classes


Names = Annotated[list[str], BeforeValidator(_as_list)]
Classes = Annotated[list[str] | str, BeforeValidator(_as_list), PageType(list[str])]


@dataclass_transform(kw_only_default=False, field_specifiers=(field,))
class _Declared:
    """Turn the annotated fields of each subclass into its checked constructor arguments."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = "__init__" in vars(cls)
        dataclass(cls, eq=False, repr=False)
        if not own:
            cls.__init__ = _checked(cls, cls.__init__)  # type: ignore[method-assign]


def _checked(cls: type, declared: Callable[..., None]) -> Callable[..., None]:
    """Take the arguments, note which were given, and say plainly which one is wrong."""

    @wraps(declared)  # editors and `inspect.signature` see its arguments
    def __init__(self: Block, *args: Any, **kwargs: Any) -> None:
        given = _named(cls, args, kwargs)
        declared(self, **_check(cls, given, _parameters(cls)))
        self._given = frozenset(given)

    return __init__


@cache
def _parameters(cls: type) -> dict[str, inspect.Parameter]:
    """Return the arguments of a class, by name and in their order."""
    _, *own = inspect.signature(cls.__init__).parameters.values()  # type: ignore[misc]
    return {parameter.name: parameter for parameter in own}


def _named(cls: type, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments by name, those without one by their place.

    Raises:
        DeclarationError: there are too many or too few, or one comes twice.
    """
    known = _parameters(cls)
    positional = [name for name, parameter in known.items() if parameter.kind is not parameter.KEYWORD_ONLY]
    if len(args) > len(positional):
        place, value = len(positional), args[len(positional)]
        raise DeclarationError(f"{cls.__name__}({place}={value!r}): Unexpected positional argument.")
    given = dict(zip(positional, args, strict=False))
    for name in given.keys() & kwargs.keys():
        raise DeclarationError(f"{cls.__name__}({name}={kwargs[name]!r}): Got multiple values for argument.")
    given.update(kwargs)
    for name, parameter in known.items():
        if parameter.default is parameter.empty and name not in given:
            raise DeclarationError(f"{cls.__name__} needs its argument '{name}'.")
    return given


def _check(cls: type, given: Mapping[str, object], known: Collection[str]) -> dict[str, Any]:
    """Return what was given as the fields of a class have it.

    Raises:
        DeclarationError: for an argument that is not known, or a value that it cannot take; of all of them at once.
    """
    checked, problems = {}, []
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else f" It takes: {', '.join(known)}."
            problems.append(f"{cls.__name__} has no argument '{name}'.{hint}")
            continue
        try:
            checked[name] = _validator(cls, name).validate_python(value)
        except pydantic.ValidationError as error:
            for problem in error.errors(include_url=False):
                why = problem["msg"].removeprefix("Value error, ")
                problems.append(f"{cls.__name__}({name}={problem['input']!r}): {why}.")
    if problems:
        raise DeclarationError("\n".join(dict.fromkeys(problems)))
    return checked


@cache
def _field_names(cls: type) -> list[str]:
    return [each.name for each in fields(cls)]


@cache
def _validator(cls: type, name: str) -> Any:
    """Make what checks a field, when its first value comes: an app gives few of the many that there are."""
    owner = next(each for each in cls.__mro__ if name in inspect.get_annotations(each))
    alone = SimpleNamespace(__annotations__={name: inspect.get_annotations(owner)[name]})
    hint: Any = get_type_hints(alone, vars(sys.modules[owner.__module__]), include_extras=True)[name]
    checked: Any = hint.type if isinstance(hint, InitVar) else hint
    return _validator_of(checked)


@cache
def _validator_of(hint: Any) -> Any:
    return pydantic.TypeAdapter(hint, config={"arbitrary_types_allowed": True}).validator


class Block(_Declared):
    """A component or a layout, as the author declared it.

    A declaration holds no live data: what a user types or a handler writes is kept by the session.

    Args:
        visible: True shows it, False keeps it out of the page, "hidden" keeps it in the page unseen.
        elem_id: the `id` of its element in the page.
        elem_classes: the classes of its element in the page, a list or one name.
        render: False leaves it out until `render()` is called.
        key: inside `render`, a block of the same key is the same one when it is rendered again.
        preserved_by_key: the properties that such a block keeps, one name or a list; a component keeps its value.
    """

    kind: ClassVar[str]
    in_tree: ClassVar[bool] = True  # False: the page never hears of it
    remembered: ClassVar[str | None] = None  # the property that the user changes in the page, as by opening it
    python_only: ClassVar[frozenset[str]] = frozenset(
        {"render", "key", "preserved_by_key"}
    )  # fields the page does not need

    _: KW_ONLY
    visible: Visible = True
    elem_id: str | None = None
    elem_classes: Classes = field(default_factory=list)
    render: Any = True
    key: Any = None
    preserved_by_key: Names = field(default_factory=list)

    def __post_init__(self) -> None:
        self._given: frozenset[str] = frozenset()
        self.id = next(_ids)
        self.parent: Block | None = None  # a layout, or the component whose head it is in
        self.declared_in: Blocks | None = None
        self.variable: str | None = None  # the name that a script gives it, where somebody asks for that
        wanted, self.render = self.render, self._render
        if wanted:
            self._render(quiet=True)

    def _render(self: B, *, quiet: bool = False) -> B:
        """Put the block where the innermost open layout is.

        Raises:
            DeclarationError: outside of any `with Blocks()`, or when it is in a layout already.
        """
        layout = context.open_layout()
        if layout is None:
            if quiet:
                return self
            raise DeclarationError(f"{self.name} can only be rendered inside `with Blocks():`.")
        if self.parent is not None:
            raise DeclarationError(f"{self.name} is in the page already; one block has one place.")
        layout.add(self)
        return self

    def declared(self) -> None:
        """Called once the block has its place in a `Blocks`; a subclass may complete itself from there."""

    def inside(self) -> Sequence[Block]:
        """Return the blocks that are shown inside of it."""
        return ()

    @property
    def name(self) -> str:
        """How messages call it: its class, and its label or elem_id if it has one."""
        label = getattr(self, "label", None) or self.elem_id
        return f"{type(self).__name__} '{label}'" if label else type(self).__name__

    def given(self) -> dict[str, Any]:
        """Return the arguments that were given, by name: what an update made in a handler changes."""
        return {name: getattr(self, name) for name in self._given if name not in ("render", "key", "preserved_by_key")}

    def changed(self: B, properties: Mapping[str, object]) -> B:
        """Return a copy with other properties, each checked as the constructor checks it.

        Raises:
            DeclarationError: for a property it does not have, or a value that property cannot take.
        """
        clone = copy.copy(self)
        vars(clone).update(_check(type(self), properties, _field_names(cast("Hashable", type(self)))))
        return clone

    @classmethod
    @cache
    def page_names(cls) -> frozenset[str]:
        """Return the names of the properties that the page needs to show it; none if it never hears of it."""
        return frozenset(f.name for f in fields(cls) if f.name not in cls.python_only) if cls.in_tree else frozenset()

    def event_data(self, event: str, data: Any) -> Any:
        """Return what an event of the page's carries, for a handler that asks for it.

        Args:
            event: what happened.
            data: what the page says of it, which is not to be trusted.

        Raises:
            ValueError: the page could not have said that.
        """
        return data

    @classmethod
    @cache
    def known_events(cls) -> dict[str, Event]:
        """Return the events that blocks of this class have, by name."""
        from desktop_app.events.event import Event

        return {
            name: event for c in reversed(cls.__mro__) for name, event in vars(c).items() if isinstance(event, Event)
        }

    def __repr__(self) -> str:
        return f"<{self.name}>"
