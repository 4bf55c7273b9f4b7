"""Lists and tuples in their order, dicts and sets whatever theirs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice, repeat
from marshal import dumps
from typing import Any

from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Adding, Reading
from desktop_app.state.content.seal import FORMAT, SCALARS, Seal, dumped, packed, scalar, seal

_PART = 1 << 16  # what is long is read in parts of this length, each a short-lived copy
_FEW = 100
_END = "\x00"
_SORTED_IN_C: tuple[set[type], ...] = (set(), {str}, {int}, {bytes})


def flat(value: Any) -> bytes | None:
    """Return the code of a builtin container that is not large and holds only scalars; None for any other value."""
    kind = type(value)
    if kind is list or kind is tuple:
        if len(value) <= _PART and (part := packed(value[:])) is not None:
            return seal(kind.__name__.encode(), b"flat", part)
    elif kind is dict and len(value) <= _PART:
        if len(value) > _FEW:
            return _any_order(value)
        if (keys := _sorted(value)) is not None and (part := packed([*keys, *map(value.get, keys)])) is not None:
            return seal(b"dict", b"flat", part)
    return None


def _any_order(value: dict[Any, Any]) -> bytes | None:
    """Return the code of a dict of scalars without sorting it; None if there are others.

    To bring ten thousand texts into order takes longer than all the rest. Python's hash of bytes and texts has 64 bits
    and a secret key in every process (SipHash), so sums over different sets of them differ as 64-bit digests do. The
    hash of a tuple is none of that kind: two pairs often have the sum of the same two with their values exchanged.
    """
    kinds = set(map(type, value)) | set(map(type, value.values()))
    if not kinds <= SCALARS:
        return None
    if kinds == {str} and _END not in "".join(value):  # so a pair joined by it tells where its key ends
        return seal(b"dict", b"texts", dumped([len(value), sum(map(hash, map(_END.join, value.items())))]))
    try:
        total = sum(map(hash, map(dumps, value.items(), repeat(FORMAT))))
    except ValueError:  # a text of more than 2 GB
        return None
    return seal(b"dict", b"sum", dumped([len(value), total]))


def read_list(value: Any, held: Held) -> Reading:
    """Read a list, tuple or deque, or a class derived from one of them."""
    made = Seal(_tag(value, held))
    yield from in_order(value if isinstance(value, list | tuple) else list(value), made)
    return made.code()


def read_dict(value: dict[Any, Any], held: Held) -> Reading:
    """Read a dict, whatever its order."""
    made = Seal(_tag(value, held))
    keys = _sorted(dict.keys(value))
    if keys is not None:
        made.add(b"sorted")
        yield from in_order(keys, made)
        yield from in_order([dict.get(value, key) for key in keys], made)
    else:
        yield from _pairs(list(dict.items(value)), made)
    return made.code()


def read_ordered_dict(value: dict[Any, Any], held: Held) -> Reading:
    """Read an OrderedDict, which is one for its order's sake."""
    made = Seal(_tag(value, held))
    keys = list(value)
    yield from in_order(keys, made)
    yield from in_order([dict.get(value, key) for key in keys], made)
    return made.code()


def read_set(value: Collection[Any], held: Held) -> Reading:
    """Read a set or frozenset, or another class that is a Set."""
    made = Seal(_tag(value, held))
    items = list(value)
    ordered = _sorted(items)
    if ordered is not None:
        made.add(b"sorted")
        yield from in_order(ordered, made)
    else:
        codes = []
        for item in items:
            codes.append(scalar(item) if type(item) in SCALARS else (yield item))
        codes.sort()
        made.add(dumped(codes))
    return made.code()


def read_mapping(value: Mapping[Any, Any], held: Held) -> Reading:
    """Read a Mapping that is no dict."""
    made = Seal(_tag(value, held))
    yield from _pairs(list(value.items()), made)
    return made.code()


def read_sequence(value: Sequence[Any], held: Held) -> Reading:
    """Read a Sequence that is no list; one without an end is read up to its length."""
    made = Seal(_tag(value, held))
    yield from in_order(list(islice(value, len(value))), made)
    return made.code()


def read_range(value: range, held: Held) -> Reading:
    """Read a range by its three numbers."""
    yield from ()
    return seal(b"range", dumped((value.start, value.stop, value.step)))


def in_order(items: Sequence[Any], made: Seal) -> Adding:
    """Add a list or tuple to a code, those of its parts that hold only scalars at once."""
    slices: Callable[[slice], Any] = (list if isinstance(items, list) else tuple).__getitem__.__get__(items)
    for start in range(0, max(1, len(items)), _PART):
        part = slices(slice(start, start + _PART))
        if (flat_part := packed(part)) is not None:
            made.add(b"flat")
            made.add(flat_part)
            continue
        codes = []
        for item in part:
            codes.append(scalar(item) if type(item) in SCALARS else (yield item))
        made.add(b"nested")
        made.add(dumped(codes))


def _pairs(items: list[tuple[Any, Any]], made: Seal) -> Adding:
    codes = []
    for key, item in items:
        code = scalar(key) if type(key) in SCALARS else (yield key)
        codes.append((code, scalar(item) if type(item) in SCALARS else (yield item)))
    codes.sort()
    made.add(b"pairs")
    made.add(dumped(codes))


def _sorted(keys: Iterable[Any]) -> list[Any] | None:
    """Return scalars in an order that depends on nothing but them; None if there are others."""
    kinds = set(map(type, keys))
    if kinds in _SORTED_IN_C:
        return sorted(keys)
    return sorted(keys, key=dumped) if kinds <= SCALARS else None


def _tag(value: Any, held: Held) -> bytes:
    kind = type(value)
    return kind.__name__.encode() if kind in _BUILTIN else held.itself(kind)


_BUILTIN = frozenset({list, tuple, dict, set, frozenset, deque})
