"""How large the gallery's bundle is, and how quickly it starts, beside controls made in the same run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.bundle.make import megabytes
from tests.bundle.conftest import Build
from tests.bundle.control import control
from tests.bundle.starts import told_starts

MOST_OF_A_FOLDER, MOST_OF_A_FILE = 55, 25  # megabytes


def test_the_gallery_on_gtk_is_small(build: Build, bundle: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    """55 MB at most as a folder, 25 MB as one file."""
    done, folder = build(onefile=True)
    assert done.returncode == 0, done.stdout
    one, many = megabytes(folder / "dist" / "desktop-blocks"), megabytes(bundle.parent)
    hello = megabytes(control(tmp_path, "gtk", "--exclude-module=PyQt6"))
    figure(
        f"gallery on GTK: {many:.1f} MB as a folder, {one:.1f} MB as one file; "
        f"the control, a bare hello by PyInstaller's defaults: {hello:.1f} MB"
    )
    assert many <= MOST_OF_A_FOLDER
    assert one <= MOST_OF_A_FILE


def test_the_start_is_told(bundle: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    """From the start to a window with text in it, beside the same from the sources; told, as times vary."""
    figure(told_starts(bundle, "gtk", tmp_path))
