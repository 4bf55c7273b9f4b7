"""Which way a value is read, by its type."""

from __future__ import annotations

from array import array
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence, Set
from datetime import date, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from types import FunctionType, ModuleType
from typing import Any

from pydantic import BaseModel

from desktop_app.state.content import buffers, containers, numpy_arrays, pandas_frames, polars_frames
from desktop_app.state.content.attributes import (
    keeps_content_elsewhere,
    overrides_reduce,
    read_attributes,
    read_identity,
    read_reduced,
)
from desktop_app.state.content.builtin_subclasses import read_scalar, scalar_base, with_attributes
from desktop_app.state.content.held import Held
from desktop_app.state.content.own_hash import compared_fields, defines_hash, read_by_hash, read_fields
from desktop_app.state.content.pydantic_models import read_model
from desktop_app.state.content.reading import Reader, Reading
from desktop_app.state.content.seal import dumped, seal

_BY_NAME: dict[tuple[str, str], Reader] = {
    ("numpy", "ndarray"): numpy_arrays.read_array,
    ("numpy", "generic"): numpy_arrays.read_scalar,
    ("pandas", "DataFrame"): pandas_frames.read_frame,
    ("pandas", "Series"): pandas_frames.read_series,
    ("pandas", "Index"): pandas_frames.read_index,
    ("polars", "DataFrame"): polars_frames.read_frame,
    ("polars", "Series"): polars_frames.read_series,
}
_BUILTIN: dict[type, Reader] = {
    OrderedDict: containers.read_ordered_dict,
    dict: containers.read_dict,
    list: containers.read_list,
    tuple: containers.read_list,
    deque: containers.read_list,
    set: containers.read_set,
    frozenset: containers.read_set,
    bytearray: buffers.read_bytearray,
    memoryview: buffers.read_memoryview,
    array: buffers.read_array,
    range: containers.read_range,
}
_ABSTRACT: dict[type, Reader] = {
    Mapping: containers.read_mapping,
    Set: containers.read_set,
    Sequence: containers.read_sequence,
}
_KNOWN_BY_NAME = (type, FunctionType, ModuleType)
_TIMES_AND_DECIMALS = (
    date,
    time,
    timedelta,
    tzinfo,
    Decimal,
)  # equal ones can differ: 1.0 and 1.00, 12:00 and 13:00+01:00


def readers(value: Any) -> list[Reader]:
    """Return the ways to read values of this one's type, each for the case that the one before it raises."""
    kind = type(value)
    if issubclass(kind, Enum):
        return [_read_member]
    if issubclass(kind, _KNOWN_BY_NAME):
        return []
    found = _of_library(kind) or _of_builtin(kind)
    if found is not None:
        return [found, *_of_object(value)]
    if issubclass(kind, _TIMES_AND_DECIMALS):
        return _of_object(value)
    if issubclass(kind, BaseModel):
        return (
            [read_model]
            if not defines_hash(kind) or kind.__hash__.__module__.startswith("pydantic")
            else [read_by_hash, read_model]
        )
    if scalar_base(kind) is not None:
        return [read_scalar]
    if defines_hash(kind):
        fields = compared_fields(kind)
        return [read_by_hash if fields is None else read_fields(fields), *_of_object(value)]
    return _of_object(value)


def _of_library(kind: type) -> Reader | None:
    for base in kind.__mro__:
        if reader := _BY_NAME.get((str(base.__module__).partition(".")[0], base.__name__)):
            return reader
    return None


def _of_builtin(kind: type) -> Reader | None:
    for base, reader in _BUILTIN.items():
        if issubclass(kind, base):
            return reader if kind is base else with_attributes(reader)
    return next(
        (reader for base, reader in _ABSTRACT.items() if issubclass(kind, base) and not issubclass(kind, str | bytes)),
        None,
    )


def _of_object(value: Any) -> list[Reader]:
    if overrides_reduce(type(value)):
        return [read_reduced, read_identity]
    return [read_identity if keeps_content_elsewhere(value) else read_attributes]


def _read_member(value: Enum, held: Held) -> Reading:
    return seal(b"enum", held.itself(type(value)), dumped(value._name_), (yield value._value_))
