"""The way from a script to a program that has been tried out."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from desktop_app.bundle.self_test import PASSED
from desktop_app.bundle.settings import Settings
from desktop_app.bundle.start import SELF_TEST
from desktop_app.bundled import FACTS
from desktop_app.desktop.engines.choose import choose, how_to_install, installed
from desktop_app.desktop.page import page_url
from desktop_app.errors import NotBundled

PROBE_LIMIT = 120.0  # seconds for the script to come to its launch
SELF_TEST_LIMIT = 120.0
SHOWN_LINES = 20  # of what a program said that failed
COOKIE, COOKIE_PLACE = b"MEI\014\013\012\013\016", 4096  # PyInstaller's mark, that far from the end of a file at most

Progress = Callable[[str], None]


class Made(NamedTuple):
    """A bundle.

    Attributes:
        path: the folder, or the one file.
        program: what is started.
        megabytes: the size of all of it.
    """

    path: Path
    program: Path
    megabytes: float


def make(settings: Settings, progress: Progress) -> Made:
    """Make a bundle, try it out, and only then put it where it belongs, in place of the last one.

    Raises:
        NotBundled: something is missing or failed; nothing is left of what was begun.
        EngineMissing: there is no engine to bundle.
        NoDisplay: there is no screen to try it out on.
    """
    if getattr(sys, "frozen", False):
        raise NotBundled("a program that is bundled itself makes no bundles. Install desktop-blocks, and use that one.")
    if importlib.util.find_spec("PyInstaller") is None:
        raise NotBundled('PyInstaller is not installed. Install it with: pip install "desktop-blocks[bundle]"')
    page_url()
    place = settings.out / (settings.name + (".exe" if settings.onefile and sys.platform == "win32" else ""))
    check_place(place)
    with terminating(), beside(settings.out) as folder:
        progress(f"Running {settings.script.name} to see what it imports …")
        found = probe(settings.script, folder)
        engine = engine_of(settings.engine or found["engine"])
        made = bundle(settings, found, engine, folder, progress)
        progress("Starting the program once …")
        try_out(made if made.is_file() else program_in(made, settings.name), folder)
        replace(place, made, folder)
    return Made(place, place if place.is_file() else program_in(place, settings.name), megabytes(place))


def engine_of(name: str | None) -> str:
    """Return the engine to bundle, by default the one that apps take here."""
    if name and sys.platform.startswith("linux") and not installed(name):
        raise NotBundled(f"the engine {name} is not installed. Install it: {how_to_install(name)}")
    return choose(name).name


def probe(script: Path, folder: Path) -> dict[str, Any]:
    """Run a script as far as its launch, and return what it needs; see `desktop_app.bundle.probe`."""
    result = folder / "found.json"
    command = [sys.executable, "-m", "desktop_app.bundle.probe", str(script), str(result)]
    done = run(command, folder / "probe.log", PROBE_LIMIT)
    if not result.is_file():
        why = "it takes longer than" if done is None else ""
        told = f"{why} {PROBE_LIMIT:g} s to come to its launch()." if why else last_lines(folder / "probe.log")
        raise NotBundled(f"{script.name} was run to see what it imports, but {told or 'it ended before its launch().'}")
    return dict(json.loads(result.read_text(encoding="utf-8")))


def bundle(settings: Settings, found: dict[str, Any], engine: str, folder: Path, progress: Progress) -> Path:
    """Let PyInstaller follow build.spec, and return what it has made."""
    wanted = {
        "name": settings.name,
        "script": str(settings.script),
        "version": settings.version,
        "app_id": settings.app_id,
        "icon": str(settings.icon) if settings.icon else None,
        "engine": engine,
        "onefile": settings.onefile,
        "additions": [[str(each.source), each.folder] for each in settings.additions],
        "modules": [*found["modules"], *settings.hidden_imports],
        "extras": found["extras"],
        "gradio": found["gradio"],
        "launch": found["app"],
        "gallery": False,
    }
    file, log = folder / "settings.json", folder / "pyinstaller.log"
    file.write_text(json.dumps(wanted), encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work"), str(spec())]
    said = "PyInstaller makes the bundle, which takes half a minute or more …"
    progress(said)
    tick = partial(_go_on, progress, said, time.monotonic())
    done = run(command, log, None, tick, DESKTOP_BUNDLE_SETTINGS=str(file))
    if done != 0:
        raise NotBundled(f"PyInstaller failed with status {done}. It said:\n{last_lines(log)}")
    suffix = {"darwin": ".app", "win32": ".exe" if settings.onefile else ""}.get(sys.platform, "")
    return folder / "dist" / f"{settings.name}{suffix}"


def try_out(program: Path, folder: Path) -> None:
    """Start a program with --self-test.

    Raises:
        NotBundled: it did not pass.
    """
    log = folder / "self-test.log"
    done = run([str(program), SELF_TEST], log, SELF_TEST_LIMIT)
    if done != 0 or PASSED not in log.read_text(encoding="utf-8", errors="replace"):
        ended = f"did not end within {SELF_TEST_LIMIT:g} s" if done is None else f"ended with status {done}"
        raise NotBundled(
            f"the program was made, but its self-test {ended}. It said:\n{last_lines(log)}\n"
            "A module that is not found goes in by --hidden-import, a file by --add; the script finds a file as "
            "Path(__file__).parent / its name."
        )


def run(
    command: list[str], log: Path, limit: float | None, tick: Callable[[], None] = lambda: None, **variables: str
) -> int | None:
    """Run a program with its output in a file, and return its status, None if it took longer than the limit.

    Args:
        command: the program and its arguments.
        log: the file.
        limit: seconds, None for no limit.
        tick: is called every second.
        variables: more for its environment.
    """
    deadline = None if limit is None else time.monotonic() + limit
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - what we have made, or this very Python
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=os.environ | variables
        )
        try:
            while deadline is None or time.monotonic() < deadline:
                try:
                    return process.wait(1)
                except subprocess.TimeoutExpired:
                    tick()
            return None
        finally:
            process.kill()
            process.wait()


def _go_on(progress: Progress, said: str, begun: float) -> None:
    """Show on a terminal that something is still done."""
    if sys.stderr.isatty():
        progress(f"{said} {time.monotonic() - begun:.0f} s")


def last_lines(log: Path) -> str:
    """Return the end of what a program said."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-SHOWN_LINES:])


def spec() -> Path:
    """Return the recipe: in an installed package it is in this room, in a checkout at the top."""
    room = Path(__file__).resolve().parent
    return next(file for folder in (room, room.parents[1]) if (file := folder / "build.spec").is_file())


def check_place(place: Path) -> None:
    """Raise NotBundled if something is where the bundle is to be put, and is no bundle."""
    if place.is_dir() and not place.is_symlink():
        ours = any((place / inner / FACTS).is_file() for inner in ("_internal", "Contents/Resources"))
    elif place.is_file():
        with place.open("rb") as file:
            file.seek(max(0, place.stat().st_size - COOKIE_PLACE))
            ours = COOKIE in file.read()
    else:
        ours = not place.is_symlink()
    if not ours:
        raise NotBundled(f"{place} is there, and is no bundle. Move it away, or choose another --out or --name.")


@contextmanager
def beside(out: Path) -> Iterator[Path]:
    """Make a folder for what is half done, in the one where the result will be; it goes, whatever happens.

    Raises:
        NotBundled: nothing can be written there.
    """
    made = [each for each in (out, *out.parents) if not each.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=".bundle-", dir=out))
    except OSError as error:
        remove_empty(made)
        raise NotBundled(f"nothing can be written to {out}: {error.strerror}. Choose another by --out.") from None
    try:
        yield folder
    except OSError as error:
        raise NotBundled(f"{error.filename or out}: {error.strerror}.") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        remove_empty(made)


def remove_empty(folders: list[Path]) -> None:
    """Remove those of these folders that hold nothing, the innermost first."""
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def replace(place: Path, made: Path, folder: Path) -> None:
    """Put what was made into its place; what was there goes only when the new one is."""
    if place.exists():
        before = folder / "before"
        place.rename(before)
        try:
            made.rename(place)
        except OSError:
            before.rename(place)
            raise
    else:
        made.rename(place)


def program_in(folder: Path, name: str) -> Path:
    """Return what is started in a bundle that is a folder."""
    inside = {"win32": f"{name}.exe", "darwin": f"Contents/MacOS/{name}"}.get(sys.platform, name)
    return folder / inside


def megabytes(path: Path) -> float:
    """Return the size of a file, or of all files in a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if not file.is_dir()]
    return sum(file.lstat().st_size for file in files) / 1_000_000


@contextmanager
def terminating() -> Iterator[None]:
    """Within it, Ctrl+C and SIGTERM end this process in order, so that nothing is left behind."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
