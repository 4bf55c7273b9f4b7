"""The commands in the pages exist, with the options that are shown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.docs.pages import PAGES, ROOT, called, code_blocks, prose

TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
SETTINGS = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
EXTRAS = set(re.findall(r"^(\w+) = \[", SETTINGS.split("optional-dependencies]")[1].split("\n[")[0], re.MULTILINE))
IN_TEXT = re.compile(r"`((?:make|desktop-blocks|pip install|pyinstaller) [^`…]+)`")
NOT_OURS = {"apt-get", "cd", "pytest"}  # what they do is not for us to say


def commands(page: Path) -> list[str]:
    """Return the commands of a page: the lines of its blocks, and those in its text."""
    lines = [line for block in code_blocks(page, "sh") for line in block.code.splitlines()]
    parts = [part for line in lines for part in re.split(r"&&|\|", line)]
    return [part.strip() for part in parts if part.split("#")[0].strip()] + IN_TEXT.findall(prose(page))


WITH_COMMANDS = [page for page in PAGES if commands(page)]


def wrong(command: str, capsys: pytest.CaptureFixture[str]) -> str | None:
    """Return what is wrong with a command, None if nothing is."""
    words = shlex.split(command, comments=True)
    words = words[1:] if words[0] == "sudo" else words
    program, arguments = words[0], words[1:]
    if program == "make":
        lost = [word for word in arguments if "=" not in word and word not in TARGETS]
    elif program == "desktop-blocks":
        lost = unknown_options(arguments, capsys)
    elif program == "pip":
        lost = [extra for extras in re.findall(r"\[([\w,]+)\]", command) for extra in extras.split(",")]
        lost = [extra for extra in lost if extra not in EXTRAS]
    elif program == "pyinstaller":
        lost = [word for word in arguments if not (ROOT / word).exists()]
    elif program in NOT_OURS or program.startswith("dist/"):
        lost = []
    elif program == "python":
        lost = [word for word in arguments if not word.endswith(".py")]
    else:
        lost = [program]
    return f"{command}: there is no {', '.join(lost)}" if lost else None


def unknown_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the words of `desktop-blocks …` that its help does not know."""
    own = [word for word in arguments if not word.startswith("-")][:1]
    with pytest.raises(SystemExit) as ended:
        main([*own, "--help"])
    help_text = capsys.readouterr().out
    if ended.value.code != 0:
        return own
    known = set(re.findall(r"--?[\w-]+", help_text))
    return [word for word in arguments if word.startswith("-") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=called)
def test_every_command_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Targets of make, commands and options of ours, extras, and files."""
    assert [problem for each in commands(page) if (problem := wrong(each, capsys))] == []


def test_what_does_not_exist_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind of command, with something that there is not."""
    bad = [
        "make tea",
        "desktop-blocks brew",
        "desktop-blocks doctor --milk",
        'pip install "desktop-blocks[tea]"',
        "brew tea",
    ]
    assert [command for command in bad if wrong(command, capsys) is None] == []
    assert wrong("desktop-blocks doctor --json", capsys) is None
