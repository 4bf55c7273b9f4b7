"""What the page gets of a property, where that is another type than an author gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydantic


@dataclass(frozen=True)
class PageType:
    """Says in an `Annotated` what type the page gets; only who generates the page's types asks for it.

    Args:
        type: that type, as an author would write it.
    """

    type: Any

    def __get_pydantic_json_schema__(self, _: Any, handler: pydantic.GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(pydantic.TypeAdapter(self.type).core_schema)
