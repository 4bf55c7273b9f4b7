"""DateTime: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError
from desktop_app.testing import HeadlessApp

TEXT = "2024-05-17 13:45:00"
MOMENT = datetime(2024, 5, 17, 13, 45)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "value", ["garbage", "2024-02-30", "2024-13-01", "now - 5y", "now-", "now + 1d", 1e300, float("nan"), [1], {}, "😀"]
)
def test_what_is_no_moment_is_not_shown(value):
    """The error names the component."""
    with pytest.raises(HandlerError, match="DateTime 'D' cannot show "):
        gr.DateTime(label="D").to_page(value)


@pytest.mark.parametrize("value", [5, True, ["x"], "x" * 101])
def test_it_takes_only_short_texts_from_the_page(value):
    """Anything else cannot have been typed."""
    with pytest.raises(ValueError, match=r".+"):
        gr.DateTime().accept(value)


@pytest.mark.parametrize(("include_time", "example"), [(True, "2024-12-31 23:59:59"), (False, "2024-12-31")])
def test_what_is_no_moment_keeps_the_handler_from_running(include_time, example):
    """The user reads how to write one."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        moment = gr.DateTime(label="D", include_time=include_time)
        moment.submit(heard.append, moment)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("D", "tomorrow")
        window.trigger("D", "submit")
        assert (heard, window.toasts) == ([], [f"D has to be written like {example}."])


@pytest.mark.parametrize(
    ("given", "text", "got"),
    [
        ({}, TEXT, MOMENT.timestamp()),
        ({"type": "datetime"}, TEXT, MOMENT),
        ({"type": "string"}, TEXT, TEXT),
        ({"type": "datetime", "timezone": "Europe/Berlin"}, TEXT, MOMENT.replace(tzinfo=BERLIN)),
        ({"timezone": "Europe/Berlin"}, TEXT, 1715946300.0),
        ({"type": "datetime", "include_time": False}, "2024-05-17", datetime(2024, 5, 17)),
        ({"type": "string", "include_time": False}, TEXT, "2024-05-17"),
        ({"type": "string"}, "2024-05-17", "2024-05-17 00:00:00"),
        ({"type": "string"}, " 2024-05-17T13:45 ", TEXT),
        ({}, "", None),
        ({}, " ", None),
        ({}, None, None),
    ],
)
def test_handlers_get_what_its_type_says(given, text, got):
    """Seconds, a `datetime` in its zone, or text; nothing is None."""
    result = gr.DateTime(**given).preprocess(text)
    assert (result, type(result)) == (got, type(got))


@pytest.mark.parametrize(
    ("given", "value", "shown"),
    [
        ({}, None, None),
        ({}, "", None),
        ({}, MOMENT, TEXT),
        ({}, date(2024, 5, 17), "2024-05-17 00:00:00"),
        ({"include_time": False}, MOMENT, "2024-05-17"),
        ({"include_time": False}, TEXT, "2024-05-17"),
        ({"timezone": "Asia/Tokyo"}, 0, "1970-01-01 09:00:00"),
        ({"timezone": "UTC", "include_time": False}, 1e9, "2001-09-09"),
        ({"timezone": "Asia/Tokyo"}, datetime(2024, 5, 17, 1, 2, 3, 9, timezone.utc), "2024-05-17 10:02:03"),
        ({}, datetime(1, 1, 1), "0001-01-01 00:00:00"),
    ],
)
def test_it_shows_moments_of_every_kind(given, value, shown):
    """Each in the field's own time zone."""
    assert gr.DateTime(**given).to_page(value) == shown


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("now", {}),
        ("now - 5s", {"seconds": 5}),
        ("now-5 m", {"minutes": 5}),
        ("now - 2h", {"hours": 2}),
        ("now - 9d", {"days": 9}),
    ],
)
def test_now_is_when_it_is_asked_for(text, ago):
    """And so is some time before now, also in another zone."""
    for zone in (None, "Asia/Tokyo"):
        got = gr.DateTime(timezone=zone).preprocess(text)
        wanted = datetime.now(timezone.utc).timestamp() - timedelta(**ago).total_seconds()
        assert got == pytest.approx(wanted, abs=60)
    assert gr.DateTime().to_page(text)[:2] == "20"


@pytest.mark.parametrize("zone", ["Nowhere/Nothing", "", "../etc/passwd", "Europe"])
def test_a_zone_that_the_system_does_not_know_is_named(zone):
    """The error comes where the field is made."""
    with pytest.raises(gr.DeclarationError, match=r"timezone=.*is no time zone that the system knows"):
        gr.DateTime(timezone=zone)


def test_what_a_handler_returns_comes_back_as_it_was():
    """A moment goes to the page and back without a change, in any zone."""
    with gr.Blocks() as demo:
        moment = gr.DateTime(0, timezone="America/New_York", type="datetime", label="D")
        gr.Button("Go").click(lambda: datetime(2024, 7, 1, tzinfo=timezone.utc), None, moment)
        heard: list[datetime] = []
        moment.change(heard.append, moment)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("D") == "2024-06-30 20:00:00"
        assert heard == [datetime(2024, 7, 1, tzinfo=timezone.utc)]
