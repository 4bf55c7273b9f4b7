"""Values that hold objects of classes which were loaded again."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from desktop_app.state.renewed import alike, renewed

SOURCE = """
import dataclasses, enum
@dataclasses.dataclass
class Thing:
    name: object
class Slots:
    __slots__ = ("x",)
    class Inner: pass
class Color(enum.Enum):
    RED = 1
def function(): return [n + 1 for n in (1, 2)]
"""
Load = Callable[[str], Any]


@pytest.fixture
def load() -> Iterator[Load]:
    """Run a source as the newest version of one module."""

    def begin(source: str) -> ModuleType:
        module = sys.modules["renewed_classes"] = ModuleType("renewed_classes")
        exec(source, vars(module))
        return module

    yield begin
    sys.modules.pop("renewed_classes", None)


def test_objects_are_of_the_new_class(load: Load):
    """Also in containers, in each other, as classes, functions, members of an enumeration, and inside of a class."""
    old = load(SOURCE)
    slots = old.Slots()
    slots.x = old.Thing(1)
    value = {"a": [old.Thing(old.Thing("deep"))], "b": (old.Color.RED, old.Thing, old.function), "c": slots}
    inner = old.Slots.Inner()
    new = load(SOURCE)
    made = renewed(value)
    assert made == {"a": [new.Thing(new.Thing("deep"))], "b": (new.Color.RED, new.Thing, new.function), "c": made["c"]}
    assert (type(made["c"]), made["c"].x) == (new.Slots, new.Thing(1))
    assert type(renewed(inner)) is new.Slots.Inner


def test_everything_else_stays_the_object_that_it_is(load: Load):
    """Even what nothing can copy."""
    old = load(SOURCE)
    lock, generator = threading.Lock(), (n for n in (1,))
    value = [lock, generator, old.Thing(lock), print]
    new = load(SOURCE)
    made = renewed(value)
    assert made[:2] == [lock, generator]
    assert made[2].name is lock
    assert type(made[2]) is new.Thing
    assert renewed(lock) is lock


def test_a_class_that_cannot_take_it(load: Load):
    """The error says so."""
    old = load(SOURCE + "class Own:\n    def __reduce__(self): return Own, ()\n")
    value = [old.Own()]
    load(SOURCE + "class Own:\n    def __init__(self, needed): pass\n")
    with pytest.raises(ValueError, match="does not fit into its new class"):
        renewed(value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("value = 0", "value = 0", True),
        ("value = 0", "value = False", False),
        ("value = [Thing(1)]", "value = [Thing(1)]", True),
        ("value = [Thing(1)]", "value = [Thing(2)]", False),
        ("value = lambda: [n for n in (1, 2)]", "\n\nvalue = lambda: [n for n in (1, 2)]", True),
        ("value = lambda: [n for n in (1, 2)]", "value = lambda: [n for n in (1, 3)]", False),
        ("value = lambda: 1", "value = lambda: True", False),
        ("value = Thing", "value = Thing", True),
        ("value = Thing", "value = Slots", False),
    ],
)
def test_which_defaults_are_alike(load: Load, one: str, other: str, same: bool):
    """By content; functions by what they do, wherever they are written."""
    old, new = load(SOURCE + one), load(SOURCE + other)
    assert alike(old.value, new.value) is same
