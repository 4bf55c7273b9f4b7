"""What is no good for a component: it is shown, or the error says why not, and nothing else is lost."""

from __future__ import annotations

import contextlib
import math

import pytest

import desktop_app as gr
from desktop_app.components.component import Component
from desktop_app.components.form_component import FormComponent
from desktop_app.errors import HandlerError
from desktop_app.state.shared_component import SharedComponent
from desktop_app.testing import HeadlessApp

CHOICES = {"choices": ["a", "b"]}
OPTIONS = {
    "CheckboxGroup": CHOICES,
    "Dropdown": CHOICES,
    "Radio": CHOICES,
    "Dataset": {"components": ["textbox"], "samples": [["a"]]},
}
KINDS = {
    name: kind
    for name in gr.__all__
    if isinstance(kind := getattr(gr, name), type)
    and issubclass(kind, Component)
    and not issubclass(kind, SharedComponent | gr.State)
}
LONG = "x" * 1_000_000
BAD = {
    "None": None,
    "NaN": math.nan,
    "infinity": math.inf,
    "a large number": 10**30,
    "a negative number": -5,
    "an object": object(),
    "a set": {1},
    "an emoji": "👩‍👩‍👧",
    "half an emoji": "\ud83d",
    "right to left": "שלום \u202eabc",
    "controls": "a\0b\x1b[31m",
    "a megabyte": LONG,
    "a script": "<script>alert(1)</script>",
    "an empty text": "",
    "a deep list": [[[[["a"]]]]],
    "a list of None": [None],
    "a dict": {"a": None},
    "bytes": b"\xff",
    "True": True,
}


def made(name: str, **more: object) -> Component:
    """Return a component of this class."""
    return KINDS[name](**{**OPTIONS.get(name, {}), **more})


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", KINDS)
def test_a_handler_returns_it(name, bad, caplog):
    """It is shown, or the user reads that something is wrong and sees what was there; other fields keep theirs."""
    with gr.Blocks() as demo:
        component, other = made(name), gr.Textbox("mine", label="Other")
        answer = gr.Textbox(label="Answer")
        gr.Button("Write").click(lambda: BAD[bad], None, component)
        gr.Button("Ask").click(lambda *_: "asked", [component, other], answer)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        shown = window.value(component) if component.in_tree else None
        window.set(other, "typed")
        window.click("Write")
        if window.toasts:
            assert "cannot show" in caplog.text or "cannot hold" in caplog.text
            assert not component.in_tree or window.value(component) == shown
        toasts = len(window.toasts)
        window.click("Ask")
        assert window.value(answer) == "asked" or len(window.toasts) == toasts + 1
        assert window.value(other) == "typed"


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", KINDS)
def test_an_error_names_the_component_and_is_short(name, bad):
    """However long the value is; any other error than our own would be a fault of ours."""
    component = made(name, elem_id="it") if KINDS[name].in_tree else made(name)
    with contextlib.suppress(HandlerError):
        component.to_page(BAD[bad])
        return
    with pytest.raises(HandlerError) as caught:
        component.to_page(BAD[bad])
    assert component.name in str(caught.value)
    assert len(str(caught.value)) < 1_000


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.editable])
def test_the_page_sends_it(name, bad):
    """It is taken and handed on, or refused with a ValueError; never anything else."""
    component = made(name)
    with contextlib.suppress(ValueError):
        component.preprocess(component.accept(BAD[bad]))


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if issubclass(kind, FormComponent)])
def test_a_name_twice_is_no_trouble(name):
    """Each is a field of its own; only who looks for one by that name has to say which."""
    with gr.Blocks() as demo:
        one, two = made(name, label="Same"), made(name, label="Same")
        gr.Button("Go").click(lambda *_: None, [one, two])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts == []
        with pytest.raises(LookupError, match="more than one"):
            window.value("Same")


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "שלום \u202eabc", "a\nb", "<b>x</b>", LONG], ids=lambda text: text[:8])
@pytest.mark.parametrize("name", ["CheckboxGroup", "Dropdown", "Radio"])
def test_any_text_can_be_a_choice(name, text):
    """It comes back as it was given, also where it is there twice."""
    with gr.Blocks() as demo:
        component = KINDS[name]([text, ("Other", text), "b"], value=text, label="Pick")
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(str, component, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("Out") == str([text] if name == "CheckboxGroup" else text)
