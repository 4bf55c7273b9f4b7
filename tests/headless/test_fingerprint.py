"""What counts as a change of a value."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

from desktop_app.state.fingerprint import fingerprint


@dataclasses.dataclass
class Point:
    """A dataclass without a hash."""

    x: int
    inner: list[int]


class Plain:
    """An object with attributes."""

    def __init__(self, x: Any) -> None:
        self.x = x


class Hashed:
    """A class that says itself what makes it equal."""

    def __init__(self, key: int, noise: int) -> None:
        self.key, self.noise = key, noise

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hashed) and other.key == self.key


class Slotted:
    """An object without attributes to look at."""

    __slots__ = ()


def change_list(value: list[Any]) -> None:
    """Append."""
    value.append(0)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ([1, 2], lambda v: v.append(3)),
        ([[1], [2]], lambda v: v[1].append(3)),
        ({"a": {"b": 1}}, lambda v: v["a"].update(b=2)),
        ({1, 2}, lambda v: v.add(3)),
        (Point(1, [1]), lambda v: v.inner.append(2)),
        (Plain([1]), lambda v: v.x.append(2)),
        (bytearray(b"a"), lambda v: v.extend(b"b")),
        (Hashed(1, 1), lambda v: setattr(v, "key", 2)),
    ],
)
def test_equal_content_is_equal_and_a_change_in_place_is_seen(value, change):
    """A copy has the same fingerprint; after a change deep inside it has another."""
    before = fingerprint(value)
    assert fingerprint(copy.deepcopy(value)) == before
    if isinstance(value, Hashed):
        value = Hashed(2, 1)
    else:
        change(value)
    assert fingerprint(value) != before


def test_a_dict_of_another_order_is_equal():
    """Order means nothing in a dict, and something in a list."""
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint([1, 2]) != fingerprint([2, 1])


def test_a_class_decides_by_its_own_hash():
    """What the class leaves out of its equality is no change."""
    assert fingerprint(Hashed(1, 1)) == fingerprint(Hashed(1, 2))


def test_types_differ():
    """1, 1.0 and True are not the same value, nor are a list and a tuple."""
    assert len({fingerprint(v) for v in (1, 1.0, True)}) == 3
    assert fingerprint([1]) != fingerprint((1,))


def test_a_cycle_ends():
    """A list that holds itself has a fingerprint, and another after a change."""
    value: list[Any] = [1]
    value.append(value)
    before = fingerprint(value)
    value.insert(0, 2)
    assert fingerprint(value) != before


def test_what_cannot_be_looked_into_is_itself():
    """An object without hash and attributes equals only itself."""
    one = Slotted()
    Slotted.__hash__ = None  # type: ignore[assignment]
    assert fingerprint(one) == fingerprint(one)
    assert fingerprint(one) != fingerprint(Slotted())
