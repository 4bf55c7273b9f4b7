"""The state inspector: what it shows, when it looks, and how it comes and goes."""

from __future__ import annotations

import html
import re
import sys

import pydantic
import pytest

import desktop_app as gr
from desktop_app.inspector.happenings import duration
from desktop_app.inspector.shortened import LIMIT, shortened
from desktop_app.inspector.table import at, table
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until

GLOBAL, SESSION, BROWSER, EVENTS = "Global state", "Session state", "Browser state", "Last events"


@pytest.fixture
def demo():
    """An app with a value in each scope."""
    with gr.Blocks(title="Notes", app_id="notes") as blocks:
        blocks.visits = gr.GlobalState(0, key="visits", persist=True)
        blocks.names = gr.GlobalState(list)
        blocks.theme = gr.BrowserState({"dark": False}, storage_key="theme")
        blocks.cart = gr.State([])
        gr.Textbox(label="Item")
        gr.Textbox("hunter2", label="Code", type="password")
        gr.Markdown("not a value of the session")

        def add(cart, visits):
            return [*cart, "Milk"], visits + 1, {"dark": True}

        gr.Button("Add").click(add, [blocks.cart, blocks.visits], [blocks.cart, blocks.visits, blocks.theme])
        gr.Button("Fail").click(lambda: 1 / 0)
    return blocks


def rows(shown):
    """The texts of a table's cells."""
    lines = re.findall(r"<tr[^>]*>(.*?)</tr>", shown)
    return [
        [html.unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", line)] for line in lines if "<td" in line
    ]


def inspect(app, window):
    """Press the key and return the inspector."""
    window.inspect()
    assert app.inspector is not None
    return app.inspector


def test_it_shows_what_each_scope_holds(demo):
    """Global and browser state by key, session state by window."""
    with HeadlessApp(demo) as app:
        window, _ = app.open_window(), app.open_window()
        inspector = inspect(app, window)
        assert inspector.title == "State inspector – Notes"
        assert rows(inspector.value(GLOBAL)) == [
            ["visits", "int", "0", "0", "in memory", "–"],
            ["notes-2", "list", "[]", "0", "in memory", "–"],
        ]
        assert rows(inspector.value(BROWSER)) == [["theme", "dict", "{'dark': False}", "0", "–"]]
        held = [
            ["State 1", "list", "[]", "–"],
            ["Textbox 'Item'", "NoneType", "None", "–"],
            ["Textbox 'Code'", "str", "••••••", "–"],
        ]
        assert rows(inspector.value(SESSION)) == held * 2
        assert re.findall("<h3>(.*?)</h3>", inspector.value(SESSION)) == ["Notes (window-1)", "Notes (window-2)"]


def test_it_follows_what_changes(demo):
    """Values, revisions, who wrote last, and the events, without being asked."""
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        inspector = inspect(app, window)
        other.click("Add")
        wait_until(lambda: "add()" in inspector.value(EVENTS), "the event in the inspector")
        [visits, _] = rows(inspector.value(GLOBAL))
        assert visits[:4] == ["visits", "int", "1", "1"]
        assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3} by add\(\) in window-2", visits[5])
        [[_, _, value, revision, written]] = rows(inspector.value(BROWSER))
        assert (value, revision) == ("{'dark': True}", "1")
        assert written.endswith(" by add() in window-2")
        mine, yours = (row for row in rows(inspector.value(SESSION)) if row[0] == "State 1")
        assert mine == ["State 1", "list", "[]", "–"]
        assert yours[2] == "['Milk']"
        assert yours[3].endswith(" by add()")
        run, click, *_ = rows(inspector.value(EVENTS))
        assert click[1:] == ["window-2", "Button 'Add'.click", ""]
        assert run[1:3] == ["window-2", "add()"]
        assert re.fullmatch(r"done after [\d.]+ ms", run[3])
        other.click("Fail")
        wait_until(lambda: "failed: ZeroDivisionError after" in inspector.value(EVENTS), "the failure")
        demo.visits.set(40)
        wait_until(lambda: rows(inspector.value(GLOBAL))[0][2] == "40", "what code has set")
        assert rows(inspector.value(GLOBAL))[0][5].endswith(" by code")
        third = app.open_window()
        wait_until(lambda: "(window-3)" in inspector.value(SESSION), "the new window")
        third.close()
        wait_until(lambda: "(window-3)" not in inspector.value(SESSION), "the new window to go")


def test_what_is_stored_says_so(demo, tmp_path):
    """On disk, and from before this start."""
    with HeadlessApp(demo, storage=tmp_path) as app:
        app.open_window().click("Add")
        app.restart()
        inspector = inspect(app, app.open_window())
        assert rows(inspector.value(GLOBAL))[0] == ["visits", "int", "1", "1", "on disk", "before this start"]
        assert rows(inspector.value(BROWSER)) == [["theme", "dict", "{'dark': True}", "1", "before this start"]]


def test_secrets_are_masked():
    """The value of a BrowserState with a secret, and of a field that hides its text, also one that came to it later."""
    with gr.Blocks() as demo:
        kept = gr.BrowserState("hunter2", storage_key="kept", secret="passphrase")
        field = gr.Textbox("hunter2", label="Field")
        gr.Button("Hide").click(lambda: gr.Textbox(type="password"), None, field)
        gr.Button("Keep").click(lambda field: field * 2, field, kept)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Hide")
        window.click("Keep")
        inspector = inspect(app, window)
        assert rows(inspector.value(BROWSER))[0][:4] == ["kept", "str", "••••••", "1"]
        assert rows(inspector.value(SESSION)) == [["Textbox 'Field'", "str", "••••••", "–"]]
        assert not any("hunter2" in inspector.value(part) for part in (GLOBAL, SESSION, BROWSER, EVENTS))


def test_it_says_when_there_is_nothing():
    """An app without state has an inspector, too."""
    with gr.Blocks() as demo:
        gr.Markdown("Hello")
    with HeadlessApp(demo) as app:
        inspector = inspect(app, app.open_window())
        assert "No GlobalState is in use." in inspector.value(GLOBAL)
        assert "Nothing is held here." in inspector.value(SESSION)
        assert "No BrowserState is in use." in inspector.value(BROWSER)
        assert [row[2] for row in rows(inspector.value(EVENTS))] == ["load"]


def test_there_is_one_and_it_is_none_of_the_apps_windows(demo):
    """A second press, in any window or in its own, opens nothing; what happens in it is no event."""
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        inspector = inspect(app, window)
        for each in (window, other, inspector):
            each.inspect()
        assert app.inspector is inspector
        assert app.windows == [window, other]
        inspector.reload()
        assert {h.window for h in app.app.runner.journal.last()} == {"window-1", "window-2"}
        window.click("Add")
        wait_until(lambda: "add()" in inspector.value(EVENTS), "the event after a reload")


def test_it_can_be_closed_and_opened_again(demo):
    """A new one shows what happened meanwhile."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        inspector = inspect(app, window)
        inspector.close()
        assert app.inspector is None
        window.click("Add")
        again = inspect(app, window)
        assert again is not inspector
        assert "add()" in again.value(EVENTS)
        window.click("Fail")
        wait_until(lambda: "ZeroDivisionError" in again.value(EVENTS), "the failure")


def test_it_closes_with_the_last_window(demo):
    """It does not keep the app alive, and without a window there is nothing to inspect."""
    with HeadlessApp(demo) as app:
        assert app.app.open_inspector() is None
        first, second = app.open_window(), app.open_window()
        inspector = inspect(app, first)
        first.close()
        assert app.inspector is inspector
        second.close()
        assert app.inspector is None
        with pytest.raises(RuntimeError, match="is closed"):
            inspector.value(GLOBAL)


def test_leaving_the_app_closes_it(demo):
    """By `App.close`, as File → Quit does."""
    with HeadlessApp(demo) as app:
        inspect(app, app.open_window())
        app.app.close()
        assert app.inspector is None
        assert app.app.windows == []


def test_a_closed_window_that_is_kept_is_shown():
    """With its values, until its time is over."""
    with gr.Blocks(title="Kept", keep_closed=60) as demo:
        gr.State("still here")
    with HeadlessApp(demo) as app:
        first, second = app.open_window(), app.open_window()
        first.close()
        inspector = inspect(app, second)
        headings = re.findall("<h3>(.*?)</h3>", inspector.value(SESSION))
        assert headings == ["Kept (window-2)", "Kept (window-1) – closed, kept for a while"]
        assert [row[2] for row in rows(inspector.value(SESSION))] == ["'still here'"] * 2


def test_to_look_changes_nothing(demo):
    """An expired State is shown as nothing and not brought back; no copy is made of what is stored."""
    made = []
    with demo:
        gone = gr.State(lambda: made.append("made") or "value", time_to_live=0.05)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        inspector = inspect(app, window)
        wait_until(lambda: ["State 2", "NoneType", "None", "–"] in rows(inspector.value(SESSION)), "the end of it")
        assert made == ["made"]
        assert window.value(gone) == "value"
        assert demo.theme.cell.look_at() is demo.theme.cell.look_at()


def test_many_changes_are_few_refreshes(demo):
    """What changes within a moment is shown together, and the last of it is shown."""
    with HeadlessApp(demo) as app:
        inspector = inspect(app, app.open_window())
        heard, receive = [], inspector.page.receive
        inspector.page.receive = lambda text: (heard.append(text), receive(text))
        for number in range(500):
            demo.visits.set(number)
        wait_until(lambda: rows(inspector.value(GLOBAL))[0][2] == "499", "the last value")
        assert len(heard) < 50


def test_nobody_works_while_it_is_closed(demo):
    """Before it is opened and after it was closed no thread wakes and nothing is called when something happens."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        runner = app.app.runner
        window.click("Add")
        assert not runner.clock._live
        inspect(app, window).close()
        wait_until(lambda: not runner.clock._live, "the clock to rest")
        window.click("Add")
        demo.visits.set(9)
        assert not runner.clock._live
        assert runner.journal._follower is None
        assert demo.visits.cell._listeners.keys() == {window.session}


def test_in_a_bundle_the_key_does_nothing(demo, monkeypatch):
    """A user of a program is not to see its insides, unless it was started with debug=True."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with HeadlessApp(demo) as app:
        app.open_window().inspect()
        assert app.inspector is None
    with HeadlessApp(demo, debug=True) as app:
        inspect(app, app.open_window())


def test_a_page_that_is_not_ours_opens_nothing(demo, caplog):
    """The message carries the load's nonce like any other."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page._nonce = "guess"
        window.inspect()
        assert app.inspector is None
    assert "inspect is of an old load, or of a page that is not ours" in caplog.text


class Point(pydantic.BaseModel):
    """A typed value."""

    x: int = 1
    code: pydantic.SecretStr = pydantic.SecretStr("hunter2")


class Raises:
    """Has no repr."""

    def __repr__(self):
        raise RuntimeError("no")


class Lines:
    """A repr of several lines."""

    def __repr__(self):
        return "one\n\n   two"


itself: list = []
itself.append(itself)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("text", "'text'"),
        ({"b": 1, "a": [1, {2}]}, "{'b': 1, 'a': [1, {2}]}"),
        (list(range(1_000_000)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]"),
        (dict.fromkeys(range(1_000_000)), "{0: None, 1: None, 2: None, 3: None, 4: None, 5: None, 6: None, 7: None, "),
        (set(range(20)), "{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …}"),
        (set(), "set()"),
        (frozenset(), "frozenset()"),
        (frozenset({1}), "frozenset({1})"),
        (b"ab", "b'ab'"),
        (bytearray(b"ab"), "bytearray(b'ab')"),
        (itself, "[[[[[…]]]]]"),
        ({"a": {"b": {"c": {"d": {"e": 1}}}}}, "{'a': {'b': {'c': {'d': {…}}}}}"),
        (Point(), "Point(x=1, code=SecretStr('**********'))"),
        (Raises(), "<Raises: its repr failed with RuntimeError>"),
        ([Raises()], "<list: its repr failed with RuntimeError>"),
        (Lines(), "one two"),
    ],
    ids=lambda value: "",
)
def test_any_value_is_one_short_line(value, shown):
    """In the order it is held; one whose repr fails says so."""
    assert shortened(value).startswith(shown)
    assert len(shortened(value)) <= LIMIT


@pytest.mark.parametrize("value", ["x" * 10**7, b"x" * 10**7, 10**3000, [["x" * 100] * 100] * 100])
def test_a_large_value_is_cut(value):
    """At 120 characters, with a sign that it goes on."""
    text = shortened(value)
    assert len(text) <= LIMIT
    assert "…" in text or "..." in text


HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "**bold** `code`",
    "</td></table>",
    "&lt;",
    "# x",
    "a\n\n# b",
    "[a](b)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_is_taken_for_markup(text):
    """What would be HTML or Markdown is the text of a cell, in one line."""
    made = table(("Key", "Value"), [("k", text)], "")
    assert rows(made) == [["k", " ".join(text.split())]]
    assert "\n" not in made
    assert re.sub(r"</?(table|thead|tbody|tr|t[hd]( class=\"\w+\")?)>", "", made).count("<") == 0


def test_an_empty_table_is_a_sentence():
    """Without headings."""
    assert table(("Key",), [], "None & nothing.") == '<p class="empty">None &amp; nothing.</p>'


def test_times_and_durations_are_short():
    """A time of today has no date; a duration has two or three digits."""
    assert re.fullmatch(r"2001-09-09 \d\d:\d\d", at(1_000_000_000))
    assert [duration(s) for s in (0.00042, 0.0042, 0.0312, 2.52)] == ["0.42 ms", "4.2 ms", "31 ms", "2.5 s"]
