"""What is wrong with a listener is said as early as it can be known."""

from __future__ import annotations

import pytest

import desktop_app as gr


def nothing():
    """A listener's function."""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"trigger_mode": "twice"}, "nothing: trigger_mode='twice'; use 'once' or 'multiple' or 'always_last'"),
        ({"show_progress": "some"}, "use 'full' or 'minimal' or 'hidden'"),
        ({"api_visibility": "hidden"}, "use 'public' or 'private' or 'undocumented'"),
        ({"max_batch_size": 0}, "max_batch_size=0 has to be more than 0"),
        ({"time_limit": -1}, "time_limit=-1 has to be more than 0"),
        ({"stream_every": 0}, "stream_every=0 has to be more than 0"),
        ({"concurrency_limit": 0}, "use 1 or more, or None"),
        ({"js": True}, "js has to be JavaScript code as a text, not True"),
        ({"cancels": nothing}, "cancels takes what attaching a listener returned"),
        ({"validator": "no"}, "validator has to be a function, not 'no'"),
        ({"show_progress_on": 5}, "has to be a component, not 5"),
        ({"no_such": 1}, "a listener has no argument 'no_such'"),
    ],
)
def test_an_option_that_cannot_be_names_itself_and_what_may_be(options, message):
    """Where the listener is written."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError) as raised:
        gr.Button("Go").click(nothing, **options)
    assert message in str(raised.value)


@pytest.mark.parametrize("role", ["inputs", "outputs", "show_progress_on"])
def test_a_component_of_another_app_names_itself_and_the_listener(role):
    """At the end of `with Blocks()`, when all that is in it is known."""
    with gr.Blocks():
        elsewhere = gr.Textbox(label="Elsewhere")

    def use(*_):
        return "x"

    with (
        pytest.raises(gr.DeclarationError, match=r"Textbox 'Elsewhere'.*of use\(\), is no part of this app"),
        gr.Blocks(),
    ):
        gr.Button("Go").click(use, **{role: elsewhere})


def test_a_component_that_is_rendered_later_is_part_of_the_app():
    """It only has to be there at the end."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Later", render=False)
        gr.Button("Go").click(lambda: "x", None, box)
        box.render()
    assert box.id in demo.blocks


def test_a_state_needs_no_place():
    """A state of no page can be made anywhere, also before the app."""
    total = gr.GlobalState(0)
    with gr.Blocks() as demo:
        gr.Button("Go").click(lambda n: n + 1, total, total)
    assert total.id in demo.blocks


def test_a_dependency_without_a_function_cannot_be_called():
    """Its error says so."""
    with gr.Blocks():
        dependency = gr.Button("Go").click(None)
    with pytest.raises(TypeError, match="no Python function"):
        dependency()
