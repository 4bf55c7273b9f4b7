"""The scenarios' side of a real window: what it said, and conditions to wait for."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.desktop.engines.engine import Engine, Handlers, View

LIMIT = 15.0


class Record:
    """Lines written from any thread, and a way to wait for them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[str] = []
        self._changed = threading.Condition()

    def add(self, line: str) -> None:
        with self._changed:
            self.lines.append(line)
            self._changed.notify_all()

    def wait(self, what: str, found: Callable[[list[str]], Any]) -> Any:
        with self._changed:
            if not self._changed.wait_for(lambda: found(self.lines), LIMIT):
                raise TimeoutError(f"{self.name}: waited {LIMIT} s for {what}; the last lines: {self.lines[-5:]}")
            return found(self.lines)

    def wait_for_part(self, part: str) -> None:
        self.wait(f"a line with {part!r}", lambda lines: any(part in line for line in lines))


class LogLines(logging.Handler):
    """Writes what the engines log into a record."""

    def __init__(self) -> None:
        super().__init__()
        self.record = Record("log")
        logging.getLogger("desktop_app.desktop").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.record.add(record.getMessage())


class RecordedWindow:
    """A window and everything it said, in order: "<loading>", messages, "<gone> reason", "<closed>"."""

    def __init__(self, engine: Engine, page: Path, **options: Any) -> None:
        self.said = Record(page.name)
        self.threads: set[str] = set()
        handlers = Handlers(
            received=self._note,
            loading=lambda: self._note("<loading>"),
            closed=lambda: self._note("<closed>"),
            gone=lambda reason: self._note(f"<gone> {reason}"),
        )
        self.view: View = engine.open(f"Window of {page.stem}", page.as_uri(), handlers, **options)

    def _note(self, line: str) -> None:
        self.threads.add(threading.current_thread().name)
        self.said.add(line)
        if line == '"fail"':
            raise RuntimeError("as told")

    def wait_for(self, line: str, count: int = 1) -> None:
        self.said.wait(f"{count} × {line!r}", lambda lines: lines.count(line) >= count)

    def ready(self, count: int = 1) -> None:
        self.wait_for("ready", count)

    def send(self, message: Any) -> None:
        self.view.send(json.dumps(message, ensure_ascii=False))

    def echo(self, message: Any) -> Any:
        """Send to the page and return what it sent back."""
        before = len(self.said.lines)
        self.send(message)
        return json.loads(self.said.wait("an echo", lambda lines: lines[before:])[0])

    def loads(self) -> int:
        return self.said.lines.count("<loading>")

    def close(self) -> None:
        self.view.close()
        self.wait_for("<closed>")


class Desk:
    """What a scenario gets: an engine that is running, pages, and a first window."""

    def __init__(self, engine: Engine, folder: Path, page: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.log = LogLines().record
        self.first = RecordedWindow(engine, page)

    def open(self, page: Path, **options: Any) -> RecordedWindow:
        return RecordedWindow(self.engine, page, **options)
