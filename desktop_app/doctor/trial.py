"""python -m desktop_app.doctor.trial ENGINE FOLDER TOKEN write|read: open a hidden window, and store or read back.

It prints one line of JSON with what it found. `round_trip` starts it, twice for each engine.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import Any

from desktop_app.desktop.engines.choose import choose
from desktop_app.desktop.engines.engine import Handlers, View
from desktop_app.desktop.page import page_url
from desktop_app.state.sqlite_store import open_store
from desktop_app.state.store import Entry

KEY = "desktop_app:doctor"
LOADED_WITHIN = 20.0  # seconds


def main(engine_name: str, folder: Path, token: str, write: bool) -> None:
    """Run one window from start to end."""
    engine = choose(engine_name)
    engine.prepare("desktop-blocks-doctor", folder)
    heard = threading.Event()
    # The page says that it is ready by itself, as in any app.
    view = engine.open("desktop-blocks doctor", page_url(), Handlers(received=lambda _: heard.set()), hidden=True)
    found: dict[str, Any] = {"page": False}

    def work() -> None:
        try:
            found["page"] = heard.wait(LOADED_WITHIN)
            if found["page"]:
                found.update(store(view, folder, token) if write else read(view, folder))
        except Exception as error:
            found["error"] = f"{type(error).__name__}: {error}"
        finally:
            view.close()

    engine.start(work)
    sys.stdout.write(json.dumps(found) + "\n")


def store(view: View, folder: Path, token: str) -> dict[str, Any]:
    """Write on both sides, and return what they say now."""
    view.evaluate(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(token)})")
    kept = open_store(folder / "state.db")
    kept.update(KEY, lambda _: Entry(token, 1))
    kept.close()
    return read(view, folder)


def read(view: View, folder: Path) -> dict[str, Any]:
    """Return what both sides hold."""
    kept = open_store(folder / "state.db")
    entry = kept.read(KEY)
    kept.close()
    return {
        "local_storage": view.evaluate(f"localStorage.getItem({json.dumps(KEY)})"),
        "store": entry.text if entry else None,
    }


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4] == "write")
