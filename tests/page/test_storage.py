"""Browser state in a real `localStorage`, also where it is full, spoilt or not there."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp

KEY = "desktop_app:kept"
BLOCK_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


def notebook() -> Blocks:
    """An app that keeps what is typed, and tells whether something was kept."""
    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text")
        kept = gr.BrowserState("nothing", storage_key="kept")
        length = gr.Textbox(label="Length")
        demo.load(lambda kept: kept, kept, text)
        text.input(lambda text: text, text, kept)
        kept.change(lambda kept: f"{len(kept)} signs", kept, length)
        gr.Button("Keep much").click(lambda: "x" * 10_000, outputs=kept)
    return demo


def stored(page: Page, key: str = KEY) -> object:
    """What is in the page's `localStorage`, as the value it stands for."""
    text = page.evaluate("key => localStorage.getItem(key)", key)
    return None if text is None else json.loads(json.loads(text)["text"])


def test_a_value_is_stored_at_once_and_read_at_the_next_load(run: RunApp):
    """What a handler writes is in `localStorage`, and a reload and another window begin with it."""
    app = run(notebook())
    page = app.open_window()
    expect(page.get_by_label("Text")).to_have_value("nothing")
    assert stored(page) is None
    page.get_by_label("Text").fill('Grüße "😀" </script>')
    app.settle()
    assert stored(page) == 'Grüße "😀" </script>'
    page.reload()
    expect(page.get_by_label("Text")).to_have_value('Grüße "😀" </script>')
    expect(app.open_window().get_by_label("Text")).to_have_value('Grüße "😀" </script>')


def test_what_others_store_is_none_of_ours(run: RunApp):
    """Entries without our prefix are neither read nor changed."""
    app = run(notebook())
    page = app.open_window()
    page.evaluate("localStorage.setItem('kept', 'other'); localStorage.setItem('else', 'not JSON')")
    page.reload()
    expect(page.get_by_label("Text")).to_have_value("nothing")
    app.settle()
    assert json.loads(app.surfaces[0].said[0]) == {"type": "ready", "storage": {}}
    assert page.evaluate("localStorage.getItem('kept')") == "other"


def test_a_full_storage_is_told_and_the_app_goes_on(run: RunApp, complaints):
    """The user reads that a value will not be there at the next start; until then it is."""
    app = run(notebook())
    page = app.open_window()
    page.evaluate("""() => {
      let text = "x".repeat(4 * 1024 * 1024);
      for (let number = 0; text.length > 0; number += 1) {
        try { localStorage.setItem(`filling ${number}`, text); } catch { text = text.slice(0, text.length / 2); }
      }
    }""")
    page.get_by_role("button", name="Keep much").click()
    expect(page.get_by_role("alert")).to_contain_text("could not save a value for the next start: its storage is full.")
    expect(page.get_by_label("Length")).to_have_value("10000 signs")
    page.get_by_label("Text").fill("y")
    expect(page.get_by_label("Length")).to_have_value("1 signs")
    app.settle()
    complaints.expect("localStorage is full: 'kept' could not be stored")


def test_a_spoilt_value_is_kept_aside_and_the_default_is_used(run: RunApp, complaints):
    """What is no JSON is kept under a name with its date, and the app begins as at its first start."""
    app = run(notebook())
    page = app.open_window()
    page.evaluate("key => localStorage.setItem(key, '{\"torn')", KEY)
    page.reload()
    expect(page.get_by_label("Text")).to_have_value("nothing")
    app.settle()
    entries = page.evaluate("({...localStorage})")
    assert [name.rpartition(" ")[0] for name in entries] == [f"{KEY} unreadable"]
    assert list(entries.values()) == ['{"torn']
    page.get_by_label("Text").fill("new")
    app.settle()
    assert stored(page) == "new"
    complaints.expect("the value of 'kept' cannot be used, it was not written by this app")


def test_without_a_storage_the_app_works_until_it_is_closed(run: RunApp, complaints):
    """A webview that refuses `localStorage` is reported, and the app goes on without."""
    app = run(notebook())
    app.context.add_init_script(BLOCK_STORAGE)
    page = app.open_window()
    expect(page.get_by_label("Text")).to_have_value("nothing")
    page.get_by_label("Text").fill("four")
    expect(page.get_by_label("Length")).to_have_value("4 signs")
    expect(page.get_by_role("alert")).to_contain_text("its storage cannot be used")
    complaints.expect("this webview has no localStorage", "localStorage is unavailable: 'kept'")
