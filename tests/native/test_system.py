"""The desktop around native windows: notifications, clipboard, icon, viewers, and what changes while the app runs."""

from __future__ import annotations

import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.desktop"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus like that of a desktop."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    yield
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


class Overheard:
    """What is said on the bus."""

    def __init__(self, rule: str) -> None:
        self._monitor = subprocess.Popen(["dbus-monitor", "--session", rule], stdout=subprocess.PIPE, text=True)
        self.text = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        wait_until(lambda: "NameAcquired" in self.text or "NameLost" in self.text, "the monitor to listen")

    def _read(self) -> None:
        assert self._monitor.stdout is not None
        for line in self._monitor.stdout:
            self.text += line

    def __enter__(self) -> Overheard:
        return self

    def __exit__(self, *_: object) -> None:
        self._monitor.terminate()
        self._monitor.wait(10)
        self._reader.join(10)
        assert self._monitor.stdout is not None
        self._monitor.stdout.close()


def test_a_notification_is_shown(bus: None, start: Start) -> None:
    """By the desktop's own service, with its text as it is."""
    service = subprocess.Popen(["dunst"], stderr=subprocess.DEVNULL)
    try:
        with Overheard("interface='org.freedesktop.Notifications'") as overheard:
            app = start(APP)
            [window] = app.windows(1)
            window.click("Notify")
            wait_until(lambda: 'string "Done"' in overheard.text, "the notification on the bus", 20)
            assert 'string "The export <is> there & ready."' in overheard.text
            displayed = ["dunstctl", "count", "displayed"]
            wait_until(
                lambda: subprocess.run(displayed, capture_output=True, check=False).stdout.strip() == b"1",
                "the notification on the screen",
                20,
            )
            assert "could not show" not in app.log
    finally:
        service.terminate()
        service.wait(10)


def test_without_a_desktop_there_is_no_notification(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log says so, and the app goes on."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    app = start(APP)
    [window] = app.windows(1)
    window.click("Notify")
    wait_until(lambda: "There is no desktop to speak to" in app.log, f"a line in the log: {app.log}", 20)
    window.type("Text", "goes on")
    window.wait_for("Text", "goes on")


def test_the_icon_shows_a_number_and_progress(bus: None, start: Start) -> None:
    """A launcher that listens is told of both."""
    with Overheard("interface='com.canonical.Unity.LauncherEntry'") as overheard:
        [window] = start(APP).windows(1)
        window.click("Badge")
        for part in ("int64 3", '"progress"', "double 0.5", "application://desktop.desktop"):
            wait_until(lambda part=part: part in overheard.text, f"{part} on the bus: {overheard.text}", 20)


def test_the_clipboard_is_the_systems(start: Start) -> None:
    """Another program pastes what was copied, and the other way round."""
    [window] = start(APP).windows(1)
    window.click("Copy out")
    paste = ["xclip", "-selection", "clipboard", "-o"]
    wait_until(
        lambda: subprocess.run(paste, capture_output=True, check=False, timeout=10).stdout.decode() == "Ünï 🎈",
        "what was copied in another program",
        20,
    )
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input="from élsewhere".encode(), check=True, timeout=10)
    window.click("Paste in")
    window.wait_for("Out", "from élsewhere")


def test_a_file_is_opened_in_the_systems_viewer(start: Start, tmp_path: Path) -> None:
    """The program that is set for its kind gets its path."""
    home = tmp_path / "home"
    applications, seen = home / ".local" / "share" / "applications", tmp_path / "seen.txt"
    applications.mkdir(parents=True)
    viewer = tmp_path / "viewer"
    viewer.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}\n')
    viewer.chmod(0o755)
    (applications / "viewer.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %f\nMimeType=text/plain;\n"
    )
    (home / ".config").mkdir()
    (home / ".config" / "mimeapps.list").write_text("[Default Applications]\ntext/plain=viewer.desktop\n")
    file = tmp_path / "a note.txt"
    file.write_text("text")
    assert shutil.which("xdg-open")
    [window] = start(APP).windows(1)
    window.type("Text", str(file))
    window.click("View")
    wait_until(lambda: seen.exists() and seen.read_text() == str(file), "the viewer to get the path", 20)


def test_the_look_of_the_system_changes(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page follows, and the app is told."""
    monkeypatch.delenv("GTK_THEME", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", "gtk3")  # one of Qt's that knows of looks
    settings = tmp_path / "xsettings"
    settings.write_text('Net/ThemeName "Adwaita"\n')
    service = subprocess.Popen(["xsettingsd", "-c", str(settings)], stderr=subprocess.DEVNULL)
    try:
        app = start(APP)
        [window] = app.windows(1)
        assert window.evaluate("document.documentElement.classList.contains('wa-light')")
        settings.write_text('Net/ThemeName "Adwaita-dark"\n')
        service.send_signal(signal.SIGHUP)  # read the settings again
        if app.engine == "qt":  # which hears of it from services of a desktop that are not here
            app.ask("darken")
        window.wait_for("Out", "changed to dark")
        assert window.evaluate("document.documentElement.classList.contains('wa-dark')")
    finally:
        service.terminate()
        service.wait(10)


def test_the_language_of_the_system_changes(start: Start) -> None:
    """The app is told which it is."""
    app = start(APP)
    [window] = app.windows(1)
    app.ask("language", window=window.id, language="de-AT")
    window.wait_for("Out", "changed to de-AT")
