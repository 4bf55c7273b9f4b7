"""Environments of their own for what is measured beside us, which the project neither needs nor carries."""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEBVIEW = ["pywebview[qt]>=6,<7", "PyQt6>=6.7", "PyQt6-WebEngine>=6.7", "PyGObject<3.51"]  # as our own extras have it


@dataclass(frozen=True)
class Environment:
    """A virtual environment that is made when it is needed first, and kept.

    Args:
        name: of its folder, and of what is in it.
        needed: what pip installs there.
    """

    name: str
    needed: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where it is."""
        return ROOT / f".venv-{self.name}"

    def python(self) -> Path:
        """Return its Python; what is missing is installed."""
        python = self.folder / "bin" / "python"
        made = self.folder / "made"
        wanted = "\n".join(self.needed)
        if not made.exists() or made.read_text(encoding="utf-8") != wanted:
            print(f"Installing what {self.folder.name} needs (some minutes) …", flush=True)
            venv.create(self.folder, clear=True, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *self.needed], check=True, stdout=sys.stderr)
            made.write_text(wanted, encoding="utf-8")
        return python

    def run(self, module: str) -> str:
        """Run a module of this repository there, and return what it printed."""
        done = subprocess.run([self.python(), "-m", module], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def version(self, package: str) -> str:
        """Return the version of a package there."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        done = subprocess.run([self.python(), "-c", code], check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()


GRADIO = Environment("gradio", ("gradio>=6,<7", "pandas>=2.2", "platformdirs>=4", "pydantic>=2.10,<3", *WEBVIEW))
NICEGUI = Environment("nicegui", ("nicegui>=3,<4", *WEBVIEW))
