"""Pictures on buttons."""

from __future__ import annotations

import base64
import mimetypes
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

_MOST_BYTES = 1_000_000


def _as_data(icon: str | Path | None) -> str | None:
    """The page loads nothing, so it gets the picture itself."""
    if icon is None or str(icon).startswith("data:image/"):
        return None if icon is None else str(icon)
    if "://" in str(icon) or str(icon).startswith("data:"):
        raise ValueError("an icon is the path of a picture, or its data as data:image/…; windows load nothing else")
    path = Path(icon)
    kind, _ = mimetypes.guess_type(path.name)
    if kind is None or not kind.startswith("image/"):
        raise ValueError(f"{path.name} is no picture; its name has to end in .svg, .png or the like")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"the icon cannot be read: {error.strerror or error}") from error
    if len(content) > _MOST_BYTES:
        raise ValueError(f"{path.name} has {len(content):,} bytes; an icon may have {_MOST_BYTES:,}")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


Icon = Annotated[str | Path | None, AfterValidator(_as_data), WithJsonSchema({"type": ["string", "null"]})]
