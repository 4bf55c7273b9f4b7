"""Every message between the page and Python; the page's TypeScript types are generated from these models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

PAGE_ERROR_LIMIT = 2_000


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Ready(_Message):
    """The page has loaded. Once per load, before anything else.

    `storage` holds the entries of its `localStorage` that are the app's, None where there is no `localStorage`.
    """

    type: Literal["ready"] = "ready"
    storage: dict[str, str] | None


class Event(_Message):
    """The user did something to a block; `edits` are the values entered since the last message, by component.

    `number` counts the events of a load, from 1.
    """

    type: Literal["event"] = "event"
    nonce: str
    number: int
    target: int
    event: str
    data: JsonValue = None
    edits: dict[int, JsonValue] = {}


class Applied(_Message):
    """The page shows the batch of this number and can take the next."""

    type: Literal["applied"] = "applied"
    nonce: str
    number: int


class StorageFailed(_Message):
    """An entry could not be written to `localStorage`."""

    type: Literal["storage_failed"] = "storage_failed"
    nonce: str
    key: str
    reason: Literal["full", "unavailable"]


class PageError(_Message):
    """Something went wrong in the page's own code."""

    type: Literal["page_error"] = "page_error"
    nonce: str
    message: Annotated[str, Field(max_length=PAGE_ERROR_LIMIT)]


class Inspect(_Message):
    """The user asked for the state inspector by its key."""

    type: Literal["inspect"] = "inspect"
    nonce: str


FromPage = Annotated[Ready | Event | Applied | StorageFailed | PageError | Inspect, Field(discriminator="type")]
from_page: TypeAdapter[FromPage] = TypeAdapter(FromPage)


class Node(_Message):
    """A block in the page, with the events of it that somebody listens to."""

    id: int
    kind: str
    props: dict[str, Any]
    events: list[str]
    children: list[Node]


class Init(_Message):
    """The answer to `Ready`: what to show, and the nonce that every message of this load carries."""

    type: Literal["init"] = "init"
    nonce: str
    title: str
    tree: Node


class Update(_Message):
    """Properties of one block that have changed."""

    id: int
    props: dict[str, Any]


class ToastShown(_Message):
    """A short message to the user; `duration` in seconds, None keeps it until it is closed."""

    kind: Literal["error", "warning", "info", "success"]
    title: str
    message: str
    duration: float | None


class Batch(_Message):
    """Everything that has changed since the last batch; `storage` writes `localStorage` entries, None removes one.

    `seen` is the number of the last event that Python had heard: a value that the user edited in a later one is old.
    """

    type: Literal["batch"] = "batch"
    nonce: str
    number: int
    seen: int
    updates: list[Update]
    toasts: list[ToastShown]
    storage: dict[str, str | None]
