"""Real mouse and keyboard."""

from __future__ import annotations

import subprocess


def xdotool(*words: str) -> str:
    """Do what the words say and return what xdotool prints.

    Raises:
        AssertionError: xdotool failed; the message has what it said.
    """
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr}"
    return done.stdout
