"""What each scenario does with real windows; each function is one promise, run in a process of its own."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

from desk import Desk
from pages import write_page
from processes import page_processes

from desktop_app.desktop.engines.errors import WindowClosed
from tests.listening import listening_sockets


def messages(desk: Desk) -> None:
    """Text passes both ways, in order, whatever is in it and however long, and a strict policy allows it."""
    window = desk.first
    window.ready()
    assert window.said.lines == ["<loading>", "ready"]
    for number in range(500):
        assert window.echo(number) == number
    for number in range(500, 1000):
        window.send(number)
    window.wait_for("999")
    assert window.said.lines[2:] == [str(number) for number in range(1000)]
    for text in ("é€😀", "\u2028\u2029", "</script>'\"\\`${x}", "\0\x01\n", "a" * 5_000_000, "é" * 1_000_000):
        assert window.echo(text) == text
    # A lone half of a surrogate pair cannot be encoded, but must not stop the messages after it.
    window.send("\ud800")
    assert window.view.evaluate("[1, {a: 'ü'}, null]") == [1, {"a": "ü"}, None]


def reload(desk: Desk) -> None:
    """A reload, by Python or by the page, says so before the new document's first message; a fragment does not."""
    window = desk.first
    window.ready()
    for count in range(2, 6):
        window.view.reload() if count % 2 else window.view.run("location.reload();0")
        window.ready(count)
    assert window.said.lines == ["<loading>", "ready"] * 5
    window.view.run("location.hash = 'part'; history.pushState({}, '', '#other');0")
    assert window.echo("still") == "still"
    assert window.view.evaluate("location.hash") == "#other"
    assert window.loads() == 5
    window.view.run("location.href = location.pathname;0")
    window.ready(6)


def stays(desk: Desk) -> None:
    """No way leads away from the page: not a script, a link, a new window, a frame or a form."""
    elsewhere = write_page(desk.folder / "elsewhere.html", strict=False)
    window = desk.open(write_page(desk.folder / "loose.html", strict=False))
    window.ready()
    here = window.view.evaluate("location.href")
    # Some of these the webviews refuse themselves, without a word: a window, data, a port that no browser opens.
    window.view.run(f"window.open({json.dumps(elsewhere.as_uri())});0")
    for url in ("http://127.0.0.1:9/forbidden-port", "data:text/html,hello", "http://127.0.0.1:8099/script"):
        window.view.run(f"location.href = {json.dumps(url)};0")
        assert window.echo(url) == url
    ways = {
        elsewhere.as_uri(): "location.href = {url}",
        write_page(desk.folder / "replaced.html", strict=False).as_uri(): "location.replace({url})",
        write_page(desk.folder / "frame.html", strict=False).as_uri(): FRAME,
        "http://127.0.0.1:8099/frame": FRAME,
        "http://127.0.0.1:8099/form": FORM,
        "other:": "location.href = {url} + 'x'",
    }
    for url, script in ways.items():
        window.view.run(f"{script.format(url=json.dumps(url))};0")
        desk.log.wait_for_part(url)
        assert window.echo(url) == url
    assert window.view.evaluate("location.href") == here
    assert window.loads() == 1
    assert not (desk.folder / "opened").exists()


FRAME = "(frame => {{ frame.src = {url}; document.body.append(frame); }})(document.createElement('iframe'))"
FORM = "(form => {{ form.action = {url}; document.body.append(form); form.submit(); }})(document.createElement('form'))"


def bare(desk: Desk) -> None:
    """The page finds none of pywebview's objects, no permissions, no files, and nobody listens on a socket."""
    window = desk.open(write_page(desk.folder / "loose.html", strict=False))
    window.ready()
    assert window.view.evaluate("typeof window.pywebview") == "undefined"
    assert window.view.evaluate("typeof (window.webkit?.messageHandlers?.jsBridge)") == "undefined"
    assert window.view.evaluate("typeof (window.external?.call)") == "undefined"
    assert window.view.evaluate("Object.isFrozen(desktopAppTransport)") is True
    asks = {
        "geolocation": "new Promise((_, no) => navigator.geolocation.getCurrentPosition(_, e => no(e.code)))",
        "notifications": "Notification.requestPermission().then(p => { if (p !== 'granted') throw p; })",
        "camera": "navigator.mediaDevices.getUserMedia({video: true, audio: true})",
        "clipboard": "navigator.clipboard.readText()",
        "file": "fetch('file:///etc/hostname').then(r => r.text())",
        "passwords": "fetch('/etc/hostname').then(r => r.text())",
    }
    for name, ask in asks.items():
        window.view.run(
            f"(async () => {ask})()"
            f".then(() => desktopApp.receive('{name} yes'), () => desktopApp.receive('{name} no'));0"
        )
        window.said.wait_for_part(f'"{name} ')
        assert f'"{name} no"' in window.said.lines, window.said.lines
    assert listening_sockets(os.getpid()) == []


def closing(desk: Desk) -> None:
    """Closing waits for nothing, not even a page that never ends; it is said once, and calls after it do nothing."""
    window = desk.open(desk.folder / "page.html")
    window.ready()
    for number in range(200):
        window.send("x" * 10_000 + str(number))
    window.view.run("for (;;) {}")
    window.send("never")
    window.view.close()
    window.view.close()
    window.wait_for("<closed>")
    assert window.view.closed
    window.send("late")
    window.view.reload()
    window.view.close()
    try:
        window.view.evaluate("1")
    except WindowClosed:
        pass
    else:
        raise AssertionError("a closed window answered")
    early = desk.open(desk.folder / "page.html")
    early.close()
    user = desk.open(desk.folder / "page.html")
    user.ready()
    user.view.window.destroy()
    user.wait_for("<closed>")
    assert [w.said.lines.count("<closed>") for w in (window, early, user)] == [1, 1, 1]
    assert all(w.said.lines[-1] == "<closed>" for w in (window, early, user))


def public_window(desk: Desk) -> None:
    """pywebview's own window object still works: title, size, scripts, and its events."""
    window = desk.first
    window.ready()
    native = window.view.window
    assert native.events.loaded.wait(15)
    native.set_title("Ein Büro")
    assert native.run_js("1 + 1") == 2
    native.resize(640, 480)
    native.hide()
    native.show()
    assert window.threads == {"MainThread"}


def crash(desk: Desk) -> None:
    """A page whose process dies is reported, and a reload brings it back."""
    window = desk.first
    window.ready()
    for process in page_processes():
        os.kill(process, signal.SIGKILL)
    window.said.wait_for_part("<gone> ")
    window.view.reload()
    window.ready(2)
    assert window.echo("back") == "back"


def failing_handler(desk: Desk) -> None:
    """An error in a handler is logged and the window goes on."""
    window = desk.first
    window.ready()
    window.send("fail")
    desk.log.wait("the failure", lambda lines: "A window's handler failed." in lines)
    assert window.echo("good") == "good"


def store_first(desk: Desk) -> None:
    """Two windows see each other's localStorage."""
    desk.first.ready()
    second = desk.open(desk.folder / "page.html")
    second.ready()
    desk.first.view.run("localStorage.setItem('desktop_app:key', 'välue');0")
    assert desk.first.echo("written") == "written"
    # Each window is told of the other's write a little later.
    arrived = "{ if (localStorage.getItem('desktop_app:key')) { clearInterval(look); desktopApp.receive('arrived'); } }"
    second.view.run(f"const look = setInterval(() => {arrived}, 5);0")
    second.wait_for('"arrived"')
    assert second.view.evaluate("localStorage.getItem('desktop_app:key')") == "välue"


def store_again(desk: Desk) -> None:
    """localStorage is there after a restart."""
    desk.first.ready()
    assert desk.first.view.evaluate("localStorage.getItem('desktop_app:key')") == "välue"
    assert set(Path.home().rglob("*")) <= {Path.home() / ".cache"}  # an empty folder that GLib makes


def nothing(desk: Desk) -> None:
    """Windows open and close, and the process ends."""
    desk.first.ready()
    seconds = [desk.open(desk.folder / "page.html") for _ in range(3)]
    for window in seconds:
        window.ready()
    seconds[1].close()
    assert seconds[2].echo(1) == 1


def stock_messages(desk: Desk) -> None:
    """pywebview as it is: text passes both ways in order under a strict policy, and a page can call nothing else."""
    window = desk.first
    window.ready()
    for number in range(200):
        window.send(number)
    window.wait_for("199")
    assert window.said.lines == ["<loading>", "ready", *[str(number) for number in range(200)]]
    for text in ("é€😀\u2028", "\0\x01\n", "a" * 1_000_000):
        assert window.echo(text) == text
    for name in ("desktopApp.__call__", "desktopApp.__class__", "__class__", "_receive", "desktopApp"):
        window.view.run(f"pywebview._jsApiCallback('{name}', ['guess', 'document', 0, 'forged'], '1');0")
    assert window.echo("after") == "after"
    assert "forged" not in window.said.lines
    window.view.reload()
    window.ready(2)
    assert window.said.lines[-2:] == ["<loading>", "ready"]
    second = desk.open(desk.folder / "page.html")
    second.ready()
    second.close()
    assert second.said.lines.count("<closed>") == 1
    second.send("late")
    assert window.view.evaluate("1 + 1") == 2
