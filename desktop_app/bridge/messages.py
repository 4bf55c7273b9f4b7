"""Every message between the page and Python; the page's TypeScript types are generated from these models."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter
from pydantic_core import PydanticSerializationError

PAGE_ERROR_LIMIT = 2_000


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    def as_json(self) -> str:
        """Return it as the page gets it; half a character, which pydantic cannot write, as JavaScript has it."""
        try:
            return self.model_dump_json()
        except PydanticSerializationError:
            return json.dumps(self.model_dump(mode="json"))


class Ready(_Message):
    """The page has loaded. Once per load, before anything else.

    `storage` holds the entries of its `localStorage` that are the app's, None where there is no `localStorage`.
    """

    type: Literal["ready"] = "ready"
    storage: dict[str, str] | None


Count = Annotated[int, Field(ge=0, le=2**53)]  # as far as JavaScript counts


class Event(_Message):
    """The user did something to a block; `edits` are the values entered since the last message, by component.

    `number` counts the events of a load, from 1.
    """

    type: Literal["event"] = "event"
    nonce: str
    number: Count
    target: Count
    event: str
    data: JsonValue = None
    edits: dict[int, JsonValue] = {}


class Gathered(_Message):
    """The answer to `Gather`: the values entered since the last message, by component.

    `number` counts it among the events of a load.
    """

    type: Literal["gathered"] = "gathered"
    nonce: str
    number: Count
    gathering: Count
    edits: dict[int, JsonValue] = {}


class Applied(_Message):
    """The page shows the batch of this number and can take the next."""

    type: Literal["applied"] = "applied"
    nonce: str
    number: Count


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


class Need(_Message):
    """The page needs one of its parts that do not travel with it."""

    type: Literal["need"] = "need"
    nonce: str
    part: Annotated[str, Field(max_length=100)]


class OpenLink(_Message):
    """The user pressed a link; it is to open in the system's browser."""

    type: Literal["open_link"] = "open_link"
    nonce: str
    url: str


class Returned(_Message):
    """A function of the author's, called in the page by `Batch.calls`, has returned `value`."""

    type: Literal["returned"] = "returned"
    nonce: str
    number: Count
    value: JsonValue


class Threw(_Message):
    """A function of the author's, called in the page, has failed."""

    type: Literal["threw"] = "threw"
    nonce: str
    number: Count
    message: Annotated[str, Field(max_length=PAGE_ERROR_LIMIT)]


FromPage = Annotated[
    Ready | Event | Gathered | Applied | StorageFailed | PageError | Inspect | Need | OpenLink | Returned | Threw,
    Field(discriminator="type"),
]
from_page: TypeAdapter[FromPage] = TypeAdapter(FromPage)


class Node(_Message):
    """A block in the page, with the events of it that somebody listens to."""

    id: int
    kind: str
    props: dict[str, Any]
    events: list[str]
    children: list[Node]


class Init(_Message):
    """The answer to `Ready`: what to show, and the nonce that every message of this load carries.

    `window` is the block to which the window's own events happen. `texts` are the page's own texts in the user's
    `language`, by their English. `css` is the author's style sheet, `head` what else goes into the page's head; it
    holds no scripts.
    """

    type: Literal["init"] = "init"
    nonce: str
    title: str
    language: str = "en"
    texts: dict[str, str] = {}
    css: str = ""
    head: str = ""
    window: int
    tree: Node


class Gather(_Message):
    """Something has happened outside of the page; answer with the values entered so far, for its listeners."""

    type: Literal["gather"] = "gather"
    nonce: str
    gathering: int


class Shown(_Message):
    """The children of one layout, made anew. A node of an id that is there already stays the same element."""

    id: int
    children: list[Node]


class Update(_Message):
    """Properties of one block that have changed; `events` are those to tell of from now on, None for the same ones."""

    id: int
    props: dict[str, Any]
    events: list[str] | None = None


class Bar(_Message):
    """One progress bar: `part` from 0 to 1, None if nobody knows how much there is; `count` such as "3/10 steps"."""

    description: str | None
    part: float | None
    count: str | None


class Status(_Message):
    """What the listener that writes a block is doing.

    `look` "full" covers the block, "minimal" shows the time alone. `ahead` is how many wait in the queue before it,
    None once it runs. `elapsed` counts the seconds since it was asked for. `bars` are the progress bars, outermost
    first.
    """

    look: Literal["full", "minimal"]
    ahead: int | None
    elapsed: float
    bars: list[Bar]


class Call(_Message):
    """Call a function of the author's, by its number among those that were defined; `Returned` or `Threw` answers."""

    number: int
    function: int
    arguments: list[JsonValue]


class ToastShown(_Message):
    """A short message to the user; `duration` in seconds, None keeps it until it is closed."""

    kind: Literal["error", "warning", "info", "success"]
    title: str
    message: str
    duration: float | None


class Batch(_Message):
    """Everything that has changed since the last batch, in the order in which it is to be done.

    `seen` is the number of the last event that Python had heard: a value that the user edited in a later one is old.
    `statuses` tells by block what its listener is doing, None when it is done; `problems` what is wrong with the value
    of a field, None when nothing is any more. `storage` writes `localStorage` entries, None removes one. `scroll_to`
    is a block to bring into view.
    """

    type: Literal["batch"] = "batch"
    nonce: str
    number: int
    seen: int
    shown: list[Shown]
    updates: list[Update]
    statuses: dict[int, Status | None]
    problems: dict[int, str | None]
    calls: list[Call]
    toasts: list[ToastShown]
    storage: dict[str, str | None]
    scroll_to: int | None
