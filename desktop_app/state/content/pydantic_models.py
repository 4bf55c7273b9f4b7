"""Pydantic models: fields, extras and private attributes, not which of the fields were set."""

from __future__ import annotations

from pydantic import BaseModel

from desktop_app.state.content.containers import flat, read_dict
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Reading
from desktop_app.state.content.seal import seal


def read_model(value: BaseModel, held: Held) -> Reading:
    """Read a model. What a `cached_property` has kept in it is left out."""
    kind = type(value)
    held_fields = vars(value)
    fields = {name: held_fields[name] for name in kind.model_fields if name in held_fields}
    extra, private = value.__pydantic_extra__ or {}, value.__pydantic_private__ or {}
    codes = []
    for part in (fields, extra, private):
        codes.append(flat(part) or (yield from read_dict(part, held)))
    return seal(b"model", held.itself(kind), *codes)
