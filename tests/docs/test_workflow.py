"""The workflow for GitHub runs the commands that people run here."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.docs.pages import ROOT, prose
from tests.docs.test_commands import TARGETS

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
JOBS: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))["jobs"]


def lines(job: str) -> list[str]:
    """Return the lines of shell that a job runs."""
    return [line for step in JOBS[job]["steps"] for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_can_be_read(file: Any) -> None:
    """As YAML, with jobs that have steps, and no more rights than to read."""
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert all(job["steps"] and job["runs-on"] for job in workflow["jobs"].values())
    assert workflow["permissions"] == {"contents": "read"}


def test_linux_runs_what_people_run() -> None:
    """`make test`, and no list of its own."""
    assert "make test" in lines("linux")
    assert {target for line in lines("linux") for target in re.findall(r"make (\w+)", line)} <= TARGETS


def test_the_other_systems_run_what_needs_no_window() -> None:
    """They are named as untested, here and in the README."""
    assert JOBS["elsewhere"]["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    assert "untested" in JOBS["elsewhere"]["name"]
    folders = [folder for line in lines("elsewhere") for folder in re.findall(r"tests/[\w/]+", line)]
    assert "tests/headless" in folders
    assert [folder for folder in folders if not (ROOT / folder).exists() and not (ROOT / f"{folder}.py").exists()] == []
    assert "never run" in prose(ROOT / "README.md")
