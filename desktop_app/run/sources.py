"""The files that a script is made of."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from desktop_app.blocks.app_id import is_ours

Signature = tuple[int, int] | None  # when it was written, and its size; None: it is not there
Signatures = dict[Path, Signature]


class Sources:
    """A script, the modules it has imported from its own folder, and the files that its apps name.

    Args:
        script: the script's file.
        folder: its folder.

    Attributes:
        others: files that are no modules, or not yet.
    """

    def __init__(self, script: Path, folder: Path) -> None:
        self._script = script
        self._folder = folder
        self.others: set[Path] = set()

    def modules(self) -> dict[str, ModuleType]:
        """Return the modules of its own that are there now, by name."""
        return {
            name: module for name, module in list(sys.modules.items()) if name != "__main__" and self._is_own(module)
        }

    def signatures(self) -> Signatures:
        """Return by file what changes when it is saved."""
        modules = (Path(str(module.__file__)) for module in self.modules().values())
        return {path: _signature(path) for path in (self._script, *modules, *self.others)}

    def _is_own(self, module: ModuleType) -> bool:
        file = getattr(module, "__file__", None)
        if not file or not str(file).endswith(".py"):
            return False
        path = Path(file)
        return self._is_inside(path) and not is_ours(path)

    def _is_inside(self, path: Path) -> bool:
        """Whether it is in the folder, and not in an environment of packages that happens to be there as well."""
        if not path.is_relative_to(self._folder):
            return False
        return {"site-packages", "dist-packages"}.isdisjoint(path.relative_to(self._folder).parts)


def changed(before: Signatures, now: Signatures) -> list[Path]:
    """Return the files that were written between the two; one that is new to them was not."""
    return [path for path, signature in now.items() if before.get(path, signature) != signature]


def forget(modules: Iterable[str]) -> None:
    """Let the next import of these modules load them again."""
    for name in modules:
        sys.modules.pop(name, None)


def _signature(path: Path) -> Signature:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
