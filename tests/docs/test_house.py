"""The plan of the house names every room, in the order in which they may call each other."""

from __future__ import annotations

import itertools
import re

from tests.docs.pages import ROOT, prose

PACKAGE = ROOT / "desktop_app"
PLAN = re.findall(r"^\| (`.+?`) \|", prose(ROOT / "CONTRIBUTING.md"), re.MULTILINE)
ROOMS = [[room.removesuffix("/").removesuffix(".py") for room in re.findall(r"`([\w./]+)`", row)] for row in PLAN]
BUILT = "page"  # by `make page`
ALSO = {"__init__", "__main__"}


def test_every_room_is_in_the_plan_and_there() -> None:
    """No room without a line, and no line without a room."""
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {room for row in ROOMS for room in row} == there - ALSO - {BUILT}


def test_the_plan_is_in_the_order_that_is_checked() -> None:
    """Calls point downwards, as `make lint` sees it."""
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = settings.split("layers = [")[1].split("]")[0]
    checked = [set(re.findall(r"desktop_app\.(\w+)", layer)) for layer in layers.strip().splitlines()]
    places = {room: place for place, row in enumerate(ROOMS) for room in row}
    order = [{places[room] for room in layer} for layer in checked]
    assert all(max(above) < min(below) for above, below in itertools.pairwise(order))
