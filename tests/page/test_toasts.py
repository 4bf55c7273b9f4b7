"""The short messages in the window's corner."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp, ShowApp


def toasting(*toasts: tuple[object, ...], **options: object) -> Blocks:
    """An app whose button shows toasts, each given as its function and its message."""

    def show_all() -> None:
        for kind, message in toasts:
            kind(message, **options)

    with gr.Blocks() as demo:
        gr.Button("Go").click(show_all)
    return demo


@pytest.mark.parametrize(
    ("kind", "role", "title"),
    [(gr.Info, "status", "Info"), (gr.Success, "status", "Success"), (gr.Warning, "alert", "Warning")],
)
def test_a_toast_has_its_role_title_and_text(show: ShowApp, kind: object, role: str, title: str):
    """What is urgent interrupts a screen reader, the rest waits; kinds are told apart by their title."""
    page = show(toasting((kind, "Line one\nline two")))
    page.get_by_role("button", name="Go").click()
    toast = page.get_by_role(role)
    expect(toast).to_contain_text("Line one\nline two")
    expect(toast.get_by_text(title, exact=True)).to_be_visible()


def test_an_error_that_a_handler_raises_is_shown(show: ShowApp, complaints):
    """`gr.Error` shows its own title and message, and the outputs stay."""

    def fail() -> str:
        raise gr.Error("Divide by something else.", title="Cannot divide")

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out", value="as before")
        gr.Button("Go").click(fail, outputs=out)
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("alert").get_by_text("Cannot divide")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Divide by something else.")
    expect(page.get_by_label("Out")).to_have_value("as before")
    complaints.expect("fail() stopped with: Divide by something else.")


def test_a_toast_goes_when_it_is_closed(show: ShowApp):
    """Each has a button of its own, which the keyboard reaches."""
    page = show(toasting((gr.Info, "first"), (gr.Warning, "second")))
    page.get_by_role("button", name="Go").click()
    page.get_by_role("status").get_by_role("button", name="Close").click()
    expect(page.get_by_text("first")).to_have_count(0)
    page.get_by_role("alert").get_by_role("button", name="Close").press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_toast_goes_by_itself_after_its_time(run: RunApp):
    """Ten seconds unless told; a window that is hidden changes nothing about it."""
    app = run(toasting((gr.Info, "for a while")))
    app.context.clock.install()
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.clock.fast_forward(9_000)
    expect(page.get_by_role("status")).to_be_visible()
    page.clock.fast_forward(1_100)
    expect(page.get_by_role("status")).to_have_count(0)


def test_a_toast_without_a_time_stays(run: RunApp):
    """`duration=None` waits for the user."""
    app = run(toasting((gr.Warning, "important"), duration=None))
    app.context.clock.install()
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.clock.fast_forward("24:00:00")
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_toast_stays_while_the_pointer_rests_on_it(run: RunApp):
    """Who is reading it has time, and all of it again after leaving."""
    app = run(toasting((gr.Info, "read me"), duration=2))
    app.context.clock.install()
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    page.get_by_role("status").hover()
    page.clock.fast_forward(60_000)
    expect(page.get_by_role("status")).to_be_visible()
    page.mouse.move(5, 500)
    page.clock.fast_forward(2_100)
    expect(page.get_by_role("status")).to_have_count(0)


def test_the_newest_toast_is_on_top_and_leaves_the_app_usable(show: ShowApp):
    """Toasts pile up in the corner; between and below them the page can be clicked."""
    page = show(toasting(*((gr.Info, f"message {number}") for number in range(3))))
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("status")).to_contain_text(["message 2", "message 1", "message 0"])
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("status")).to_have_count(6)


def test_toasts_end_with_the_page(show: ShowApp):
    """A reload begins without them."""
    page = show(toasting((gr.Info, "old")))
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Go")).to_be_visible()
    expect(page.get_by_role("status")).to_have_count(0)


def test_a_toast_without_a_title_shows_its_message_alone(show: ShowApp):
    """An empty title leaves no empty line."""
    page = show(toasting((gr.Info, "only this"), title=""))
    page.get_by_role("button", name="Go").click()
    expect(page.locator(".toast-text > *")).to_have_text(["only this"])
