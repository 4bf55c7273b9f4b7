"""The log in a file: what is in it, and what never is."""

from __future__ import annotations

import json
import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pydantic
import pytest

import desktop_app as gr
from desktop_app.desktop.log_file import FILES, SIZE, log_file, log_folder, versions
from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry
from desktop_app.testing import HeadlessApp

ROOT = Path(__file__).resolve().parents[2]
VALUE = "the-value-of-a-user"
log = logging.getLogger("desktop_app")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the app "logged" keeps its log."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return log_folder("logged")


def text(folder: Path) -> str:
    """All that the files hold."""
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))


def test_each_file_begins_with_the_versions(folder: Path) -> None:
    """Also those after the first; they are of limited size, three at most, and this user's alone."""
    with log_file("logged", 1, "webview2", private=True):
        for number in range(40_000):
            log.warning("a line to fill the file, number %d, and a little more of it to be done soon", number)
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["app.log", "app.log.1", "app.log.2"]
    assert len(files) == FILES
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in files:
        assert file.read_text().splitlines()[0] == versions("webview2")
        assert file.stat().st_size <= SIZE
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for word in (f"desktop-blocks {gr.__version__}", f"Python {sys.version.split()[0]}", "pywebview 6.", "webview2"):
        assert word in versions("webview2")
    assert "number 39999" in files[0].read_text()


def test_further_processes_have_files_of_their_own(folder: Path) -> None:
    """Two would rotate one file away from each other."""
    with log_file("logged", 1, "webview2", private=True), log_file("logged", 2, "webview2", private=True):
        pass
    assert sorted(file.name for file in folder.iterdir()) == ["app-2.log", "app.log"]


def test_a_folder_that_cannot_be_written_is_a_warning(
    tmp_path: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """And nothing more: what is logged goes where it went before."""
    (tmp_path / "state").write_text("no folder")
    with log_file("logged", 1, "webview2", private=True):
        log.warning("something else")
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "there will be no log in a file", "something else",
    ]  # fmt: skip


def test_a_file_that_cannot_be_written_any_more(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said once, and the app goes on."""
    with log_file("logged", 1, "webview2", private=True):
        [handler] = [each for each in log.handlers if isinstance(each, logging.FileHandler)]
        handler.stream.close()
        for _ in range(3):
            log.warning("something")
    assert text(folder).splitlines() == [versions("webview2")]
    assert "--- Logging error ---" not in capsys.readouterr().err


SCRIPT = """
import logging, sys
from desktop_app.desktop.log_file import log_file
exec(sys.argv[1])
with log_file("logged", 1, "webview2", private=True):
    logging.getLogger("desktop_app.session").info("too little")
    logging.getLogger("desktop_app.session").warning("a %s", "warning")
logging.getLogger("desktop_app").warning("afterwards")
"""


@pytest.mark.parametrize(
    ("configuration", "shown"),
    [
        ("", "a warning\nafterwards\n"),
        ("logging.basicConfig(format='%(lineno)d %(message)s')", "7 a warning\n8 afterwards\n"),
        ("logging.getLogger('desktop_app').addHandler(logging.StreamHandler())", "a warning\nafterwards\n"),
        ("logging.getLogger('desktop_app').addHandler(logging.NullHandler())", ""),
    ],
)  # fmt: skip
def test_standard_error_is_as_it_was(folder: Path, configuration: str, shown: str) -> None:
    """Whatever the author has configured; the file has it as well."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, configuration], cwd=ROOT, capture_output=True, text=True, check=True,
        env=os.environ | {"XDG_STATE_HOME": str(folder.parents[1])},
    )  # fmt: skip
    assert done.stderr == shown
    lines = text(folder).splitlines()
    assert len(lines) == 2
    assert lines[1].endswith("WARNING desktop_app.session: a warning")


class Cart(pydantic.BaseModel):
    """What typed states hold."""

    items: list[int] = []


def fail() -> None:
    """Fail with a value in the message of the error, and of the one behind it."""
    try:
        raise KeyError(VALUE)
    except KeyError as error:
        raise ValueError(f"this is wrong: {VALUE}") from error


def fail_on_purpose() -> None:
    """Tell the user something."""
    raise gr.Error(f"You have entered {VALUE}")


def fail_in_migration(data: object) -> object:
    """Complain of a value."""
    raise ValueError(f"{VALUE} {data}")


def fail_at_the_end(value: object) -> None:
    """Complain of a value."""
    raise RuntimeError(f"{value}")


def apps() -> Iterator[gr.Blocks]:
    """What goes wrong with values, in each scope."""
    with gr.Blocks(app_id="logged") as demo:
        typed = gr.State(Cart(), delete_callback=fail_at_the_end)
        plain = gr.State(VALUE, delete_callback=fail_at_the_end)
        memory = gr.GlobalState(Cart(), key="memory")
        stored = gr.GlobalState(Cart(), key="stored", persist=True)
        migrated = gr.GlobalState("", key="migrated", persist=True, version=2, migrations={1: fail_in_migration})
        unlike = gr.GlobalState(Cart(), key="unlike", persist=True)
        broken = gr.BrowserState("", storage_key="broken")
        kept = gr.BrowserState(Cart(), storage_key="kept")
        number = gr.Number(label="Number")
        slider = gr.Slider(0, 10, label="Slider")
        choice = gr.Dropdown(["a"], label="Choice")
        for name, fn, outputs in [
            ("Fail", fail, None),
            ("Fail on purpose", fail_on_purpose, None),
            ("Wrong number", lambda: VALUE, number),
            ("Wrong choice", lambda: VALUE, choice),
            ("No block", lambda: {number: VALUE, slider: VALUE}, [number, slider]),
            ("Too few", lambda: [VALUE], [number, slider]),
            ("Too many", lambda: [1, 2, VALUE], [number, slider]),
            ("Nowhere", lambda: VALUE, None),
            ("Typed", lambda: {"items": [VALUE]}, typed),
            ("Memory", lambda: {"items": [VALUE]}, memory),
            ("Stored", lambda: {"items": [VALUE]}, stored),
            ("Kept", lambda: {"items": [VALUE]}, kept),
            ("No JSON", lambda: {VALUE: {VALUE}}, broken),
        ]:
            gr.Button(name).click(fn, None, outputs)
        gr.Button("Look").click(lambda *_: None, [plain, memory, stored, migrated, unlike, broken, kept])
        demo.load(lambda *_: None, [migrated, unlike])
        demo.unload(fail)
    yield demo


def use(demo: gr.Blocks, storage: Path) -> None:
    """Do everything that goes wrong."""
    with HeadlessApp(demo, storage=storage) as app:
        window = app.open_window()
        for name in [block.value for block in demo.blocks.values() if isinstance(block, gr.Button)]:
            window.click(name)
        nodes = {node["props"].get("label"): node for node in window.page.nodes.values()}
        for label in ("Number", "Slider", "Choice"):
            window.page.event(nodes[label]["id"], "blur", VALUE)
            window.page.edit(nodes[label], VALUE)
            window.page.event(nodes[label]["id"], VALUE)
        window.page._say(VALUE)
        window.page._say(json.dumps({"type": VALUE, VALUE: VALUE}))
        window.page._say(json.dumps({"type": "event", "nonce": VALUE, "number": VALUE, "edits": {VALUE: VALUE}}))
        window.page.say("page_error", message=f"TypeError: {VALUE}")
        window.page.say("threw", number=1, message=VALUE)
        window.page.say("need", part=VALUE)
        app.wait()
        (storage / "state.db").rename(storage / "away.db")
        (storage / "state.db").mkdir()
        window.click("Stored")
        window.click("Kept")
        window.close()
        app.wait()


@pytest.mark.parametrize("private", [True, False], ids=["private", "debug"])
def test_no_value_gets_into_it(tmp_path: Path, folder: Path, private: bool) -> None:
    """Of a user's values nothing is in the file, whatever goes wrong with them; with debug=True they are."""
    storage = tmp_path / "storage"
    store = SqliteStore(storage / "state.db")
    for key, stored in {"migrated": VALUE, "unlike": {"items": [VALUE]}}.items():
        entry = Entry(json.dumps(stored), 1, 1)
        store.update(f"global:{key}", lambda _, entry=entry: entry)  # type: ignore[misc]
    store.close()
    (storage / "local_storage.json").write_text(json.dumps({"broken": VALUE, "kept": VALUE}))
    with log_file("logged", 1, "webview2", private=private):
        for demo in apps():
            use(demo, storage)
    written = text(folder)
    for what in (
        "fail() failed", "KeyError\nwhich led to:", "ValueError", 'raise ValueError(f"this is wrong',
        "fail_on_purpose() stopped with", "fail (unload) failed", "the delete_callback of State failed",
        "could not write or read a value", "an edit was refused", "a message from the page was refused",
        "an error in the page", "the stored value cannot be used", "localStorage: the value of 'broken' cannot be used",
    ):  # fmt: skip
        assert what in written or not private, f"{what!r} is not in {written}"
    assert (VALUE in written) is not private, [line for line in written.splitlines() if VALUE in line]
