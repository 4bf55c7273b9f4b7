"""The test's side of an app in real windows: clicks and keys come from xdotool."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from desktop_app.doctor.listening import family
from tests.native.page_processes import page_processes
from tests.waiting import wait_until
from tests.xdotool import xdotool

ROOT = Path(__file__).resolve().parents[2]
FIND = (Path(__file__).parent / "find.js").read_text()
# Where the middle of an element is, once it is shown; what is out of sight is scrolled to.
PLACE = """(selector, text) => {
  for (const element of document.querySelectorAll(selector)) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width && height && (!text || element.textContent.trim() === text)) {
      if (y < 0 || y + height > innerHeight) element.scrollIntoView({ block: "center" });
      return { x: x + width / 2, y: y + height / 2, innerHeight };
    }
  }
  return null;
}"""
LIMIT = 20.0
STILL = 5  # looks at something that moves no more; a frame of the screen is shorter


class NativeApp:
    """An app launched in a process of its own.

    Args:
        engine: "gtk" or "qt".
        module: the module whose `demo` is launched.
        home: the user's home; what the app keeps stays there from start to start.
        program: a bundled `tests.native.program` to run instead of the one in the sources.
        arguments: further words for it.
        folder: where it is started; by default where it finds the sources.
        variables: more for its environment.

    Attributes:
        engine: its engine.
        home: its user's home.
        said: the lines that the module itself wrote to standard output.
    """

    def __init__(
        self,
        engine: str,
        module: str,
        home: Path,
        program: Path | None = None,
        arguments: Sequence[str] = (),
        folder: Path | None = None,
        **variables: str,
    ) -> None:
        self.engine = engine
        home.mkdir(exist_ok=True)
        self.engine = engine
        self.home = home
        command = [str(program)] if program else [sys.executable, "-m", "tests.native.program"]
        self._log = home.parent / "log.txt"
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, engine, module, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=_environment(home, bundled=program is not None) | variables,
                cwd=folder or (home if program else ROOT),
                text=True,
            )
        self._answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def log(self) -> str:
        """What it has written to standard error."""
        return self._log.read_text(errors="replace")

    def windows(self, count: int) -> list[NativeWindow]:
        """Wait until so many windows show a page, and return them, oldest first."""
        ids: list[str] = []

        def there() -> bool:
            assert self.process.poll() is None, f"the app has ended: {self.log}"
            ids[:] = self._try_windows()
            return len(ids) == count

        wait_until(there, f"{count} windows; the log: {self.log[-2000:]}", LIMIT)
        return [NativeWindow(self, window) for window in ids]

    def ask(self, do: str, **what: Any) -> Any:
        """Send a command and return the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self.process.stdin.flush()
        try:
            answer = self._answers.get(timeout=LIMIT)
        except queue.Empty:
            raise AssertionError(
                f"no answer to {do!r}; exit status {self.process.poll()}; {self.log[-2000:]}"
            ) from None
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("answer")

    def end(self) -> Any:
        """Wait until the app has ended by itself with status 0, and return what its module left behind."""
        assert self.process.wait(LIMIT) == 0, self.log
        self._reader.join(LIMIT)
        return self._answers.get(timeout=LIMIT)["left"]

    @property
    def console(self) -> list[str]:
        """What its pages' consoles have said; on GTK only after it was asked to `hear_console`."""
        return [line for line in self.log.splitlines() if re.search("CONSOLE [A-Z]+ |^js: ", line)]

    def switches(self, thread: int) -> int:
        """How often Linux has put a thread of it on a processor."""
        lines = Path(f"/proc/{self.process.pid}/task/{thread}/status").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)

    def kill(self) -> float:
        """Kill it and all processes it started, and return the moment; `said` is complete then."""
        others = family(self.process.pid)[1:]
        self.process.kill()
        moment = time.monotonic()
        for process in others:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait(LIMIT)
        self._reader.join(LIMIT)
        return moment

    def page_processes(self) -> set[int]:
        """The processes that run its pages."""
        return page_processes(self.process.pid)

    def __enter__(self) -> NativeApp:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(LIMIT)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _try_windows(self) -> list[str]:
        try:
            return list(self.ask("windows"))
        except RuntimeError:  # no app yet
            return []

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("{"):
                self._answers.put(json.loads(line))
            else:
                self.said.append(line.rstrip("\n"))


def _environment(home: Path, *, bundled: bool) -> dict[str, str]:
    """A bundle gets a screen, a home and the system's programs; from the sources also what runs and measures them."""
    if bundled:
        screen = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
        return {**screen, "HOME": str(home), "PATH": "/usr/bin"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return environment | {"HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error::ResourceWarning"}


class NativeWindow:
    """A window on the screen, used as its user does."""

    def __init__(self, app: NativeApp, window: str) -> None:
        self.app = app
        self.id = window
        self.handle = str(app.ask("handle", window=window))

    def click(self, label: str, *press: str) -> None:
        """Press the left mouse button on a control, or do what `press` tells xdotool."""
        self._press(self._still(lambda: self.find(label), f"a control {label!r}"), *press)

    def click_on(self, selector: str, text: str = "") -> None:
        """Press the left mouse button on the first element that is shown, matches, and has exactly this text."""
        self._press(self.place_of(selector, text))

    def drag(self, start: dict[str, Any], end: dict[str, Any]) -> None:
        """Take something at one place and let go of it at another."""
        self.front()
        xdotool("mousemove", *self._point(start), "mousedown", "1")
        for part in (0.3, 0.6, 0.9, 1):
            between = {**start, **{axis: start[axis] + part * (end[axis] - start[axis]) for axis in "xy"}}
            xdotool("mousemove", *self._point(between))
        xdotool("mouseup", "1")

    def place_of(self, selector: str, text: str = "") -> dict[str, Any]:
        """Wait until such an element is shown and stands still, and return where its middle is."""
        look = f"({PLACE})({json.dumps(selector)}, {json.dumps(text)})"
        return self._still(lambda: self.evaluate(look), f"an element {selector!r} {text!r}")

    def _still(self, look: Callable[[], Any], what: str) -> dict[str, Any]:
        """Wait until something is there and has been at one place for a while, and return that."""
        places: list[Any] = []

        def still() -> bool:
            places.append(look())
            last = places[-STILL:]
            return len(last) == STILL and last[0] is not None and all(place == last[0] for place in last)

        wait_until(still, f"{what} that stands still", LIMIT)
        place: dict[str, Any] = places[-1]
        return place

    def _press(self, place: dict[str, Any], *press: str) -> None:
        self.front()
        xdotool("mousemove", *self._point(place), *(press or ("click", "1")))

    def _point(self, place: dict[str, Any]) -> tuple[str, ...]:
        """A place of the page as xdotool takes it; the page fills the window below the menu bar."""
        _, _, _, height = self.geometry()
        x, y = round(place["x"]), round(height - place["innerHeight"] + place["y"])
        return "--window", self.handle, str(x), str(y)

    def type(self, label: str, text: str) -> None:
        """Click into a field and type."""
        self.click(label)
        self.keys("End")
        xdotool("type", "--delay", "12", text)

    def keys(self, *keys: str) -> None:
        """Press keys in the window."""
        self.front()
        xdotool("key", "--clearmodifiers", *keys)

    def menu(self, down: int) -> None:
        """Choose an entry of the File menu, the first being 1."""
        self.front()
        xdotool("mousemove", "--window", self.handle, "18", "10", "click", "1")
        xdotool("key", "--delay", "60", *["Down"] * down, "Return")

    def menu_at(self, right: int, *downs: int) -> None:
        """Choose an entry by keys.

        Args:
            right: how many menus lie between that of the entry and the first.
            downs: the entry's place in its menu, the first being 1; before it those of the menus that it is in.
        """
        self.front()
        xdotool("mousemove", "--window", self.handle, "18", "10", "click", "1")
        keys = ["Right"] * right
        for depth, down in enumerate(downs):
            # Qt goes to the first entry of a menu that was opened by keys, GTK only where it opens inside another.
            there = (right > 0 and self.app.engine == "qt") or depth > 0
            keys += ["Right"] * (depth > 0) + ["Down"] * (down - there)
        xdotool("key", "--delay", "90", *keys, "Return")

    def front(self) -> None:
        """Bring it to the front."""
        xdotool("windowactivate", "--sync", self.handle)

    def find(self, label: str) -> dict[str, Any]:
        """Wait for a control of this label and return where it is and what it shows."""
        self.evaluate(FIND)
        found: list[Any] = []

        def there() -> bool:
            found[:] = [self.evaluate(f"testFind({json.dumps(label)})")]
            return found[0] is not None

        wait_until(there, f"a control {label!r}", LIMIT)
        place: dict[str, Any] = found[0]
        return place

    def wait_for(self, label: str, value: Any) -> None:
        """Wait until a control shows this value."""
        wait_until(
            lambda: self.find(label)["value"] == value,
            f"{label!r} shows {value!r}; it shows {self.find(label)['value']!r}; the log: {self.app.log[-1000:]}",
            LIMIT,
        )

    def wait_for_text(self, text: str) -> None:
        """Wait until the page shows this text somewhere outside of controls."""
        wait_until(lambda: text in self.evaluate("document.body.innerText"), f"the text {text!r}", LIMIT)

    def evaluate(self, script: str) -> Any:
        """Return the value of a script in the page."""
        return self.app.ask("evaluate", window=self.id, script=script)

    def session(self) -> str:
        """The hash of the session it shows."""
        return str(self.app.ask("session", window=self.id))

    def reload(self) -> None:
        """Load the page again from the page's side, and wait for the new session."""
        before = self.session()
        self.app.ask("evaluate", window=self.id, script="(setTimeout(() => location.reload()), 1)")
        wait_until(lambda: self.session() not in ("", before), "a new session after the reload", LIMIT)

    def stored(self, key: str) -> Any:
        """The value of a BrowserState's entry in the page's `localStorage`; None if there is none."""
        written = self.evaluate(f"localStorage.getItem({json.dumps('desktop_app:' + key)})")
        return None if written is None else json.loads(json.loads(written)["text"])

    def close(self) -> None:
        """Close the window as the user does, by the window manager."""
        self.keys("alt+F4")

    def put(self, x: int, y: int, width: int, height: int) -> None:
        """Move it and give it a size, and wait until it is there, by a frame's width."""
        xdotool("windowsize", self.handle, str(width), str(height), "windowmove", self.handle, str(x), str(y))
        wait_until(lambda: near(self.geometry(), (x, y, width, height)), f"the window at {x}, {y}", LIMIT)

    def geometry(self) -> tuple[int, int, int, int]:
        """x, y, width and height on the screen."""
        words = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.handle).split())
        return int(words["X"]), int(words["Y"]), int(words["WIDTH"]), int(words["HEIGHT"])


def near(one: tuple[int, ...], other: tuple[int, ...], frame: int = 40) -> bool:
    """Whether two places are the same, but for the size of a window's frame."""
    return all(abs(a - b) <= frame for a, b in zip(one, other, strict=True))
