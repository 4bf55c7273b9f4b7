"""A day, or a moment, to choose."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from desktop_app.components.form_component import FormComponent
from desktop_app.components.own_buttons import WithButtons
from desktop_app.events.event import Event

_LONGEST = 100  # characters that the page may send
_RELATIVE = re.compile(r"now(?:\s*-\s*(\d{1,9})\s*([smhd]))?")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _known(timezone: str | None) -> str | None:
    if timezone is not None:
        try:
            ZoneInfo(timezone)
        except (OSError, ValueError, LookupError):
            raise ValueError("this is no time zone that the system knows; one is called like Europe/Berlin") from None
    return timezone


class DateTime(WithButtons, FormComponent):
    """A day, or a moment, to type or to choose from a calendar. Handlers get it as `type` says, or None.

    Args:
        value: what it starts with: "2024-12-31 23:59:59", "now" or "now - 5d" (s, m, h or d), a `datetime`, a `date`,
            or a timestamp in seconds.
        include_time: False asks for a day alone.
        type: "timestamp" hands handlers seconds since 1970 as a `float`, "datetime" a `datetime`, "string" the text.
        timezone: the zone that its time is in, such as "Europe/Berlin"; None is the system's.
        buttons: Buttons to show at its top.

    Events:
        submit: the user has pressed Enter.

    Raises:
        DeclarationError: the system knows no such time zone.

    Example:
        >>> start = DateTime("now", type="datetime", label="Start")
        >>> start.change(plan, start)
    """

    kind: ClassVar[str] = "datetime"
    page_value: ClassVar[Any] = str | None
    python_only: ClassVar[frozenset[str]] = FormComponent.python_only | {"type", "timezone"}
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    include_time: bool = True
    type: Literal["timestamp", "datetime", "string"] = "timestamp"
    timezone: Annotated[str | None, AfterValidator(_known)] = None

    def accept(self, untrusted: object) -> str | None:
        """Take any short text: whether it is a moment is judged when a handler asks, as one may still be typing."""
        text: str | None = super().accept(untrusted)
        if text is not None and len(text) > _LONGEST:
            raise ValueError(f"{text!r:.200} is too long to be a date")
        return text

    def preprocess(self, value: str | None) -> float | datetime | str | None:
        """Turn the text into what `type` says.

        Raises:
            ValueError: it is no moment; the user is shown the message.
        """
        if value is None or not value.strip():
            return None
        moment = self._parsed(value)
        if self.type == "string":
            return self._text(moment)
        moment = moment.replace(tzinfo=self._zone)
        return moment if self.type == "datetime" else moment.timestamp()

    def postprocess(self, value: Any) -> str | None:
        """Show a moment in the field's time zone; None and "" empty it."""
        if value is None or value == "":
            return None
        if isinstance(value, datetime):
            moment = value if value.tzinfo is None else value.astimezone(self._zone)
        elif isinstance(value, date):
            moment = datetime.combine(value, time())
        elif isinstance(value, str):
            moment = self._parsed(value)
        else:
            try:
                moment = datetime.fromtimestamp(float(value), self._zone)
            except (OSError, OverflowError) as error:
                raise ValueError("it is too far away") from error
        return self._text(moment)

    @property
    def _zone(self) -> ZoneInfo | None:
        return None if self.timezone is None else ZoneInfo(self.timezone)

    def _parsed(self, text: str) -> datetime:
        """Return the moment without its zone, which is the field's."""
        text = text.strip()
        relative = _RELATIVE.fullmatch(text)
        try:
            if relative is None:
                return datetime.fromisoformat(text).replace(tzinfo=None)
            ago = {_UNITS[relative[2]]: int(relative[1])} if relative[2] else {}
            return datetime.now(self._zone).replace(tzinfo=None) - timedelta(**ago)
        except (ValueError, OverflowError):
            example = "2024-12-31 23:59:59" if self.include_time else "2024-12-31"
            raise ValueError(f"{self.label or 'The date'} has to be written like {example}.") from None

    def _text(self, moment: datetime) -> str:
        if not self.include_time:
            return moment.date().isoformat()
        return moment.replace(tzinfo=None, microsecond=0).isoformat(" ")
