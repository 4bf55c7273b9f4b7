"""Typed state, in all three scopes."""

from __future__ import annotations

import logging

import pydantic
import pytest

import desktop_app as gr
from desktop_app.state.store import Entry
from desktop_app.testing import HeadlessApp


class Cart(pydantic.BaseModel):
    """A model to hold."""

    items: list[str] = []
    count: int = 0


SCOPES = {
    "session": lambda **options: gr.State(Cart(), **options),
    "global": lambda **options: gr.GlobalState(Cart(), **options),
    "stored": lambda **options: gr.GlobalState(Cart(), persist=True, **options),
    "browser": lambda **options: gr.BrowserState(Cart(), **options),
}


def cart_app(scope, handler):
    """An app whose Go button runs `handler` on a typed state; it notes the changes."""
    changes = []
    with gr.Blocks(app_id="typed") as demo:
        demo.state = SCOPES[scope]()
        gr.Button("Go").click(handler, demo.state, demo.state)
        demo.state.change(changes.append, demo.state)
    return demo, changes


@pytest.mark.parametrize("scope", SCOPES)
def test_handlers_get_the_model(scope):
    """What they return may be the model or data for it; it is validated either way."""
    kinds = []

    def add(cart):
        kinds.append(type(cart))
        return {"items": [*cart.items, "x"], "count": str(cart.count + 1)}

    demo, changes = cart_app(scope, add)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        window.click("Go")
        assert window.value(demo.state) == Cart(items=["x", "x"], count=2)
    assert kinds == [Cart, Cart]
    assert [change.count for change in changes] == [1, 2]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("how", ["other", "data", "in place"])
def test_an_invalid_write_changes_nothing(scope, how, caplog):
    """The user reads what is wrong, no change fires, and the state is as it was."""

    def spoil(cart):
        if how == "in place":
            cart.count = "many"
            return cart
        return {"count": "many"} if how == "data" else 5

    demo, changes = cart_app(scope, spoil)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert len(window.toasts) == 1
        assert "cannot hold" in window.toasts[0]
        assert window.value(demo.state) == Cart()
    assert changes == []


@pytest.mark.parametrize("make", [gr.State, gr.GlobalState, gr.BrowserState])
def test_a_type_can_be_given(make):
    """`type=` takes any type that pydantic knows, and the default has to be of it."""
    assert make([1], type=list[int]) is not None
    with pytest.raises(gr.DeclarationError, match="valid integer"):
        make(["x"], type=list[int])


def test_update_validates():
    """`set` and `update` raise where they are called."""
    state = gr.GlobalState(0, type=int)
    with pytest.raises(ValueError, match="valid integer"):
        state.set("x")
    with pytest.raises(ValueError, match="valid integer"):
        state.update(lambda n: "x")
    assert state.value == 0


@pytest.mark.parametrize("scope", ["stored", "browser"])
def test_a_stored_value_is_read_as_its_model(scope, tmp_path):
    """At the next start handlers get the model again."""
    demo, _ = cart_app(scope, lambda cart: Cart(items=["kept"], count=1))
    with HeadlessApp(demo, storage=tmp_path) as app:
        app.open_window().click("Go")
        app.restart()
        assert app.open_window().value(demo.state) == Cart(items=["kept"], count=1)


def start_with(entry, state, caplog):
    """Start an app whose store holds `entry`, and return the state's value and what the store holds then."""
    with gr.Blocks(app_id="typed") as demo:
        made = state()
    app = HeadlessApp(demo)
    app.close()
    app._memory.update("global:k", lambda _: entry)
    app._app = app._start()
    with app:
        window = app.open_window()
        return window.value(made), dict(app._memory._entries)


def test_migrations_bring_an_old_value_forward(caplog):
    """Each step gets the data that the one before it made."""
    value, _ = start_with(
        Entry('{"things":"a,b"}', 3, 1),
        lambda: gr.GlobalState(
            Cart(), key="k", persist=True, version=3,
            migrations={1: lambda d: {"items": d["things"].split(",")}, 2: lambda d: {**d, "count": len(d["items"])}},
        ),
        caplog,
    )  # fmt: skip
    assert value == Cart(items=["a", "b"], count=2)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (Entry("{broken", 3, 1), "it is not JSON"),
        (Entry('{"count":"many"}', 3, 1), "it is not of the declared type (count: Input should be a valid integer"),
        (Entry("{}", 3, 7), "it is of version 7, newer than 1"),
    ],
)
def test_what_cannot_be_read_is_kept_aside(entry, why, caplog):
    """The default is used, a warning names the key, and the old text stays under a name of its own."""
    with caplog.at_level(logging.WARNING):
        value, kept = start_with(entry, lambda: gr.GlobalState(Cart(), key="k", persist=True), caplog)
    assert value == Cart()
    assert "GlobalState 'k'" in caplog.text
    assert why in caplog.text
    assert kept[f"global:k (version {entry.version}, revision 3)"].text == entry.text


def test_a_failing_migration_keeps_the_value_aside(caplog):
    """An error of the author's function is named, and the old value is kept."""
    value, kept = start_with(
        Entry("1", 3, 1),
        lambda: gr.GlobalState(0, key="k", persist=True, version=2, migrations={1: lambda d: d["x"]}),
        caplog,
    )
    assert value == 0
    assert "its migration from version 1 failed (TypeError" in caplog.text
    assert kept["global:k (version 1, revision 3)"].text == "1"


def test_a_missing_migration_is_said_where_the_state_is_declared():
    """Every version from the oldest on needs its step."""
    with pytest.raises(gr.DeclarationError, match="needs migrations for each version"):
        gr.GlobalState(0, persist=True, version=3, migrations={1: lambda d: d})
    with pytest.raises(gr.DeclarationError, match="needs migrations"):
        gr.GlobalState(0, persist=True, version=1, migrations={1: lambda d: d})
