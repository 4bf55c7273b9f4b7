"""What a bundle is to be, as the command and the author's pyproject say it."""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from desktop_app.blocks import app_id
from desktop_app.bundle.icon import checked_icon
from desktop_app.errors import NotBundled
from desktop_app.run.script import Script

TABLE = "[tool.desktop-blocks]"


class Addition(NamedTuple):
    """A file or folder that is taken in.

    Attributes:
        source: where it is.
        folder: where the bundle has it, relative to the script; a folder's content is put there itself.
    """

    source: Path
    folder: str


class Settings(NamedTuple):
    """What a bundle is to be; every path is absolute, and what it names is there."""

    script: Path
    name: str
    version: str
    app_id: str
    icon: Path | None
    additions: list[Addition]
    hidden_imports: list[str]
    engine: str | None
    onefile: bool
    out: Path


class Project(BaseModel):
    """The table of the author's pyproject."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"), strict=True)

    name: str | None = None
    version: str | None = None
    app_id: str | None = None
    icon: str | None = None
    add: list[str] = []
    hidden_imports: list[str] = []
    engine: str | None = None
    onefile: bool = False


def settings_of(options: argparse.Namespace) -> Settings:
    """Return what is to be made.

    Args:
        options: of the command; what it does not say, the pyproject beside the script does.

    Raises:
        ScriptMissing: the script is not there.
        NotBundled: something that was said cannot be.
    """
    script = Script(Path(options.script)).path.resolve()
    project = read_project(script.parent / "pyproject.toml")
    icon = Path(options.icon) if options.icon else script.parent / project.icon if project.icon else None
    name = options.app_id or project.app_id or ""
    return Settings(
        script,
        checked_name(options.name or project.name or script.stem),
        options.app_version or project.version or "",
        app_id.check(name) if name else "",
        checked_icon(icon) if icon else None,
        [
            *(addition(text, script.parent, script.parent) for text in project.add),
            *(addition(text, Path.cwd(), script.parent) for text in options.add or ()),
        ],
        [*project.hidden_imports, *(options.hidden_import or ())],
        options.engine or project.engine,
        project.onefile if options.onefile is None else options.onefile,
        Path(options.out).resolve(),
    )


def read_project(file: Path) -> Project:
    """Return what a pyproject says of bundles, and its version.

    Args:
        file: need not be there.

    Raises:
        NotBundled: it cannot be read, or says what we do not know.
    """
    if not file.is_file():
        return Project()
    toml: Any = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        content = toml.loads(file.read_text(encoding="utf-8"))
        table = content.get("tool", {}).get("desktop-blocks", {})
        version = content.get("project", {}).get("version")
        return Project.model_validate({"version": version} | table)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"]))
        known = ", ".join(field.alias or name for name, field in Project.model_fields.items())
        raise NotBundled(f"{file}: {TABLE}: {where}: {problem['msg']}. The settings are {known}.") from None
    except ValueError as error:
        raise NotBundled(f"{file} cannot be read: {error}.") from None


def checked_name(name: str) -> str:
    """Return a name that files can have on every system.

    Raises:
        NotBundled: they cannot.
    """
    if not re.fullmatch(r'[^\s.\-/\\:*?"<>|\x00-\x1f][^/\\:*?"<>|\x00-\x1f]{0,99}', name) or name[-1] in " .":
        raise NotBundled(
            f'a program cannot be called {name!r}: no / \\ : * ? " < > | in it, no dot, dash or space at its front, '
            "and no dot or space at its end."
        )
    return name


def addition(text: str, beside: Path, script_folder: Path) -> Addition:
    """Return what SRC[:DEST] names.

    Args:
        text: what the author wrote.
        beside: what SRC is relative to.
        script_folder: where the script is; what lies below it has the same place in the bundle.

    Raises:
        NotBundled: it is not there, or would lie outside the bundle.
    """
    parts = re.fullmatch(r"((?:[A-Za-z]:(?=[\\/]))?[^:]+)(?::(.+))?", text)  # Windows has a colon in C:\
    if parts is None:
        raise NotBundled(f"--add {text}: it is to be SRC or SRC:DEST.")
    source = (beside / parts[1]).resolve()
    if not source.exists():
        raise NotBundled(f"--add {text}: there is no {source}.")
    inside = source.is_relative_to(script_folder)
    place = Path(parts[2] or (source.relative_to(script_folder) if inside else source.name))
    if place.is_absolute() or ".." in place.parts:
        raise NotBundled(f"--add {text}: {place} would lie outside the bundle.")
    if source.is_file() and not parts[2]:
        place = place.parent
    return Addition(source, place.as_posix())
