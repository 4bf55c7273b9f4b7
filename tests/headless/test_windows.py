"""Windows: where they are, how they are shown, and how they come back."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.engines.engine import Screen
from desktop_app.testing import HeadlessApp
from desktop_app.windows import memory

SCREEN = Screen(0, 0, 1920, 1080)
SECOND = Screen(1920, 0, 1280, 1024)


def plain(**options):
    with gr.Blocks(title="Plain", **options) as demo:
        gr.Textbox(label="Text")
    return demo


def test_a_window_opens_as_its_blocks_say():
    """Size, limits and title."""
    with HeadlessApp(plain(size=(500, 400), min_size=(300, 200), max_size=(900, 800), resizable=False)) as app:
        arrangement = app.open_window().window.arrangement
        assert (arrangement.title, arrangement.size) == ("Plain", (500, 400))
        assert (arrangement.min_size, arrangement.max_size) == ((300, 200), (900, 800))
        assert arrangement.resizable is False


def test_a_handler_opens_a_window_as_it_likes():
    """What is said to `open_window` counts before what the blocks say."""
    other = plain(size=(500, 400))
    with gr.Blocks() as demo:
        gr.Button("Open").click(
            lambda: (
                gr.App.current().open_window(
                    other, title="Other", size=(320, 240), at=(10, 20), state="maximized", always_on_top=True, zoom=1.5
                )
                and None
            )
        )
    with HeadlessApp(demo) as app:
        app.open_window().click("Open")
        window = app.windows[1].window
        assert (window.title, window.size, window.position) == ("Other", (320, 240), (10, 20))
        assert (window.state, window.always_on_top, window.zoom) == ("maximized", True, 1.5)


@pytest.mark.parametrize(
    "wrong", [{"size": (0, 10)}, {"state": "tiny"}, {"zoom": 9}, {"at": ("a", 1)}, {"size": (10, 40_000)}]
)
def test_what_no_window_can_be_is_an_error(wrong):
    """It opens no window, and the message names the option."""
    with HeadlessApp(plain()) as app, pytest.raises(ValueError, match=next(iter(wrong))):
        app.app.open_window(**wrong)
    assert app.windows == []


def test_a_window_can_be_changed():
    """Each property can be set, and says what it is afterwards."""
    with HeadlessApp(plain()) as app:
        window = app.open_window().window
        window.title, window.size, window.position = "New", (400, 300), (5, 6)
        window.always_on_top = True
        window.limit(min_size=(100, 100))
        assert (window.title, window.size, window.position) == ("New", (400, 300), (5, 6))
        assert (window.always_on_top, window.arrangement.min_size) == (True, (100, 100))
        for do, state in [
            ("minimize", "minimized"),
            ("restore", "normal"),
            ("maximize", "maximized"),
            ("toggle_full_screen", "full_screen"),
            ("toggle_full_screen", "normal"),
        ]:
            getattr(window, do)()
            assert window.state == state
        window.to_front()
        assert window.surface.fronts == 1


def test_zoom_goes_in_steps_and_stops_at_the_ends():
    """As browsers do it, by menu and by keys."""
    with HeadlessApp(plain()) as app:
        window = app.open_window()
        window.press("Ctrl++")
        assert window.window.zoom == 1.1
        window.press("Ctrl+=")
        assert window.window.zoom == 1.25
        for _ in range(12):
            window.press("Ctrl+-")
        assert window.window.zoom == 0.5
        for _ in range(20):
            window.choose("View", "Zoom In")
        assert window.window.zoom == 3
        window.press("Ctrl+0")
        assert window.window.zoom == 1


def test_a_window_comes_back_as_it_was(tmp_path):
    """At the next start, by its name: place, size, zoom and whether it was maximized."""
    with HeadlessApp(plain(), storage=tmp_path) as app:
        window = app.open_window().window
        window.size, window.position, window.zoom = (700, 500), (50, 60), 1.25
        window.maximize()
        other = app.app.open_window(name="other")
        other.size = (300, 200)
        app.restart()
        again = app.open_window().window
        assert (again.size, again.position, again.zoom, again.state) == ((700, 500), (50, 60), 1.25, "maximized")
        assert app.app.open_window(name="other").size == (300, 200)
        assert app.app.open_window(name="third").size == (960, 720)


@pytest.mark.parametrize("state", ["full_screen", "minimized"])
def test_a_window_comes_back_where_it_can_be_seen(tmp_path, state):
    """Not minimized, and not full screen."""
    with HeadlessApp(plain(), storage=tmp_path) as app:
        app.open_window().window.state = state
        app.restart()
        assert app.open_window().window.state == "normal"


def test_what_is_kept_of_a_window_may_be_broken(tmp_path):
    """Then it opens as its blocks say."""
    with HeadlessApp(plain(), storage=tmp_path) as app:
        from desktop_app.state.shared import shared
        from desktop_app.state.store import Entry

        shared.store.update("window:Plain", lambda _: Entry('{"size": "broken"}', 1))
        assert app.open_window().window.size == (960, 720)


@pytest.mark.parametrize(
    ("at", "size", "there"),
    [
        ((100, 100), (800, 600), ((100, 100), (800, 600))),
        ((2000, 50), (800, 600), ((2000, 50), (800, 600))),
        ((5000, 50), (800, 600), ((560, 240), (800, 600))),
        ((100, -500), (800, 600), ((560, 240), (800, 600))),
        ((1000, 1070), (800, 600), ((560, 240), (800, 600))),
        ((1900, 100), (800, 600), ((1900, 100), (800, 600))),
        ((-780, 100), (800, 600), ((560, 240), (800, 600))),
        ((0, 0), (4000, 3000), ((0, 0), (1920, 1080))),
    ],
)
def test_a_window_comes_back_on_a_screen_that_exists(at, size, there):
    """Its top edge can be reached, and it is not larger than its screen."""
    arranged = memory.on_a_screen(Arrangement(at=at, size=size), [SCREEN, SECOND])
    assert (arranged.at, arranged.size) == there


def test_a_screen_that_is_gone_is_not_looked_for():
    """A window that was on a second screen is in the middle of the only one."""
    arranged = memory.on_a_screen(Arrangement(at=(2000, 50), size=(800, 600)), [SCREEN])
    assert arranged.at == (560, 240)


def test_windows_of_one_name_do_not_hide_each_other(tmp_path):
    """Each that opens where another is goes a little further."""
    with HeadlessApp(plain(), storage=tmp_path) as app:
        app.open_window().window.position = (50, 60)
        app.restart()
        places = [app.open_window().window.position for _ in range(3)]
        assert places == [(50, 60), (82, 92), (114, 124)]
