"""An author's script, run as Python itself would run it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

from desktop_app.errors import DesktopAppError


class ScriptMissing(DesktopAppError):
    """There is no script that could be run; the message says why."""


class Script:
    """A script, which may be run more than once.

    Args:
        path: where it is, as its user wrote it.
        arguments: its `sys.argv[1:]`.

    Raises:
        ScriptMissing: there is none, or it is a folder.

    Attributes:
        path: where it is, from the root.
        folder: where its own modules are.
        module: its `__main__`, also while it runs.
    """

    def __init__(self, path: Path, arguments: Sequence[str] = ()) -> None:
        if path.is_dir():
            inside = next((path / name for name in ("app.py", "main.py", "__main__.py") if (path / name).is_file()), "")
            raise ScriptMissing(f"{path} is a folder. Name the script in it" + (f": {inside}" if inside else "."))
        if not path.is_file():
            near = path.with_name(f"{path.name}.py")
            raise ScriptMissing(
                f"There is no script {path}" + (f"; did you mean {near}?" if near.is_file() else " here.")
            )
        self._argv = [str(path), *arguments]
        self.name = path.name
        self.path = Path.cwd() / path
        self.folder = path.resolve().parent
        self.module = ModuleType("__main__")

    def execute(self) -> ModuleType:
        """Run it as `__main__`, and return that.

        It gets its own `sys.argv`, and its folder in place of this program's as the first where modules are found.

        Raises:
            Exception: whatever it raises.
        """
        sys.argv[:] = self._argv
        if not getattr(sys.flags, "safe_path", False):
            sys.path[0] = str(self.folder)
        return self.execute_again()

    def execute_again(self) -> ModuleType:
        """Run it once more, in a new `__main__`; raises as `execute` does."""
        module = ModuleType("__main__")
        loader = SourceFileLoader("__main__", str(self.path))
        vars(module).update(__file__=str(self.path), __loader__=loader, __builtins__=__builtins__, __cached__=None)
        sys.modules["__main__"] = self.module = module
        exec(loader.source_to_code(loader.get_data(str(self.path)), str(self.path)), vars(module))  # noqa: S102
        return module
