"""SECURITY.md names a test for each answer; here it is shown that they are there."""

from __future__ import annotations

import ast
import re

import pytest

from tests.package.conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a heading, each as its cells."""
    section = TEXT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


ANSWERS = [*table("Electron's twenty points"), *table("Tauri's five phases")]


def test_every_point_and_phase_is_answered():
    """Electron's twenty points in their order, and Tauri's five phases."""
    points = table("Electron's twenty points")
    assert [int(point.split(".")[0]) for point, _, _ in points] == list(range(1, 21))
    assert [phase for phase, _, _ in table("Tauri's five phases")] == [
        "Upstream",
        "Development",
        "Buildtime",
        "Distribution",
        "Runtime",
    ]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer[0])
def test_the_test_of_each_answer_exists(answer: list[str]):
    """It is a function of that name in that file."""
    named = re.fullmatch(r"`(tests/[\w/]+\.py)::(\w+)`", answer[2])
    assert named, answer
    functions = ast.walk(ast.parse((ROOT / named[1]).read_text(encoding="utf-8")))
    assert named[2] in {each.name for each in functions if isinstance(each, ast.FunctionDef)}


def test_the_readme_leads_there():
    """Who reads the README finds it, and what is said of the limit is what the code says."""
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    from desktop_app.bridge.connection import SIZE_LIMIT

    assert f"{SIZE_LIMIT // 1024 // 1024} MB ({SIZE_LIMIT:,} characters)" in TEXT
