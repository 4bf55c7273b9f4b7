"""What a docstring says, by its sections."""

from __future__ import annotations

import inspect
import re
from typing import Any

SECTIONS = ("Args", "Attributes", "Events", "Returns", "Raises", "Example")


class Docstring:
    """A docstring by its sections.

    Args:
        of: whose it is; one that only inherits a docstring has none.
    """

    def __init__(self, of: Any) -> None:
        text = inspect.cleandoc(vars(of).get("__doc__") or "") if isinstance(of, type) else inspect.getdoc(of) or ""
        heads = re.split(rf"^({'|'.join(SECTIONS)}):$", text, flags=re.MULTILINE)
        self.text = heads[0].strip()
        self.sections = {
            name: inspect.cleandoc("\n" + body) for name, body in zip(heads[1::2], heads[2::2], strict=True)
        }

    def items(self, section: str) -> dict[str, str]:
        """Return what a section says, by name."""
        found = re.split(r"^(\w+): ", self.sections.get(section, ""), flags=re.MULTILINE)
        return {name: " ".join(body.split()) for name, body in zip(found[1::2], found[2::2], strict=True)}
