"""build.spec says what is missing instead of making a bundle that does not work."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bundle.conftest import ROOT, Build


def test_a_missing_page_is_named(build: Build, tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.spec", tmp_path)
    done, _ = build(tmp_path)
    assert done.returncode == 1
    assert "Nothing was bundled: the page is missing. Build it with `make page`" in done.stdout


def test_an_unknown_engine_is_named(build: Build) -> None:
    done, _ = build(engine="netscape")
    assert done.returncode == 1
    assert 'Nothing was bundled: there is no engine "netscape"; DESKTOP_BUNDLE_ENGINE is gtk or qt.' in done.stdout
