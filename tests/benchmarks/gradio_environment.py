"""An environment of its own for Gradio, which the project neither needs nor carries."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".venv-gradio"
PYTHON = FOLDER / "bin" / "python"
NEEDED = ["gradio>=6,<7", "pandas>=2.2", "platformdirs>=4", "pydantic>=2.10,<3"]


def run_beside_gradio(module: str) -> str:
    """Run a module of this repository where Gradio can be imported too, and return what it printed."""
    made = FOLDER / "made"
    if not made.exists():
        print(f"Installing Gradio into {FOLDER.name} (a minute) …", flush=True)
        venv.create(FOLDER, clear=True, with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *NEEDED], check=True, stdout=sys.stderr)
        made.touch()
    return subprocess.run([PYTHON, "-m", module], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout
