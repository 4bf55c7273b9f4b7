"""What goes wrong: in a handler, in the page, in what cannot be shown."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from desktop_app.desktop.page import page_url
from tests.page.conftest import RunApp, ShowApp


def test_a_handler_that_fails_shows_no_inner_matters(show: ShowApp, complaints):
    """The user reads that something went wrong, not where: no traceback, no path, no message meant for the log."""

    def fail() -> str:
        raise OSError(13, "secret of the house", "/home/ada/secret.txt")

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out", value="as before")
        gr.Button("Fail").click(fail, outputs=out)
        gr.Button("Work").click(lambda: "works", outputs=out)
    page = show(demo)
    page.get_by_role("button", name="Fail").click()
    toast = page.get_by_role("alert")
    expect(toast).to_contain_text("Something went wrong")
    expect(toast).not_to_contain_text(re.compile(r"secret|Traceback|OSError|\.py|/"))
    expect(page.get_by_label("Out")).to_have_value("as before")
    page.get_by_role("button", name="Work").click()
    expect(page.get_by_label("Out")).to_have_value("works")
    complaints.expect("fail() failed")


@pytest.mark.parametrize(
    "script",
    ["setTimeout(() => { throw new Error('broken page') })", "void Promise.reject(new Error('broken page'))"],
)
def test_an_error_in_the_page_is_in_our_log(run: RunApp, complaints, script: str):
    """What nobody caught in the page's code is reported to Python, and the app goes on."""
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Work").click(lambda: "works", outputs=out)
    app = run(demo)
    page = app.open_window()
    page.evaluate(f"() => {{ {script} }}")
    page.get_by_role("button", name="Work").click()
    expect(page.get_by_label("Out")).to_have_value("works")
    app.settle()
    complaints.expect("log: an error in the page: Error: broken page", "uncaught: broken page")


def test_a_component_the_page_does_not_know_gets_a_notice(run: RunApp, complaints, monkeypatch: pytest.MonkeyPatch):
    """What cannot be shown says so in its place, and everything around it works."""
    monkeypatch.setattr(gr.Number, "kind", "hologram")
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        with gr.Row():
            gr.Number(label="Number", value=1)
            echo = gr.Textbox(label="Echo")
        box.change(lambda text: text, box, echo)
    app = run(demo)
    page = app.open_window()
    expect(page.get_by_text("This window cannot show a component of kind hologram.")).to_be_visible()
    page.get_by_label("Box").fill("still here")
    expect(page.get_by_label("Echo")).to_have_value("still here")
    app.settle()
    complaints.expect("an error in the page: Error: There is no component of kind hologram in this page.")


def test_a_page_without_its_app_explains_itself(run: RunApp):
    """Opened by hand in a browser, it says how it is meant to be started."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Box")
    app = run(demo)
    app.context.clock.install()
    page = app.context.new_page()
    page.goto(page_url())
    page.clock.fast_forward(4_000)
    expect(page.locator("main")).to_be_empty()
    page.clock.fast_forward(1_500)
    expect(page.get_by_text("This page is part of a desktop app. Start it with: python your_app.py")).to_be_visible()


def test_a_slow_host_replaces_the_explanation(run: RunApp):
    """A transport that comes after the page has given up waiting still brings the app."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Box", value="here")
    app = run(demo)
    app.context.clock.install()
    app.late = True
    app.app.open_window()
    page = app.surfaces[0].page
    page.clock.fast_forward(5_500)
    expect(page.get_by_text("This page is part of a desktop app.")).to_be_visible()
    page.evaluate("bringTransport()")
    expect(page.get_by_label("Box")).to_have_value("here")
    page.clock.fast_forward(10_000)
    expect(page.get_by_text("This page is part of a desktop app.")).to_have_count(0)


def test_a_batch_for_an_old_load_is_left_alone(run: RunApp):
    """What was on its way to the page before a reload changes nothing of the new one."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", value="new")
    app = run(demo)
    page = app.open_window()
    old = {"type": "batch", "nonce": "old", "number": 1, "seen": 0, "toasts": [], "storage": {"kept": "1"}}
    page.evaluate("batch => desktopApp.receive(batch)", {**old, "updates": [{"id": box.id, "props": {"value": "old"}}]})
    app.settle()
    expect(page.get_by_label("Box")).to_have_value("new")
    assert page.evaluate("localStorage.length") == 0
