"""Numpy's arrays and scalars. Numpy is never imported: a value of its has everything that is needed."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from desktop_app.state.content.attributes import add_attributes
from desktop_app.state.content.containers import in_order
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Adding, Reading
from desktop_app.state.content.seal import Seal, dumped, seal

_PART = 1 << 20
_ONE_LAYOUT = frozenset("biufc")  # a scalar's type says all about its bytes
_PADDED = frozenset("gG")  # long doubles: some of their bytes mean nothing


def read_array(value: Any, held: Held) -> Reading:
    """Read an array: its dtype, its shape, its elements, and the attributes of a class derived from ndarray."""
    made = Seal(held.itself(type(value)))
    yield from add_array(value, made)
    yield from add_attributes(value, held, made)
    return made.code()


def read_scalar(value: Any, held: Held) -> Reading:
    """Read one of numpy's numbers, dates, texts or records."""
    kind = held.itself(type(value))
    if value.dtype.kind in _ONE_LAYOUT and value.dtype.char not in _PADDED:
        return seal(kind, value.tobytes())
    made = Seal(kind)
    yield from add_array(value.reshape(1), made)
    return made.code()


def add_array(array: Any, made: Seal) -> Adding:
    """Add an array to a code, whatever the order it has in memory."""
    dtype = array.dtype
    made.add(f"{dtype.str} {dtype.name} {array.shape}".encode())
    if dtype.names is not None:  # between the fields may be bytes that mean nothing
        made.add(dumped(list(dtype.names)))
        for name in dtype.names:
            yield from add_array(array[name], made)
    elif dtype.hasobject or dtype.kind == "T":
        yield from in_order(array.ravel().tolist(), made)
    elif dtype.char in _PADDED:
        made.add(dumped([repr(number) for number in array.ravel()]))
    elif array.nbytes:
        for part in _parts(array):
            made.extend(part.reshape(-1).view("u1").data)


def _parts(array: Any) -> Generator[Any, None, None]:
    """Give the array's elements in C's order: as they are, or copied a part at a time."""
    plain = array.view(_base(array)) if type(array) is not _base(array) else array
    if plain.flags.c_contiguous:
        yield plain
        return
    rows = max(1, _PART // max(1, plain.nbytes // len(plain)))
    for start in range(0, len(plain), rows):
        yield plain[start : start + rows].copy(order="C")


def _base(array: Any) -> Any:
    """Return numpy.ndarray, found from an array of any class derived from it."""
    return next(base for base in type(array).__mro__ if base.__name__ == "ndarray" and base.__module__ == "numpy")
