"""The texts of our own: every one has its German, and the user's system chooses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.texts import german

ROOT = Path(__file__).resolve().parents[2]
PYTHON = re.compile(r'\btext\(\s*"((?:[^"\\]|\\.)*)"')
TYPESCRIPT = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)*)"')


def used(folder: str, suffix: str, call: re.Pattern[str]) -> set[str]:
    """The texts that are asked for in files of a folder."""
    files = [file for file in (ROOT / folder).rglob(f"*{suffix}") if "texts" not in file.parts]
    return {found for file in files for found in call.findall(file.read_text(encoding="utf-8"))}


def test_every_text_has_its_german_and_none_is_left_over():
    """In Python and in the page."""
    assert set(german.TEXTS) == used("desktop_app", ".py", PYTHON)
    assert set(german.OF_THE_PAGE) == used("assets/src", ".ts", TYPESCRIPT)


@pytest.mark.parametrize("table", [german.TEXTS, german.OF_THE_PAGE])
def test_what_is_filled_in_has_the_same_names(table):
    """A translation drops no value and asks for no other."""
    for english, translated in table.items():
        assert sorted(re.findall(r"\{\w*\}", english)) == sorted(re.findall(r"\{\w*\}", translated))


@pytest.mark.parametrize(
    ("environment", "language", "menu"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de", "Datei"),
        ({"LANG": "C.UTF-8"}, "en", "File"),
        ({"LANG": "fr_FR.UTF-8"}, "en", "File"),
        ({"LANG": "de_DE", "LC_ALL": "en_US.UTF-8"}, "en", "File"),
        ({"LANG": "en_US", "DESKTOP_APP_LANGUAGE": "de"}, "de", "Datei"),
        ({}, "en", "File"),
    ],
)
def test_the_system_chooses(environment, language, menu):
    """Or `DESKTOP_APP_LANGUAGE`; what we do not speak is English."""
    names = ("DESKTOP_APP_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    others = {name: value for name, value in os.environ.items() if name not in names}
    code = "from desktop_app.texts import language, text; print(language(), text('File'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=others | environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [language, menu]
