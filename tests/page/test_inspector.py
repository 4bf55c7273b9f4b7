"""The state inspector's key and its window in a real page."""

from __future__ import annotations

import json
from collections.abc import Set

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.testing.headless_surface import HeadlessSurface
from desktop_app.testing.local_storage import LocalStorage
from tests.page.chromium_app import ChromiumApp
from tests.page.conftest import RunApp

HOSTILE = "<img src=x onerror=alert(1)> </td></table> a | b **bold** `code` &lt; www.example.org"


def notes() -> Blocks:
    """An app with a field, and a hostile value in each scope."""
    with gr.Blocks(title="Notes", app_id="notes") as demo:
        for key in ("short", "key_of_a_length_that_does_not_fit_into_its_column_however_wide_the_window_is"):
            gr.GlobalState([HOSTILE], key=key)
        gr.BrowserState({HOSTILE: "x" * 300}, storage_key="kept")
        gr.State(HOSTILE)
        gr.Textbox(label="Text")
        gr.Button("Break <b>").click(lambda: 1 / 0)
    return demo


def asked(app: ChromiumApp) -> list[str]:
    """What the first page has said about the inspector."""
    app.settle()
    said = [json.loads(text) for text in app.surfaces[0].said]
    return [message["nonce"] for message in said if message["type"] == "inspect"]


def open_without_a_screen(app: ChromiumApp, monkeypatch: pytest.MonkeyPatch) -> list[HeadlessSurface]:
    """Let windows from now on be headless ones, as Playwright opens none while a page speaks; they are returned."""
    surfaces: list[HeadlessSurface] = []

    def opened(events: WindowEvents, arrangement: Arrangement, permissions: Set[str]) -> HeadlessSurface:
        surfaces.append(HeadlessSurface(events, arrangement, LocalStorage(None)))
        return surfaces[-1]

    monkeypatch.setattr(app, "open", opened)
    return surfaces


def inspector_page(app: ChromiumApp) -> Page:
    """Open the inspector and return its page."""
    app.app.open_inspector()
    page = app.surfaces[-1].page
    expect(page.locator(".inspector table").first).to_be_visible()
    return page


def test_the_key_opens_it(run: RunApp, monkeypatch: pytest.MonkeyPatch):
    """Ctrl+Shift+D with the focus in a field writes nothing there and opens the inspector's window, once."""
    app = run(notes())
    page = app.open_window()
    opened = open_without_a_screen(app, monkeypatch)
    page.get_by_label("Text").click()
    for _ in range(2):
        page.keyboard.press("Control+Shift+D")
        assert set(asked(app)) == {app.surfaces[0].told[0]["nonce"]}
    assert [surface.arrangement.title for surface in opened] == ["State inspector – Notes"]
    expect(page.get_by_label("Text")).to_have_value("")


@pytest.mark.parametrize(
    "keys", ["Control+D", "Shift+D", "Control+Alt+Shift+D", "Meta+Control+Shift+D", "Control+Shift+E"]
)
def test_no_other_key_opens_it(run: RunApp, keys: str):
    """With more, fewer or other keys nothing is said."""
    app = run(notes())
    page = app.open_window()
    page.keyboard.press(keys)
    assert asked(app) == []


def test_a_key_that_is_held_is_one_press(run: RunApp, monkeypatch: pytest.MonkeyPatch):
    """The keyboard's repetition asks for nothing."""
    app = run(notes())
    page = app.open_window()
    open_without_a_screen(app, monkeypatch)
    page.keyboard.down("Control")
    page.keyboard.down("Shift")
    for _ in range(3):
        page.keyboard.down("D")
    assert len(asked(app)) == 1


def test_values_are_shown_as_they_are(run: RunApp, complaints):
    """What looks like HTML or Markdown is text, in every table."""
    app = run(notes())
    app.open_window().get_by_role("button", name="Break").click()
    app.settle()
    page = inspector_page(app)
    tables = page.locator(".inspector")
    for number, start in enumerate(("['<img src=x", "'<img src=x", "{'<img src=x")):
        expect(tables.nth(number).locator("td.value").first).to_contain_text(start)
        expect(tables.nth(number).locator("td.value").first).to_contain_text(
            "</td></table> a | b **bold** `code` &lt; www"
        )
    expect(tables.nth(3)).to_contain_text("Button 'Break <b>'.click")
    assert page.locator(".inspector :is(td, th) *").count() == 0
    complaints.expect("<lambda>() failed")


@pytest.mark.parametrize("width", [960, 600])
def test_nothing_is_wider_than_the_window(run: RunApp, width: int):
    """Long keys and values go on in another line; the page is never moved sideways."""
    app = run(notes(), viewport={"width": width, "height": 720})
    app.open_window()
    page = inspector_page(app)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "e => [...e.querySelectorAll('*')].filter(c => c.getBoundingClientRect().right > innerWidth).length"
    assert page.locator("#app").evaluate(wide) == 0


def test_what_happens_appears_by_itself(run: RunApp):
    """A value that is written, and a failure in another colour."""
    with gr.Blocks() as demo:
        total = gr.GlobalState(0, key="total")
        gr.Button("Add").click(lambda n: n + 1, total, total)
    app = run(demo)
    window = app.open_window()
    page = inspector_page(app)
    expect(page.locator("td.value").first).to_have_text("0")
    window.get_by_role("button", name="Add").click()
    expect(page.locator("td.value").first).to_have_text("1")
    expect(page.locator("td.last-write").first).to_contain_text("by <lambda>() in window-1")
