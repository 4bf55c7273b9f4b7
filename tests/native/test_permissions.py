"""What a page may use beyond its window: nothing, but for what the author has named."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.waiting import wait_until

APP = "tests.native.apps.permitted"
ASKS = {
    "camera": "navigator.mediaDevices.getUserMedia({ video: true })",
    "microphone": "navigator.mediaDevices.getUserMedia({ audio: true })",
    "location": "new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no, { timeout: 5000 }))",
    "notifications": "Notification.requestPermission().then((said) => { if (said !== 'granted') throw said; })",
    "clipboard": "navigator.clipboard.readText()",
    "screen": "navigator.mediaDevices.getDisplayMedia({ video: true })",
}
MEDIA = {"camera", "microphone", "screen"}
DENIED = {"NotAllowedError", "1", "denied", "AbortError"}


def ask(window: NativeWindow, name: str) -> str:
    """What comes when the user has pressed a button and the page asks for this."""
    window.evaluate(
        "(window.said = undefined, addEventListener('click', () => { (async () => "
        + ASKS[name]
        + ")().then(() => { window.said = 'given'; },"
        " (error) => { window.said = String(error?.name ?? error?.code ?? error) + ' ' + (error?.message ?? ''); }); },"
        " { once: true }), 1)"
    )
    window.click("Echo")
    wait_until(lambda: window.evaluate("window.said ?? null") is not None, f"an answer about the {name}", 15)
    return str(window.evaluate("window.said"))


def opened(start: Start, monkeypatch: pytest.MonkeyPatch, permissions: str) -> tuple[NativeApp, NativeWindow]:
    """An app with these permissions, whose engine imitates a camera, a microphone and a screen."""
    monkeypatch.setenv("TEST_PERMISSIONS", permissions)
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--use-fake-device-for-media-stream")
    app = start(APP)
    [window] = app.windows(1)
    app.ask("imitate_devices", window=window.id)
    return app, window


def was_denied(app: NativeApp, name: str) -> bool:
    """Whether the log says that the page asked for it in vain."""
    return f'Blocks(permissions=["{name}"]) allows it' in app.log


def test_all_is_denied_by_default(start: Start, monkeypatch: pytest.MonkeyPatch):
    """The page asks, after a press of the user's, and gets nothing; the log says how an author could allow it."""
    app, window = opened(start, monkeypatch, "")
    for name in ASKS:
        said = ask(window, name)
        if app.engine == "gtk" and name in MEDIA:  # without one of them the page is not even given the function
            assert said.startswith("TypeError")
        else:
            assert said.split()[0] in DENIED, f"{name}: {said}"
            assert was_denied(app, name)


@pytest.mark.parametrize("name", ASKS)
def test_what_the_author_names_is_given_and_nothing_besides(start: Start, monkeypatch: pytest.MonkeyPatch, name: str):
    """Nothing here knows where it is, so of the location it is the decision alone that is seen."""
    app, window = opened(start, monkeypatch, name)
    for each in ASKS:
        said = ask(window, each)
        if each != name:
            assert said != "given", each
        elif name == "location":
            assert said.split()[0] in ("2", "3")  # no position is known; 1 would be a refusal
        else:
            assert said == "given"
    assert not was_denied(app, name)
    for each in set(ASKS) - MEDIA - {name}:
        assert was_denied(app, each), each
    for each in MEDIA - {name}:
        assert was_denied(app, each) or (app.engine == "gtk" and name not in MEDIA), each
