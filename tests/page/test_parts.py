"""Heavy parts of the page: they travel only when something needs them, and nothing waits for them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.bridge import parts
from tests.page.conftest import RunApp

HOLD = """(() => {
  const provide = window.desktopApp.provide;
  const held = [];
  window.desktopApp.provide = (...part) => held.push(part);
  window.letGo = () => { for (const part of held.splice(0)) provide(...part); };
  window.heldParts = () => held.length;
})()"""


def needs(app: Any) -> list[str]:
    """The parts that the page has asked for, in their order."""
    said = [message for message in app.surfaces[-1].said if '"type":"need"' in message]
    return [message.split('"part":"')[1].split('"')[0] for message in said]


def test_plain_text_needs_no_part(run: RunApp):
    """Neither code without a language nor prices are anything to highlight or to set."""
    with gr.Blocks() as demo:
        gr.Markdown("# Title\n\n`code`, $5 and $6\n\n```\nplain\n```")
    app = run(demo)
    page = app.open_window()
    expect(page.locator("pre")).to_be_visible()
    app.settle()
    assert needs(app) == []


def test_each_part_travels_once(run: RunApp):
    """However many components need it."""
    with gr.Blocks() as demo:
        for _ in range(3):
            gr.Markdown("$$x$$\n\n```python\nx = 1\n```")
            gr.Code("x", label="Code")
    app = run(demo)
    page = app.open_window()
    expect(page.locator(".katex")).to_have_count(3)
    expect(page.locator(".hljs-number")).to_have_count(3)
    expect(page.locator(".cm-content")).to_have_count(3)
    assert sorted(needs(app)) == ["codemirror", "highlight", "katex"]


def held(run: RunApp, demo: gr.Blocks) -> tuple[Any, Page]:
    """Open a window whose parts stay on their way until `letGo()`."""
    app = run(demo)
    app.late = True
    app.app.open_window()
    page = app.surfaces[-1].page
    page.evaluate(HOLD)
    page.evaluate("bringTransport()")
    expect(page.locator("[data-kind=blocks]")).to_be_attached()
    return app, page


def test_text_is_shown_plainly_while_a_part_travels(run: RunApp):
    """Formulas as they were written, code without colours, and the editor's text in a plain field."""
    with gr.Blocks() as demo:
        gr.Markdown("before $$x_1 + y_1$$ after\n\n```python\nx = 1\n```", elem_id="text")
        gr.Code("y = 2", "python", label="Code")
    _, page = held(run, demo)
    expect(page.get_by_text("before $$x_1 + y_1$$ after")).to_be_visible()
    expect(page.locator("pre")).to_have_text("x = 1\n")
    expect(page.get_by_label("Code")).to_have_value("y = 2")
    expect(page.get_by_label("Code")).not_to_be_editable()
    page.wait_for_function("heldParts() === 3")
    page.evaluate("letGo()")
    expect(page.locator(".katex")).to_be_visible()
    expect(page.locator(".hljs-number")).to_have_text("1")
    expect(page.get_by_role("textbox", name="Code")).to_have_text("y = 2")
    expect(page.get_by_role("textbox", name="Code")).to_be_editable()


def test_what_a_handler_writes_while_a_part_travels_is_there_afterwards(run: RunApp):
    """The newest text is the one that is set and edited."""
    with gr.Blocks() as demo:
        text = gr.Markdown("$$a$$")
        code = gr.Code("old", label="Code")
        gr.Button("Go").click(lambda: ("$$b$$", "new"), outputs=[text, code])
    _, page = held(run, demo)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("$$b$$")).to_be_visible()
    expect(page.get_by_label("Code")).to_have_value("new")
    page.evaluate("letGo()")
    expect(page.locator("annotation")).to_have_text("b")
    expect(page.locator(".cm-content")).to_have_text("new")


def test_a_reload_brings_the_parts_again(run: RunApp):
    """The new page has none of them."""
    with gr.Blocks() as demo:
        gr.Markdown("$$x$$")
    page = run(demo).open_window()
    expect(page.locator(".katex")).to_be_visible()
    page.reload()
    expect(page.locator(".katex")).to_be_visible()


def test_parts_load_nothing():
    """Fonts and styles are in them, and nothing comes later."""
    katex = parts.script("katex") or ""
    assert katex.count("url(data:font/woff2") == 20
    assert "url(fonts/" not in katex
    assert "@import" not in katex
    for name in ("codemirror", "highlight", "katex"):
        assert "import(" not in (parts.script(name) or "import(")
