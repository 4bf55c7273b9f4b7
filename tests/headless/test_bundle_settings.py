"""What `desktop-blocks bundle` takes from its words and from the author's pyproject, and what it refuses."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from desktop_app.bundle import icon
from desktop_app.bundle.make import check_place
from desktop_app.bundle.settings import Settings, settings_of
from desktop_app.cli import main
from desktop_app.errors import DeclarationError, NotBundled

PNG = b"\x89PNG\r\n\x1a\n"


def settings(folder: Path, *words: str, project: str = "") -> Settings:
    """What is made of a script in a folder, with these words of the command and this table of the pyproject."""
    (folder / "my app.py").touch()
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    from desktop_app.bundle.command import add_parser

    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    return settings_of(parser.parse_args(["bundle", str(folder / "my app.py"), *words]))


def test_without_words_the_script_names_the_program(tmp_path: Path):
    """A folder called as the script, in dist where the command is given."""
    made = settings(tmp_path)
    assert (made.name, made.version, made.onefile, made.engine) == ("my app", "", False, None)
    assert made.out == Path.cwd() / "dist"


def test_the_pyproject_says_it_and_the_command_says_it_last(tmp_path: Path):
    """Each setting can stand in the table; what the command says goes before, and lists are joined."""
    (tmp_path / "icon.png").write_bytes(PNG)
    (tmp_path / "data").mkdir()
    project = """
        [project]
        version = "2.1"
        [tool.desktop-blocks]
        name = "Grüße"
        icon = "icon.png"
        add = ["data"]
        hidden-imports = ["a"]
        engine = "qt"
        onefile = true
        app-id = "greetings"
    """
    made = settings(tmp_path, project=project)
    assert (made.name, made.version, made.engine, made.app_id) == ("Grüße", "2.1", "qt", "greetings")
    assert made.onefile
    assert made.icon == tmp_path / "icon.png"
    assert [(each.source, each.folder) for each in made.additions] == [(tmp_path / "data", "data")]
    words = ["--name", "X", "--engine", "gtk", "--no-onefile", "--hidden-import", "b", "--version", "3", "--out", "o"]
    said = settings(tmp_path, *words, project=project)
    assert (said.name, said.version, said.engine, said.onefile) == ("X", "3", "gtk", False)
    assert said.hidden_imports == ["a", "b"]
    assert said.out == Path.cwd() / "o"


@pytest.mark.parametrize(
    ("word", "source", "folder"),
    [("pictures", "pictures", "pictures"), ("pictures/a.png", "pictures/a.png", "pictures"),
     ("pictures:art", "pictures", "art"), ("pictures/a.png:art", "pictures/a.png", "art")],
)  # fmt: skip
def test_what_is_added_has_the_same_place_beside_the_script(tmp_path: Path, word: str, source: str, folder: str):
    """So that Path(__file__).parent finds it; DEST names another place."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").touch()
    (added,) = settings(tmp_path, project=f"[tool.desktop-blocks]\nadd = ['{word}']").additions
    assert (added.source, added.folder) == (tmp_path / source, folder)


@pytest.mark.parametrize(
    ("words", "project", "says"),
    [
        (["--name", "a/b"], "", "cannot be called 'a/b'"),
        (["--name", "-x y:"], "", "cannot be called"),
        (["--add", "nothing"], "", "--add nothing: there is no "),
        (["--add", ".:../x"], "", "would lie outside the bundle"),
        (["--add", ":b"], "", "--add :b: it is to be SRC or SRC:DEST"),
        (["--icon", "nothing.png"], "", "the icon nothing.png cannot be read: No such file or directory"),
        ([], "[tool.desktop-blocks]\nikon = 'x'", "ikon: Extra inputs are not permitted. The settings are name,"),
        ([], "[tool.desktop-blocks]\nonefile = 'yes'", "onefile: Input should be a valid boolean"),
        ([], "[tool", "pyproject.toml cannot be read: "),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_said(tmp_path: Path, words: list[str], project: str, says: str):
    """The message names the word or the setting, and what is wrong with it."""
    with pytest.raises(NotBundled) as refused:
        settings(tmp_path, *words, project=project)
    assert says in str(refused.value)


def test_an_app_id_is_checked(tmp_path: Path):
    """As where an author declares it."""
    with pytest.raises(DeclarationError, match="cannot name a folder"):
        settings(tmp_path, "--app-id", "a/b")


@pytest.mark.parametrize(
    ("platform", "good", "start"),
    [("linux", "i.png", PNG), ("win32", "i.ico", b"\0\0\1\0"), ("darwin", "i.icns", b"icns")],
)  # fmt: skip
def test_an_icon_is_of_the_kind_that_the_system_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, good: str, start: bytes
):
    """By its name and by its first bytes; any other is refused with the kind that is needed."""
    monkeypatch.setattr(icon.sys, "platform", platform)
    (tmp_path / good).write_bytes(start + b"...")
    assert icon.checked_icon(tmp_path / good) == tmp_path / good
    for other in ({"i.png", "i.ico", "i.icns", "i.svg"} - {good}, {good}):
        for name in other:
            (tmp_path / name).write_bytes(b"GIF89a")
            with pytest.raises(NotBundled, match=rf"is no {Path(good).suffix} file, which this system needs"):
                icon.checked_icon(tmp_path / name)


def test_what_is_no_bundle_is_not_replaced(tmp_path: Path):
    """A folder or a file of the author's that happens to have that name stays."""
    for place in (tmp_path / "folder", tmp_path / "file", tmp_path / "link"):
        if place.name == "folder":
            place.mkdir()
        elif place.name == "file":
            place.write_text("mine")
        else:
            place.symlink_to("nowhere")
        with pytest.raises(NotBundled, match="is there, and is no bundle"):
            check_place(place)
    check_place(tmp_path / "new")
    (tmp_path / "folder" / "_internal").mkdir()
    (tmp_path / "folder" / "_internal" / "desktop-blocks.json").touch()
    check_place(tmp_path / "folder")


def test_a_script_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The status is 1, with one line."""
    assert main(["bundle", str(tmp_path / "nö.py")]) == 1
    assert capsys.readouterr().err == f"desktop-blocks: There is no script {tmp_path / 'nö.py'} here.\n"


def test_help_says_what_it_does_and_with_what(capsys: pytest.CaptureFixture[str]):
    """Each option, and how the same stands in a pyproject."""
    with pytest.raises(SystemExit):
        main(["bundle", "--help"])
    said = capsys.readouterr().out
    for word in ("--name", "--icon", "--version", "--add", "--hidden-import", "--onefile", "--out", "--self-test"):
        assert word in said
    assert "[tool.desktop-blocks]" in said
