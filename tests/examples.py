"""The gallery's example programs, made anew for each test so that no module variable is shared."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

from desktop_app.blocks.blocks import Blocks
from desktop_app.gallery.window import example


def fresh_example(name: str) -> ModuleType:
    """Return a newly imported module of an example; its Blocks are `module.demo`."""
    full_name = f"desktop_app.gallery.examples.{name}"
    sys.modules.pop(full_name, None)
    return importlib.import_module(full_name)


def fresh_gallery_example(name: str) -> Blocks:
    """Return the gallery's page of a newly imported example."""
    fresh_example(name)
    example.cache_clear()
    return example(name)
