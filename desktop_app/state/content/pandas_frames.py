"""Frames, series and indexes of pandas, which is never imported here."""

from __future__ import annotations

from typing import Any

from desktop_app.state.content.containers import in_order
from desktop_app.state.content.held import Held
from desktop_app.state.content.numpy_arrays import add_array
from desktop_app.state.content.reading import Adding, Reading
from desktop_app.state.content.seal import Seal

_NUMBERS = frozenset("iufb")


def read_frame(value: Any, held: Held) -> Reading:
    """Read a frame: index, names of the columns, each column's dtype and values, `attrs`."""
    made = Seal(held.itself(type(value)))
    yield from _add_index(value.index, made)
    yield from _add_index(value.columns, made)
    for _, column in value.items():
        yield from _add_values(column, made)
    made.add((yield dict(value.attrs)))
    return made.code()


def read_series(value: Any, held: Held) -> Reading:
    """Read a series: index, name, dtype, values, `attrs`."""
    made = Seal(held.itself(type(value)))
    yield from _add_index(value.index, made)
    yield from _add_values(value, made)
    yield from in_order([value.name, dict(value.attrs)], made)
    return made.code()


def read_index(value: Any, held: Held) -> Reading:
    """Read an index: names, dtype, values."""
    made = Seal(b"index")
    yield from _add_index(value, made)
    return made.code()


def _add_index(index: Any, made: Seal) -> Adding:
    yield from in_order([type(index), *index.names], made)
    if index.nlevels > 1:
        for level in range(index.nlevels):
            yield from _add_index(index.get_level_values(level), made)
    elif type(index).__name__ == "RangeIndex":
        yield from in_order([index.start, index.stop, index.step], made)
    else:
        yield from _add_values(index, made)


def _add_values(column: Any, made: Seal) -> Adding:
    """Add the values of a series or an index, in the way that is quickest for its dtype and exact."""
    dtype = column.dtype
    made.add(str(dtype).encode())
    kind = type(dtype).__name__
    if kind == "CategoricalDtype":
        made.add(str(dtype.ordered).encode())
        yield from _add_index(dtype.categories, made)
        yield from add_array(getattr(column, "cat", column).codes.__array__(), made)
    elif kind in {"DatetimeTZDtype", "PeriodDtype"}:
        yield from add_array(column.array.view("i8"), made)
    elif getattr(dtype, "numpy_dtype", None) is not None and dtype.numpy_dtype.kind in _NUMBERS:  # Int64 and the like
        yield from add_array(column.isna().__array__(), made)
        yield from add_array(column.to_numpy(dtype=dtype.numpy_dtype, na_value=0), made)
    elif hasattr(dtype, "hasobject"):
        yield from add_array(column.to_numpy(), made)
    else:
        yield from add_array(column.to_numpy(dtype=object), made)
