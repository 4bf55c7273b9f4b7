"""What handlers are told beside the values of their inputs."""

from __future__ import annotations

import copy
import functools
import pickle

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp

DATA = {
    gr.SelectData: {"index": [1, 2], "value": "cell", "selected": True, "row_value": ["a"], "col_value": ["b"]},
    gr.LikeData: {"index": 3, "value": "message", "liked": False},
    gr.KeyUpData: {"key": "a", "input_value": "ba"},
    gr.EditData: {"index": 0, "value": "new", "previous_value": "old"},
    gr.RetryData: {"index": 1, "value": "again"},
    gr.UndoData: {"index": 1, "value": "back"},
    gr.CopyData: {"value": "copied"},
    gr.DownloadData: {"file": {"path": "a"}},
    gr.DeletedFileData: {"file": {"path": "a"}},
}


@pytest.mark.parametrize(("kind", "data"), DATA.items(), ids=lambda x: getattr(x, "__name__", ""))
def test_each_kind_reads_what_its_event_carries(kind, data):
    """By name, and the target beside it; another name is an error that says what there is."""
    seen = []

    def listen(event):
        seen.append(event)

    listen.__annotations__ = {"event": kind}
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        button.click(listen)
    with HeadlessApp(demo) as app:
        app.open_window().trigger("Go", "click", data)
    [event] = seen
    assert type(event) is kind
    assert event.target is button
    assert {name: getattr(event, name) for name in data} == data
    with pytest.raises(AttributeError, match=f"{kind.__name__} has no 'colour'; this event carries"):
        event.colour  # noqa: B018 - to see it fail


@pytest.mark.parametrize("kind", [kind for kind in DATA if "value" in DATA[kind]])
@pytest.mark.parametrize("data", [None, "text", {"index": 1}])
def test_what_an_event_does_not_carry_is_an_error(kind, data):
    """A handler that asks for what its event has not hears so, and does not get something else."""
    with pytest.raises(AttributeError, match=f"{kind.__name__} has no 'value'; this event carries"):
        _ = kind(None, data).value


def test_event_data_holds_all_that_the_event_carries():
    """Whatever that is; and it can be copied, also to another kind."""
    assert gr.EventData(None).value is None
    assert gr.EventData(None, 5).value == 5
    data = gr.EventData(None, {"value": 1, "target": "not the target"})
    assert (data.value, data.target, data._data) == ({"value": 1, "target": "not the target"}, None, data.value)
    assert copy.deepcopy(gr.SelectData(None, {"index": 1})).index == 1
    assert repr(gr.KeyUpData(None, {"key": "a"})) == "KeyUpData(target=None, {'key': 'a'})"


def test_a_request_can_be_kept():
    """As a key, in a State, in a file; two of one session are equal."""
    request = gr.Request(session_hash="h", window="w", app_id="a")
    assert {request: 1}[gr.Request("h", "w", "a")] == 1
    assert copy.deepcopy(request) == pickle.loads(pickle.dumps(request)) == request


def test_a_request_has_what_scripts_for_a_server_ask_for():
    """It is there, and empty."""
    seen = []

    def look(request: gr.Request):
        seen.append(request)

    with gr.Blocks(app_id="asked") as demo:
        demo.load(look)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        [request] = seen
        assert request.session_hash == window.session.request.session_hash
        assert (request.window, request.app_id) == ("window-1", "asked")
        assert (request.client, request.username) == (None, None)
        for empty in (request.headers, request.cookies, request.query_params, request.path_params):
            assert dict(empty) == {}
            assert empty.get("user-agent") is None


def test_a_parameter_of_a_components_class_gets_its_properties():
    """As they are in this session, and the value as a handler gets it."""
    seen = []

    def look(text: gr.Textbox, plain, number: gr.Number):
        seen.append((text.value, text.label, text.lines, plain, number.value, number.precision))

    with gr.Blocks() as demo:
        text, other = gr.Textbox("a", label="Before"), gr.Textbox("b", label="Other")
        number = gr.Number(1.6, precision=0)
        gr.Button("Relabel").click(lambda: gr.Textbox(label="After", lines=3), None, text)
        gr.Button("Look").click(look, [text, other, number])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Relabel")
        window.set("After", "typed")
        window.click("Look")
    assert seen == [("typed", "After", 3, "b", 2, 0)]


class Greeter:
    """Something that can be called."""

    def __call__(self, value, request: gr.Request, more="default"):
        return f"{value} {request.window} {more}"

    def method(self, request: gr.Request | None, value, *, event: gr.EventData):
        return f"{value} {request.window} {event.target.label}"


@pytest.mark.parametrize(
    ("fn", "answer"),
    [
        (Greeter(), "text window-1 default"),
        (Greeter().method, "text window-1 Go"),
        (functools.partial(Greeter().__call__, more="more"), "text window-1 more"),
        (functools.partial(lambda first, value: first + value, "first "), "first text"),
        (lambda value, missing="default": value + missing, "textdefault"),
        (str.upper, "TEXT"),
        (max, "t"),
    ],
)
def test_every_kind_of_callable_gets_its_arguments(fn, answer):
    """Wherever the parameter stands that is filled in, and whatever has a default."""
    value = gr.Textbox("text", label="In", render=False)
    with gr.Blocks() as demo:
        value.render()
        out = gr.Textbox(label="Out")
        go = gr.Button("Go")
        go.click(fn if fn is not max else lambda text: max(text, key=lambda c: c == "t"), value, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("Out") == answer


def test_a_warning_of_a_wrong_count_points_at_the_authors_line():
    """Not into this package."""
    with gr.Blocks(), pytest.warns(UserWarning, match=r"takes 2 value\(s\), but the listener has 1") as warned:
        gr.Button("Go").click(lambda a, b: None, gr.State(1))
    assert warned[0].filename == __file__
