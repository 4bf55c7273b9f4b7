"""Validators: what is wrong is said at the input, and the handler does not run."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError
from desktop_app.events.validate import problems
from desktop_app.testing import HeadlessApp


def registering(validator, inputs=2):
    """An app that registers a name and an age, if they are valid."""
    ran = []
    with gr.Blocks() as demo:
        name, age = gr.Textbox("", label="Name"), gr.Number(5, label="Age")
        out = gr.Textbox(label="Out")
        go = gr.Button("Go").click(
            lambda *values: ran.append("ran") or "done", [name, age][:inputs], out, validator=validator
        )
        for event in ("success", "failure", "then"):
            getattr(go, event)(lambda event=event: ran.append(event), concurrency_id="one")
    return demo, ran


def check(name, age):
    return gr.validate(len(name) > 1, "Too short."), gr.validate(age >= 18, "Too young.")


def test_what_a_validator_returns_is_read_strictly():
    """One message for each input, whatever way it is said; anything else is an error."""
    good, bad = gr.validate(True, "unused"), gr.validate(False, "No.")
    assert problems([bad, good, None, True], 4) == ["No.", None, None, None]
    assert problems(bad, 2) == ["No.", None]
    assert problems(None, 0) == problems([], 0) == []
    for wrong, inputs in ((bad, 0), ([bad], 2), ("text", 1), ({"is_valid": False}, 1), ([[bad]], 1), (0, 1)):
        with pytest.raises(HandlerError):
            problems(wrong, inputs)


def test_without_a_message_something_is_said():
    """An empty one would show nothing."""
    assert problems(gr.validate(False, ""), 1) == ["This is not valid."]


def test_what_is_wrong_is_shown_at_each_input():
    """The handler does not run, and `failure` follows."""
    demo, ran = registering(check)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert (window.problem("Name"), window.problem("Age")) == ("Too short.", "Too young.")
        assert ran == ["failure", "then"]
        assert window.toasts == []


def test_it_goes_with_the_next_try():
    """An edit takes it away in the page, a valid value for good."""
    demo, ran = registering(check)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        window.set("Name", "Ada")
        assert window.problem("Name") is None
        window.click("Go")
        assert (window.problem("Name"), window.problem("Age")) == (None, "Too young.")
        window.set("Age", 20)
        window.click("Go")
        assert (window.problem("Name"), window.problem("Age"), window.value("Out")) == (None, None, "done")
        assert ran[-3:] == ["ran", "success", "then"]


@pytest.mark.parametrize("result", [gr.validate(False, "No."), [gr.validate(False, "No.")], (gr.validate(0, "No."),)])
def test_one_input_takes_one_result_or_a_list_of_one(result):
    """Both are written in practice."""
    demo, _ = registering(lambda name: result, inputs=1)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.problem("Name") == "No."


@pytest.mark.parametrize("result", [None, True, [None, True], [gr.validate(True, "unused"), None]])
def test_nothing_wrong_can_be_said_in_several_ways(result):
    """None and True are fine."""
    demo, ran = registering(lambda name, age: result)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran == ["ran", "success", "then"]


@pytest.mark.parametrize(("result", "message"), [(False, "returned False"), ([None] * 3, "3 result"), ("no", "'no'")])
def test_another_result_is_an_error_that_says_what_to_return(result, message, caplog):
    """The handler does not run."""
    demo, ran = registering(lambda name, age: result)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert message in window.toasts[0]
    assert ran == ["failure", "then"]


def test_a_validator_that_fails_is_an_error_like_any_other(caplog):
    """The handler does not run."""
    demo, ran = registering(lambda name, age: 1 / 0)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts == ["Something went wrong in <lambda>. The log has the details."]
    assert ran == ["failure", "then"]


def test_what_is_wrong_with_a_state_is_a_message():
    """There is no field to show it at."""
    with gr.Blocks() as demo:
        state = gr.State(0)
        gr.Button("Go").click(lambda n: n, state, state, validator=lambda n: gr.validate(n > 0, "Pick one first."))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts == ["Pick one first."]


def test_a_validator_may_be_async_and_ask_who_it_is():
    """Like any handler."""
    seen = []

    async def ask(name, age, request: gr.Request):
        seen.append(request.window)
        return gr.validate(True, ""), None

    demo, ran = registering(ask)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert (seen, ran[0]) == (["window-1"], "ran")


def test_a_caller_by_name_gets_the_message():
    """As an error."""
    demo, _ = registering(check)
    with HeadlessApp(demo) as app, pytest.raises(gr.Error, match="Too young"):
        app.call("lambda", "Ada", 3)
