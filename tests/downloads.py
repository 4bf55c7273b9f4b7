"""The user's folder for downloads, for tests."""

from __future__ import annotations

from pathlib import Path

import pytest


def keep_downloads_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the user's folder for downloads be one below `folder`, which is not there yet; return it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(folder / "Downloads"))
    return folder / "Downloads"
