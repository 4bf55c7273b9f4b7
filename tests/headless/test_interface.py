"""An app around one function."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def greet(name, times):
    """Say hello."""
    return "Hello! " * times + name


def labels(window, kind):
    """What the blocks of a kind are called, in their order."""
    nodes = [node for node in window.page.nodes.values() if node["kind"] == kind and window.page.shown(node)]
    return [node["props"]["value" if kind in ("button", "markdown") else "label"] for node in nodes]


def test_the_button_runs_the_function():
    """Each parameter gets the input in its place."""
    with HeadlessApp(gr.Interface(greet, ["text", gr.Number(precision=0)], "text")) as app:
        window = app.open_window()
        window.set("name", "Ada")
        window.set("times", 2)
        window.click("Submit")
        assert window.value("output") == "Hello! Hello! Ada"


def test_enter_in_a_field_runs_it_too():
    """As the button does."""
    with HeadlessApp(gr.Interface(str.upper, gr.Textbox(label="in"), "text")) as app:
        window = app.open_window()
        window.set("in", "a")
        window.trigger("in", "submit")
        assert window.value("output") == "A"


def test_several_outputs_get_a_value_each():
    """They are called by their place, unless they have a label."""
    with HeadlessApp(gr.Interface(lambda x: (x, x + x), "text", ["text", gr.Textbox(label="Twice")])) as app:
        window = app.open_window()
        window.set("x", "a")
        window.click("Submit")
        assert (window.value("output 0"), window.value("Twice")) == ("a", "aa")


def test_texts_around_it_are_markdown():
    """The title is the window's and a heading; description, components, examples and article follow."""
    interface = gr.Interface(
        str.upper, "text", "text", title="My\n*App*", description="**What** it does", article="More", examples=["a"]
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        assert window.title == "My\n*App*"
        assert labels(window, "markdown") == ["# My *App*", "**What** it does", "More"]


def test_without_a_title_there_is_no_heading():
    """None is the same as none given."""
    for arguments in ({}, {"title": None}):
        with HeadlessApp(gr.Interface(str.upper, "text", "text", **arguments)) as app:
            window = app.open_window()
            assert window.title == "Desktop app"
            assert labels(window, "markdown") == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("text", "textbox"), ("textbox", "textbox"), ("Number", "number"), ("checkbox_group", "checkboxgroup")],
)
def test_components_have_names(name, kind):
    """Those of their classes, in any spelling."""
    interface = gr.Interface(lambda x: x, name, "markdown")
    assert interface.input_components[0].kind == kind
    assert interface.output_components[0].kind == "markdown"


@pytest.mark.parametrize("name", ["txet", "", "row", "error", "skip", "image"])
def test_an_unknown_name_is_said(name):
    """The message lists those that there are."""
    with pytest.raises(DeclarationError, match=rf"no component '{name}'; there are: .*checkbox.*number.*textbox"):
        gr.Interface(lambda x: x, name, "text")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"fn": 3}, "fn has to be a function"),
        ({"inputs": 3}, "An input of an Interface is a component"),
        ({"outputs": [None]}, "An output of an Interface is a component"),
        ({"inputs": None, "outputs": []}, "needs inputs or outputs"),
        ({"flagging_mode": "sometimes"}, "'manual', 'auto' or 'never'"),
        ({"submit_btn": None}, "submit_btn=None"),
        ({"stop_btn": 3, "fn": lambda x: (yield x)}, "stop_btn=3"),
        ({"clear_btn": 3}, "clear_btn=3"),
        ({"additional_inputs": "number", "additional_inputs_accordion": 3}, "an Accordion or its label"),
        ({"inputs": ["text", "state"]}, "once among its inputs and once among its outputs, not 1 and 0"),
        ({"outputs": ["state", "state"]}, "not 0 and 2"),
        ({"validator": 3}, "validator has to be a function"),
        ({"concurrency_limit": 0}, "concurrency_limit=0"),
        ({"examples": []}, "at least one example"),
        ({"theme_color": "red"}, "no argument 'theme_color'"),
    ],
)
@pytest.mark.filterwarnings("ignore:.*takes 1 value")
def test_a_wrong_argument_is_said(arguments, message):
    """When the interface is made."""
    with pytest.raises(DeclarationError, match=message):
        gr.Interface(**{"fn": lambda x: x, "inputs": "text", "outputs": "text", **arguments})


def test_a_wrong_number_of_inputs_is_warned_of():
    """As for any listener."""
    with pytest.warns(UserWarning, match=r"takes 1 value\(s\), but the listener has 2"):
        gr.Interface(lambda x: x, ["text", "text"], "text")


def test_what_has_no_effect_is_said():
    """Once, with the names."""
    with pytest.warns(UserWarning, match=r"allow_duplication=…, deep_link=…\) has no effect"):
        gr.Interface(lambda x: x, "text", "text", allow_duplication=True, deep_link=True)


def test_clear_empties_everything():
    """Inputs and outputs, and a state starts anew."""

    def count(x, n):
        return n + 1, n + 1

    state = gr.State(10)
    with HeadlessApp(gr.Interface(count, ["text", state], ["number", "state"])) as app:
        window = app.open_window()
        window.set("x", "a")
        window.click("Submit")
        window.click("Submit")
        assert window.value("output 0") == window.value(state) == 12
        window.click("Clear")
        assert (window.value("x"), window.value("output 0"), window.value(state)) == (None, None, 10)


def test_state_by_its_name_is_one_state():
    """What is returned for it is handed over the next time."""
    with HeadlessApp(
        gr.Interface(lambda x, seen: ((seen or "") + x,) * 2, ["text", "state"], ["text", "state"])
    ) as app:
        window = app.open_window()
        for letter in "abc":
            window.set("x", letter)
            window.click("Submit")
        assert window.value("output 0") == "abc"


def test_without_inputs_the_button_generates():
    """All buttons stand with the outputs."""
    with HeadlessApp(gr.Interface(lambda: "made", None, "text")) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Clear", "Generate", "Flag"]
        window.click("Generate")
        assert window.value("output") == "made"


def test_without_outputs_the_answer_is_not_shown():
    """There is nothing to flag either."""
    heard = []
    with HeadlessApp(gr.Interface(heard.append, gr.Textbox(label="x"), None)) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Clear", "Submit"]
        window.set("x", "a")
        window.click("Submit")
        assert heard == ["a"]


def test_one_component_may_be_input_and_output():
    """It is shown once, and the user can change it."""
    box = gr.Textbox(label="Text")
    with HeadlessApp(gr.Interface(lambda x: x.upper(), box, box)) as app:
        window = app.open_window()
        window.set("Text", "a")
        window.click("Submit")
        assert window.value("Text") == "A"
        assert labels(window, "button") == ["Clear", "Submit", "Flag"]


def test_the_user_cannot_change_outputs():
    """Though flagging reads them, unless the author says so."""
    with HeadlessApp(gr.Interface(lambda x: (x, x), "text", ["text", gr.Textbox(interactive=True)])) as app:
        window = app.open_window()
        assert window.property("output 0", "interactive") is False
        assert window.property("output 1", "interactive") is True


def test_live_runs_at_each_change():
    """There is no button to run it, and clearing runs it as well."""
    with HeadlessApp(gr.Interface(lambda x: f"<{x}>", "text", "text", live=True)) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Clear", "Flag"]
        window.set("x", "a")
        assert window.value("output") == "<a>"


def test_live_with_a_state_comes_to_an_end():
    """Its change is no reason to run again."""
    with HeadlessApp(
        gr.Interface(lambda x, n: (n + 1, n + 1), ["text", gr.State(0)], ["number", "state"], live=True)
    ) as app:
        window = app.open_window()
        window.set("x", "a")
        assert window.value("output 0") == 1


def test_live_without_inputs_runs_when_a_window_opens():
    """And by the button."""
    runs = iter("abc")
    with HeadlessApp(gr.Interface(lambda: next(runs), None, "text", live=True)) as app:
        window = app.open_window()
        assert window.value("output") == "a"
        window.click("Generate")
        assert window.value("output") == "b"


def test_a_generator_can_be_stopped():
    """Stop takes the place of Submit meanwhile, and what was shown stays."""
    go_on = threading.Event()

    def count(x):
        yield f"{x} 1"
        go_on.wait(5)
        yield f"{x} 2"

    with HeadlessApp(gr.Interface(count, "text", "text")) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Clear", "Submit", "Flag"]
        window.set("x", "a")
        window.click("Submit", wait=False)
        wait_until(lambda: window.value("output") == "a 1", "the first step is shown")
        assert labels(window, "button") == ["Clear", "Stop", "Flag"]
        window.click("Stop", wait=False)
        wait_until(lambda: labels(window, "button") == ["Clear", "Submit", "Flag"], "Submit is back")
        go_on.set()
        app.wait()
        assert window.value("output") == "a 1"


@pytest.mark.parametrize("fails", [False, True])
def test_a_generator_that_ends_brings_submit_back(fails):
    """Also one that raises; a plain function has no button to stop it."""

    async def count(x):
        yield x + "1"
        if fails:
            raise gr.Error("no more")
        yield x + "2"

    with HeadlessApp(gr.Interface(count, "text", "text", stop_btn="Halt")) as app:
        window = app.open_window()
        window.set("x", "a")
        window.click("Submit")
        assert window.value("output") == ("a1" if fails else "a2")
        assert labels(window, "button") == ["Clear", "Submit", "Flag"]


def test_clear_stops_a_generator():
    """Nothing of it comes into the empty fields."""
    go_on = threading.Event()

    def count(x):
        yield "1"
        go_on.wait(5)
        yield "2"

    with HeadlessApp(gr.Interface(count, "text", "text")) as app:
        window = app.open_window()
        window.click("Submit", wait=False)
        wait_until(lambda: window.value("output") == "1", "the first step is shown")
        window.click("Clear", wait=False)
        wait_until(lambda: window.value("output") is None, "the output is empty")
        go_on.set()
        app.wait()
        assert window.value("output") is None
        assert "Submit" in labels(window, "button")


def test_buttons_may_be_the_authors_own():
    """Texts, or buttons made anywhere; without a text for Clear there is none."""
    interface = gr.Interface(
        lambda x: x, "text", "text", submit_btn=gr.Button("Go", variant="stop"), clear_btn=None, flagging_mode="never"
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Go"]
        assert window.property("Go", "variant") == "stop"
    with HeadlessApp(gr.Interface(lambda x: x, "text", "text", submit_btn="Go", clear_btn="Wipe")) as app:
        window = app.open_window()
        assert labels(window, "button") == ["Wipe", "Go", "Flag"]
        assert window.property("Go", "variant") == "primary"


def test_additional_inputs_are_in_an_accordion():
    """They come behind the others; it is closed, and may be another one."""
    for given, label, is_open in (
        (None, "Additional Inputs", False),
        ("More", "More", False),
        (gr.Accordion("Mine", open=True), "Mine", True),
    ):
        interface = gr.Interface(
            greet,
            "text",
            "text",
            additional_inputs=[gr.Number(1, precision=0)],
            additional_inputs_accordion=given,
        )
        with HeadlessApp(interface) as app:
            window = app.open_window()
            assert labels(window, "accordion") == [label]
            assert window.property(label, "open") is is_open
            window.set("name", "Ada")
            window.click("Submit")
            assert window.value("output") == "Hello! Ada"


def test_examples_fill_the_inputs():
    """Those of a state are left out of the rows."""
    interface = gr.Interface(
        lambda x, seen, n: (x * n, seen),
        ["text", "state", gr.Number(precision=0)],
        ["text", "state"],
        examples=[["ab", 2]],
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        window.set("Examples", 0, wait=False)
        window.click("Examples")
        assert (window.value("x"), window.value("n"), window.value("output 0")) == ("ab", 2, None)


def test_examples_may_be_answered_from_memory():
    """With all parameters for that; the function runs once for each."""
    runs = []

    def upper(x):
        runs.append(x)
        return x.upper()

    interface = gr.Interface(
        upper,
        "text",
        "text",
        ["a", "b"],
        cache_examples=True,
        cache_mode="lazy",
        examples_per_page=1,
        example_labels=["First", "Second"],
        preload_example=False,
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        assert window.property("Examples", "samples_per_page") == 1
        assert window.property("Examples", "sample_labels") == ["First", "Second"]
        for _ in range(2):
            window.set("Examples", 1, wait=False)
            window.click("Examples")
        assert (window.value("x"), window.value("output"), runs) == ("b", "B", ["b"])


def test_it_runs_in_batches():
    """The function gets and returns lists."""
    with HeadlessApp(gr.Interface(lambda xs: [[x.upper() for x in xs]], "text", "text", batch=True)) as app:
        window = app.open_window()
        window.set("xs", "a")
        window.click("Submit")
        assert window.value("output") == "A"


def test_a_validator_looks_at_the_inputs_first():
    """What is wrong is shown at the input, and the function does not run."""
    runs = []
    interface = gr.Interface(
        runs.append, gr.Textbox(label="x"), "text", validator=lambda x: gr.validate(bool(x), "Say something.")
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        window.click("Submit")
        assert (window.problem("x"), runs) == ("Say something.", [])


def test_python_code_calls_it_by_name():
    """By that of its function, or another one."""
    with HeadlessApp(gr.Interface(greet, ["text", gr.Number(precision=0)], "text")) as app:
        assert app.call("greet", "Ada", 1) == "Hello! Ada"
    with HeadlessApp(gr.Interface(greet, ["text", gr.Number(precision=0)], "text", api_name="hello")) as app:
        assert app.call("hello", "Ada", 1) == "Hello! Ada"
    interface = gr.Interface(greet, ["text", "number"], "text", api_visibility="private")
    with HeadlessApp(interface) as app, pytest.raises(LookupError):
        app.call("greet", "Ada", 1)


def test_it_is_called_like_its_function():
    """Also with names."""
    interface = gr.Interface(greet, ["text", "number"], "text")
    assert interface("Ada", times=1) == "Hello! Ada"


def test_it_stands_inside_other_blocks():
    """With components that were made there: they are shown where the interface has them."""
    with gr.Blocks() as demo:
        with gr.Row():
            made_before = gr.Textbox(label="Before")
        interface = gr.Interface(lambda x, y: x + y, [made_before, gr.Textbox(label="Inside")], "text")
        outside = gr.Textbox(label="Outside")
        made_before.change(lambda x: x, made_before, outside)
    assert made_before.declared_in is demo
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert labels(window, "textbox") == ["Before", "Inside", "output", "Outside"]
        window.set("Before", "a")
        window.set("Inside", "b")
        window.click("Submit")
        assert (window.value("output"), window.value("Outside")) == ("ab", "a")
    assert interface.title == "Desktop app"


def test_components_of_another_app_are_refused():
    """One component has one place."""
    with gr.Blocks():
        box = gr.Textbox(label="There")
    with pytest.raises(DeclarationError, match="Textbox 'There' is in the page already"):
        gr.Interface(lambda x: x, box, "text")


def test_progress_requests_and_event_data_take_no_input():
    """The names of inputs are those of the other parameters."""

    def fn(request: gr.Request, name, progress=gr.Progress(), size=2):
        return f"{name} {size} {len(request.session_hash)}"

    with HeadlessApp(gr.Interface(fn, ["text", "number"], "text")) as app:
        window = app.open_window()
        window.set("name", "a")
        window.set("size", 3)
        window.click("Submit")
        assert window.value("output") == "a 3 16"
