"""Listeners: how they are attached, what they get, and what becomes of what they return."""

from __future__ import annotations

import functools
from typing import Any

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


@pytest.fixture
def boxes():
    """Two text boxes, a button and a result, for a listener to be attached to."""
    with gr.Blocks() as demo:
        demo.a = gr.Textbox("1", label="A")
        demo.b = gr.Textbox("2", label="B")
        demo.go = gr.Button("Go")
        demo.out = gr.Textbox(label="Out")
        demo.out2 = gr.Textbox(label="Out 2")
    return demo


def after_click(demo: Any) -> Any:
    """Press Go in a new window and return the window, which stays readable."""
    app = HeadlessApp(demo)
    window = app.open_window()
    window.click("Go")
    values = (window.value("Out"), window.value("Out 2"), window.toasts)
    app.close()
    return values


def test_inputs_come_in_their_order(boxes):
    """A list of inputs becomes arguments in the same order."""
    with boxes:
        boxes.go.click(lambda a, b: f"{a}-{b}", [boxes.a, boxes.b], boxes.out)
    assert after_click(boxes)[0] == "1-2"


def test_a_set_of_inputs_comes_as_one_dict_by_component(boxes):
    """With a set, the function gets one dict."""
    with boxes:
        boxes.go.click(lambda data: data[boxes.a] + data[boxes.b], {boxes.a, boxes.b}, boxes.out)
    assert after_click(boxes)[0] == "12"


def test_several_outputs_take_several_values(boxes):
    """A tuple or a list gives one value for each output."""
    with boxes:
        boxes.go.click(lambda: ("x", "y"), None, [boxes.out, boxes.out2])
    assert after_click(boxes)[:2] == ("x", "y")


def test_a_returned_dict_may_leave_outputs_out(boxes):
    """A dict by component writes only the outputs that it names."""
    with boxes:
        boxes.go.click(lambda: {boxes.out2: "y"}, None, [boxes.out, boxes.out2])
    assert after_click(boxes)[:2] == (None, "y")


def test_one_output_takes_a_list_as_its_value(boxes):
    """With one output, what is returned is its value, also when both are lists."""
    with boxes:
        state = gr.State()
        boxes.go.click(lambda: ["x", "y"], None, [state])
        state.change(lambda s: str(s), state, boxes.out)
    assert after_click(boxes)[0] == "['x', 'y']"


def test_decorator_form_keeps_the_function_callable(boxes):
    """`@button.click(...)` attaches the function and what it leaves behind can be called like it."""
    with boxes:

        @boxes.go.click(inputs=boxes.a, outputs=boxes.out)
        def shout(text):
            """Docs."""
            return text + "!"

    assert shout("hey") == "hey!"
    assert (shout.__name__, shout.__doc__) == ("shout", "Docs.")
    assert after_click(boxes)[0] == "1!"


def test_on_listens_to_several_events(boxes):
    """`on` runs one function on any of its triggers."""
    with boxes:
        gr.on([boxes.go.click, boxes.a.submit], lambda: "ran", None, boxes.out)
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        window.trigger("A", "submit")
        assert window.value("Out") == "ran"


def test_on_without_triggers_listens_to_all_inputs_and_the_load(boxes):
    """`on()` alone runs at the load and at each change of an input."""
    with boxes:

        @gr.on(inputs=[boxes.a, boxes.b], outputs=boxes.out)
        def join(a, b):
            return a + b

    with HeadlessApp(boxes) as app:
        window = app.open_window()
        assert window.value("Out") == "12"
        window.set("B", "9")
        assert window.value("Out") == "19"


@pytest.mark.parametrize("kind", ["generator", "async", "async generator", "partial", "method", "default"])
def test_every_kind_of_function_is_taken(boxes, kind):
    """Generators, async functions, partials, methods and functions with defaults all run."""

    def generator(a):
        yield "first"
        yield a

    async def coroutine(a):
        return a

    async def async_generator(a):
        yield "first"
        yield a

    class Object:
        def method(self, a):
            return a

    functions = {
        "generator": generator,
        "async": coroutine,
        "async generator": async_generator,
        "partial": functools.partial(lambda _, a: a, "x"),
        "method": Object().method,
        "default": lambda a, more="": a + more,
    }
    with boxes:
        boxes.go.click(functions[kind], boxes.a, boxes.out)
    assert after_click(boxes) == ("1", None, [])


def test_request_and_event_data_are_filled_in_by_annotation(boxes):
    """A parameter annotated with Request or EventData takes no input, wherever it stands."""

    def handler(request: gr.Request, a: str, data: gr.EventData, *, again: gr.Request | None = None):
        assert again is request
        return f"{a} {request.window} {request.app_id == boxes.app_id} {data.target is boxes.go} {request.client}"

    with boxes:
        boxes.go.click(handler, boxes.a, boxes.out)
    assert after_click(boxes)[0] == "1 window-1 True True None"


def test_event_data_gives_the_events_own_data():
    """The entries of an event's data can be read as attributes; an unknown one is said to be unknown."""
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["x", "y"], label="G")
        out = gr.Textbox(label="Out")

        def picked(data: gr.EventData):
            with pytest.raises(AttributeError, match="has no 'colour'; this event carries"):
                _ = data.colour
            return f"{data.index} {data.value['selected']}"

        group.select(picked, None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("G", "select", {"index": 1, "value": "y", "selected": True})
        assert (window.value("Out"), window.toasts) == ("1 True", [])


def test_update_changes_some_properties_and_skip_none(boxes):
    """`update` changes what it names for this session; `skip` leaves the output alone."""
    with boxes:
        boxes.go.click(lambda: (gr.update(label="New", visible=False), gr.skip()), None, [boxes.out, boxes.out2])
    with HeadlessApp(boxes) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Go")
        assert window.property(boxes.out, "label") == "New"
        assert not window.visible(boxes.out)
        assert window.value(boxes.out2) is None
        assert other.property(boxes.out, "label") == "Out"
        window.reload()
        assert window.visible(boxes.out)


def test_returning_a_component_updates_what_was_given_to_it(boxes):
    """`return Textbox("v", placeholder=…)` changes these two and leaves the label."""
    with boxes:
        boxes.go.click(lambda: gr.Textbox("v", placeholder="p"), None, boxes.out)
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value(boxes.out) == "v"
        assert window.property(boxes.out, "placeholder") == "p"
        assert window.property(boxes.out, "label") == "Out"


def test_layouts_can_be_outputs():
    """A column is shown and hidden by returning it."""
    with gr.Blocks() as demo:
        with gr.Column(visible=False) as column:
            inside = gr.Textbox(label="Inside")
        gr.Button("Show").click(lambda: gr.Column(visible=True), None, column)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert not window.visible(inside)
        window.click("Show")
        assert window.visible(inside)


def test_change_follows_a_change_and_not_an_equal_value(boxes):
    """`change` runs after a user's or a handler's change, not at the load and not for the same value."""
    seen = []
    with boxes:
        boxes.out.change(seen.append, boxes.out)
        boxes.go.click(lambda: "x", None, boxes.out)
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        assert seen == []
        window.click("Go")
        window.click("Go")
        assert seen == ["x"]


def test_input_is_only_the_users(boxes):
    """`input` runs for what the user types and not for what a handler writes."""
    seen = []
    with boxes:
        boxes.a.input(seen.append, boxes.a)
        boxes.go.click(lambda: "by handler", None, boxes.a)
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        window.click("Go")
        window.set("A", "by user")
        assert seen == ["by user"]


def test_edits_travel_with_the_next_event(boxes):
    """What nobody listens to is handed over with the next event, and not before."""
    with boxes:
        boxes.go.click(lambda a: a, boxes.a, boxes.out)
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        window.set("A", "typed")
        assert window.session.values[boxes.a] == "1"
        window.click("Go")
        assert window.value("Out") == "typed"


def test_a_listener_shared_by_three_changes_runs_once(boxes):
    """Three States changed by one handler run the listener they share one time."""
    runs = []
    with boxes:
        states = [gr.State(0) for _ in range(3)]
        boxes.go.click(lambda: (1, 2, 3), None, states)
        gr.on([s.change for s in states], lambda *values: runs.append(values), states)
    after_click(boxes)
    assert runs == [(1, 2, 3)]


def test_a_generator_updates_at_each_yield(boxes):
    """Each `yield` is written and followed by its change listeners."""
    seen = []
    with boxes:

        @boxes.go.click(outputs=boxes.out)
        def count():
            yield from range(3)

        boxes.out.change(seen.append, boxes.out, trigger_mode="multiple")
    assert after_click(boxes)[0] == "2"
    assert seen[-1] == "2"


def test_layouts_take_what_only_they_have():
    """An accordion opens, another tab is selected, a tab is hidden."""
    with gr.Blocks() as demo:
        with gr.Accordion("More", open=False, elem_id="more") as more:
            gr.Textbox()
        with gr.Tabs(elem_id="tabs") as tabs:
            with gr.Tab("One", id="one"):
                gr.Textbox()
            with gr.Tab("Two", id="two", elem_id="second") as second:
                gr.Textbox()
        gr.Button("Go").click(
            lambda: (gr.Accordion(open=True), gr.Tabs(selected="two"), gr.update(visible=False)),
            None,
            [more, tabs, second],
        )
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.property("more", "open") is True
        assert window.property("tabs", "selected") == "two"
        assert window.visible("second") is False


def test_values_can_be_taken_as_the_page_has_them():
    """`preprocess=False` hands over the page's value, `postprocess=False` takes one, and checks it."""
    seen = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", "b"], value=["b"], type="index", label="Group")
        out = gr.Markdown(label="Out", elem_id="out")
        gr.Button("Index").click(seen.append, group)
        gr.Button("Value").click(seen.append, group, preprocess=False)
        gr.Button("Raw").click(lambda: "  indented", None, out, postprocess=False)
        gr.Button("Wrong").click(lambda: 5, None, out, postprocess=False)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Index")
        window.click("Value")
        assert seen == [[1], ["b"]]
        window.click("Raw")
        assert window.value("out") == "  indented"
        window.click("Wrong")
        assert "cannot have 5 on the page" in window.toasts[0]


def test_the_output_can_be_scrolled_to():
    """When the listener is done."""
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(lambda: "done", None, out, scroll_to_output=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.page.scrolled_to is None
        window.click("Go")
        assert window.page.scrolled_to == out.id


def test_a_page_cannot_start_what_is_not_its_to_start(caplog):
    """A load, an unload, a tick and a change are Python's; a message that says them is refused."""
    ran = []
    with gr.Blocks() as demo:
        box, timer = gr.Textbox(label="Box"), gr.Timer(1000)
        demo.load(lambda: ran.append("load"))
        demo.unload(lambda: ran.append("unload"))
        timer.tick(lambda: ran.append("tick"))
        box.change(lambda: ran.append("change"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert ran == ["load"]
        for block, event in ((demo, "load"), (demo, "unloading"), (timer, "tick"), (box, "change")):
            window.page.event(block.id, event)
        app.wait()
        assert ran == ["load"]
    assert caplog.text.count("a message from the page was refused") == 4


def test_a_click_on_what_is_seen_counts(boxes, monkeypatch):
    """Whoever sees the answer may ask again at once: the call before it is over by then."""
    with boxes:
        boxes.go.click(lambda text: f"{text or ''}!", boxes.out, boxes.out, trigger_mode="once")
    with HeadlessApp(boxes) as app:
        window = app.open_window()
        page, receive = window.page, window.page.receive

        def receive_and_click(message: str) -> None:
            receive(message)
            if len(page.nodes[boxes.out.id]["props"]["value"] or "") < 50:
                page.event(boxes.go.id, "click")

        monkeypatch.setattr(page, "receive", receive_and_click)
        window.click("Go")
        assert window.value("Out") == "!" * 50
