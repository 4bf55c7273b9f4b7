"""What is said of a script that fails: its own lines, and what to do."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from desktop_app.blocks.app_id import is_ours
from desktop_app.run.alias import NAME, lacking
from desktop_app.run.script import Script

# Packages that are installed by another name than they are imported by.
INSTALLED_AS = {
    "PIL": "pillow",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dotenv": "python-dotenv",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}


def told(error: BaseException, script: Script) -> str:
    """Return the traceback of an error without the frames that are not the author's, and what to do about it."""
    lines = "".join(own_lines(error)).rstrip()
    hint = _hint(error, script)
    return f"{lines}\n\n{hint}" if hint else lines


def brief(error: BaseException, script: Script) -> str:
    """Return it in one line: what it is, and where."""
    said = " ".join(str(error.msg if isinstance(error, SyntaxError) else error).split())
    return ": ".join(filter(None, [_place(error, script), type(error).__name__, said]))


def files_of(error: BaseException) -> list[str]:
    """Return the files in which it was raised, and the one that cannot be read as Python."""
    whole = traceback.TracebackException.from_exception(error)
    named = [error.filename] if isinstance(error, SyntaxError) and error.filename else []
    return [*named, *(frame.filename for frame in _shown(whole))]


def own_lines(error: BaseException) -> list[str]:
    """Return the traceback of an error, of the errors that led to it, too, without the frames that are ours."""
    whole = traceback.TracebackException.from_exception(error)
    pending, seen = [whole], set()
    while pending:
        each = pending.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        each.stack = traceback.StackSummary.from_list(_shown(each))
        pending += [led for led in (each.__cause__, each.__context__) if led is not None]
        pending += getattr(each, "exceptions", None) or []
    return list(whole.format())


def _place(error: BaseException, script: Script) -> str:
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}, line {error.lineno}"
    frames = _shown(traceback.TracebackException.from_exception(error))
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else script.name


def _shown(error: traceback.TracebackException) -> list[traceback.FrameSummary]:
    """Return the frames of the author's own code, and of packages that it calls."""
    return [frame for frame in error.stack if not _is_hidden(frame.filename)]


def _is_hidden(file: str) -> bool:
    path = Path(file)
    return file.startswith("<frozen ") or is_ours(path) or path.parts[-3:-1] == ("pydantic", "_internal")


def _hint(error: BaseException, script: Script) -> str:
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] == NAME:
        found = re.match(r"cannot import name '(\w+)'", error.msg or "")
        if found:
            return f"{_place(error, script)}: {lacking(str(error.name), found[1])}"
        if "desktop-blocks has no" not in str(error):
            return "Gradio is not installed: pip install gradio, or leave out --no-alias to use desktop-blocks for it."
        return ""
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        install = f"pip install {INSTALLED_AS.get(package, package)}"
        return (
            f"{script.name} needs the package {package!r}, which is not installed. Install it by: {install}\n"
            f"If it is a module of your own, it has to be in the folder {script.folder}."
        )
    return ""
