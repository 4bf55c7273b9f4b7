"""python -m tests.fuzz.messages SECONDS FOLDER: let a coverage-guided fuzzer speak for the page.

It knows the words and the form of the page's messages. NONCE and NUMBER in what it makes become this load's own, so
that it gets past the first lock. Whatever it says, nothing may be raised, and what the page cannot reach stays so.
Ends with a status other than 0 if that is not so; the message is then in a file of the folder whose name begins with
"crash".
"""

from __future__ import annotations

import json
import logging
import random
import resource
import sys
from pathlib import Path
from typing import Any

import atheris  # type: ignore[import-not-found, unused-ignore]

with atheris.instrument_imports(include=["desktop_app.bridge", "desktop_app.session", "desktop_app.components"]):
    from tests.besieged import KINDS, Besieged

MEMORY_LIMIT = 600  # MB for the whole process
STEP_LIMIT = 100  # MB that the process may grow while one message is heard
SETTLE_EVERY = 200  # messages, so that what runs does not pile up


class Mistakes(logging.Handler):
    """Raises what is logged as an exception, for nothing that a page says may cause one."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info is not None:
            raise AssertionError(f"an exception was logged: {record.getMessage()}") from record.exc_info[1]


def seeds(app: Besieged) -> list[str]:
    """Messages as the page sends them."""
    own = {"nonce": "NONCE"}
    event = {"type": "event", **own, "number": "NUMBER", "target": app.idle.id, "event": "click", "data": None}
    values = ["text", 1, 1.5, True, None, [], ["x"], "x", "#fff", "2026-01-01 00:00:00", {"index": 0, "value": "x"}]
    messages = [
        {"type": "ready", "storage": {"browser": "{}"}},
        {"type": "gathered", **own, "number": "NUMBER", "gathering": 1, "edits": {app.enabled["textbox"].id: "x"}},
        {"type": "applied", **own, "number": 1},
        {"type": "storage_failed", **own, "key": "browser", "reason": "full"},
        {"type": "page_error", **own, "message": "x"},
        {"type": "need", **own, "part": "katex"},
        {"type": "open_link", **own, "url": "https://example.org/"},
        {"type": "returned", **own, "number": 1, "value": {}},
        {"type": "threw", **own, "number": 1, "message": "x"},
        *[{**event, "edits": {block.id: value}} for block in app.enabled.values() for value in values],
        *[
            {**event, "target": block.id, "event": name, "data": data, "edits": {}}
            for block in (*app.enabled.values(), *app.shown.values(), *app.closed)
            for name in block.known_events()
            for data in (None, {"index": 0, "value": "x", "selected": True}, 0)
        ],
    ]
    return [json.dumps(message).replace('"NUMBER"', "NUMBER") for message in messages]


WORDS = [
    *KINDS, "click", "change", "input", "submit", "select", "type", "event", "nonce", "NONCE", "NUMBER", "target",
    "edits", "data", "number", "true", "null", "1e999", "NaN", "\\ud800", "index", "value", "selected",
]  # fmt: skip


VALUES = [*WORDS, "", "x" * 3000, 0, -1, 0.5, 1e308, 10**400, 2**63, None, True, [], ["x"], [["x"]], {}, {"x": {}}]


def mutate(data: bytes, longest: int, seed: int) -> bytes:
    """Change a message as bytes, or as what it says: a field, an edit, or something within."""
    chance = random.Random(seed)
    try:
        message = json.loads(data.replace(b": NUMBER", b': "NUMBER"'))
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict) or not message or chance.random() < 0.4:
        return bytes(atheris.Mutate(data, longest))
    place: Any = message
    while True:
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.7:
            place = place[key]
            continue
        break
    if key == "edits" or (place is message.get("edits") and isinstance(place, dict)):
        message["edits"] = {str(chance.randrange(80)): chance.choice(VALUES) for _ in range(chance.randrange(1, 4))}
    else:
        place[key] = chance.choice([*VALUES, chance.randrange(80)])
    return json.dumps(message).replace('"NUMBER"', "NUMBER").encode("utf-8", "surrogatepass")[:longest]


def main(seconds: int, folder: Path) -> None:
    """Run the fuzzer; it ends the process."""
    corpus = folder / "corpus"
    corpus.mkdir()
    with Besieged() as app:
        for number, seed in enumerate(seeds(app)):
            (corpus / f"seed-{number}").write_text(seed)
        words = folder / "words"
        words.write_text("".join(f'"{word}"\n'.replace("\\", "\\\\") for word in WORDS))
        logging.getLogger("desktop_app").addHandler(Mistakes())
        logging.getLogger("desktop_app").propagate = False
        kept = unreachable(app)
        said = 0
        peak = memory_peak()

        def say(data: bytes) -> None:
            nonlocal said, peak
            text = data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace")
            number = str(next(app._numbers))
            app.say(text.replace("NONCE", app.nonce).replace("NUMBER", number))
            said += 1
            grown, peak = memory_peak() - peak, memory_peak()
            assert grown < STEP_LIMIT, f"a message took {grown} MB"
            if said % SETTLE_EVERY == 0:
                app.settle()
                app.ran.clear()
                app.window.page.toasts.clear()
                app.window.page.calls.clear()
            assert unreachable(app) == kept

        def say_or_not(data: bytes) -> None:
            try:
                say(data)
            except UnicodeDecodeError:
                return

        atheris.Setup(
            [sys.argv[0], str(corpus), f"-max_total_time={seconds}", f"-rss_limit_mb={MEMORY_LIMIT}", "-max_len=4096",
             f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1"],
            say_or_not,
            custom_mutator=mutate,
        )  # fmt: skip
        atheris.Fuzz()


def memory_peak() -> int:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def unreachable(app: Besieged) -> list[object]:
    """What no message may change: what is disabled, hidden or a state, and the other window."""
    values = app.window.session.values
    other = app.other.session
    return [
        *[repr(values[block]) for block in (*app.closed, *app.states, *app.read_only) if hasattr(block, "value")],
        other.request.session_hash,
        app.window.session.request.session_hash,
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
