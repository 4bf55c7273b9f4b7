"""What is dragged on to a window does not take the place of its page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.native.conftest import Opened, Start
from tests.native.native_app import ROOT, NativeWindow
from tests.native.site import Site
from tests.native.test_navigation import APP, assert_alive
from tests.waiting import wait_until
from tests.xdotool import xdotool

TRIES = 5  # a hand that lets go too early tries again


def drag(start: tuple[int, int], end: tuple[int, int], seen: Callable[[], bool]) -> None:
    """Drag from one place of the screen to another, as a hand does: in steps, until the other side sees it."""
    xdotool("mousemove", *map(str, start), "mousedown", "1")
    moves = 0

    def there() -> bool:
        nonlocal moves
        moves += 1
        step = min(moves, 20)
        x, y = (a + (b - a) * step // 20 + moves % 2 for a, b in zip(start, end, strict=True))
        xdotool("mousemove", str(x), str(y))
        return step == 20 and seen()

    try:
        wait_until(there, "the page to see what is dragged over it")
    finally:
        xdotool("mouseup", "1")


def watch(window: NativeWindow) -> None:
    """Let the page note what is dragged over it."""
    window.evaluate("(addEventListener('dragover', () => { window.draggedOver = true; }, true), 1)")


def seen_by_page(window: NativeWindow) -> bool:
    """Whether the page was told that something is dragged over it."""
    return bool(window.evaluate("Boolean(window.draggedOver)"))


def seen_by_python(window: NativeWindow) -> bool:
    """Let the GUI thread take what is dragged over the window: it answers after that."""
    return all(window.evaluate("1") for _ in range(10))


@pytest.mark.parametrize("what", ["a file", "a web page", "an address"])
def test_what_another_program_drops_does_not_replace_the_page(
    start: Start,
    site: Site,
    opened: Opened,
    tmp_path,
    what: str,
):
    """A file and a link dropped on the window: it shows its page, nothing is loaded, nothing opens.

    Files are for Python, and the page never sees them.
    """
    page = tmp_path / "dropped.html"
    page.write_text("<h1>Dropped</h1>")
    uri = {"a file": "file:///etc/hostname", "a web page": page.as_uri(), "an address": f"{site.url}/dropped"}[what]
    is_file = uri.startswith("file:")
    app = start(APP)
    [window] = app.windows(1)
    window.find("Echo")
    session, here = window.session(), window.evaluate("location.href")
    window.put(400, 100, 700, 800)
    watch(window)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.native.drag_source", uri], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as source:
        try:
            assert source.stdout is not None
            assert source.stdout.readline() == "ready\n"
            handle = xdotool("search", "--sync", "--onlyvisible", "--name", "Drag source").split()[0]
            xdotool("windowmove", handle, "0", "0", "windowactivate", "--sync", handle)
            for _ in range(TRIES):
                drag((100, 60), (750, 700), lambda: seen_by_python(window) if is_file else seen_by_page(window))
                if source.stdout.readline() == "done\n" or not is_file:
                    break
            else:
                pytest.fail("the window did not take what was dropped")
        finally:
            source.terminate()
    if is_file:
        window.wait_for("Out", f"dropped {uri.removeprefix('file://')}")
    assert window.evaluate("location.href") == here
    assert_alive(window, session)
    assert site.visits == []
    assert opened() == []


def test_a_link_of_the_page_dropped_on_the_page_leads_nowhere(
    start: Start,
    site: Site,
    opened: Opened,
):
    """The user drags a link, in a page that lets them, and lets it go over the page: nothing happens."""
    app = start(APP)
    [window] = app.windows(1)
    place = window.find("Plain")
    session, here = window.session(), window.evaluate("location.href")
    watch(window)
    window.evaluate("(document.querySelectorAll('a').forEach((a) => { a.style.webkitUserDrag = 'element'; }), 1)")
    left, top, width, height = window.geometry()
    window.front()
    x, y = round(place["x"]), round(height - place["innerHeight"] + place["y"])
    xdotool("mousemove", "--window", window.handle, str(x), str(y))
    found = dict(line.split("=") for line in xdotool("getmouselocation", "--shell").split())
    begin = (int(found["X"]), int(found["Y"]))
    drag(begin, (left + width // 2, top + height - 60), lambda: seen_by_page(window))
    assert window.evaluate("location.href") == here
    assert_alive(window, session)
    assert site.visits == []
    assert opened() == []
