"""Handlers that go wrong: the user is told, the log has the details, and nothing is lost."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.session.shown_text import without_folders
from desktop_app.testing import HeadlessApp


def app_with(handler, outputs: int = 1, **listener):
    """An app whose button Go runs `handler`, writing some text boxes that start with "before"."""
    with gr.Blocks() as demo:
        boxes = [gr.Textbox("before", label=f"Out {n}") for n in range(outputs)]
        gr.Button("Go").click(handler, None, boxes, **listener)
    return demo


def run(demo, expected_toast):
    """Press Go twice: the second shows that the app goes on."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        window.click("Go")
        assert window.toasts == [expected_toast] * 2
        assert window.value("Out 0") == "before"
        return window.page.toasts[0]


def test_any_exception_shows_a_general_message(caplog):
    """The message names the handler and gives away no traceback and no path; the log has it all."""

    def explode():
        raise RuntimeError("secret detail")

    run(app_with(explode), "Something went wrong in explode. The log has the details.")
    assert "secret detail" in caplog.text
    assert "Traceback" in caplog.text


def test_error_shows_its_own_message():
    """`gr.Error` says to the user what the author wants to say."""

    def refuse():
        raise gr.Error("Pick something first.", duration=3, title="Hold on")

    toast = run(app_with(refuse), "Pick something first.")
    assert (toast["title"], toast["kind"], toast["duration"]) == ("Hold on", "error", 3)


def test_an_invisible_error_is_not_shown():
    """`visible=False` stops the handler without a word."""

    def refuse():
        raise gr.Error("quiet", visible=False, print_exception=False)

    with HeadlessApp(app_with(refuse)) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts == []


def test_too_few_values_are_an_error_that_names_the_outputs(caplog):
    """All outputs stay as they were."""
    run(
        app_with(lambda: "only one", outputs=2),
        "<lambda>() returned 1 value(s), but has 2 outputs (Textbox 'Out 0', Textbox 'Out 1'). "
        "Return one value for each.",
    )
    assert "could not write or read a value" in caplog.text


def test_nothing_returned_for_two_outputs_is_too_few(caplog):
    """A forgotten `return` is named for what it is."""
    run(
        app_with(lambda: None, outputs=2),
        "<lambda>() returned 0 value(s), but has 2 outputs (Textbox 'Out 0', Textbox 'Out 1'). "
        "Return one value for each.",
    )


def test_too_many_values_are_warned_of_and_the_first_ones_used(caplog):
    """The extra ones are ignored."""
    with HeadlessApp(app_with(lambda: ("a", "b", "c"), outputs=2)) as app:
        window = app.open_window()
        window.click("Go")
        assert (window.value("Out 0"), window.value("Out 1")) == ("a", "b")
    assert "returned 3 values for 2 outputs" in caplog.text


def test_a_value_without_an_output_is_warned_of(caplog):
    """What is returned for no output goes nowhere, and the log says so."""
    with HeadlessApp(app_with(lambda: "x", outputs=0)) as app:
        app.open_window().click("Go")
    assert "has no outputs" in caplog.text


def test_a_component_that_is_no_output_is_an_error(caplog):
    """A returned dict may name only outputs."""
    with gr.Blocks() as demo:
        out, other = gr.Textbox("before", label="Out 0"), gr.Textbox(label="Other")
        gr.Button("Go").click(lambda: {other: "x"}, None, out)
    run(demo, "<lambda>() returned a value for Textbox 'Other', which is not among its outputs.")


def test_one_wrong_value_leaves_all_outputs_as_they_were(caplog):
    """Outputs are checked before any is written."""
    with gr.Blocks() as demo:
        out, number = gr.Textbox("before", label="Out 0"), gr.Number(label="N")
        gr.Button("Go").click(lambda: ("x", "many"), None, [out, number])
    run(
        demo,
        "Number 'N' cannot show 'many': it is no number (<lambda>() on Button 'Go'.click)",
    )


def test_a_wrong_property_is_an_error(caplog):
    """An update that the component cannot take is named."""
    run(
        app_with(lambda: gr.update(colour="red")),
        "Something went wrong in <lambda>. The log has the details.",
    )
    assert "Textbox has no argument 'colour'" in caplog.text


def test_a_layout_has_no_value(caplog):
    """A value returned for a layout is an error that says what to return."""
    with gr.Blocks() as demo:
        with gr.Column() as column:
            gr.Textbox("before", label="Out 0")
        gr.Button("Go").click(lambda: "x", None, column)
    run(demo, "Column has no value; return Column(…) to change it. (<lambda>() on Button 'Go'.click)")


def test_a_generator_keeps_what_it_yielded_before_it_failed(caplog):
    """An error in the middle leaves the last good values."""

    def fail_later():
        yield "good"
        raise ValueError

    with HeadlessApp(app_with(fail_later)) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("Out 0") == "good"
        assert window.toasts == ["Something went wrong in fail_later. The log has the details."]


def test_state_is_as_before_after_a_failed_handler(caplog):
    """A State that the handler did not get to return keeps its value, and no change follows."""
    changes = []
    with gr.Blocks() as demo:
        state = gr.State([1])
        gr.Button("Go").click(lambda s: 1 / 0, state, state)
        state.change(changes.append, state)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value(state) == [1]
        assert changes == []


def test_a_wrong_number_of_inputs_is_warned_of_when_the_listener_is_made():
    """The warning names the function and both numbers."""
    with gr.Blocks():
        box, button = gr.Textbox(), gr.Button()
        with pytest.warns(UserWarning, match=r"<lambda>\(\) takes 2 value\(s\), but the listener has 1 input\(s\)"):
            button.click(lambda a, b: None, box)
        with pytest.warns(UserWarning, match=r"takes 0 to 1 value\(s\), but the listener has 2 input\(s\)"):
            button.click(lambda a=1: None, [box, box])


def test_a_listener_with_the_wrong_number_of_inputs_fails_politely(caplog):
    """It goes like any other error, and the app goes on."""
    with gr.Blocks() as demo:
        out = gr.Textbox("before", label="Out 0")
        with pytest.warns(UserWarning, match="takes 1"):
            gr.Button("Go").click(lambda a: a, None, out)
    run(demo, "Something went wrong in <lambda>. The log has the details.")


def test_toasts_of_every_kind():
    """Info, Success and Warning show their message at once, while the handler goes on."""

    def handler():
        gr.Info("i", duration=None)
        gr.Success("s", title="Yes")
        gr.Warning("w", visible=True)
        gr.Info("not shown", visible=False)

    with HeadlessApp(app_with(handler, outputs=0)) as app:
        window = app.open_window()
        window.click("Go")
        assert [(t["kind"], t["title"], t["message"], t["duration"]) for t in window.page.toasts] == [
            ("info", "Info", "i", None),
            ("success", "Yes", "s", 10),
            ("warning", "Warning", "w", 10),
        ]


def test_a_toast_outside_of_a_handler_says_where_to_call_it():
    """There is no window to show it in."""
    with pytest.raises(gr.DesktopAppError, match="call it in a handler"):
        gr.Info("hello")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is kept as /home/ada/.local/share/app/state.db.set-aside.", "It is kept as state.db.set-aside."),
        (r"'C:\Users\Ada\state.db' is full", "'state.db' is full"),
        ("redis://host:6379/0 and https://a.b/c/d stay", "redis://host:6379/0 and https://a.b/c/d stay"),
        ("1/2/3 and and/or", "1/2/3 and and/or"),
    ],
)
def test_a_page_is_shown_no_path(text, shown):
    """The names of files stay, the folders are the log's."""
    assert without_folders(text) == shown
