"""A window that was closed and is opened again."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp


def test_it_shows_what_the_user_had_opened_and_selected(run: RunApp):
    """Though no listener asked for it."""
    with gr.Blocks(keep_closed=60) as demo:
        with gr.Accordion("More", open=False):
            gr.Markdown("inside")
        with gr.Tabs():
            with gr.Tab("One"):
                gr.Markdown("first")
            with gr.Tab("Two", id="two"):
                gr.Markdown("second")
        with gr.Walkthrough(selected=1):
            with gr.Step("Start"):
                gr.Markdown("at the start")
            with gr.Step("End"):
                gr.Markdown("at the end")
        with gr.Sidebar("Side"):
            gr.Markdown("beside")
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="More").click()
    page.get_by_role("tab", name="Two").click()
    page.get_by_role("tab", name="Start").click()
    page.get_by_role("button", name="Toggle sidebar Side").click()
    app.settle()
    app.surfaces[-1].close()
    app.app.reopen_window()
    page = app.surfaces[-1].page
    expect(page.get_by_text("inside")).to_be_visible()
    expect(page.get_by_text("second")).to_be_visible()
    expect(page.get_by_text("at the start")).to_be_visible()
    expect(page.get_by_text("beside")).to_be_hidden()
