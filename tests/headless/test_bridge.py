"""The bridge: what the page may say, and what becomes of everything else."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import desktop_app as gr
from desktop_app.bridge import connection
from desktop_app.testing import HeadlessApp


@pytest.fixture
def opened():
    """A window with one of everything, and the app's own notes of what ran."""
    ran = []
    with gr.Blocks() as demo:
        demo.box = gr.Textbox("text", label="Box")
        demo.group = gr.CheckboxGroup(["x", "y"], label="Group")
        demo.number = gr.Number(1, label="Number")
        demo.state = gr.State("kept")
        demo.off = gr.Button("Off", interactive=False)
        with gr.Column(visible=False):
            demo.hidden = gr.Button("Hidden")
        demo.button = gr.Button("Button")
        demo.written = gr.Textbox(label="Written")
        gr.on([demo.button.click, demo.off.click, demo.hidden.click], lambda: ran.append(1), None, None)
        demo.button.click(lambda: None, None, demo.written)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        yield demo, window, ran


def say(window, message, *, nonce=None):
    """Let the page say something, in its own name if `nonce` is None."""
    if isinstance(message, dict):
        message = json.dumps({"nonce": window.page._nonce if nonce is None else nonce, **message})
    window._surface.connection.receive(message)


def event(target, name="click", edits=None, **more):
    """An event message."""
    return {
        "type": "event",
        "number": 1,
        "target": target.id,
        "event": name,
        "data": None,
        "edits": edits or {},
        **more,
    }


def assert_refused(caplog, window, demo, ran, why):
    """The message was logged with its reason, and nothing ran or changed."""
    assert why in caplog.text
    assert "Traceback" not in caplog.text
    assert ran == []
    assert [window.session.values[c] for c in (demo.box, demo.group, demo.number, demo.state)] == [
        "text",
        [],
        1,
        "kept",
    ]
    caplog.clear()
    window.click("Button")
    assert ran == [1], "the app goes on"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Invalid JSON"),
        ("{", "Invalid JSON"),
        ("null", "refused"),
        ("[]", "refused"),
        ('"click"', "refused"),
        ('{"type": "os.system"}', "does not match any of the expected tags"),
        ('{"type": "event"}', "Field required"),
        ('{"type": "ready", "storage": {"a": 1}}', "Input should be a valid string"),
        ('{"type": "ready", "storage": {}}', "without a load before it"),
        ("\ud800", "refused"),
    ],
)
def test_malformed_messages_are_refused(opened, caplog, text, why):
    """What is no message at all is logged and forgotten."""
    demo, window, ran = opened
    say(window, text)
    assert_refused(caplog, window, demo, ran, why)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda d: event(d.button, nonce=""), "of an old load, or of a page that is not ours"),
        (lambda d: event(d.button, nonce="0" * 22), "of an old load"),
        (lambda d: event(d.button, nonce="ä"), "of an old load"),
        (lambda d: event(d.button, name="change"), "no event 'change'"),
        (lambda d: event(d.button, name="__class__"), "no event '__class__'"),
        (lambda d: event(d.box, name="click"), "Textbox 'Box' has no event 'click'"),
        (lambda d: event(d.off), "Button 'Off' is hidden or disabled"),
        (lambda d: event(d.hidden), "Button 'Hidden' is hidden or disabled"),
        (lambda d: {**event(d.button), "target": 10**9}, "there is no block 1000000000"),
        (lambda d: {**event(d.button), "target": d.id}, "there is no block"),
        (lambda d: {**event(d.button), "extra": 1}, "Extra inputs are not permitted"),
        (lambda d: {**event(d.button), "edits": {"x": 1}}, "valid integer"),
        (lambda d: {"type": "applied", "number": "1; os.system()"}, "valid integer"),
        (lambda d: {"type": "storage_failed", "key": "k", "reason": "bored"}, "'full' or 'unavailable'"),
        (lambda d: {"type": "page_error", "message": "x" * 2001}, "at most 2000 characters"),
    ],
)
def test_impossible_messages_are_refused(opened, caplog, make, why):
    """What our page could not have said is logged and forgotten."""
    demo, window, ran = opened
    say(window, make(demo))
    assert_refused(caplog, window, demo, ran, why)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda d: {d.group.id: ["z"]}, "CheckboxGroup 'Group' cannot have that value"),
        (lambda d: {d.group.id: ["x", "x"]}, "cannot have that value"),
        (lambda d: {d.group.id: "x"}, "valid list"),
        (lambda d: {d.number.id: "1"}, "cannot have that value"),
        (lambda d: {d.number.id: True}, "cannot have that value"),
        (lambda d: {d.box.id: 5}, "valid string"),
        (lambda d: {d.box.id: {"__type__": "update"}}, "valid string"),
        (lambda d: {d.state.id: "stolen"}, "State cannot be edited"),
        (lambda d: {d.button.id: "Other"}, "cannot be edited"),
        (lambda d: {d.written.id: "x"}, "Textbox 'Written' is hidden or disabled"),
        (lambda d: {10**9: "x"}, "there is no block"),
    ],
)
def test_impossible_edits_are_refused_and_the_rest_of_the_message_is_not(opened, caplog, make, why):
    """The value stays, the page is told so, and what the user did besides is done."""
    demo, window, ran = opened
    say(window, event(demo.button, edits=make(demo)))
    window._wait()
    assert why in caplog.text
    assert ran == [1]
    assert [window.session.values[c] for c in (demo.box, demo.group, demo.number, demo.state)] == [
        "text",
        [],
        1,
        "kept",
    ]


def test_a_message_of_the_load_before_is_refused(opened, caplog):
    """A reload gives a new nonce, and the old one is worth nothing."""
    demo, window, ran = opened
    old = window.page._nonce
    window.reload()
    say(window, event(demo.button), nonce=old)
    assert_refused(caplog, window, demo, ran, "of an old load")


def test_a_closed_window_is_deaf(opened, caplog):
    """Nothing that comes after the close is acted upon."""
    demo, window, ran = opened
    nonce = window.page._nonce
    window.close()
    say(window, event(demo.button), nonce=nonce)
    say(window, '{"type": "ready", "storage": {}}')
    assert ran == []
    assert window._surface.connection.session is None


def test_a_message_over_the_limit_is_refused(opened, caplog, monkeypatch):
    """It is not even parsed."""
    demo, window, ran = opened
    monkeypatch.setattr(connection, "SIZE_LIMIT", 1000)
    say(window, event(demo.button, edits={demo.box.id: "x" * 1000}))
    assert_refused(caplog, window, demo, ran, "the limit is 1,000")


def test_an_error_in_the_page_is_logged(opened, caplog):
    """What goes wrong in the page's own code can be read in Python's log."""
    _, window, _ = opened
    say(window, {"type": "page_error", "message": "TypeError: x is undefined"})
    assert "an error in the page: TypeError: x is undefined" in caplog.text


def test_an_event_without_a_listener_hands_over_its_edits(opened):
    """Nothing runs, and the value is kept."""
    demo, window, ran = opened
    say(window, event(demo.box, name="blur", edits={demo.box.id: "new"}))
    assert window.session.values[demo.box] == "new"
    assert ran == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    message=st.one_of(
        json_values,
        st.fixed_dictionaries(
            {"type": st.sampled_from(["ready", "event", "applied", "storage_failed", "page_error", "init"])},
            optional=dict.fromkeys(
                ("nonce", "target", "event", "edits", "data", "storage", "number", "key"), json_values
            ),
        ),
    )
)
def test_no_generated_message_without_the_nonce_does_anything(opened, message):
    """Whatever a stranger says, nothing is raised, nothing runs and no value changes."""
    demo, window, ran = opened
    logging.disable(logging.CRITICAL)
    try:
        say(window, json.dumps(message))
    finally:
        logging.disable(logging.NOTSET)
    assert ran == []
    assert [window.session.values[c] for c in (demo.box, demo.group, demo.number, demo.state)] == [
        "text",
        [],
        1,
        "kept",
    ]


def test_a_part_that_is_none_is_refused(opened, caplog):
    """The page gets no file that it names."""
    _, window, _ = opened
    for name in ("missing", "../index", "/etc/passwd", ""):
        window.page.say("need", part=name)
    assert caplog.text.count("to hand over") == 4
    assert window.page.scripts == []
