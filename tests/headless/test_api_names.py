"""Calling listeners by their names."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def greeter():
    """An app with listeners of several kinds."""
    with gr.Blocks() as demo:
        name = gr.Textbox("nobody", label="Name")
        out, count, visits = gr.Textbox(label="Out"), gr.Number(0, label="Count"), gr.State(0)

        @name.submit(inputs=name, outputs=out)
        def greet(name):
            """Say hello."""
            return f"Hello, {name}!"

        @gr.Button("Both").click(inputs=[name, visits], outputs=[out, visits, count])
        def visit(name, visits):
            return name.upper(), visits + 1, visits + 1

        gr.Button("Again").click(greet, name, out)
        gr.Button("Secret").click(lambda: 1, None, count, api_visibility="private")
        gr.Button("None").click(lambda: 1, None, count, api_name=False)
        gr.Button("Quiet").click(lambda: 2, None, count, api_name="/quiet", api_visibility="undocumented")

        @gr.Button("Count").click(outputs=count)
        def count_up():
            yield from range(4)

        @gr.Button("Fail").click()
        def fail():
            raise gr.Error("not today")

        @gr.api
        def add(a: int, b: int = 2) -> int:
            return a + b

    return demo


@pytest.fixture
def app():
    with HeadlessApp(greeter()) as running:
        yield running


@pytest.mark.parametrize(
    ("name", "args", "answer"),
    [
        ("greet", ["Ada"], "Hello, Ada!"),
        ("/greet", [], "Hello, nobody!"),
        ("greet_1", ["Ada"], "Hello, Ada!"),
        ("quiet", [], 2),
        ("count_up", [], 3),
        ("add", [1, 5], 6),
        ("add", [1], 3),
    ],
)
def test_a_call_answers_what_the_output_would_show(app, name, args, answer):
    """By the function's name, a number behind it for the second; of a generator the last."""
    assert app.call(name, *args) == answer


def test_arguments_may_be_named(app):
    """By the names of the function's parameters."""
    assert app.call("greet", name="Ada") == "Hello, Ada!"
    assert app.call("add", a=1, b=1) == 2


def test_several_outputs_are_a_tuple_and_states_live_on(app):
    """A State is neither asked for nor answered; the session keeps it from call to call."""
    assert app.call("visit", "ada") == ("ADA", 1)
    assert app.call("visit", "ada") == ("ADA", 2)


def test_a_call_concerns_no_window(app):
    """What a window shows stays as it is."""
    window = app.open_window()
    app.call("greet", "Ada")
    assert window.value("Out") is None
    assert [w.title for w in app.windows] == [window.title]


@pytest.mark.parametrize("name", ["missing", "lambda", "secret"])
def test_a_name_that_is_none_lists_those_that_are(app, name):
    """What is private or undocumented is not among them."""
    with pytest.raises(LookupError, match="there is: add, count_up, fail, greet, greet_1, visit"):
        app.call(name)


def test_errors_of_the_function_are_raised(app):
    """The caller gets what the user would be told."""
    with pytest.raises(gr.Error, match="not today"):
        app.call("fail")


def test_values_that_an_input_cannot_have_are_refused(app):
    """Too many, or of the wrong kind."""
    with pytest.raises(ValueError, match="Textbox 'Name' cannot have the value 5"):
        app.call("greet", 5)
    with pytest.raises(ValueError, match=r"takes 1 value\(s\), not 2"):
        app.call("greet", "a", "b")


def test_a_call_waits_no_longer_than_the_time_out():
    """The message names what still runs."""
    gate = threading.Event()
    with gr.Blocks() as demo:
        gr.api(lambda: gate.wait(10), api_name="slow")
    with HeadlessApp(demo, timeout=0.05) as app:
        with pytest.raises(TimeoutError, match="slow still runs"):
            app.call("slow")
        gate.set()
