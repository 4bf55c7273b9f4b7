"""One process of each app, with real processes: a later start hands over to the first, and ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop_app.desktop.single_instance import Card
from tests.listening import listening_sockets

ROOT = Path(__file__).resolve().parents[2]
Begin = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Start a process of the app, given these words."""
    (tmp_path / "app").mkdir()
    (tmp_path / "runtime").mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(tmp_path / "runtime")}
    with ExitStack() as processes:

        def start(*words: str | bytes, folder: Path = ROOT, **variables: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.headless.starting", str(tmp_path / "app"), *words],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder,
                env=environment | variables,
            )  # fmt: skip
            processes.enter_context(process)
            processes.callback(process.kill)
            return process

        yield start


def line(process: subprocess.Popen[str]) -> str:
    """The next thing it says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> str:
    """Let it end, and return what it wrote to standard error."""
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    return errors


def card(tmp_path: Path) -> Card:
    """Where the first one is reached."""
    return Card.model_validate_json((tmp_path / "app" / "instance.json").read_bytes())


def test_a_later_start_hands_over_and_ends(begin: Begin, tmp_path: Path) -> None:
    """Its words and folder arrive as they were, whatever the names; when the first has ended, the next is first."""
    first = begin()
    assert line(first) == "first"
    second = begin("ä b", b"\xff.txt", "", folder=tmp_path)
    assert line(second) == "second"
    end(second)
    assert json.loads(line(first)) == [["ä b", "\udcff.txt", ""], str(tmp_path)]
    assert end(first) == ""
    third = begin()
    assert line(third) == "first"
    end(third)


def test_of_many_starts_at_once_exactly_one_is_first(begin: Begin) -> None:
    """And it hears of all the others."""
    processes = [begin(str(number)) for number in range(8)]
    said = {process.args[-1]: line(process) for process in processes}  # type: ignore[index]
    assert sorted(said.values()) == ["first", *["second"] * 7]
    [first] = [process for process in processes if said[process.args[-1]] == "first"]  # type: ignore[index]
    heard = {json.loads(line(first))[0][0] for _ in range(7)}
    assert heard == {word for word, what in said.items() if what == "second"}
    for process in processes:
        end(process)


def test_starts_while_the_first_ends(begin: Begin) -> None:
    """Each is either heard of or the first itself, round after round; never neither."""
    first = begin()
    assert line(first) == "first"
    for _ in range(8):
        second = begin("word")
        assert first.stdin is not None
        first.stdin.close()
        first.stdin = None  # for `communicate`
        said = line(second)
        assert said in ("first", "second")
        heard = first.communicate(timeout=20)[0]
        assert (said == "second") == ("word" in heard)
        if said == "second":
            end(second)
            second = begin()
            assert line(second) == "first"
        first = second
    end(first)


def test_a_killed_one_leaves_nothing_in_the_way(begin: Begin, tmp_path: Path) -> None:
    """The next start is the first, and takes the old socket away."""
    killed = begin()
    assert line(killed) == "first"
    left = Path(card(tmp_path).address)
    killed.kill()
    killed.wait()
    assert left.is_socket()
    first = begin()
    assert line(first) == "first"
    assert not left.parent.exists()
    end(first)
    assert list((tmp_path / "runtime").iterdir()) == []


@pytest.mark.parametrize("how", ["stopped", "refuses"])
def test_a_first_one_that_hangs(begin: Begin, how: str) -> None:
    """The later start says so with its process, and ends with status 1."""
    first = begin()
    assert line(first) == "first"
    if how == "stopped":
        first.send_signal(signal.SIGSTOP)
    second = begin("refuse")
    _, errors = second.communicate(timeout=20)
    assert second.returncode == 1
    assert f"This app runs already (process {first.pid}), but has not opened a window within 5 s" in errors
    first.send_signal(signal.SIGCONT)


def test_only_this_user_can_reach_it(begin: Begin, tmp_path: Path) -> None:
    """The socket is in a folder of this user's alone, its key in such a file, and nothing listens for TCP."""
    first = begin()
    assert line(first) == "first"
    assert listening_sockets(first.pid) == []
    for path, mode in ((Path(card(tmp_path).address).parent, 0o700), (tmp_path / "app" / "instance.json", 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode
        assert path.stat().st_uid == os.getuid()
    end(first)


def frame(content: bytes) -> bytes:
    """A message as it travels."""
    return len(content).to_bytes(4, "big") + content


def message(key: str, **changed: object) -> bytes:
    """What a later start says."""
    return frame(json.dumps({"key": key, "arguments": [], "folder": None, **changed}).encode())


def unanswered(client: socket.socket) -> bool:
    """Wait until it is let go, and return whether nothing was said to it."""
    client.settimeout(20)
    try:
        return client.recv(1) == b""
    except ConnectionResetError:  # not even all that it said was read
        return True


def test_what_is_not_a_later_start_is_refused(begin: Begin, tmp_path: Path) -> None:
    """Garbage, a pickle, a foreign key, too much and half a message: none is acted upon or answered, and all are
    logged."""
    first = begin()
    assert line(first) == "first"
    key = card(tmp_path).key
    bad = [
        b"", b"\x00", frame(b"garbage"), frame(b"\x80\x04N."), message("another"), message(key, arguments="a"),
        message(key, more=1), message(key, arguments=["!"]), (1 << 30).to_bytes(4, "big") + b"x", message(key)[:-1],
    ]  # fmt: skip
    for content in bad:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(card(tmp_path).address)
            client.sendall(content)
            client.shutdown(socket.SHUT_WR)
            assert unanswered(client)
    assert line(begin("good")) == "second"
    assert json.loads(line(first))[0] == ["good"]
    assert end(first).count("what came in place of a later start was refused") == len(bad)


def test_one_who_says_nothing_keeps_nobody_waiting(begin: Begin, tmp_path: Path) -> None:
    """Later starts are heard while others hold their connections open, with nothing or half a message said."""
    first = begin()
    assert line(first) == "first"
    with ExitStack() as clients:
        silent = [clients.enter_context(socket.socket(socket.AF_UNIX)) for _ in range(20)]
        for number, client in enumerate(silent):
            client.connect(card(tmp_path).address)
            client.sendall(b"\x00\x00" if number % 2 else b"")
        assert line(begin("good")) == "second"
        assert json.loads(line(first))[0] == ["good"]
        for client in silent:  # they are let go
            assert unanswered(client)
    end(first)


def test_a_long_path_to_the_runtime_folder(begin: Begin, tmp_path: Path) -> None:
    """A socket's path may have about 100 characters; another place is taken then."""
    long = tmp_path / ("x" * 120)
    long.mkdir()
    first = begin(XDG_RUNTIME_DIR=str(long))
    assert line(first) == "first"
    assert long not in Path(card(tmp_path).address).parents
    assert line(begin("word")) == "second"
    end(first)
