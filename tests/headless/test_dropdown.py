"""Dropdown: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing import HeadlessApp

CHOICES = ["a", ("B", 2), "c"]


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ({}, "zz"),
        ({}, "B"),
        ({}, ["a"]),
        ({}, {"a": 1}),
        ({"multiselect": True}, "a"),
        ({"multiselect": True}, ["zz"]),
        ({"multiselect": True}, ["a", "a"]),
        ({"multiselect": True, "max_choices": 1}, ["a", "c"]),
        ({"allow_custom_value": True}, ["a"]),
        ({"allow_custom_value": True, "multiselect": True}, [["a"]]),
        ({"allow_custom_value": True, "multiselect": True}, ["x", "x"]),
    ],
)
def test_only_what_can_be_chosen_comes_from_the_page(options, value):
    """Anything else cannot have been chosen or typed."""
    with pytest.raises(ValueError, match=r".+"):
        gr.Dropdown(CHOICES, **options).accept(value)


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ({"multiselect": True, "max_choices": 1}, ["a", "c"]),
        ({"allow_custom_value": True}, {"a": 1}),
    ],
)
def test_it_cannot_show_everything(options, value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match=r"Dropdown 'D' cannot show .+: .+"):
        gr.Dropdown(CHOICES, label="D", **options).to_page(value)


@pytest.mark.parametrize(
    ("options", "value", "shown"),
    [
        ({}, "zz", None),
        ({}, ["a"], None),
        ({}, object(), None),
        ({}, float("nan"), None),
        ({"multiselect": True}, ["a", "zz"], ["a"]),
        ({"multiselect": True}, "zz", []),
    ],
)
def test_what_is_no_choice_is_not_chosen(options, value, shown, caplog):
    """The log says so."""
    assert gr.Dropdown(CHOICES, label="D", **options).to_page(value) == shown
    assert "Dropdown 'D': " in caplog.text
    assert "is not among its choices, so it is not chosen" in caplog.text


@pytest.mark.parametrize(
    ("options", "value", "shown"),
    [
        ({}, None, None),
        ({}, 2, 2),
        ({"multiselect": True}, None, None),
        ({"multiselect": True}, "a", ["a"]),
        ({"multiselect": True}, ("c", 2), ["c", 2]),
        ({"multiselect": True}, [], []),
        ({"allow_custom_value": True}, "own", "own"),
        ({"allow_custom_value": True}, 2.0, 2),
        ({"allow_custom_value": True, "multiselect": True}, ["own", 2], ["own", 2]),
    ],
)
def test_it_shows_a_choice_or_several(options, value, shown):
    """One is a list of one where several can be chosen."""
    assert gr.Dropdown(CHOICES, **options).to_page(value) == shown


@pytest.mark.parametrize(
    ("options", "value", "got"),
    [
        ({}, None, None),
        ({}, 2, 2),
        ({}, "gone", None),
        ({"type": "index"}, 2, 1),
        ({"type": "index"}, None, None),
        ({"multiselect": True}, ["c", "gone", 2], ["c", 2]),
        ({"multiselect": True, "type": "index"}, ["c", 2], [2, 1]),
        ({"multiselect": True}, None, None),
        ({"allow_custom_value": True}, "own", "own"),
        ({"allow_custom_value": True, "type": "index"}, "own", None),
        ({"allow_custom_value": True, "type": "index", "multiselect": True}, ["a", "own"], [0, None]),
    ],
)
def test_handlers_get_values_or_places(options, value, got):
    """A text of the user's own has no place, and what is no choice any more is not chosen."""
    assert gr.Dropdown(CHOICES, **options).preprocess(value) == got


@pytest.mark.parametrize(
    ("choices", "options", "value"),
    [
        (CHOICES, {}, "a"),
        ([("B", 2)], {}, 2),
        ([], {}, None),
        (None, {}, None),
        (CHOICES, {"value": None}, None),
        (CHOICES, {"multiselect": True}, []),
        (CHOICES, {"value": "c", "multiselect": True}, ["c"]),
        (CHOICES, {"value": lambda: 2}, 2),
    ],
)
def test_it_starts_with_its_first_choice(choices, options, value):
    """Unless it is told otherwise, or several can be chosen."""
    with gr.Blocks() as demo:
        gr.Dropdown(choices, label="D", **options)
    with HeadlessApp(demo) as app:
        assert app.open_window().value("D") == value


@pytest.mark.parametrize(
    "options",
    [{"max_choices": 2}, {"allow_custom_value": True, "filterable": False}],
    ids=["max_choices", "filterable"],
)
def test_what_has_no_effect_is_said(options):
    """A warning names it."""
    with pytest.warns(UserWarning, match="has no effect with"):
        gr.Dropdown(CHOICES, **options)


@pytest.mark.parametrize("options", [{"max_choices": 0, "multiselect": True}, {"type": "label"}, {"choices": "abc"}])
def test_what_makes_no_sense_is_refused(options):
    """Where it is declared."""
    with pytest.raises(DeclarationError, match="Dropdown"):
        gr.Dropdown(**options)


def test_an_update_of_the_choices_leaves_the_value():
    """A value that is among the new ones stays; otherwise handlers get None until there is another."""
    heard = []
    with gr.Blocks() as demo:
        city = gr.Dropdown(["a", "b"], value="b", label="D")
        gr.Button("Keep").click(lambda: gr.Dropdown(choices=["b", "c"]), outputs=city)
        gr.Button("Drop").click(lambda: gr.Dropdown(choices=["x"]), outputs=city)
        gr.Button("Both").click(lambda: gr.Dropdown(choices=["y", "z"], value="z"), outputs=city)
        gr.Button("Tell").click(heard.append, city)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for name in ("Keep", "Tell", "Drop", "Tell", "Both", "Tell"):
            window.click(name)
    assert heard == ["b", None, "z"]


def test_its_events():
    """Each is told with what happened."""
    heard = []

    def key(event: gr.KeyUpData) -> None:
        heard.append((event.key, event.input_value))

    def select(event: gr.SelectData) -> None:
        heard.append((event.index, event.value, event.selected))

    with gr.Blocks() as demo:
        fruit = gr.Dropdown(CHOICES, label="D")
        fruit.change(lambda v: heard.append(v), fruit)
        fruit.input(lambda v: heard.append(v), fruit)
        fruit.focus(lambda: heard.append("focus"))
        fruit.blur(lambda: heard.append("blur"))
        fruit.key_up(key)
        fruit.select(select)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("D", "c")
        assert heard == ["c", "c"]
        heard.clear()
        window.trigger("D", "focus")
        window.trigger("D", "key_up", {"key": "x", "input_value": "x"})
        window.trigger("D", "select", {"index": 0, "value": "a", "selected": True})
        window.trigger("D", "blur")
    assert heard == ["focus", ("x", "x"), (0, "a", True), "blur"]


def test_ten_thousand_choices_are_looked_up_once():
    """A thousand chosen of ten thousand are found in one go, each as it was declared."""
    dropdown = gr.Dropdown([(str(n), n) for n in range(10_000)], multiselect=True)
    wanted = list(range(0, 10_000, 10))
    assert dropdown.accept(wanted) == wanted
    assert dropdown.preprocess(wanted) == wanted


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("select", None),
        ("select", {"index": None, "value": "own"}),
        ("select", {"index": 3}),
        ("key_up", None),
        ("key_up", {"key": 1, "input_value": ""}),
        ("key_up", {"key": "a"}),
    ],
)
def test_an_event_the_page_could_not_have_sent_is_refused(event, data):
    """A text of the user's own can be selected only where it may be typed."""
    with pytest.raises(ValueError, match="it names no"):
        gr.Dropdown(CHOICES).event_data(event, data)


def test_a_text_of_ones_own_is_selected_without_a_place():
    """Its value is the text."""
    dropdown = gr.Dropdown(CHOICES, allow_custom_value=True)
    told = {"index": None, "value": "own", "selected": True}
    assert dropdown.event_data("select", {"index": None, "value": "own"}) == told
    with pytest.raises(ValueError, match="names no text"):
        dropdown.event_data("select", {"index": None, "value": ["own"]})
