"""Objects by what they hold: their attributes, and what their class gives for copies of them."""

from __future__ import annotations

from functools import cached_property
from types import MemberDescriptorType
from typing import Any
from weakref import WeakKeyDictionary

from desktop_app.state.content.containers import flat, in_order, read_dict
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Adding, Reading
from desktop_app.state.content.seal import Seal

_known: WeakKeyDictionary[type, tuple[list[str], list[str]]] = WeakKeyDictionary()


def attributes_of(value: Any) -> dict[str, Any] | None:
    """Return an object's own attributes, `__dict__` and `__slots__`; None if it can have none.

    No property is asked, and what a `cached_property` has found is left out: to read one is no change.
    """
    slots, cached = _names(type(value))
    try:
        named = dict.copy(object.__getattribute__(value, "__dict__"))
    except Exception:  # without a __dict__, or with a property of that name that raises
        if not slots:
            return None
        named = {}
    for name in cached:
        named.pop(name, None)
    for name in slots:
        try:
            named[name] = object.__getattribute__(value, name)
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
    attributes_of(value)  # io.BytesIO makes its __dict__ when it is asked for, and then gives it to pickle
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


def add_attributes(value: Any, held: Held, made: Seal) -> Adding:
    """Add an object's attributes, if it has any, to a code."""
    if attributes := attributes_of(value):
        made.add(flat(attributes) or (yield from read_dict(attributes, held)))


def _names(kind: type) -> tuple[list[str], list[str]]:
    """Return the names of a class's slots and of its cached properties."""
    known = _known.get(kind)
    if known is None:
        members = [(name, member) for base in kind.__mro__ for name, member in vars(base).items()]
        slots = [
            name
            for base in kind.__mro__
            if "__slots__" in vars(base)
            for name, member in vars(base).items()
            if isinstance(member, MemberDescriptorType)
        ]
        known = _known[kind] = slots, [name for name, member in members if isinstance(member, cached_property)]
    return known
