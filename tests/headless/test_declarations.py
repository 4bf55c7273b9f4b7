"""Declaring an app: what belongs where, and what is said at once when it does not."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def test_blocks_nest_as_they_are_written():
    """The tree has each block in the layout whose `with` it was made in."""
    with gr.Blocks() as demo:
        with gr.Row() as row:
            with gr.Column() as column:
                box = gr.Textbox()
            button = gr.Button()
        text = gr.Markdown()
    assert demo.children == [row, text]
    assert row.children == [column, button]
    assert column.children == [box]
    assert set(demo.blocks.values()) == {row, column, box, button, text, demo.window}


def test_render_puts_a_block_where_it_is_wanted():
    """With `render=False` a block waits for its place, and listeners may name it before."""
    out = gr.Textbox("x", label="Out", render=False)
    with gr.Blocks() as demo:
        gr.Button("Go").click(lambda: "y", None, out)
        with gr.Row() as row:
            assert out.render() is out
    assert row.children == [out]
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("Out") == "y"


def test_a_block_has_one_place():
    """Rendering it again is an error that names it."""
    with gr.Blocks():
        box = gr.Textbox(label="Box")
        with pytest.raises(gr.DeclarationError, match="Textbox 'Box' is in the page already"):
            box.render()


def test_render_needs_blocks():
    """Outside of `with Blocks()` there is no place."""
    with pytest.raises(gr.DeclarationError, match="can only be rendered inside `with Blocks"):
        gr.Textbox(render=False).render()


@pytest.mark.parametrize(
    "attach", [lambda b: b.click(print), lambda b: b.click()(print), lambda b: gr.on(inputs=[b])(print)]
)
def test_listening_needs_blocks(attach):
    """A listener outside of `with Blocks()` is an error that names its event."""
    with gr.Blocks():
        button = gr.Button("Go")
    with pytest.raises(gr.DeclarationError, match=r"inside `with Blocks\(\):`"):
        attach(button)


def test_what_is_no_component_cannot_be_an_input_or_output():
    """The error shows what was given."""
    with gr.Blocks():
        button = gr.Button()
        with pytest.raises(gr.DeclarationError, match="An input has to be a component, not 'name'"):
            button.click(print, ["name"])
        with pytest.raises(gr.DeclarationError, match="An output has to be a component, not 1"):
            button.click(print, None, [1])
        with pytest.raises(gr.DeclarationError, match=r"takes events such as button\.click, not <Button 'Run'>"):
            gr.on([button], print)
        with pytest.raises(gr.DeclarationError, match="A listener needs a function, not 'print'"):
            gr.on(button.click, "print")


def test_blocks_can_be_rendered_inside_others():
    """All components and listeners of the inner ones work there, their load and unload among them."""
    ended = []
    with gr.Blocks() as inner:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(lambda: "went", None, out)
        inner.load(lambda: "loaded", None, out)
        inner.unload(lambda: ended.append(1))
    with gr.Blocks() as outer, gr.Row():
        inner.render()
        gr.Markdown("beside")
    with HeadlessApp(outer) as app:
        window = app.open_window()
        assert window.value("Out") == "loaded"
        window.click("Go")
        assert window.value("Out") == "went"
    assert ended == [1]


def test_blocks_written_inside_others_are_part_of_them():
    """A nested `with Blocks()` is shown in its place."""
    with gr.Blocks() as outer, gr.Blocks():
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(lambda: "went", None, out)
    with HeadlessApp(outer) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("Out") == "went"


def test_an_error_inside_with_leaves_nothing_open():
    """After a failed declaration another can be made."""
    with pytest.raises(ZeroDivisionError), gr.Blocks(), gr.Row():
        _ = 1 / 0
    with gr.Blocks() as demo:
        box = gr.Textbox()
    assert demo.children == [box]


def test_the_app_id_comes_from_the_script():
    """It is the file's name, so folders and keys are the same at every start; one of one's own is taken."""
    assert gr.Blocks().app_id == "test-declarations"
    assert gr.Blocks(app_id="My.App_1").app_id == "My.App_1"


def test_a_dependency_shows_its_name():
    """What attaching gives back can be told apart in a debugger."""
    with gr.Blocks():

        def save():
            return None

        assert repr(gr.Button().click(save)) == "<listener save>"
        assert repr(gr.update(value=1)) == "update(value=1)"
        assert str(gr.Button("Go").click) == "Button 'Go'.click"
        assert repr(gr.Textbox(elem_id="here")) == "<Textbox 'here'>"


def test_arguments_have_a_place_or_a_name_and_come_once():
    """What does not fit is said of all arguments at once, and what is missing by its name."""
    with pytest.raises(gr.DeclarationError, match=r"Button\(value='y'\): Got multiple values for argument\."):
        gr.Button("x", value="y")
    with pytest.raises(gr.DeclarationError, match="TabbedInterface needs its argument 'interface_list'"):
        gr.TabbedInterface()
    with pytest.raises(gr.DeclarationError) as caught:
        gr.Textbox(lines=0, lable="x", max_length="long")
    first, second, third = str(caught.value).splitlines()
    assert first.startswith("Textbox(lines=0): Input should be")
    assert second.startswith("Textbox has no argument 'lable'. Did you mean 'label'?")
    assert third.startswith("Textbox(max_length='long'): Input should be")


def test_a_component_of_ones_own_may_have_other_arguments():
    """A subclass passes on what is the component's, which is checked there as ever."""

    class Money(gr.Number):
        def __init__(self, currency: str, **kwargs):
            super().__init__(label=f"Amount in {currency}", **kwargs)
            self.currency = currency

    class Loud(gr.Button):
        volume: int = 3

    with gr.Blocks() as demo:
        amount = Money("euros", precision=2)
        button = Loud("Shout", volume="11")
        assert (amount.currency, amount.precision, button.volume) == ("euros", 2, 11)
        with pytest.raises(gr.DeclarationError, match="precision"):
            Money("euros", precision="much")
        with pytest.raises(gr.DeclarationError, match=r"Loud\(volume='x'\): Input should be a valid integer"):
            Loud(volume="x")
        button.click(lambda value: value + 1, amount, amount)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Amount in euros", 2)
        window.click("Shout")
        assert window.value("Amount in euros") == 3
