"""A text with parts that are marked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator
from typing_extensions import TypedDict

from desktop_app.components.component import Component
from desktop_app.components.display_component import DisplayComponent
from desktop_app.components.own_buttons import WithButtons
from desktop_app.events.event import Event


class Token(TypedDict):
    """A part of the text, with its category, or a number from -1 to 1, or None if it is not marked."""

    token: str
    class_or_confidence: str | float | None


def _as_dict(colors: object) -> object:
    return {} if colors is None else colors


class HighlightedText(WithButtons, DisplayComponent):
    """A text with parts that are marked by a category, or by a number from -1 to 1.

    Handlers return a list of pairs of a part and its mark, which is None for what is not marked, or a dict of the
    `text` and its `entities`, each a dict of `entity` (or `entity_group`), `start` and `end`. They get a list of dicts
    of `token` and `class_or_confidence`, which can be returned as well.

    Args:
        value: what is shown at the start.
        color_map: the colour of each category, as CSS has colours; others get one of their own.
        show_legend: a line above tells which colour is which category; a click on one shows where it is.
        show_inline_category: False leaves out the name of its category beside each part; with a legend it is left out
            anyway.
        combine_adjacent: neighbours of the same category become one part.
        adjacent_separator: what stands between them then.
        show_whitespaces: False leaves out blanks at both ends of each part.
        interactive: True lets the user mark parts: what is selected by mouse or keyboard gets a label, a marked part
            another one or none. It shows the category beside each part and all blanks then.
        rtl: the text goes from right to left.
        buttons: Buttons to show at its top.

    Events:
        input: the user has marked a part, or changed a mark.
        select: the user has chosen a part; tells its `index` and as `value` the part and its mark.

    Example:
        >>> HighlightedText([("Ada", "person"), (" lived in ", None), ("London", "place")], label="Text")
    """

    kind: ClassVar[str] = "highlightedtext"
    page_value: ClassVar[Any] = list[Token] | None
    editable: ClassVar[bool] = True  # where it is interactive
    python_only: ClassVar[frozenset[str]] = Component.python_only | {
        "combine_adjacent",
        "adjacent_separator",
    }
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event(when_read_only=True)

    value: Any = None
    _: KW_ONLY
    color_map: Annotated[dict[str, str] | None, BeforeValidator(_as_dict)] = field(default_factory=dict)
    show_legend: bool = False
    show_inline_category: bool = True
    combine_adjacent: bool = False
    adjacent_separator: str = ""
    show_whitespaces: bool = True
    interactive: Annotated[bool | None, BeforeValidator(bool)] = False
    rtl: bool = False

    def accept(self, untrusted: object) -> list[Token] | None:
        """Take marks that the user could have made; None and numbers that cannot be shown are none of them."""
        tokens: list[Token] | None = super().accept(untrusted)
        return self.postprocess(tokens or [])

    def preprocess(self, value: list[Token] | None) -> list[Token] | None:
        """Hand over a list of dicts."""
        return None if value is None else [Token(**token) for token in value]

    def postprocess(self, value: Any) -> list[Token] | None:
        """Take pairs, or a dict of a text and its entities; None shows nothing."""
        if value is None:
            return None
        if isinstance(value, Mapping):
            tokens = _from_entities(value)
        elif isinstance(value, Iterable) and not isinstance(value, str):
            tokens = [_token(each) for each in value]
        else:
            raise ValueError("it takes a list of pairs, or a dict of a text and its entities")
        return self._combined(tokens) if self.combine_adjacent else tokens

    def _combined(self, tokens: list[Token]) -> list[Token]:
        combined: list[Token] = []
        for token in tokens:
            if not token["token"]:
                continue
            if combined and combined[-1]["class_or_confidence"] == token["class_or_confidence"]:
                combined[-1]["token"] += self.adjacent_separator + token["token"]
            else:
                combined.append(token)
        return combined


def _token(pair: Any) -> Token:
    if isinstance(pair, Mapping):
        pair = (pair.get("token"), pair.get("class_or_confidence"))
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise ValueError(f"{pair!r:.100} is not a pair of a text and its mark")
    text, mark = pair
    if not isinstance(text, str):
        raise ValueError(f"{text!r:.100} is not a text")
    if isinstance(mark, str | None):
        return Token(token=text, class_or_confidence=mark)
    try:
        number = float(mark)
    except (TypeError, ValueError):
        raise ValueError(f"{mark!r:.100} is neither a category nor a number") from None
    if not math.isfinite(number):
        raise ValueError(f"{number} is no number that can be shown")
    return Token(token=text, class_or_confidence=number)


def _from_entities(value: Mapping[str, Any]) -> list[Token]:
    """Cut the text at the entities; where two overlap the part goes to the first."""
    if not isinstance(value.get("text"), str) or "entities" not in value:
        raise ValueError("a dict has to have a text and its entities")
    text, tokens, at = value["text"], [], 0
    for entity in sorted(value["entities"], key=lambda entity: int(entity["start"])):
        mark = entity.get("entity_group") or entity.get("entity")
        start, end = max(at, int(entity["start"])), min(len(text), int(entity["end"]))
        if end <= start:
            continue
        tokens += [Token(token=text[at:start], class_or_confidence=None), _token((text[start:end], mark))]
        at = end
    return [*tokens, Token(token=text[at:], class_or_confidence=None)]
