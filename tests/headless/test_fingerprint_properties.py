"""What is true of the fingerprint of any value."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import numpy
import pandas
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.state.fingerprint import fingerprint


@dataclasses.dataclass
class Record:
    """A dataclass without a hash."""

    first: Any
    second: Any


class Thing:
    """An object with attributes."""

    def __init__(self, **attributes: Any) -> None:
        vars(self).update(attributes)


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.decimals(),
    st.datetimes(timezones=st.none() | st.timezones()),
    st.uuids(),
)
keys = st.one_of(st.text(max_size=3), st.integers(-3, 3), st.booleans(), st.floats(), st.tuples(st.integers(0, 2)))
members = st.frozensets(keys, max_size=4)
mutable_leaves = st.one_of(
    members.map(set),
    st.binary(max_size=5).map(bytearray),
    st.lists(st.floats(), max_size=4).map(numpy.array),
    st.lists(st.integers(-9, 9), max_size=4).map(lambda numbers: pandas.DataFrame({"a": numbers})),
)
values = st.recursive(
    scalars | members | mutable_leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(keys, inner, max_size=4),
        st.dictionaries(st.text(max_size=3), inner, max_size=4),
        st.builds(Record, inner, inner),
        st.dictionaries(st.sampled_from(["a", "b", "c"]), inner).map(lambda found: Thing(**found)),
    ),
    max_leaves=20,
)


def parts(value: Any) -> Iterator[Any]:
    """Give a value and everything in it that can hold something."""
    yield value
    inner: Any = ()
    if isinstance(value, list | tuple):
        inner = value
    elif isinstance(value, dict):
        inner = value.values()
    elif isinstance(value, Record | Thing):
        inner = vars(value).values()
    for part in inner:
        yield from parts(part)


def changes(part: Any) -> list[Callable[[], Any]]:
    """Return the ways to change a part in place, each of which makes other content of it."""
    if isinstance(part, Record | Thing):
        return [lambda: vars(part).update(added=0), *changes(vars(part))]
    found: list[Callable[[], Any]] = []
    if isinstance(part, list):
        found += [lambda: part.append(0), lambda: part.insert(0, [])]
        found += [lambda place=place: part.__setitem__(place, [part[place]]) for place in range(len(part))]
        found += [lambda place=place: part.pop(place) for place in range(len(part))]
    elif isinstance(part, dict):
        found += [lambda: part.update({"added": 0})]
        found += [lambda key=key: part.__setitem__(key, [part[key]]) for key in part]
        found += [lambda key=key: part.pop(key) for key in part]
    elif isinstance(part, set):
        found += [lambda: part.add("added"), *[lambda key=key: part.discard(key) for key in part]]
    elif isinstance(part, bytearray):
        found += [lambda: part.append(0)]
        found += [lambda place=place: part.__setitem__(place, part[place] ^ 1) for place in range(len(part))]
    elif isinstance(part, numpy.ndarray):
        found += [
            lambda place=place: part.__setitem__(place, 1.0 if part[place] != 1.0 else 2.0)
            for place in range(len(part))
        ]
    elif isinstance(part, pandas.DataFrame):
        found += [lambda: part.insert(0, "added", 0)]
        found += [lambda row=row: part.__setitem__("a", part["a"].where(part.index != row, 10)) for row in part.index]
    return found


def turned_round(value: Any) -> Any:
    """Return the same content with every dict and set built the other way round."""
    if isinstance(value, list | tuple):
        return type(value)(turned_round(part) for part in value)
    if isinstance(value, dict):
        return {key: turned_round(value[key]) for key in reversed(value)}
    if isinstance(value, set | frozenset):
        return type(value)(list(value)[::-1])
    if isinstance(value, Record):
        return Record(turned_round(value.first), turned_round(value.second))
    if isinstance(value, Thing):
        return Thing(**turned_round(vars(value)))
    return value


@settings(max_examples=300, deadline=None)
@given(values)
def test_a_copy_has_the_same(value: Any) -> None:
    """Reading changes nothing, and a deep copy holds the same content."""
    found = fingerprint(value)
    assert fingerprint(value) == found
    assert fingerprint(copy.deepcopy(value)) == found


@settings(max_examples=500, deadline=None)
@given(values, st.data())
def test_a_change_of_any_part_gives_another(value: Any, data: st.DataObject) -> None:
    """Wherever the part is and however it is changed; and undone, it is the first again."""
    holder = [value]
    before, kept = fingerprint(holder), copy.deepcopy(holder)
    ways = [way for part in parts(holder) for way in changes(part)]
    data.draw(st.sampled_from(ways))()
    assert fingerprint(holder) != before
    assert fingerprint(kept) == before


@settings(max_examples=300, deadline=None)
@given(values)
def test_order_in_dicts_and_sets_means_nothing(value: Any) -> None:
    """A value built in another order has the same fingerprint."""
    assert fingerprint(turned_round(value)) == fingerprint(value)


@settings(max_examples=500, deadline=None)
@given(scalars, scalars)
def test_scalars_that_look_different_differ(one: Any, other: Any) -> None:
    """Two scalars have one fingerprint exactly if they are of one type and written the same."""
    same = type(one) is type(other) and repr(one) == repr(other)
    assert (fingerprint(one) == fingerprint(other)) == same
    assert (fingerprint([one]) == fingerprint([other])) == same
