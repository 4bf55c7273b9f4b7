"""`desktop-blocks doctor`, as far as it needs no window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.desktop.engines import sandbox
from desktop_app.doctor import engines, round_trip, versions
from desktop_app.doctor.check import Check
from desktop_app.doctor.examine import examine
from desktop_app.doctor.folders import folders
from desktop_app.doctor.listening import ListeningWatch
from desktop_app.doctor.output import Progress, as_json, lines, verdict, well


def doctor(*arguments: str, hide: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own, without a screen and with these modules not to be found."""
    hidden = "".join(f"sys.modules[{name!r}] = None; " for name in hide)
    program = f"import sys; {hidden}from desktop_app.cli import main; sys.exit(main(['doctor', *sys.argv[1:]]))"
    inherited = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DESKTOP_APP_ENGINE")}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], env=inherited | environment, capture_output=True, encoding="utf-8",
        errors="replace", check=False, timeout=60,
    )  # fmt: skip


def found(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, str]]:
    """What it said of each thing, by section and name."""
    return {f"{check['section']} {check['name']}": check for check in json.loads(done.stdout)["checks"]}


def test_without_an_engine_it_says_how_to_install_each(tmp_path: Path):
    """The status is 1, each engine comes with the line that installs it, and that is the line an app says."""
    done = doctor("--json", hide=("gi", "PyQt6", "qtpy"), HOME=str(tmp_path))
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["ok"] is False
    checks = found(done)
    for name, extra in (("gtk", "desktop-blocks[gtk]"), ("qt", "desktop-blocks[qt]")):
        assert checks[f"Engines {name}"]["result"] == "bad"
        assert f'pip install "{extra}"' in checks[f"Engines {name}"]["remedy"]
        assert "apt-get install" in checks[f"Engines {name}"]["remedy"]
    assert checks["Versions desktop-blocks"]["detail"]
    assert checks["Display screen"]["result"] == "bad"
    assert "xvfb-run" in checks["Display screen"]["remedy"]


def test_one_engine_is_enough(tmp_path: Path):
    """The one that is missing need not be there, unless it is asked for; without a screen nothing is tried."""
    done = doctor("--json", hide=("PyQt6", "qtpy"), HOME=str(tmp_path), DESKTOP_APP_ENGINE="qt")
    checks = found(done)
    assert checks["Engines qt"]["result"] == "none"
    assert checks["Engines gtk"]["result"] == "ok"
    assert checks["Engines DESKTOP_APP_ENGINE"]["result"] == "bad"
    assert checks["Trial gtk"]["result"] == "none"
    assert done.returncode == 1


def test_people_read_aligned_lines_and_a_verdict(tmp_path: Path):
    """Every line begins with a sign and a name, what is to be done stands below it."""
    done = doctor(hide=("gi", "PyQt6", "qtpy"), HOME=str(tmp_path), PYTHONIOENCODING="utf-8")
    assert "  ✗ gtk                not installed\n    To do:             GTK: pip install" in done.stdout
    assert done.stdout.endswith("things are to be put right.\n")
    plain = doctor(hide=("gi", "PyQt6", "qtpy"), HOME=str(tmp_path), PYTHONIOENCODING="ascii")
    assert "  x gtk                not installed\n" in plain.stdout


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With what to do about it; one that can is left as it was, though what is above it had to be made."""
    broken = tmp_path / "broken"
    broken.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(broken))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "new" / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    data, log, cache = folders()
    assert (data.result, log.result, cache.result) == ("bad", "ok", "ok")
    assert str(broken) in data.detail
    assert str(broken) in data.remedy
    assert list(tmp_path.iterdir()) == [broken]


def test_root_without_a_way_around_the_sandbox_is_told(monkeypatch: pytest.MonkeyPatch):
    """Chromium would end the process; the doctor does not try, and says why."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.delenv("QTWEBENGINE_CHROMIUM_FLAGS", raising=False)
    [qt] = [check for check in engines.engines() if check.name == "qt"]
    assert qt.result == "bad"
    assert "sandbox refuses root" in qt.remedy
    assert "qt" not in engines.usable_engines()
    monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "1")
    assert sandbox.refuses_root() is None
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert sandbox.refuses_root() is None


@pytest.mark.parametrize(
    ("written", "again", "bad"),
    [
        ({"page": True}, {"page": True, "local_storage": "t", "store": "t"}, []),
        ({"page": True}, {"page": True, "local_storage": None, "store": "t"}, ["gtk localStorage"]),
        ({"page": True}, {"page": True, "local_storage": "t", "store": "old"}, ["gtk app's store"]),
        ({"page": False}, None, ["gtk window"]),
        ({"error": "it did not end within 60 s"}, None, ["gtk window"]),
        ({"page": True}, {"error": "status -11"}, ["gtk window"]),
    ],
)
def test_what_does_not_come_back_is_bad(written, again, bad):
    """Each side of what is stored is judged by itself."""
    checks = list(round_trip._storage("gtk", "t", written, again))
    assert [check.name for check in checks if check.result == "bad"] == bad
    assert all(check.remedy for check in checks if check.result == "bad")


def test_what_listens_is_bad():
    """It is named, with its process."""
    watch = ListeningWatch(os.getpid())
    watch.found.add("QtWebEngineProc: tcp 0100007F:1F90")
    check = round_trip._sockets("qt", watch)
    assert check.result == "bad"
    assert "tcp 0100007F:1F90" in check.detail


def test_a_trial_that_dies_is_told_with_its_last_words(tmp_path: Path):
    """The output of the process is in the detail."""
    found = round_trip._start("no-such-engine", str(tmp_path), "t", "write")
    assert "no-such-engine" in found["error"]
    assert "status 1" in found["error"]


def test_the_verdict_and_json_agree():
    """What has to be put right is counted; the rest is well."""
    bad, fine, missing = (Check("S", "n", result, "d") for result in ("bad", "ok", "none"))
    assert verdict([fine, missing]) == "All is well."
    assert verdict([bad]) == "One thing is to be put right."
    assert verdict([bad, fine, bad]) == "2 things are to be put right."
    assert json.loads(as_json([fine, bad]))["ok"] is well([fine, bad]) is False
    assert lines(fine, "S") == ["  ✓ n                  d"]
    assert lines(fine, "Other")[:2] == ["", "S"]


def test_progress_is_gone_from_a_terminal_when_it_is_over(monkeypatch: pytest.MonkeyPatch, capsys):
    """Elsewhere it is a line for each thing."""
    progress = Progress()
    progress("one")
    progress.clear()
    assert capsys.readouterr().err == "one\n"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress()
    progress("one")
    progress.clear()
    assert capsys.readouterr().err == "one\r   \r"


def test_the_command_explains_itself(capsys):
    """`desktop-blocks doctor --help` says what it does and what its status means."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["doctor", "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "status 0" in said
    assert "--json" in said
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert "doctor" in capsys.readouterr().out


def test_a_bundle_is_not_started_as_if_it_were_python(monkeypatch: pytest.MonkeyPatch):
    """What needs another Python is left out, and said."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for module, name in ((versions, "_ask"), (round_trip, "_start")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("something was started"))
    checks = list(examine(lambda _: None))
    assert [check.name for check in checks if check.section == "Trial"] == ["windows"]
    assert "GTK" not in [check.name for check in checks]
