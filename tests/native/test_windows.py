"""Windows on the screen: where they are, how they are shown, what zoom they have, and how they come back."""

from __future__ import annotations

from tests.native.conftest import Start
from tests.native.native_app import NativeWindow, near
from tests.native.screen import wait_for_state, window_named
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.desktop"


def do(window: NativeWindow, line: str) -> None:
    """Let a handler do something to its window."""
    window.click("Command")
    window.keys("ctrl+a")
    xdotool("type", "--delay", "8", line)
    window.keys("Return")
    wait_until(lambda: window.find("Out")["value"] == f"done {line}", f"the handler to have done {line!r}", 20)


def test_a_handler_opens_a_window_of_a_size_at_a_place(start: Start) -> None:
    """With its title; a place on no screen becomes one that is."""
    app = start(APP)
    [window] = app.windows(1)
    do(window, "open 300,120,500,400")
    second = app.windows(2)[1]
    wait_until(lambda: near(second.geometry(), (300, 120, 500, 400)), f"its place; it is at {second.geometry()}")
    assert window_named("Second") in (second.handle, xdotool("getactivewindow").strip())
    do(window, "open 9000,9000,500,400")
    third = app.windows(3)[2]
    wait_until(lambda: near(third.geometry(), (390, 312, 500, 400), 60), f"the middle; it is at {third.geometry()}")


def test_a_window_is_shown_in_every_way(start: Start) -> None:
    """Maximized, full screen, before others, minimized, and as it was."""
    [window] = start(APP).windows(1)
    wait_for_state(window.handle)
    place = window.geometry()
    do(window, "call maximize")
    wait_for_state(window.handle, "MAXIMIZED_VERT", "MAXIMIZED_HORZ")
    do(window, "call restore")
    wait_for_state(window.handle)
    window.keys("F11")
    wait_for_state(window.handle, "FULLSCREEN")
    wait_until(lambda: window.geometry() == (0, 0, 1280, 1024), "the whole screen")
    window.keys("F11")
    wait_for_state(window.handle)
    wait_until(lambda: near(window.geometry(), place), f"where it was, {place}; it is at {window.geometry()}")
    do(window, "always_on_top True")
    wait_for_state(window.handle, "ABOVE")
    do(window, "always_on_top False")
    wait_for_state(window.handle)
    window.keys("ctrl+m")
    wait_for_state(window.handle, "HIDDEN")
    window.front()
    wait_for_state(window.handle)


def test_a_window_changes_title_size_and_place(start: Start) -> None:
    """And keeps to its limits."""
    [window] = start(APP).windows(1)
    do(window, "title 'Renamed'")
    assert window_named("Renamed")
    do(window, "size 600,480")
    wait_until(lambda: near(window.geometry()[2:], (600, 480)), f"its size; it is {window.geometry()}")
    do(window, "position 40,50")
    wait_until(lambda: near(window.geometry()[:2], (40, 50)), f"its place; it is {window.geometry()}")
    do(window, "limit all")
    xdotool("windowsize", window.handle, "900", "800")
    wait_until(lambda: window.geometry()[2] <= 540 and window.geometry()[3] <= 440, f"{window.geometry()}")


def test_a_window_comes_back_as_it_was(start: Start) -> None:
    """At the next start: place, size and zoom; then maximized."""
    app = start(APP)
    [window] = app.windows(1)
    window.put(120, 90, 760, 600)
    wait_until(lambda: abs(window.evaluate("innerWidth") - 760) <= 20, "a page of that width")
    inner = window.evaluate("innerWidth")
    window.keys("ctrl+plus", "ctrl+plus")
    wait_until(lambda: window.evaluate("innerWidth") < inner / 1.2, "a page that is shown larger")
    zoomed = window.evaluate("innerWidth")
    place = window.geometry()
    window.close()
    app.end()

    app = start(APP)
    [window] = app.windows(1)
    wait_until(lambda: near(window.geometry(), place), f"{place}; it is at {window.geometry()}")
    wait_until(lambda: abs(window.evaluate("innerWidth") - zoomed) <= 3, "the zoom")
    window.keys("ctrl+0")
    wait_until(lambda: abs(window.evaluate("innerWidth") - inner) <= 3, "its natural size")
    do(window, "call maximize")
    wait_for_state(window.handle, "MAXIMIZED_VERT", "MAXIMIZED_HORZ")
    window.close()
    app.end()

    app = start(APP)
    [window] = app.windows(1)
    wait_for_state(window.handle, "MAXIMIZED_VERT", "MAXIMIZED_HORZ")
    do(window, "call restore")
    wait_until(lambda: near(window.geometry(), place), f"{place}; it is at {window.geometry()}")


def test_zoom_outlives_a_reload_and_is_the_windows_own(start: Start) -> None:
    """Another window keeps its size."""
    app = start(APP)
    [window] = app.windows(1)
    do(window, "open 20,20,640,520")
    first, second = app.windows(2)
    inner = first.evaluate("innerWidth"), second.evaluate("innerWidth")
    first.keys("ctrl+minus")
    wait_until(lambda: first.evaluate("innerWidth") > inner[0] * 1.05, "a page that is shown smaller")
    smaller = first.evaluate("innerWidth")
    assert second.evaluate("innerWidth") == inner[1]
    first.reload()
    wait_until(lambda: abs(first.evaluate("innerWidth") - smaller) <= 2, "the zoom after the reload")
