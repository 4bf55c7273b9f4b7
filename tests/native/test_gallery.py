"""The gallery's pages in real windows."""

from __future__ import annotations

import pytest

from desktop_app.gallery.window import EXAMPLES
from tests.native.conftest import Start
from tests.waiting import wait_until

PAGES = ("gallery", *(f"gallery_{name}" for name in EXAMPLES))
SELECTED = "document.querySelector('[role=tab][aria-selected=true]').textContent"
TABS = "[...document.querySelectorAll('[role=tablist]')].slice(0, 1).flatMap((list) => [...list.children])"
NAMES = f"{TABS}.map((tab) => tab.textContent.trim())"
HEAVY = "document.querySelectorAll('.hljs-keyword, .cm-editor').length"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_anything_to_complain_of(start: Start, page: str):
    """Each tab is drawn, its heavy parts have come, and neither the page's console nor Python reports an error."""
    [window] = start(f"tests.native.apps.{page}").windows(1)
    window.app.ask("hear_console", window=window.id)
    window.reload()
    for tab in window.evaluate(NAMES):
        window.click(tab)
        wait_until(lambda tab=tab: window.evaluate(SELECTED).strip() == tab, f"the tab {tab}")
    if page == "gallery_components":
        window.click("Source")
    if page != "gallery":
        wait_until(lambda: window.evaluate(HEAVY), "the parts that are heavy")
    window.app.ask("idle")
    window.evaluate("console.error('the last') ?? 0")
    wait_until(lambda: window.app.console, "the console to be heard")
    wait_until(lambda: "the last" in window.app.console[-1], "the last line of the console")
    assert len(window.app.console) == 1, window.app.console
    for complaint in ("Traceback", "error in the page", "refused"):
        assert complaint not in window.app.log
