"""Objects by what they hold: their attributes, and what their class gives for copies of them."""

from __future__ import annotations

from collections.abc import Generator
from functools import cached_property
from types import MemberDescriptorType
from typing import Any

from desktop_app.state.content.containers import flat, in_order, read_dict
from desktop_app.state.content.held import Held
from desktop_app.state.content.seal import Seal

Reading = Generator[Any, bytes, bytes]


def attributes_of(value: Any) -> dict[str, Any] | None:
    """Return an object's own attributes, `__dict__` and `__slots__`; None if it can have none.

    No property is asked, and what a `cached_property` has found is left out: to read one is no change.
    """
    kind = type(value)
    slots = [
        (name, slot)
        for base in kind.__mro__
        if "__slots__" in vars(base)
        for name, slot in vars(base).items()
        if isinstance(slot, MemberDescriptorType)
    ]
    try:
        held = object.__getattribute__(value, "__dict__")
        named = {name: item for name, item in held.copy().items() if not _is_cached(kind, name)}
    except Exception:  # without a __dict__, or with a property of that name that raises
        if not slots:
            return None
        named = {}
    for name, slot in slots:
        try:
            named[name] = slot.__get__(value)
        except AttributeError:  # not set
            continue
    return named


def read_attributes(value: Any, held: Held) -> Reading:
    """Read an object whose whole content is in its attributes.

    Raises:
        TypeError: it can have none.
    """
    made = Seal(held.itself(type(value)))
    if attributes_of(value) is None:
        raise TypeError("nothing to look at")
    yield from add_attributes(value, held, made)
    return made.code()


def overrides_reduce(kind: type) -> bool:
    """Tell whether a class says itself what pickle and copy are to take of its objects."""
    return any(
        getattr(kind, name, None) is not getattr(object, name, None)
        for name in ("__reduce_ex__", "__reduce__", "__getstate__")
    )


def read_reduced(value: Any, held: Held) -> Reading:
    """Read an object by its attributes and by what its class gives to pickle and copy it.

    So do most classes whose content is not in attributes: dates, decimals, images, the buffers of io.

    Raises:
        Exception: its class refuses, or gives no more than a name.
    """
    reduced = value.__reduce_ex__(4)
    if not isinstance(reduced, tuple):
        raise TypeError("known by its name only")
    function, arguments, state, items, pairs = (*reduced, *[None] * 5)[:5]
    made = Seal(held.itself(type(value)))
    yield from in_order([function, arguments, state, list(items or ()), list(pairs or ())], made)
    yield from add_attributes(value, held, made)
    return made.code()


def read_identity(value: Any, held: Held) -> Reading:
    """Read an object that holds more than can be seen: it equals only itself, and only with the same attributes."""
    made = Seal(held.itself(value))
    yield from add_attributes(value, held, made)
    return made.code()


def keeps_content_elsewhere(value: Any) -> bool:
    """Tell whether Python itself says that the attributes are not all there is of an object."""
    try:
        object.__reduce_ex__(value, 4)
    except Exception:  # "cannot pickle", and whatever the class itself raises
        return True
    return False


def add_attributes(value: Any, held: Held, made: Seal) -> Generator[Any, bytes, None]:
    """Add an object's attributes, if it has any, to a code."""
    if attributes := attributes_of(value):
        made.add(flat(attributes) or (yield from read_dict(attributes, held)))


def _is_cached(kind: type, name: str) -> bool:
    return any(isinstance(vars(base).get(name), cached_property) for base in kind.__mro__)
