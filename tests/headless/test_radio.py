"""Radio: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp

CHOICES = ["a", ("B", 2), 1.5, "😀", "שלום"]


@pytest.mark.parametrize("value", ["zz", "B", 3, True, ["a"], {"a": 1}, 1e400, ""])
def test_only_a_choice_comes_from_the_page(value):
    """Anything else cannot have been chosen."""
    with pytest.raises(ValueError, match=r".+"):
        gr.Radio(CHOICES).accept(value)


@pytest.mark.parametrize("value", ["zz", "B", ["a"], {"a": 1}, object(), float("nan"), True])
def test_what_is_no_choice_is_not_chosen(value, caplog):
    """Nothing is, and the log says so."""
    assert gr.Radio([*CHOICES, 1], label="R").to_page(value) is None
    assert "is not among its choices, so it is not chosen" in caplog.text


@pytest.mark.parametrize("choices", ["abc", 3, {"a": 1}, [None], [("a", "b", "c")], [["a", []]], [float("inf")]])
def test_choices_are_values_or_pairs(choices):
    """Anything else is refused where it is declared."""
    with pytest.raises(DeclarationError, match=r"Radio\(choices"):
        gr.Radio(choices)


def test_choices_keep_their_types():
    """A number comes back as it was declared, though a page has only one kind of number; True is not 1."""
    radio = gr.Radio([1, 2.0, True])
    assert radio.accept(2) == 2.0
    assert type(radio.accept(2)) is float
    assert radio.accept(True) is True
    assert type(radio.to_page(1.0)) is int


@pytest.mark.parametrize(
    ("kind", "value", "got"), [("value", 2, 2), ("index", 2, 1), ("value", None, None), ("index", None, None)]
)
def test_handlers_get_the_value_or_its_place(kind, value, got):
    """None for none, whatever the type."""
    assert gr.Radio(CHOICES, type=kind).preprocess(value) == got


def test_no_choices_are_no_error():
    """It is empty until a handler gives it some."""
    assert gr.Radio().to_page(None) is None
    assert gr.Radio().choices == []


def test_a_choice_that_is_gone_is_not_chosen():
    """Handlers get None, and the choices and the value can change together."""
    heard = []
    with gr.Blocks() as demo:
        radio = gr.Radio(["a", "b"], value="a", label="R")
        gr.Button("Other").click(lambda: gr.Radio(choices=["c", "d"]), outputs=radio)
        gr.Button("Both").click(lambda: gr.Radio(choices=["e", "f"], value="f"), outputs=radio)
        gr.Button("Tell").click(heard.append, radio)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for name in ("Tell", "Other", "Tell", "Both", "Tell"):
            window.click(name)
        assert heard == ["a", None, "f"]


def test_its_events():
    """`change`, `input` and `select` are told with what happened."""
    heard = []

    def selected(event: gr.SelectData) -> None:
        heard.append((event.index, event.value))

    with gr.Blocks() as demo:
        radio = gr.Radio(["a", "b"], label="R", info="Help", rtl=True, show_label=False)
        radio.change(lambda v: heard.append(("change", v)), radio)
        radio.input(lambda v: heard.append(("input", v)), radio)
        radio.select(selected)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("R", "b")
        window.trigger("R", "select", {"index": 1, "value": "b"})
        assert sorted(heard, key=str) == [("change", "b"), ("input", "b"), (1, "b")]
        assert window.property("R", "rtl") is True


@pytest.mark.parametrize(
    "data", [None, "a", {}, {"index": 9}, {"index": -1}, {"index": True}, {"index": 0, "selected": 1}]
)
def test_a_selection_the_page_could_not_have_made_is_refused(data):
    """It names a choice; the value is the declared one, whatever the page says."""
    radio = gr.Radio(CHOICES)
    assert radio.event_data("select", {"index": 1, "value": "lie"}) == {"index": 1, "value": 2, "selected": True}
    with pytest.raises(ValueError, match="names no choice"):
        radio.event_data("select", data)
