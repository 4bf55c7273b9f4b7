"""What each way out of the page comes to, whatever the page does about it, and what is heard of a page elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from desk import Desk, RecordedWindow
from pages import write_page

CLICKS = {
    "plain": ("", ["click", "1"]),
    "blank": ("target=_blank", ["click", "1"]),
    "saved": ("download", ["click", "1"]),
    "middle": ("", ["click", "2"]),
    "control": ("", ["keydown", "ctrl", "click", "1", "keyup", "ctrl"]),
    "shift": ("", ["keydown", "shift", "click", "1", "keyup", "shift"]),
}


def clicked_links(desk: Desk) -> None:
    """The engine itself follows no link and opens none elsewhere, however the user clicks it."""
    for name, (attribute, press) in CLICKS.items():
        link = f'<a href="http://127.0.0.1:9/{name}" {attribute} style="position:fixed;inset:0">go</a>'
        window = desk.open(write_page(desk.folder / f"{name}.html", link, strict=False))
        window.ready()
        window.view.run(
            "for (const type of ['click', 'auxclick']) addEventListener(type, () => desktopApp.receive('pressed'));"
            "requestAnimationFrame(() => requestAnimationFrame(() => desktopApp.receive('drawn')));0"
        )
        window.wait_for('"drawn"')
        xdotool("search", "--sync", "--onlyvisible", "--name", f"Window of {name}",
                "windowraise", "%1", "mousemove", "--window", "%1", "300", "300", *press)  # fmt: skip
        window.wait_for('"pressed"')
        assert window.echo("here") == "here"
        assert window.loads() == 1
        window.close()
    assert not (desk.folder / "opened").exists()


def elsewhere(desk: Desk) -> None:
    """A window that shows something else, with every lock off, hears nothing from there, and comes back to its page."""
    with Elsewhere(speak_script(desk.engine.name)) as site:
        other = desk.folder / "other.html"
        other.write_text(site.page(), encoding="utf-8")
        for count, url in enumerate((other.as_uri(), site.url), start=1):
            window = desk.open(desk.folder / "page.html")
            window.ready()
            let_it_go(window)
            if desk.engine.name == "qt":
                stay_there(window)
            load(window, url)
            desk.log.wait(f"{count} pages to speak", lambda lines, n=count: refused(lines) == n * len(GUESSES))
            assert window.said.lines.count("ready") + window.said.lines.count("<loading>") == len(window.said.lines)
            if desk.engine.name == "gtk":
                window.ready(2)
            window.close()
        window = desk.open(desk.folder / "page.html")
        window.ready()
        let_it_go(window)
        load(window, site.url)
        window.ready(2)
        assert window.echo("ours") == "ours"
        desk.log.wait_for_part("has left its page")


def stay_there(window: RecordedWindow) -> None:
    """Let the page elsewhere live: on Qt the way back begins before it does."""
    page = window.view.native.webview.page()  # type: ignore[attr-defined]
    on_gui_thread(window, lambda: page.urlChanged.disconnect(page.on_url))


def refused(lines: list[str]) -> int:
    return sum("a document that is not our page" in line for line in lines)


def let_the_network_in() -> None:
    """Take the second lock away, before the first window is opened."""
    for name, lock, opened in (("gtk", "NO_PROXY", "direct://"), ("qt", "OFFLINE", "")):
        module = sys.modules.get(f"desktop_app.desktop.engines.{name}")
        if module is not None:
            assert hasattr(module, lock)
            setattr(module, lock, opened)


def let_it_go(window: RecordedWindow) -> None:
    """Take away what keeps a window on its page."""
    native = window.view.native  # type: ignore[attr-defined]
    page = native.webview.page() if hasattr(native.webview, "page") else None
    if page is None:
        on_gui_thread(window, lambda: native.webview.disconnect_by_func(native.on_navigation))
    else:
        page.acceptNavigationRequest = lambda *_: True


def load(window: RecordedWindow, url: str) -> None:
    """Load a page by the toolkit's own call, which asks nobody of ours."""
    web_view = window.view.native.webview  # type: ignore[attr-defined]
    if hasattr(web_view, "load_uri"):
        on_gui_thread(window, lambda: web_view.load_uri(url))
    else:
        from PyQt6.QtCore import QUrl

        on_gui_thread(window, lambda: web_view.setUrl(QUrl(url)))


def on_gui_thread(window: RecordedWindow, call: Any) -> None:
    done = threading.Event()
    window.view._later(lambda: (call(), done.set()))  # type: ignore[attr-defined]
    assert done.wait(10)


def speak_script(engine: str) -> str:
    """What a hostile page would do to be heard: say something by all that it finds there."""
    if engine == "gtk":
        channel = "webkit.messageHandlers.desktopApp"
        return f"for (const text of {json.dumps(GUESSES)}) {channel}.postMessage(text);"
    from PyQt6.QtCore import QFile, QIODevice

    library = QFile(":/qtwebchannel/qwebchannel.js")
    assert library.open(QIODevice.OpenModeFlag.ReadOnly)
    return (
        bytes(library.readAll().data()).decode()
        + f"new QWebChannel(qt.webChannelTransport, ({{ objects }}) => {{ for (const text of {json.dumps(GUESSES)})"
        " objects.desktopApp.receive(text, 'document', 0, text); });"
    )


GUESSES = ["ready", "0" * 32 + "ready", "", '{"type":"ready","storage":{}}']


class Elsewhere:
    """A web site whose page says all it can to Python."""

    def __init__(self, script: str) -> None:
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.page().encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with suppress(ConnectionError):  # Qt is on its way back before it has read all
                    self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Be quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}/page"
        # The transport would be there if our own script were fooled; what it sent would be heard.
        self._script = f"if (window.desktopAppTransport) desktopAppTransport.send('fooled');\n{script}"

    def page(self) -> str:
        script = self._script.replace("</script", "<\\/script")
        return f"<!doctype html><meta charset=utf-8><title>Elsewhere</title><script>{script}</script>"

    def __enter__(self) -> Elsewhere:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=15)
