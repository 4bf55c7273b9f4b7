"""What goes wrong in real windows: it is said, the app goes on, and nothing is lost."""

from __future__ import annotations

import json

from tests.listening import listening_sockets
from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.unhappy"


def test_a_failing_handler_shows_a_toast_and_no_traceback(start: Start):
    """The user reads which action failed; the page holds neither traceback nor path; the next action works."""
    app = start(APP)
    [window] = app.windows(1)
    window.click("Raise")
    window.wait_for_text("Something went wrong in <lambda>. The log has the details.")
    html = window.evaluate("document.documentElement.outerHTML")
    assert "Traceback" not in html
    assert "ZeroDivisionError" not in html
    assert "ZeroDivisionError" in app.log
    window.type("Box", "still here")
    window.click("Echo")
    window.wait_for("Out", "defaultstill here")


def test_closing_does_not_wait_for_a_handler_that_never_returns(start: Start):
    """The app ends with status 0, and its log names the handler."""
    app = start(APP)
    [window] = app.windows(1)
    window.click("Stay")
    window.click("Echo")
    window.wait_for("Out", window.find("Box")["value"])
    window.close()
    app.end()
    assert "the app ends although not everything is done" in app.log


def test_forged_messages_do_nothing(start: Start):
    """Garbage, a foreign nonce and a click on a hidden button are refused, and the page is left as it was."""
    app = start(APP)
    [window] = app.windows(1)
    forged = {"type": "event", "nonce": "x", "number": 1, "target": 1, "event": "click", "data": None, "edits": {}}
    for text in ("garbage", json.dumps(forged), '{"type": "ready", "storage": null}'):
        window.evaluate(f"(desktopAppTransport.send({json.dumps(text)}), 1)")
    wait_until(lambda: app.log.count("a message from the page was refused") == 3, "three refusals in the log")
    window.type("Box", "fine")
    window.click("Echo")
    window.wait_for("Out", "defaultfine")


def test_garbage_in_local_storage_is_kept_aside(start: Start):
    """The default is used, and what could not be read is stored under another name."""
    app = start(APP)
    [window] = app.windows(1)
    window.evaluate("(localStorage.setItem('desktop_app:unhappy-1', '{broken'), 1)")
    window.reload()
    window.wait_for("Box", "default")
    keys = "Object.keys(localStorage).filter((key) => key.startsWith('desktop_app:unhappy-1 unreadable'))"
    wait_until(lambda: window.evaluate(keys), "the garbage under another name")
    assert window.evaluate(f"localStorage.getItem({keys}[0])") == "{broken"
    assert "the value of 'unhappy-1' cannot be used, it was not written by this app" in app.log


def test_a_full_local_storage_loses_nothing(start: Start):
    """The log says so, the app goes on, and what was typed is there at the next start: the app's own store has it."""
    app = start(APP)
    [window] = app.windows(1)
    window.evaluate(
        "(() => { let size = 1 << 22; while (size) {"
        " try { localStorage.setItem('filler' + Math.random(), 'x'.repeat(size)); } catch { size >>= 1; } }"
        " return 1; })()"
    )
    window.type("Box", "a")
    wait_until(lambda: "localStorage is full" in app.log, "the log to say that localStorage is full")
    window.click("Echo")
    window.wait_for("Out", "defaulta")
    window.close()
    app.end()
    [window] = start(APP).windows(1)
    window.wait_for("Box", "defaulta")


def test_a_megabyte_goes_there_and_back(start: Start):
    """Long text with every kind of character arrives as it was sent."""
    text = 'ä😀"\\</script>\u2028' * 100 + "x" * 1_000_000
    app = start(APP)
    [window] = app.windows(1)
    window.find("Box")
    window.evaluate(
        "(() => { const box = [...document.querySelectorAll('wa-textarea')].find((e) => e.label === 'Box');"
        f" const inner = box.shadowRoot.querySelector('textarea'); inner.value = {json.dumps(text)};"
        " inner.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); return 1; })()"
    )
    window.click("Echo")
    window.wait_for("Out", text)


def test_nothing_listens_and_everything_is_kept_in_one_folder(start: Start, tmp_path):
    """No process of the app listens for TCP, and the webview's data is in the app's own folder."""
    app = start(APP)
    app.windows(1)
    assert listening_sockets(app.process.pid) == []
    assert (tmp_path / "home" / ".local" / "share" / "unhappy" / "webview").is_dir()
    assert {entry.name for entry in (tmp_path / "home").iterdir()} <= {".local", ".cache"}
