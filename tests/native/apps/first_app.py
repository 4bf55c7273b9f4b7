"""The program that docs/first-app.md begins with."""

from __future__ import annotations

from typing import Any

from tests.docs.pages import DOCS, code_blocks

page = DOCS / "first-app.md"
names: dict[str, Any] = {"__name__": "first_app", "__file__": str(page)}
exec(code_blocks(page, "python")[0].code, names)
demo = names["demo"]
