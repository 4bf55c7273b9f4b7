"""The parameters of a function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator
from typing_extensions import TypedDict

from desktop_app.components.component import Component
from desktop_app.events.event import Event
from desktop_app.texts import text


class Parameter(TypedDict):
    """One parameter as the page shows it."""

    name: str
    type: str
    description: str
    default: str | None


def _as_list(words: object) -> object:
    return [] if words is None else words


class ParamViewer(Component):
    """Parameters of a function or a class, each with its type, its default and what it is for.

    Handlers get and return a dict by name, of dicts with `type`, `description` and `default`, each of which may be
    left out.

    Args:
        value: the parameters at the start.
        language: "python" or "typescript": how a default is joined to its type.
        linkify: names that are links wherever a description has them: to the block whose `elem_id` is "h-" and the
            name in small letters.
        header: above them all, with a button that opens and closes all; None leaves it out.
        anchor_links: a link beside each parameter leads to it; a text is put before its name, to tell it from those of
            another ParamViewer.
        max_height: how tall the list can become before it scrolls, in pixels or as CSS has it.

    Events:
        upload: accepted for scripts written for Gradio; it does not happen, as nothing can be brought to a table that
            is only shown.

    Example:
        >>> ParamViewer({"name": {"type": "str", "description": "Who it is", "default": '"Ada"'}})
    """

    kind: ClassVar[str] = "paramviewer"
    page_value: ClassVar[Any] = list[Parameter] | None
    change: ClassVar[Event] = Event()
    upload: ClassVar[Event] = Event(by_page=False)

    value: Any = None
    language: Literal["python", "typescript"] = "python"
    linkify: Annotated[list[str] | None, BeforeValidator(_as_list)] = field(default_factory=list)
    _: KW_ONLY
    header: str | None = field(default_factory=lambda: text("Parameters"))
    anchor_links: bool | str = False
    max_height: int | str | None = None

    def preprocess(self, value: list[Parameter] | None) -> dict[str, dict[str, str | None]] | None:
        """Hand over the dict."""
        if value is None:
            return None
        return {each["name"]: {name: said for name, said in each.items() if name != "name"} for each in value}  # type: ignore[misc]

    def postprocess(self, value: Any) -> list[Parameter] | None:
        """Take a dict of dicts by name; None shows nothing."""
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise ValueError("it takes a dict of dicts by name")
        return [_parameter(str(name), about) for name, about in value.items()]


def _parameter(name: str, about: Any) -> Parameter:
    if not isinstance(about, Mapping):
        raise ValueError(f"{name!r} is {about!r:.100}, but should be a dict of type, description and default")
    default = about.get("default")
    return Parameter(
        name=name,
        type=str(about.get("type") or ""),
        description=str(about.get("description") or ""),
        default=None if default is None else str(default),
    )
