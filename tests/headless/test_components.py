"""Components: what they take, what a handler gets of them, and what they refuse."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError


@pytest.mark.parametrize(("value", "shown"), [(None, None), ("a", "a"), (5, "5"), (["x"], "['x']"), ("😀\n", "😀\n")])
def test_a_textbox_shows_any_value_as_text(value, shown):
    """None empties it, everything else is its `str`."""
    assert gr.Textbox().to_page(value) == shown


@pytest.mark.parametrize("value", [1, True, ["a"], {"a": 1}])
def test_a_textbox_takes_only_text_from_the_page(value):
    """Anything else cannot have been typed."""
    with pytest.raises(ValueError, match="valid string"):
        gr.Textbox().accept(value)


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [
        (None, None, None),
        (3, None, 3),
        (2.5, None, 2.5),
        ("4", None, 4),
        ("4.25", 1, 4.2),
        (2.6, 0, 3),
        (10**20, None, 10**20),
    ],
)
def test_a_number_shows_what_python_can_make_a_number_of(value, precision, shown):
    """`precision` rounds; 0 makes an int."""
    result = gr.Number(precision=precision).to_page(value)
    assert (result, type(result)) == (shown, type(shown))


@pytest.mark.parametrize("value", ["many", float("inf"), [1]])
def test_a_number_cannot_show_everything(value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match=r"Number 'N' cannot show "):
        gr.Number(label="N").to_page(value)


@pytest.mark.parametrize("value", ["1", True, [1], float("inf"), float("nan")])
def test_a_number_takes_only_numbers_from_the_page(value):
    """Anything else cannot have been typed."""
    with pytest.raises(ValueError, match=r".+"):
        gr.Number().accept(value)


@pytest.mark.parametrize(("value", "message"), [(1, "N has to be 2 or more."), (9, "N has to be 8.5 or less.")])
def test_a_number_out_of_its_limits_is_said_to_the_user(value, message):
    """The handler is not called with it."""
    with pytest.raises(ValueError, match=message):
        gr.Number(label="N", minimum=2, maximum=8.5).preprocess(value)
    assert gr.Number(minimum=2, maximum=8.5, precision=0).preprocess(5.4) == 5
    assert gr.Number(minimum=2).preprocess(None) is None


def test_a_number_out_of_its_limits_keeps_the_handler_from_running():
    """The user reads why, and the output stays."""
    from desktop_app.testing import HeadlessApp

    with gr.Blocks() as demo:
        number, out = gr.Number(5, label="Age", minimum=0), gr.Textbox("before", label="Out")
        gr.Button("Go").click(lambda n: n, number, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Age", -1)
        window.click("Go")
        assert (window.toasts, window.value("Out")) == (["Age has to be 0 or more."], "before")


def test_choices_are_values_or_pairs():
    """A choice alone is its own label; numbers are shown as text and stay numbers."""
    group = gr.CheckboxGroup(["a", 2, ("Label", "value"), ["Other", 2.5]])
    assert group.choices == [("a", "a"), ("2", 2), ("Label", "value"), ("Other", 2.5)]
    assert group.preprocess(["value", 2]) == ["value", 2]
    assert gr.CheckboxGroup(["a", "b"], type="index").preprocess(["b"]) == [1]


@pytest.mark.parametrize(
    ("value", "shown"), [(None, []), ("a", ["a"]), (["b", "a"], ["b", "a"]), (("a",), ["a"]), ([], [])]
)
def test_a_checkbox_group_shows_a_list_or_one(value, shown):
    """None ticks nothing, and the order is kept."""
    assert gr.CheckboxGroup(["a", "b"]).to_page(value) == shown


def test_what_is_no_choice_is_left_out(caplog):
    """The rest is ticked, and the log says which it was."""
    assert gr.CheckboxGroup(["a"], label="G").to_page(["a", "c"]) == ["a"]
    assert "CheckboxGroup 'G': 'c' is not among its choices, so it is not chosen" in caplog.text


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gr.Number("many", label="N"), "Number 'N' cannot show 'many'"),
        (lambda: gr.ColorPicker("no colour", label="C"), "ColorPicker 'C' cannot show 'no colour'"),
        (lambda: gr.DateTime("soon", label="D"), "DateTime 'D' cannot show 'soon'"),
        (lambda: gr.JSON("{", label="J"), "JSON 'J' cannot show '{'"),
        (lambda: gr.Label([1], label="L"), r"Label 'L' cannot show \[1\]"),
    ],
)
def test_a_start_value_that_cannot_be_shown_is_said_where_it_is_declared(make, message):
    """It names the component, and nothing waits for a window to open."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match=message):
        make()


def test_markdown_takes_off_common_indentation():
    """Text written inside an indented block reads as written."""
    text = """
        # Title

            code
    """
    assert gr.Markdown().to_page(text) == "# Title\n\n    code"
    assert gr.Markdown().to_page(None) is None


def test_a_button_shows_its_text():
    """Its text is what it goes by."""
    assert gr.Button("Save").name == "Button 'Save'"
    assert gr.Button().to_page(3) == "3"
    assert gr.Button().to_page(None) == ""


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gr.Textbox(lable="x"), "Textbox has no argument 'lable'. Did you mean 'label'?"),
        (lambda: gr.Textbox(qqq=1), "Textbox has no argument 'qqq'. It takes: "),
        (lambda: gr.Textbox(lines=0), "Textbox(lines=0): Input should be greater than or equal to 1."),
        (lambda: gr.Textbox(type="secret"), "Textbox(type='secret'): Input should be 'text', 'password' or 'email'."),
        (lambda: gr.Button("x", "y"), "Button(1='y'): Unexpected positional argument."),
        (lambda: gr.CheckboxGroup(3), "CheckboxGroup(choices=3): choices have to be a list."),
        (lambda: gr.CheckboxGroup("abc"), "choices have to be a list"),
        (lambda: gr.Blocks(app_id="a/b"), "cannot name a folder"),
        (lambda: gr.Blocks(app_id=".."), "cannot name a folder"),
    ],
)
def test_a_wrong_argument_is_a_type_error_that_says_what_is_wrong(make, message):
    """It is raised where the component is made."""
    with pytest.raises(TypeError) as caught:
        make()
    assert message in str(caught.value)


def test_elem_classes_may_be_one_name():
    """A single class need not be put into a list."""
    assert gr.Textbox(elem_classes="big").elem_classes == ["big"]
    assert gr.Textbox(elem_classes=None).elem_classes == []
    assert gr.Textbox().elem_classes == []


def test_interactive_is_decided_by_use():
    """What only listeners write is read-only; inputs and unused components are not; saying it decides."""
    from desktop_app.testing import HeadlessApp

    with gr.Blocks() as demo:
        gr.Textbox(label="Unused")
        both, given, written = gr.Textbox(label="Both"), gr.Textbox(label="In"), gr.Textbox(label="Out")
        said = gr.Textbox(label="Said", interactive=True)
        gr.Textbox(label="Off", interactive=False)
        both.submit(lambda a, b: "", [both, given], [both])
        both.submit(lambda: ("", ""), None, [written, said])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        labels = ("Unused", "Both", "In", "Out", "Said", "Off")
        assert [window.property(label, "interactive") for label in labels] == [True, True, True, False, True, False]
