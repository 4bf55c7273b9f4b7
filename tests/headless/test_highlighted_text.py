"""HighlightedText: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing import HeadlessApp


def tokens(text, **options):
    """Return the parts that are shown, as pairs."""
    shown = gr.HighlightedText(**options).to_page(text)
    return None if shown is None else [(token["token"], token["class_or_confidence"]) for token in shown]


@pytest.mark.parametrize(
    "value",
    [
        "abc",
        5,
        [("a",)],
        [(1, "a")],
        [("a", object())],
        [("a", float("nan"))],
        ["ab"],
        {"text": "a"},
        {"entities": []},
        {"text": 1, "entities": []},
        {"text": "a", "entities": [{"start": "x", "end": 1}]},
    ],
)
def test_it_cannot_show_everything(value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match="HighlightedText 'H' cannot show "):
        gr.HighlightedText(label="H").to_page(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ([], []),
        ([("a", "X"), ["b", None], ("😀", 0.5), ("c", 1)], [("a", "X"), ("b", None), ("😀", 0.5), ("c", 1.0)]),
        ([{"token": "a", "class_or_confidence": "X"}], [("a", "X")]),
        ({"text": "abc", "entities": []}, [("abc", None)]),
        (
            {
                "text": "Hello world",
                "entities": [{"entity_group": "X", "start": 6, "end": 11}, {"entity": "Y", "start": 0, "end": 5}],
            },
            [("", None), ("Hello", "Y"), (" ", None), ("world", "X"), ("", None)],
        ),
        (
            {"text": "Hello", "entities": [{"entity": "X", "start": 0, "end": 99}]},
            [("", None), ("Hello", "X"), ("", None)],
        ),
        (
            {
                "text": "Hello",
                "entities": [{"entity": "X", "start": 0, "end": 3}, {"entity": "Y", "start": 2, "end": 5}],
            },
            [("", None), ("Hel", "X"), ("", None), ("lo", "Y"), ("", None)],
        ),
    ],
)
def test_it_takes_pairs_or_entities(value, shown):
    """Nothing of the text is lost or there twice."""
    assert tokens(value) == shown


def test_neighbours_can_become_one():
    """Of the same mark, with what is to stand between them."""
    text = [("a", "X"), ("b", "X"), ("", None), ("c", None), ("d", None), ("e", 1)]
    combined = [("a-b", "X"), ("c-d", None), ("e", 1.0)]
    assert tokens(text, combine_adjacent=True, adjacent_separator="-") == combined


def test_handlers_get_what_they_can_return():
    """A list of dicts, which shows the same again."""
    component = gr.HighlightedText()
    got = component.preprocess(component.to_page([("a", "X"), ("b", None)]))
    assert got == [{"token": "a", "class_or_confidence": "X"}, {"token": "b", "class_or_confidence": None}]
    assert component.to_page(got) == got
    assert component.preprocess(None) is None


@pytest.mark.parametrize("options", [{"color_map": {"a": 5}}, {"color_map": "red"}, {"buttons": ["copy"]}])
def test_what_makes_no_sense_is_refused(options):
    """Where it is declared."""
    with pytest.raises(DeclarationError, match="HighlightedText"):
        gr.HighlightedText(**options)


def test_its_events_and_properties():
    """`change` follows a handler, `select` tells the part, and properties can be changed."""
    heard = []

    def select(event: gr.SelectData) -> None:
        heard.append((event.index, event.value))

    with gr.Blocks() as demo:
        text = gr.HighlightedText([("a", "X")], label="H", color_map=None, show_whitespaces=False)
        text.change(lambda value: heard.append(value[0]["token"]), text)
        text.select(select)
        gr.Button("Go").click(lambda: gr.HighlightedText(value=[("b", "Y")], rtl=True, show_legend=True), outputs=text)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.property("H", "color_map") == {}
        window.trigger("H", "select", {"index": 0, "value": ["a", "X"]})
        window.click("Go")
        assert heard == [(0, ["a", "X"]), "b"]
        assert window.property("H", "rtl") is True
        assert window.property("H", "show_legend") is True


def test_it_can_be_selected_also_where_only_listeners_write_it():
    """It is not there to be filled in, so nothing forbids it."""
    heard = []
    with gr.Blocks() as demo:
        result = gr.HighlightedText([("x", "y")], label="Result")
        gr.Button("Go").click(lambda: [("x", "y")], outputs=result)
        result.select(lambda: heard.append("selected"))
    with HeadlessApp(demo) as app:
        app.open_window().trigger("Result", "select", {"index": 0, "value": "x"})
    assert heard == ["selected"]


def test_the_user_marks_parts():
    """Handlers hear of it by `input` and `change`, and get what is marked now."""
    heard = []
    with gr.Blocks() as demo:
        text = gr.HighlightedText([("Ada lived", None)], label="Text", interactive=True)
        text.input(lambda value: heard.append(("input", value)), text)
        text.change(lambda value: heard.append(("change", value)), text)
    marked = [
        {"token": "Ada", "class_or_confidence": "person"},
        {"token": " lived", "class_or_confidence": None},
    ]
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Text", marked)
        assert sorted(heard, key=lambda each: each[0]) == [("change", marked), ("input", marked)]
        for wrong in (
            None,
            "Ada",
            [["Ada", "person"]],
            [{"token": "Ada"}],
            [{"token": 1, "class_or_confidence": None}],
        ):
            window.set("Text", wrong)
            assert window.session.values[text] in (marked, [])


@pytest.mark.parametrize("interactive", [None, False])
def test_nobody_else_marks_parts(interactive):
    """Only where it says so; parts can be chosen all the same."""
    with gr.Blocks() as demo:
        text = gr.HighlightedText([("Ada", "x")], label="Text", interactive=interactive)
        gr.Button("Go").click(lambda _: None, text)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        with pytest.raises(AssertionError, match="disabled"):
            window.set("Text", [])
        window.page.edit(window.page.nodes[text.id], [])
        window.click("Go")
        assert window.session.values[text] == [{"token": "Ada", "class_or_confidence": "x"}]
