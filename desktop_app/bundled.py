"""What this program is, when it was made by build.spec."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

FACTS = "desktop-blocks.json"  # build.spec puts it into every bundle


class Bundled(NamedTuple):
    """What the author said of the program, and what build.spec has found out.

    Attributes:
        name: of the program.
        version: "" if there is none.
        app_id: names the folder of its data; "" leaves that to the script.
        icon: a PNG file for its windows, where those need one.
        engine: the one that is in it.
        gradio: whether its script calls us by that name.
    """

    name: str
    version: str
    app_id: str
    icon: Path | None
    engine: str
    gradio: bool


@cache
def bundled() -> Bundled | None:
    """Return what this program is; None if it runs from its sources."""
    folder = getattr(sys, "_MEIPASS", None)
    if folder is None:
        return None
    facts = json.loads((Path(folder) / FACTS).read_text(encoding="utf-8"))
    icon = Path(folder) / facts["icon"] if facts["icon"] else None
    return Bundled(**{name: facts[name] for name in Bundled._fields} | {"icon": icon})
