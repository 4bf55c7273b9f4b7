"""Print the JSON Schema of all messages and component properties; `make types` makes the page's types of it."""

from __future__ import annotations

import importlib
import json
import pkgutil
import typing
from dataclasses import fields
from typing import Any

import pydantic

import desktop_app
from desktop_app.blocks.block import Block
from desktop_app.bridge import messages
from desktop_app.components.component import Component

_LEFT_OUT = ("title", "default")
MESSAGES: list[type[pydantic.BaseModel]] = [
    messages.Ready,
    messages.Event,
    messages.Gathered,
    messages.Applied,
    messages.StorageFailed,
    messages.PageError,
    messages.Inspect,
    messages.Need,
    messages.OpenLink,
    messages.Returned,
    messages.Threw,
    messages.Init,
    messages.Gather,
    messages.Batch,
]


def schema() -> dict[str, Any]:
    """Return one schema that defines every message, and `<Class>Props` for every block that the page can show."""
    models = [*MESSAGES, *(properties(block) for block in shown_blocks())]
    _, definitions = pydantic.json_schema.models_json_schema([(m, "serialization") for m in models], title="Everything")
    definitions = _simplified(definitions)
    return {**definitions, "type": "object", "additionalProperties": False}


def shown_blocks() -> list[type[Block]]:
    """Return the classes of all blocks that the page can show, by name."""
    for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if module.name.split(".")[1] in ("blocks", "components"):
            importlib.import_module(module.name)
    found = {block for block in _subclasses(Block) if "kind" in vars(block) and block.in_tree}  # some have two bases
    return sorted(found, key=lambda block: block.__name__)


def properties(block: type[Block]) -> type[pydantic.BaseModel]:
    """Return a model of the properties that the page gets for such a block."""
    hints = typing.get_type_hints(block, include_extras=True)
    annotations: dict[str, Any] = {
        f.name: (bool if f.name == "interactive" else hints[f.name], ...)  # a session always decides "interactive"
        for f in fields(block)
        if f.name not in block.python_only
    }
    if issubclass(block, Component):
        annotations["value"] = (block.page_value, ...)
    return pydantic.create_model(
        f"{block.__name__}Props", __config__=pydantic.ConfigDict(extra="forbid"), **annotations
    )


def _subclasses(block: type[Block]) -> list[type[Block]]:
    return [found for child in block.__subclasses__() for found in (child, *_subclasses(child))]


def _simplified(part: Any) -> Any:
    """Leave out what would become names and guesses in TypeScript, and write tuples as older drafts do."""
    if isinstance(part, list):
        return [_simplified(item) for item in part]
    if not isinstance(part, dict):
        return part
    simple = {key: _simplified(value) for key, value in part.items() if key not in _LEFT_OUT or isinstance(value, dict)}
    if "prefixItems" in simple:
        simple |= {"items": simple.pop("prefixItems"), "additionalItems": False}
    return simple


if __name__ == "__main__":
    print(json.dumps(schema(), indent=1))
