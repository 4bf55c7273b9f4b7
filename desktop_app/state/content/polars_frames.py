"""Frames and series of polars, which is never imported here."""

from __future__ import annotations

from typing import Any

from desktop_app.state.content.containers import in_order
from desktop_app.state.content.held import Held
from desktop_app.state.content.numpy_arrays import add_array
from desktop_app.state.content.reading import Adding, Reading
from desktop_app.state.content.seal import Seal

_PART = 1 << 16
_BY_NAME = frozenset({"Categorical", "Enum"})  # their numbers mean something only beside their categories


def read_frame(value: Any, held: Held) -> Reading:
    """Read a frame: its columns in their order."""
    made = Seal(held.itself(type(value)))
    made.add(str(value.shape).encode())
    for column in value.iter_columns():
        yield from _add_series(column, made)
    return made.code()


def read_series(value: Any, held: Held) -> Reading:
    """Read a series: name, dtype, values."""
    made = Seal(held.itself(type(value)))
    yield from _add_series(value, made)
    return made.code()


def _add_series(series: Any, made: Seal) -> Adding:
    made.add(series.name.encode())
    made.add(repr(series.dtype).encode())
    if series.dtype.is_numeric() and not series.dtype.is_decimal() and not series.null_count():
        yield from add_array(series.to_numpy(), made)
        return
    if series.dtype.is_temporal():
        series = series.to_physical()
    elif series.dtype.base_type().__name__ in _BY_NAME:
        series = series.cast(str)
    for start in range(0, max(1, len(series)), _PART):
        yield from in_order(series.slice(start, _PART).to_list(), made)
