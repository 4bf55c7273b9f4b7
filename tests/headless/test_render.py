"""Parts of the page that a function makes anew."""

from __future__ import annotations

import json
import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def fields(make, **options):
    """An app with a number, and `make(number)` rendered anew whenever it changes."""
    with gr.Blocks() as demo:
        count = gr.Number(0, label="Count")
        demo.out = gr.Textbox(label="Out")
        gr.render(inputs=count, **options)(make)
    return demo


def labels(window):
    """The labels of the text fields in the page, in their order."""
    return [node["props"]["label"] for node in window.page.nodes.values() if node["kind"] == "textbox"]


def test_what_it_makes_follows_its_inputs():
    """It runs at the load and at each change, and what it made before goes."""
    demo = fields(lambda n: [gr.Textbox(label=f"Field {i}") for i in range(n)])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert labels(window) == ["Out"]
        window.set("Count", 2)
        assert labels(window) == ["Out", "Field 0", "Field 1"]
        window.set("Count", 1)
        assert labels(window) == ["Out", "Field 0"]


def test_each_window_has_its_own():
    """What is rendered belongs to a session."""
    demo = fields(lambda n: [gr.Textbox(label=f"Field {i}") for i in range(n)])
    with HeadlessApp(demo) as app:
        first, second = app.open_window(), app.open_window()
        first.set("Count", 1)
        assert (labels(first), labels(second)) == (["Out", "Field 0"], ["Out"])


def test_listeners_inside_work_and_reach_what_is_outside():
    """Inputs and outputs may be of both."""
    with gr.Blocks() as demo:
        total = gr.State(0)
        shown = gr.Number(label="Total")

        @gr.render()
        def make():
            for price in (3, 5):
                number = gr.Number(price, label=f"Price {price}")
                gr.Button(f"Add {price}").click(lambda n, t: (n + t, n + t), [number, total], [total, shown])

    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Add 3")
        window.set("Price 5", 10)
        window.click("Add 5")
        assert window.value("Total") == 13


def test_layouts_inside_hold_their_children():
    """A row with a column in it arrives as it was written."""

    def make(n):
        with gr.Row(elem_id="row"), gr.Column(elem_id="column"):
            gr.Textbox(label="Inner")

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        inner = next(n for n in window.page.nodes.values() if n["props"].get("label") == "Inner")
        parents = []
        at = inner["id"]
        while at in window.page.parents:
            at = window.page.parents[at]
            parents.append(window.page.nodes[at]["props"]["elem_id"])
        assert parents == ["column", "row", None, None]


def test_a_key_keeps_the_element_and_the_value():
    """The page keeps the node; what the user entered stays, what has no key starts anew."""

    def make(n):
        gr.Textbox("first", label="Keyed", key="a")
        gr.Textbox("first", label="Plain")

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        keyed = next(n["id"] for n in window.page.nodes.values() if n["props"].get("label") == "Keyed")
        window.set("Keyed", "mine")
        window.set("Plain", "mine")
        window.set("Count", 1)
        assert (window.value("Keyed"), window.value("Plain")) == ("mine", "first")
        assert keyed in window.page.nodes


def test_preserved_by_key_names_what_is_kept():
    """Other properties are as they are rendered; the value is, too, if it is not named."""

    def make(n):
        box = gr.Textbox(f"value {n}", label=f"Label {n}", key="a", preserved_by_key=["label"], elem_id="box")
        gr.Button("Rename").click(lambda: gr.Textbox(label="Renamed"), None, box)

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        window.click("Rename")
        window.set("Count", 1)
        assert (window.property("box", "label"), window.value("box")) == ("Renamed", "value 1")


def test_a_value_that_a_keyed_component_cannot_have_any_more_starts_anew():
    """Other choices, another value."""

    def make(n):
        choices = [str(n), str(n + 1)]
        gr.CheckboxGroup(choices, value=choices[:1], label="Group", key="group")

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        window.set("Group", ["1"])
        window.set("Count", 1)
        assert window.value("Group") == ["1"]
        window.set("Count", 5)
        assert window.value("Group") == ["5"]


def test_a_keyed_state_lives_on_and_another_ends():
    """`delete_callback` gets the value of what is rendered no more, once."""
    deleted = []

    def make(n):
        kept = gr.State("kept", key="kept", delete_callback=deleted.append)
        gr.State("lost", delete_callback=deleted.append)
        if n == 0:
            gr.Button("Write").click(lambda: "written", None, kept)
        gr.Button("Read").click(lambda value: value, kept, demo.out)

    demo = fields(make)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Write")
        window.set("Count", 1)
        window.click("Read")
        assert window.value("Out") == "written"
        assert deleted == ["lost"]
    assert deleted.count("written") == 1


def test_a_run_that_began_before_writes_what_is_there_under_its_key():
    """A slow handler's output is rendered again meanwhile; its answer arrives all the same."""
    gate, begun = threading.Event(), []

    def slow():
        begun.append(1)
        gate.wait(10)
        return "late"

    def make(n):
        keyed = gr.Textbox(label="Keyed", key="a")
        plain = gr.Textbox(label="Plain")
        gr.Button("Go").click(slow, None, keyed)
        gr.Button("Plainly").click(slow, None, plain)

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        for name in ("Go", "Plainly"):
            window.click(name, wait=False)
        wait_until(lambda: begun, "the handler")
        window.set("Count", 1, wait=False)
        gate.set()
        app.wait()
        assert window.value("Keyed") == "late"


def test_a_listener_with_a_key_is_the_same_when_rendered_again():
    """While it runs, a click on its successor is the second one, which "once" drops."""
    gate, begun = threading.Event(), []

    def slow():
        begun.append(1)
        gate.wait(10)

    def make(n):
        gr.Button("Go", key="go").click(slow, key="slow", concurrency_limit=None)

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: begun, "the handler")
        window.set("Count", 1, wait=False)
        wait_until(lambda: not app.app.runner.waiting, "the rendering")
        window.click("Go", wait=False)
        gate.set()
        app.wait()
        assert begun == [1]


def test_a_render_inside_a_render():
    """The inner one follows its own input; when the outer one is made anew, so is the inner one."""

    def make(n):
        inner = gr.Number(1, label="Inner")

        @gr.render(inputs=inner)
        def more(m):
            for i in range(m):
                gr.Textbox(label=f"Field {n}.{i}")

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        assert labels(window) == ["Out", "Field 0.0"]
        window.set("Inner", 2)
        assert labels(window) == ["Out", "Field 0.0", "Field 0.1"]
        window.set("Count", 7)
        assert labels(window) == ["Out", "Field 7.0"]


def test_load_listeners_and_computed_values_inside_run_when_they_are_rendered():
    """A component that is rendered later has no other load."""

    def make(n):
        box = gr.Textbox(label="Loaded")
        demo.load(lambda: f"load {n}", None, box)
        gr.Textbox(lambda: f"computed {n}", label="Computed")

    demo = fields(make)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert (window.value("Loaded"), window.value("Computed")) == ("load 0", "computed 0")
        window.set("Count", 3)
        assert (window.value("Loaded"), window.value("Computed")) == ("load 3", "computed 3")


def test_a_timer_inside_ticks_until_it_is_rendered_no_more():
    """Made anew it is another one."""
    ticks = []

    def make(n):
        if n == 0:
            gr.Timer(0.01).tick(lambda: ticks.append(n))

    with HeadlessApp(fields(make)) as app:
        window = app.open_window()
        wait_until(lambda: ticks, "a tick")
        window.set("Count", 1)
        app.wait()
        count = len(ticks)
        wait_until(lambda: not app.app.runner.clock._live, "the end of what was due")
        assert len(ticks) == count


def test_an_outer_block_can_be_listened_to_inside():
    """The page tells of its events from then on, and no more when that part is gone."""
    clicks = []
    with gr.Blocks() as demo:
        count = gr.Number(1, label="Count")
        outer = gr.Button("Outer")

        @gr.render(inputs=count)
        def make(n):
            if n:
                outer.click(lambda: clicks.append(n))

    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.page.nodes[outer.id]["events"] == ["click"]
        window.click("Outer")
        window.set("Count", 0)
        window.click("Outer")
        assert clicks == [1]


def test_triggers_say_when_it_runs():
    """With triggers, a change of its input is not one."""
    with gr.Blocks() as demo:
        name = gr.Textbox("a", label="Name")
        go = gr.Button("Go")

        @gr.render(inputs=name, triggers=[go.click])
        def make(name):
            gr.Textbox(label=f"For {name}")

    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Name", "b")
        assert labels(window) == ["Name"]
        window.click("Go")
        assert labels(window) == ["Name", "For b"]


def test_a_thousand_components_are_one_script(monkeypatch):
    """They reach the page in one batch; others may say that they are being made."""
    demo = fields(lambda n: [gr.Textbox(label=f"Field {i}") for i in range(n)])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        receive, batches = window.page.receive, []
        monkeypatch.setattr(window.page, "receive", lambda text: (batches.append(json.loads(text)), receive(text)))
        window.set("Count", 1000)
        assert len(labels(window)) == 1001
        assert [len(shown["children"]) for batch in batches for shown in batch["shown"]] == [1000]


def test_an_error_in_it_leaves_what_was_there(caplog):
    """The user is told; the fields stay and work."""

    def make(n):
        box = gr.Textbox(label=f"Field {n}")
        box.change(lambda x: x, box, demo.out)
        if n == 1:
            raise ValueError("no")

    demo = fields(make)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Count", 1)
        assert labels(window) == ["Out", "Field 0"]
        assert window.toasts == ["Something went wrong in make. The log has the details."]
        window.set("Field 0", "still")
        assert window.value("Out") == "still"


def test_one_key_twice_is_an_error_that_names_both(caplog):
    """Nobody could tell which is which."""
    demo = fields(lambda n: [gr.Textbox(label=label, key="same") for label in ("A", "B")])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert "Textbox 'A' and Textbox 'B' have the same key 'same'" in window.toasts[0]


def test_render_needs_blocks_and_no_generator():
    """Both are said where it is written."""
    with pytest.raises(gr.DeclarationError, match="inside `with Blocks"):
        gr.render()(lambda: None)

    def generate():
        yield

    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="is a generator"):
        gr.render()(generate)


def test_a_component_of_no_place_is_no_output_inside(caplog):
    """The message names the component and the listener."""

    def make(n):
        gr.Button("Go").click(lambda: "x", None, elsewhere)

    with gr.Blocks():
        elsewhere = gr.Textbox(label="Elsewhere")
    with HeadlessApp(fields(make)) as app:
        assert "Textbox 'Elsewhere', an output of <lambda>()" in app.open_window().toasts[0]
