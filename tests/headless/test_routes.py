"""Several pages of one window."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def test_pages_share_the_session():
    """States, listeners from one page to another, and the load."""
    with gr.Blocks() as demo:
        count = gr.State(1)
        first = gr.Number(label="First")
    with demo.route("Second", "/second/") as second:
        shown = gr.Number(label="Second")
        demo.load(lambda n: (n, n), count, [first, shown])
    assert second.path == "second"
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert (window.value("First"), window.value("Second")) == (1, 1)


def test_a_path_comes_from_the_name():
    """In small letters, with dashes; two pages cannot have the same."""
    with gr.Blocks() as demo:
        pass
    assert demo.route("My Second Page").path == "my-second-page"
    with pytest.raises(gr.DeclarationError, match="there is a page of the path 'my-second-page' already"):
        demo.route("Other", "/my-second-page")


def test_a_listener_on_a_page_may_not_reach_another_app():
    """What is wrong is said at the end of the page's `with`."""
    with gr.Blocks():
        elsewhere = gr.Textbox(label="Elsewhere")
    with gr.Blocks() as demo:
        pass
    with pytest.raises(gr.DeclarationError, match="Textbox 'Elsewhere'"), demo.route("Second"):
        gr.Button("Go").click(lambda: "x", None, elsewhere)


@pytest.mark.parametrize("value", [[("one",)], ["one"], [("a", 5)]])
def test_links_are_pairs(value):
    """Of a name and where it leads."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="pairs of a name"):
        gr.Navbar(value)
