"""What counts as a change of an array or a frame."""

from __future__ import annotations

import copy
import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

from desktop_app.state.fingerprint import fingerprint

RECORDS = np.dtype([("a", "i1"), ("b", "f8")], align=True)


def array(values: Any, dtype: Any = None) -> Any:
    """Make an array."""
    return np.array(values, dtype)


def put(place: Any, item: Any) -> Any:
    """Return a change that writes an item."""
    return lambda value: value.__setitem__(place, item)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        (array([1, 2]), put(0, 3)),
        (array([[1.5, 2.5], [3.5, 4.5]]), put((1, 1), 0)),
        (array([[1.5, 2.5], [3.5, 4.5]], "f4").T, put((1, 1), 0)),
        (np.zeros((3000, 1000))[:, ::2], put((2999, 499), 1)),
        (array(1), put((), 2)),
        (array(["a", "b"]), put(0, "c")),
        (
            array(["a", "b"], np.dtypes.StringDType()) if hasattr(np.dtypes, "StringDType") else array(["a"]),
            put(0, "c"),
        ),
        (array([[1], "b"], object), lambda v: v[0].append(2)),
        (array(["2020-01-01", "NaT"], "M8[D]"), put(1, np.datetime64("2020-01-02"))),
        (array([True, False]), put(0, False)),
        (array([1, 2], "longdouble"), put(0, 3)),
        (array([1j, 2], "clongdouble"), put(0, 3)),
        (array([(1, 2.0)], RECORDS), put(0, (1, 3.0))),
        (np.ma.array([1, 2], mask=[0, 0]), put(0, np.ma.masked)),
        ([np.float64(1), np.int8(2)], put(0, np.float64(2))),
        ([np.datetime64("2020-01-01")], put(0, np.datetime64("2020-01-01T00"))),
        ([array([(1, 2.0)], RECORDS)[0]], put(0, array([(1, 3.0)], RECORDS)[0])),
        ([np.longdouble(1)], put(0, np.longdouble(2))),
        (array([]), lambda v: v.resize(1, refcheck=False)),
    ],
)
def test_an_array_goes_by_its_elements(value, change):
    """A copy has the same fingerprint, an array with another element another."""
    before = fingerprint(value)
    assert fingerprint(copy.deepcopy(value)) == before
    change(value)
    assert fingerprint(value) != before


def test_shape_and_dtype_are_content():
    """The layout in memory is not."""
    values = [
        *(array([1, 2, 3, 4]), array([[1, 2], [3, 4]]), array([[1, 2, 3, 4]]), array([1, 2, 3, 4], "i4")),
        *(array([]), array([], "i4"), array([[]]), np.zeros((0, 2)), np.int64(1), np.float64(1), array(1), array([1])),
        *(np.timedelta64(1, "s"), np.timedelta64(1, "m"), array([1], "m8[s]"), array([1], "m8[m]"), array([1], ">i8")),
        *(np.bool_(True), np.str_("a"), np.bytes_(b"a"), 1, 1.0, array([1], object), array([1.0], object)),
    ]
    assert len({fingerprint(value) for value in values}) == len(values)
    plain = np.arange(6_000_000.0).reshape(2000, 3000)
    assert fingerprint(np.asfortranarray(plain)) == fingerprint(plain)
    assert fingerprint(np.repeat(plain, 2, axis=1)[:, ::2]) == fingerprint(plain)
    assert fingerprint(np.broadcast_to(array([1, 2]), (2, 2))) == fingerprint(array([[1, 2], [1, 2]]))


def test_bytes_between_fields_mean_nothing():
    """What is in the gaps of records is no content."""
    one, other = np.zeros(2, RECORDS), np.frombuffer(b"\0" + b"x" * 7 + bytes(8), RECORDS).repeat(2)
    assert fingerprint(one) == fingerprint(other)


def frames() -> dict[str, Any]:
    """Return one column for each way that pandas keeps values."""
    return {
        "int": [1, 2],
        "float": [1.5, None],
        "text": ["a", "b"],
        "mixed": pd.Series([1, "a"], dtype=object),
        "lists": pd.Series([[1], [2]], dtype=object),
        "bool": [True, False],
        "time": pd.to_datetime(["2020-01-01", "2020-01-02"]),
        "zone": pd.to_datetime(["2020-01-01", None]).tz_localize("Europe/Berlin"),
        "delta": pd.to_timedelta([1, 2], unit="s"),
        "period": pd.period_range("2020-01", periods=2, freq="M"),
        "category": pd.Categorical(["a", None], categories=["a", "b"]),
        "nullable": pd.array([1, None], dtype="Int64"),
        "nullable float": pd.array([1.5, None], dtype="Float64"),
        "nullable bool": pd.array([True, None], dtype="boolean"),
        "string": pd.array(["a", None], dtype="string"),
        "interval": pd.interval_range(0, 2),
        "sparse": pd.arrays.SparseArray([0, 1]),
    }


OTHER_ITEMS = {
    "int": 3,
    "float": 2.5,
    "text": "c",
    "mixed": "b",
    "lists": [3],
    "bool": False,
    "time": pd.Timestamp("2021-01-01"),
    "zone": pd.Timestamp("2021-01-01", tz="Europe/Berlin"),
    "delta": pd.Timedelta(5, "s"),
    "period": pd.Period("2021-01", "M"),
    "category": "b",
    "nullable": 5,
    "nullable float": 0.5,
    "nullable bool": False,
    "string": "c",
    "interval": pd.Interval(1, 2),
}


@pytest.mark.parametrize("column", frames())
def test_a_column_of_any_dtype_goes_by_its_values(column):
    """As a series, in a frame and as an index; one missing value is content too."""
    series = pd.Series(frames()[column], name="a")
    for make in (lambda s: s, lambda s: s.to_frame(), lambda s: s.array, *([pd.Index] if column != "lists" else [])):
        before = fingerprint(make(series))
        assert fingerprint(copy.deepcopy(make(series))) == before
        if column in OTHER_ITEMS:
            changed = series.copy()
            changed.iat[0] = OTHER_ITEMS[column]
            assert fingerprint(make(changed)) != before
        assert fingerprint(make(series.iloc[::-1])) != before
        assert fingerprint(make(series.iloc[:1])) != before


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.__setitem__("added", 1),
        lambda frame: frame.insert(0, "added", 1),
        lambda frame: frame.drop(columns="int"),
        lambda frame: frame.rename(columns={"int": "number"}),
        lambda frame: frame.__setitem__("int", frame["int"].astype("int32")),
        lambda frame: frame.__setattr__("index", pd.Index([5, 6])),
        lambda frame: frame.index.set_names("name", inplace=True),
        lambda frame: frame.columns.set_names("name", inplace=True),
        lambda frame: frame.sort_index(ascending=False),
        lambda frame: frame.set_index(["int", "text"]),
        lambda frame: frame["lists"].iloc[0].append(2),
        lambda frame: frame.attrs.update(source="here"),
        lambda frame: frame.iloc.__setitem__((1, 0), 5),
        lambda frame: frame.loc.__setitem__(2, frame.loc[0]),
        lambda frame: frame.__setitem__("category", frame["category"].cat.as_ordered()),
        lambda frame: frame.__setitem__("category", frame["category"].cat.add_categories("c")),
    ],
)
def test_a_change_of_a_frame_is_seen(change):
    """Values, dtypes, index, names; in place or in a copy."""
    frame = pd.DataFrame(frames())
    before = fingerprint([frame])
    assert fingerprint([frame.copy()]) == before
    assert fingerprint([pd.DataFrame(frames())]) == before
    changed = change(frame)
    assert fingerprint([frame if changed is None else changed]) != before


def test_how_a_frame_keeps_its_blocks_is_no_content():
    """A frame put together column by column is the one made at once; columns may share a name."""
    numbers = np.arange(6.0).reshape(3, 2)
    made = pd.DataFrame(index=pd.RangeIndex(3))
    made["a"], made["b"] = numbers[:, 0], numbers[:, 1]
    assert fingerprint(made) == fingerprint(pd.DataFrame(numbers, columns=["a", "b"]))
    assert fingerprint(pd.DataFrame(numbers, columns=["a", "a"])) != fingerprint(
        pd.DataFrame(numbers[:, ::-1], columns=["a", "a"])
    )
    levels = pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["x", "y"])
    assert fingerprint(levels) == fingerprint(levels.copy())
    assert fingerprint(levels[:3]) == fingerprint(levels[:3].remove_unused_levels()) != fingerprint(levels)


def test_reading_a_frame_leaves_nothing_behind():
    """A handler can go on writing it in place."""
    numbers = np.zeros((2, 2))
    frame = pd.DataFrame(numbers, copy=False)
    fingerprint(frame)
    frame.iloc[0, 0] = 1
    assert numbers[0, 0] == 1


POLARS = {
    "int": ([1, 2], [1, 3], None),
    "nullable": ([1, None], [1, 0], None),
    "float": ([1.5, float("nan")], [1.5, None], None),
    "text": (["a", "b"], ["a", "c"], None),
    "bool": ([True, None], [True, False], None),
    "time": ([0, 1], [0, 2], pl.Datetime("us", "Europe/Berlin")),
    "date": ([0, 1], [0, None], pl.Date),
    "category": (["a", "b"], ["b", "a"], pl.Categorical),
    "enum": (["a", "b"], ["b", "a"], pl.Enum(["a", "b"])),
    "decimal": (["1.0", "2.0"], ["1.0", "3.0"], pl.Decimal(9, 2)),
    "list": ([[1], [2]], [[1], [3]], None),
    "struct": ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 3}], None),
    "object": ([{1}, {2}], [{1}, {3}], pl.Object),
    "binary": ([b"a", b"b"], [b"a", b"c"], None),
    "null": ([None, None], [None], None),
}


@pytest.mark.parametrize("kind", POLARS)
def test_a_polars_column_goes_by_its_values(kind):
    """Alone and in a frame, however it is kept in memory."""
    values, others, dtype = POLARS[kind]

    def made(items: Any) -> pl.Series:
        return (
            pl.Series("a", items).cast(dtype) if kind in {"time", "date", "decimal"} else pl.Series("a", items, dtype)
        )

    for make in (lambda s: s, lambda s: s.to_frame()):
        before = fingerprint(make(made(values)))
        assert fingerprint(make(made(values))) == before
        assert fingerprint(make(made(values).clone())) == before
        assert fingerprint(make(made(others))) != before
        assert fingerprint(make(made(values).alias("b"))) != before
        assert fingerprint(make(made(values).head(1))) != before
        if kind != "object":
            in_two = (
                pl.concat([made(values[:1]), made(values[1:])], rechunk=False)
                if kind not in {"nullable", "date"}
                else made(values)
            )
            assert fingerprint(make(in_two.cast(made(values).dtype))) == before


def test_a_polars_frame_goes_by_its_columns():
    """Their order, names and dtypes; a changed cell in place is seen."""
    frame = pl.DataFrame({"a": [1, 2], "b": [1.0, 2.0]})
    before = fingerprint(frame)
    assert fingerprint(frame.clone()) == before
    assert fingerprint(frame.select("b", "a")) != before
    assert fingerprint(frame.cast({"a": pl.Int32})) != before
    frame[0, "a"] = 5
    assert fingerprint(frame) != before


def test_the_package_imports_none_of_them():
    """Nor do they have to be there for a fingerprint of anything else."""
    program = (
        "import sys; from desktop_app.state.fingerprint import fingerprint; fingerprint([{1: 'a'}]);"
        "import desktop_app; print(sorted({'numpy', 'pandas', 'polars'} & sys.modules.keys()))"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"
