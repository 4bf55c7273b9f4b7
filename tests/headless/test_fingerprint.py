"""What counts as a change of a value."""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import enum
import functools
import io
import itertools
import operator
import socket
import threading
import tracemalloc
import weakref
from array import array
from collections import Counter, OrderedDict, UserDict, defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict, PrivateAttr

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


class WithSlots(Plain):
    """An object with slots, one of them private, and attributes."""

    __slots__ = ("__hidden", "shown", "unset")

    def __init__(self, x: Any, shown: Any, hidden: Any) -> None:
        super().__init__(x)
        self.shown, self.__hidden = shown, hidden

    def hide(self, hidden: Any) -> None:
        """Change what is hidden."""
        self.__hidden = hidden


@dataclasses.dataclass(frozen=True)
class Frozen:
    """A dataclass whose hash is made from its fields, but one."""

    x: Any
    note: Any = dataclasses.field(default=None, compare=False)


@dataclasses.dataclass(frozen=True)
class FrozenWithHash:
    """A frozen dataclass that says itself what makes it equal."""

    key: int
    noise: int

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FrozenWithHash) and other.key == self.key


class Model(BaseModel):
    """A model with everything a model can hold."""

    model_config = ConfigDict(extra="allow")
    items: list[int] = [1]
    _private: list[int] = PrivateAttr(default_factory=list)

    @functools.cached_property
    def total(self) -> int:
        """A property that keeps its value in the model."""
        return sum(self.items)


class FrozenModel(BaseModel, frozen=True):
    """A model whose hash is made from its fields."""

    items: Any


class Text(str):
    """A text with an attribute."""

    note = "none"


class Whole(int):
    """An int of another class."""


class Listing(list):
    """A list with attributes."""

    note: Any = None


class Named(NamedTuple):
    """A named tuple."""

    x: Any


class Colour(enum.Enum):
    """An enum."""

    RED = 1
    BLUE = 2


class Level(enum.IntEnum):
    """An enum of ints."""

    LOW = 1


class Letters(Sequence[str]):
    """A sequence that is no list."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, index: Any) -> Any:
        return self.text[index]


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
        ([Hashed(1, 1)], lambda v: v.append(v[0])),
        (WithSlots(1, [2], 3), lambda v: v.shown.append(4)),
        (WithSlots(1, 2, 3), lambda v: v.hide(4)),
        (WithSlots(1, 2, 3), lambda v: setattr(v, "unset", None)),
        (Frozen([1]), lambda v: v.x.append(2)),
        ({Frozen(Plain(1))}, lambda v: setattr(next(iter(v)).x, "x", 2)),
        (Model(), lambda v: v.items.append(2)),
        (Model(), lambda v: v._private.append(2)),
        (Model(more=[1]), lambda v: v.more.append(2)),
        (FrozenModel(items=[1]), lambda v: v.items.append(2)),
        (FrozenModel(items=Plain(1)), lambda v: setattr(v.items, "x", 2)),
        (Listing([1]), lambda v: v.append(2)),
        (Listing([1]), lambda v: setattr(v, "note", 2)),
        (Named([1]), lambda v: v.x.append(2)),
        (Text("a"), lambda v: setattr(v, "note", "b")),
        (deque([1]), lambda v: v.append(2)),
        (array("d", [1.0]), lambda v: v.append(2.0)),
        (bytearray(3_000_000), lambda v: operator.setitem(v, 2_999_999, 1)),
        (Counter("aab"), lambda v: v.update("b")),
        (OrderedDict(a=1, b=2), lambda v: v.move_to_end("a")),
        (defaultdict(list, a=[1]), lambda v: v["a"].append(2)),
        (UserDict(a=[1]), lambda v: v["a"].append(2)),
        (UserDict({(1, 2): 3}), lambda v: v.update({(1, 2): 4})),
        ({(1, 2): [3]}, lambda v: v[1, 2].append(4)),
        ({1: [3], "a": 4}, lambda v: v[1].append(4)),
        ({(1, 2), 3}, lambda v: v.add((1, 3))),
        ({1, "a", None}, lambda v: v.add(2)),
        (Letters("ab"), lambda v: setattr(v, "text", "ac")),
        (SimpleNamespace(a=[1]), lambda v: v.a.append(2)),
        (io.BytesIO(b"ab"), lambda v: v.write(b"c")),
        (ValueError([1]), lambda v: v.args[0].append(2)),
        ([datetime(2020, 1, 1)], lambda v: operator.setitem(v, 0, datetime(2020, 1, 2))),
        ([Path("a")], lambda v: operator.setitem(v, 0, Path("b"))),
        ([Colour.RED], lambda v: operator.setitem(v, 0, Colour.BLUE)),
        ([range(3)], lambda v: operator.setitem(v, 0, range(4))),
        ([0] * 200_000, lambda v: operator.setitem(v, 199_999, 1)),
        ([0] * 200_000 + [[1]], lambda v: v[-1].append(1)),
        (["a" * 3_000_000], lambda v: operator.setitem(v, 0, "a" * 2_999_999 + "b")),
        ([b"a" * 3_000_000], lambda v: operator.setitem(v, 0, b"a" * 2_999_999 + b"b")),
        (["a" * 30_000_000, "\ud800", 1], lambda v: operator.setitem(v, 1, "\ud801")),
        ({str(i): i for i in range(70_000)}, lambda v: v.update({"0": 1})),
    ],
    ids=lambda value: "" if callable(value) else type(value).__name__,
)
def test_equal_content_is_equal_and_a_change_in_place_is_seen(value, change):
    """A copy has the same fingerprint; after a change deep inside it has another."""
    before = fingerprint(value)
    assert fingerprint(copy.deepcopy(value)) == before
    assert hash(fingerprint(value)) == hash(before)
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
    values = [
        *(1, 1.0, True, 1 + 0j, "1", b"1", Whole(1), Level.LOW, Decimal(1), [1], (1,), {1}, frozenset({1}), {1: 1}),
        *(
            {True: 1},
            {1: True},
            {1.0: 1},
            [True],
            Listing([1]),
            Named(1),
            deque([1]),
            [[1]],
            [{1}],
            [[1], []],
            [[], [1]],
        ),
        *(0, 0.0, -0.0, False, None, ..., "", b"", bytearray(), [], (), {}, set(), frozenset(), [None], [[]], range(0)),
        *(-1, -2, {-1}, {-2}, "a", Text("a"), "None", 2**31, -(2**31), 2**64, 1e300, float("inf"), float("nan")),
        *(defaultdict(list), OrderedDict(), Counter(), MappingProxyType({}), array("b"), array("d"), memoryview(b"")),
    ]
    found = [fingerprint(value) for value in values]
    for number, one in enumerate(found):
        assert [other for other in range(len(found)) if found[other] == one] == [number], values[number]


def test_the_order_of_keys_and_members_means_nothing():
    """Whatever the types of the keys; and with keys whose hashes are the same."""
    for keys in [(3, 1, 2), (3, "a", None, 2.5), ((1, 2), (3,), "b"), (-1, -2), (Frozen(1), Frozen(2)), (b"b", b"a")]:
        forwards, backwards = dict.fromkeys(keys, 0), dict.fromkeys(reversed(keys), 0)
        assert fingerprint(forwards) == fingerprint(backwards)
        assert fingerprint(set(forwards)) == fingerprint(set(backwards))
        assert fingerprint(MappingProxyType(forwards)) == fingerprint(MappingProxyType(backwards))
        assert fingerprint(forwards.keys()) == fingerprint(backwards.keys())


@pytest.mark.parametrize("of", [str, float, lambda number: number % 3 == 0 or str(number)])
def test_a_large_dict_of_texts_and_numbers_goes_by_its_content(of):
    """Whatever its order; which value is at which key and of which type is seen."""
    value = {f"key {number}": of(number) for number in range(1000)}
    before = fingerprint(value)
    assert fingerprint(dict(reversed(value.items()))) == before
    assert fingerprint(copy.deepcopy(value)) == before
    others = [
        {**value, "key 1": value["key 2"], "key 2": value["key 1"]},
        {**value, "key 1": 1},
        {**value, "key 1": True},
        {**value, "key 1": "1.0"},
        {**value, "key 1": -1},
        {**value, "key 1": -2},
        {**value, "key 1": b"1"},
        {**value, "key 1": Text("1")},
        {**value, "key 1": None},
        {key: item for key, item in value.items() if key != "key 1"},
        {(Text(key) if key == "key 1" else key): item for key, item in value.items()},
    ]
    assert len({before, *map(fingerprint, others)}) == len(others) + 1


def test_not_a_number_is_itself():
    """NaN stays NaN, alone and inside."""
    assert fingerprint(float("nan")) == fingerprint(float("nan"))
    assert fingerprint([float("nan"), Decimal("NaN"), Decimal("sNaN")]) == fingerprint(
        [float("nan"), Decimal("NaN"), Decimal("sNaN")]
    )


def test_what_looks_different_is_different():
    """Also where `==` says that two are equal."""
    assert fingerprint(Decimal("1.0")) != fingerprint(Decimal("1.00"))
    noon = datetime(2020, 1, 1, 12, tzinfo=timezone.utc)
    assert fingerprint(noon) != fingerprint(noon.astimezone(timezone(timedelta(hours=1))))


def test_strings_are_the_same_however_they_were_made():
    """It makes no difference whether a text is one object or two, or interned."""
    one, other = "".join(["a", "bc"]), "".join(["ab", "c"])
    assert fingerprint([one, one, "abc"]) == fingerprint([one, other, one])


def test_equality_decides_where_hashes_agree():
    """A class with a bad hash is still compared as it says, wherever its objects are."""

    class Same(Hashed):
        def __hash__(self) -> int:
            return 1

    assert fingerprint(Same(1, 1)) == fingerprint(Same(1, 2))
    assert fingerprint(Same(1, 1)) != fingerprint(Same(2, 1))
    assert fingerprint([Same(1, 1), Same(2, 1)]) == fingerprint([Same(1, 3), Same(2, 3)])
    assert fingerprint([Same(1, 1), Same(2, 1)]) != fingerprint([Same(2, 1), Same(1, 1)])
    assert fingerprint([Same(1, 1), Same(1, 1)]) != fingerprint([Same(1, 1), Same(2, 1)])


def test_a_field_that_is_not_compared_is_no_change():
    """A frozen dataclass goes by the fields it compares, or by a hash it was given."""
    assert fingerprint(Frozen(1, "a")) == fingerprint(Frozen(1, "b"))
    assert fingerprint(FrozenWithHash(1, 1)) == fingerprint(FrozenWithHash(1, 2))
    assert fingerprint(FrozenWithHash(1, 1)) != fingerprint(FrozenWithHash(2, 1))


def test_reading_a_cached_property_is_no_change():
    """What it keeps follows from the rest."""

    class Lazy(Plain):
        @functools.cached_property
        def double(self) -> int:
            return self.x * 2

    for value in (Lazy(1), Model()):
        before = fingerprint(value)
        assert getattr(value, "double", None) or value.total
        assert fingerprint(value) == before


def test_classes_of_one_name_differ():
    """A class is itself, not its name."""
    one, other = (dataclasses.make_dataclass("Made", ["x"]) for _ in range(2))
    assert fingerprint(one(1)) == fingerprint(one(1))
    assert fingerprint(one(1)) != fingerprint(other(1))


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


IDENTICAL = {
    "lock": threading.Lock,
    "socket": socket.socket,
    "generator": lambda: (x for x in ()),
    "function": lambda: lambda: None,
    "class": lambda: type("Made", (), {}),
    "object": object,
    "file": lambda: open(__file__),  # noqa: SIM115, PTH123
}


@pytest.mark.parametrize("make", IDENTICAL.values(), ids=IDENTICAL)
def test_what_cannot_be_copied_differs_from_its_successor(make):
    """Locks, files and functions are themselves, and one made later is another, also at the address of the first."""
    with contextlib.ExitStack() as stack:

        def made() -> Any:
            thing = make()
            if hasattr(thing, "close"):
                stack.callback(thing.close)
            return thing

        holder = [made()]
        before = fingerprint(holder)
        assert fingerprint(list(holder)) == before
        for _ in range(10):
            holder[0] = None
            holder[0] = made()
            assert fingerprint(holder) != before


def test_an_object_with_hidden_content_shows_its_attributes():
    """What holds a lock, or is a socket, is seen to change where it can be."""
    event = threading.Event()
    before = fingerprint(event)
    event.set()
    assert fingerprint(event) != before

    class Connection(socket.socket):
        pass

    with Connection() as connection:
        before = fingerprint(connection)
        connection.note = 1
        assert fingerprint(connection) != before


@pytest.mark.parametrize(
    "join",
    [
        lambda one, other: [one, other],
        lambda one, other: (one, other),
        lambda one, other: {"one": one, 2: other},
        lambda one, other: {(1,): one, (2,): other},
        lambda one, other: Plain([one, other]),
        lambda one, other: Frozen((one, other)),
        lambda one, other: FrozenModel.model_construct(items=[one, other]),
        lambda one, other: deque([one, other]),
    ],
)
def test_shared_parts_are_read_once(join):
    """2 to the power of 60 ways lead through 60 levels; they are neither gone for the value nor for its fingerprint."""
    assert fingerprint(doubled(join)) == fingerprint(doubled(join))
    assert fingerprint(doubled(join)) != fingerprint(doubled(join, 59))


def test_a_long_list_in_many_places_is_read_once():
    """Ten thousand references to a list of fifty thousand numbers are no 500 million numbers."""
    long = list(range(50_000))
    value = [long] * 10_000
    before = fingerprint(value)
    long[-1] = 0
    assert fingerprint(value) != before


def doubled(join: Any, levels: int = 60) -> Any:
    """Join a value with itself, level by level."""
    value = join([1], [1])
    for _ in range(levels):
        value = join(value, value)
    return value


@pytest.mark.parametrize(
    ("around", "levels"),
    [(lambda v: [v], 30_000), (Plain, 10_000), (Frozen, 2_000), (Named, 2_000), (lambda v: {"a": v}, 2_000)],
)
def test_depth_is_no_limit(around, levels):
    """A change is seen under 30,000 levels too."""
    inmost = [1]
    value: Any = inmost
    for _ in range(levels):
        value = around(value)
    before = fingerprint(value)
    inmost.append(2)
    assert fingerprint(value) != before


def circle(size: int, *, into: int = 0) -> list[Any]:
    """Lists in a row, the last of which holds the one at a place of the row."""
    row: list[list[Any]] = [[number] for number in range(size)]
    for one, following in itertools.pairwise(row):
        one.append(following)
    row[-1].append(row[into])
    return row[0]


def test_where_a_circle_closes_is_content():
    """Two circles are the same if each part leads back to the same place."""
    assert fingerprint(circle(5)) == fingerprint(circle(5)) == fingerprint(copy.deepcopy(circle(5)))
    assert len({fingerprint(circle(5, into=place)) for place in range(5)}) == 5
    inner: list[Any] = ["inner"]
    value: list[Any] = ["value", inner, ["other", inner]]
    inner.append(value)
    before = fingerprint(value)
    assert fingerprint(copy.deepcopy(value)) == before
    value[2][1] = ["inner", value[2]]
    assert fingerprint(value) != before


def test_children_that_know_their_parent():
    """A tree whose leaves lead back to the root ends, and a change in a leaf is seen."""

    class Node(Plain):
        def __init__(self, *children: Any) -> None:
            self.name, self.parent, self.children = "a", None, set(children)
            for child in children:
                child.parent = self

    leaf = Node()
    tree = Node(Node(), Node(leaf, Node()), Node(Node(Node())))
    before = fingerprint(tree)
    assert fingerprint(tree) == before
    leaf.name = "b"
    assert fingerprint(tree) != before


class Raising:
    """A class whose methods raise."""

    def __init__(self) -> None:
        self.items: list[int] = []

    def refuse(self, *args: Any) -> Any:
        """Raise."""
        raise RuntimeError("no")

    __hash__ = __eq__ = __repr__ = __len__ = __iter__ = __bool__ = __getattr__ = refuse
    shown = property(refuse)


class RaisingMapping(Raising, Mapping):  # type: ignore[type-arg]
    """A mapping that cannot be read."""

    __getitem__ = Raising.refuse


class RaisingReduction(Raising):
    """An object that refuses to be pickled."""

    __reduce_ex__ = Raising.refuse


class Strict(type):
    """A type of classes that cannot be compared."""

    def __eq__(cls, other: object) -> bool:
        raise RuntimeError("no")


class OfStrict(metaclass=Strict):
    """A class without hash, which no dict takes."""


@pytest.mark.parametrize("kind", [Raising, RaisingMapping, RaisingReduction])
def test_methods_that_raise_are_passed_by(kind):
    """The value goes by its attributes then."""
    value = kind()
    before = fingerprint([value])
    assert fingerprint([value]) == before
    value.items.append(1)
    assert fingerprint([value]) != before


def test_nothing_is_raised_for_a_class_without_hash():
    """Its objects, and what holds one, are themselves."""
    value = [OfStrict()]
    assert fingerprint(value) == fingerprint(value)
    assert fingerprint(value[0]) == fingerprint(value[0])
    assert fingerprint(OfStrict) == fingerprint(OfStrict)


def test_objects_that_compare_to_something_odd():
    """A `==` that raises, or gives no truth, means not equal."""

    class Odd(Hashed):
        __hash__ = Hashed.__hash__

        def __eq__(self, other: object) -> Any:
            return Raising()

    value = Odd(1, 1)
    assert fingerprint(value) == fingerprint(value)
    assert fingerprint(value) != fingerprint(Odd(1, 1))


def test_a_released_memoryview_is_itself():
    """There is nothing in it any more."""
    view = memoryview(b"abc")
    before = fingerprint(view)
    assert fingerprint(memoryview(b"abc")) == before
    assert fingerprint(memoryview(b"abcdef")[::2]) == fingerprint(memoryview(b"ace"))
    view.release()
    assert fingerprint(view) == fingerprint(view) != before


@pytest.mark.parametrize(
    "make",
    [
        lambda: bytearray(50_000_000),
        lambda: [*range(5_000_000)],
        lambda: array("d", [0.5]) * 5_000_000,
        lambda: ["a" * 10_000_000, b"b" * 10_000_000] * 2,
        lambda: "a" * 50_000_000,
    ],
    ids=["bytearray", "list", "array", "texts", "text"],
)
def test_a_large_value_takes_little_memory(make):
    """It is read in parts: less than a fifth of its size is needed beside it."""
    value = make()
    tracemalloc.start()
    try:
        fingerprint(value)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_its_size_does_not_depend_on_the_value():
    """Nothing of a value that is only content is held."""
    value = [Plain([number]) for number in range(1000)]
    gone = weakref.ref(value[0])
    found = fingerprint(value)
    del value
    assert gone() is None
    assert found == fingerprint([Plain([number]) for number in range(1000)])


def test_texts_are_told_apart_wherever_a_key_ends():
    """Also where the two together read the same."""
    many = {f"key {number}": "text" for number in range(200)}
    alike = [
        {"a\0b": "c", "x": "y"},
        {"a": "b\0c", "x": "y"},
        {"a": "b\0c", "x\0y": ""},
        {"a": "b\0y", "x": "c"},
        {"a": "y", "x": "b\0c"},
    ]
    assert len({fingerprint({**many, **pairs}) for pairs in alike}) == len(alike)
    assert fingerprint({**many, "a": "b\0c"}) == fingerprint({"a": "b\0c", **dict(reversed(many.items()))})
