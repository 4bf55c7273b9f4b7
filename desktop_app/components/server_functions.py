"""Python functions that an author's script in the page calls."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

from desktop_app.errors import Error

log = logging.getLogger("desktop_app")
_json: TypeAdapter[Any] = TypeAdapter(JsonValue)


class ServerCall(BaseModel):
    """What the page asks for; `number` tells its calls apart."""

    model_config = ConfigDict(extra="forbid", strict=True)

    number: int
    function: str = Field(max_length=200)
    arguments: list[JsonValue]


def answer(functions: Mapping[str, Callable[..., Any]], call: ServerCall) -> dict[str, Any]:
    """Call a function and return what the page gets of it: the number of the call, and a value or an error."""
    try:
        value = functions[call.function](*call.arguments)
        if inspect.iscoroutine(value):
            value = asyncio.run(value)
        return {"number": call.number, "value": _json.validate_python(value), "error": None}
    except Error as error:
        return {"number": call.number, "value": None, "error": str(error)}
    except Exception:
        log.exception("the server function %s failed", call.function)
        return {"number": call.number, "value": None, "error": f"{call.function} went wrong. The log has the details."}
