"""Every component in real windows."""

from __future__ import annotations

from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.gallery_components"
TABS = ["Text", "Choices", "Numbers and dates", "Buttons", "Shown", "Layouts"]
SELECTED = "document.querySelector('[role=tab][aria-selected=true]').textContent"


def test_the_page_of_all_components_has_nothing_to_complain_of(start: Start):
    """Each tab is drawn, its heavy parts have come, and neither the page nor Python reports an error."""
    [window] = start(APP).windows(1)
    for tab in TABS:
        window.click(tab)
        wait_until(lambda tab=tab: window.evaluate(SELECTED).strip() == tab, f"the tab {tab}")
    window.click("Shown")
    ready = "[...document.querySelectorAll('.cm-editor, .katex')].length > 0"
    wait_until(lambda: window.evaluate(ready), "the parts that are heavy")
    window.app.ask("idle")
    for complaint in ("Traceback", "error in the page", "refused"):
        assert complaint not in window.app.log
