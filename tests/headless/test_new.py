"""`desktop-blocks new`: a project that works as it is made."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli

FILES = [".gitignore", "README.md", "app.py", "icon.png", "pyproject.toml", "tests/test_app.py"]


def files(folder: Path) -> list[str]:
    """The files below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(("name", "title", "slug"), [
    ("my-app", "My App", "my-app"),
    ("Größen Rechner", "Größen Rechner", "grossen-rechner"),
    ("v2.0 beta", "V2.0 Beta", "v2-0-beta"),
])  # fmt: skip
def test_its_own_tests_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, title: str, slug: str):
    """Everything is there, under names that are made from the one that was given."""
    folder = tmp_path / "Neues Zeug" / name
    assert cli.main(["new", str(folder)]) == 0
    assert files(folder) == FILES
    said = capsys.readouterr().out
    assert f"Made {title}, in {folder}" in said
    assert "desktop-blocks run --reload app.py" in said
    project = (folder / "pyproject.toml").read_text(encoding="utf-8")
    assert f'name = "{slug}"' in project
    assert "[tool.desktop-blocks]" in project
    assert f'name = "{title}"' in project
    assert "version = " in project
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-W", "error"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout


def test_the_icon_is_a_picture(tmp_path: Path):
    """A PNG of 256 by 256 pixels with an alpha channel; another app gets one of another colour."""
    assert cli.main(["new", str(tmp_path / "one")]) == cli.main(["new", str(tmp_path / "other")]) == 0
    one, other = (tmp_path / name / "icon.png" for name in ("one", "other"))
    assert one.read_bytes() != other.read_bytes()
    content = one.read_bytes()
    assert content[:16] == b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    assert struct.unpack(">IIBB", content[16:26]) == (256, 256, 8, 6)


def test_an_empty_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Also the one where the command is given."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert cli.main(["new", "."]) == 0
    assert files(tmp_path / "here") == FILES


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A folder that is not empty, and a file, are refused and left alone."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    assert cli.main(["new", str(tmp_path / "full")]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert cli.main(["new", str(tmp_path / "file")]) == 1
    assert "is a file" in capsys.readouterr().err
    assert files(tmp_path) == ["file", "full/mine.txt"]


@pytest.mark.parametrize("name", ["con", "NUL.txt", "a:b", "日本", "-x", " x", "x.", "x" * 65, "_x"])
def test_names_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str):
    """They are refused before anything is made."""
    assert cli.main(["new", "--", str(tmp_path / name)]) == 1
    assert repr(name) in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Nothing half-made is left."""
    (tmp_path / "file").write_text("")
    assert cli.main(["new", str(tmp_path / "file" / "app")]) == 1
    assert "cannot be made: " in capsys.readouterr().err
    assert (
        cli.main(
            [
                "new",
                str(tmp_path / "new" / ("x" * 60) / "app"),
            ]
        )
        == 0
    )  # folders on the way are made


def test_a_full_disk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """What was written until then is removed."""
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "README.md":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert cli.main(["new", str(tmp_path / "on the way" / "app")]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
