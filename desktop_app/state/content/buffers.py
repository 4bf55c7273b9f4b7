"""Bytes that can be written: bytearrays, arrays and memoryviews."""

from __future__ import annotations

from array import array
from typing import Any

from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Reading
from desktop_app.state.content.seal import Seal

_PART = 1 << 20


def read_bytearray(value: bytearray, held: Held) -> Reading:
    """Read a bytearray in copied parts: nobody else can resize one that lends out its memory."""
    yield from ()
    made = Seal(held.itself(type(value)))
    for start in range(0, bytearray.__len__(value), _PART):
        made.add(bytes(bytearray.__getitem__(value, slice(start, start + _PART))))
    return made.code()


def read_array(value: array[Any], held: Held) -> Reading:
    """Read an array of the array module, in copied parts too."""
    yield from ()
    made = Seal(held.itself(type(value)))
    made.add(value.typecode.encode())
    length = _PART // value.itemsize
    for start in range(0, len(value), length):
        made.add(value[start : start + length].tobytes())
    return made.code()


def read_memoryview(value: memoryview, held: Held) -> Reading:
    """Read a memoryview: its format, its shape and its bytes."""
    yield from ()
    made = Seal(held.itself(type(value)))
    made.add(repr((value.format, value.shape)).encode())
    made.extend(value.cast("B") if value.c_contiguous and value.nbytes else value.tobytes())
    return made.code()
