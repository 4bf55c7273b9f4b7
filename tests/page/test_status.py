"""What is shown over a component while a listener is at work on it."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp, ShowApp
from tests.page.gate import Gate

COUNT_INTERVALS = """
window.intervals = new Set();
const { setInterval, clearInterval } = window;
window.setInterval = (...all) => { const id = setInterval(...all); intervals.add(id); return id; };
window.clearInterval = (id) => { intervals.delete(id); clearInterval(id); };
"""


def slow_app(gate: Gate, **options: object) -> Blocks:
    """An app with a slow handler and the field that it writes, between two others."""

    def slow() -> str:
        gate.wait()
        return "done"

    with gr.Blocks() as demo:
        button = gr.Button("Go")
        out = gr.Textbox("before", label="Out", elem_id="out", interactive=True)
        gr.Markdown("below")
        button.click(slow, outputs=out, **options)
    return demo


def go(page: Page) -> None:
    """Start the handler."""
    page.get_by_role("button", name="Go").click()


def places(page: Page) -> list[object]:
    """Where everything is, and how large the page is."""
    boxes = [element.bounding_box() for element in page.locator(".component").all()]
    return [*boxes, page.evaluate("() => document.documentElement.scrollHeight")]


def time_on(element: Locator) -> float:
    """The seconds shown on it."""
    shown = re.fullmatch(r"(\d+\.\d) s", element.locator(".status-time").inner_text())
    assert shown
    return float(shown[1])


def test_a_slow_listener_covers_what_it_writes(show: ShowApp, gate: Gate):
    """The output is busy and covered until its value is there; nothing on the page moves."""
    page = show(slow_app(gate))
    out = page.locator("#out")
    before = places(page)
    go(page)
    expect(out).to_have_attribute("aria-busy", "true")
    expect(out.locator(".status-spinner")).to_be_visible()
    assert out.locator(".status").bounding_box() == out.bounding_box()
    assert places(page) == before
    gate.open()
    expect(page.get_by_label("Out")).to_have_value("done")
    expect(out.locator(".status")).to_have_count(0)
    expect(out).not_to_have_attribute("aria-busy", "true")


def test_the_time_is_counted(run: RunApp, gate: Gate):
    """From when the user asked for it, in tenths of a second."""
    app = run(slow_app(gate))
    app.context.clock.install()
    page = app.open_window()
    go(page)
    out = page.locator("#out")
    expect(out.locator(".status-time")).to_be_visible()
    before = time_on(out)
    page.clock.run_for(61_000)
    assert time_on(out) >= before + 61


def test_the_time_begins_when_python_says(run: RunApp, complaints):
    """A listener that is older than its status shows its age, also where it was not drawn at first."""
    with gr.Blocks() as demo:
        gr.Tab("One")
        with gr.Tab("Two"):
            later = gr.Textbox(label="Later", elem_id="later")
        now = gr.Textbox(label="Now", elem_id="now")
    app = run(demo)
    app.context.clock.install()
    page = app.open_window()
    status = {"look": "full", "ahead": None, "elapsed": 12.5, "bars": []}
    nothing = {"shown": [], "updates": [], "problems": {}, "calls": [], "toasts": [], "storage": {}, "scroll_to": None}
    batch = {"type": "batch", "nonce": app.surfaces[0].told[0]["nonce"], "number": 0, "seen": 0, **nothing}
    complaints.allow("batch 0 is not on its way")  # the page answers also one that is the test's
    app.surfaces[0].send(json.dumps({**batch, "statuses": {str(now.id): status, str(later.id): status}}))
    expect(page.locator("#now .status-time")).to_be_visible()
    assert time_on(page.locator("#now")) >= 12.5
    page.clock.run_for(10_000)
    page.get_by_role("tab", name="Two").click()
    expect(page.locator("#later .status-time")).to_be_visible()
    assert time_on(page.locator("#later")) >= 22.5


def test_nothing_wakes_up_an_idle_page(run: RunApp, gate: Gate):
    """A timer runs as long as a time is shown, one for all of them."""
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        outs = [gr.Number(label=f"Out {number}") for number in range(3)]
        button.click(lambda: [gate.wait(), 2, 3], outputs=outs)
    app = run(demo)
    app.context.add_init_script(COUNT_INTERVALS)
    page = app.open_window()
    assert page.evaluate("() => intervals.size") == 0
    go(page)
    expect(page.locator(".status-time")).to_have_count(3)
    assert page.evaluate("() => intervals.size") == 1
    gate.open()
    expect(page.locator(".status")).to_have_count(0)
    assert page.evaluate("() => intervals.size") == 0


def test_minimal_shows_the_time_alone(show: ShowApp, gate: Gate):
    """The user goes on using the field meanwhile."""
    page = show(slow_app(gate, show_progress="minimal"))
    go(page)
    out = page.locator("#out")
    expect(out.locator(".status-time")).to_be_visible()
    expect(out.locator(".status-spinner")).to_be_hidden()
    page.get_by_label("Out").click()
    page.get_by_label("Out").fill("typed")
    expect(page.get_by_label("Out")).to_have_value("typed")


def test_hidden_shows_nothing(show: ShowApp, gate: Gate):
    """The output looks as always, when others have shown for long that they are busy."""
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        out, other = gr.Textbox(label="Out", elem_id="out"), gr.Textbox(label="Other", elem_id="other")
        button.click(lambda: gate.wait(), outputs=out, show_progress="hidden")
        button.click(lambda: gate.wait(), outputs=other)
    page = show(demo)
    go(page)
    expect(page.locator("#other > .status")).to_be_visible()
    expect(page.locator("#out > .status")).to_have_count(0)
    expect(page.locator("#out")).not_to_have_attribute("aria-busy", "true")


def test_whoever_waits_reads_how_many_are_ahead(show: ShowApp, gate: Gate):
    """In the queue it tells the place, afterwards it only turns."""
    with gr.Blocks() as demo:
        for number in range(3):
            out = gr.Textbox(label=f"Out {number}", elem_id=f"out-{number}")
            gr.Button(f"Go {number}").click(gate.wait, outputs=out, concurrency_id="one")
    page = show(demo)
    for number in range(3):
        page.get_by_role("button", name=f"Go {number}").click()
    expect(page.locator("#out-0 .status-spinner")).to_be_visible()
    expect(page.locator("#out-0 .status")).not_to_contain_text("waiting")
    expect(page.locator("#out-1 .status")).to_contain_text("waiting, next in line")
    expect(page.locator("#out-2 .status")).to_contain_text("waiting, 1 ahead")


def test_a_layout_is_covered_with_all_that_is_in_it(show: ShowApp, gate: Gate):
    """One status for the whole, none for the parts, and nothing moves."""
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        with gr.Column(elem_id="column") as column:
            inner = gr.Textbox(label="Inner", elem_id="inner")
        button.click(gate.wait, outputs=inner, show_progress_on=[column, inner])
    page = show(demo)
    before = places(page)
    go(page)
    expect(page.locator("#column > .status .status-spinner")).to_be_visible()
    expect(page.locator("#inner > .status")).to_be_hidden()
    assert places(page) == before


def test_a_tab_that_comes_later_shows_its_status(show: ShowApp, gate: Gate):
    """Also what was not drawn when the listener began."""
    with gr.Blocks() as demo:
        gr.Tab("One")
        with gr.Tab("Two"):
            out = gr.Textbox(label="Out", elem_id="out")
        also = gr.Textbox(label="Also", elem_id="also")
        gr.Button("Go").click(lambda: (gate.wait(), "done"), outputs=[out, also])
    page = show(demo)
    go(page)
    expect(page.locator("#also > .status")).to_be_visible()
    page.get_by_role("tab", name="Two").click()
    expect(page.locator("#out > .status")).to_be_visible()


def test_it_stays_when_a_field_changes_its_kind(show: ShowApp, gate: Gate):
    """Text that becomes a password is busy all the same."""
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out", elem_id="out")
        gr.Button("Go").click(gate.wait, outputs=out)
        gr.Button("Hide it").click(lambda: gr.Textbox(type="password"), outputs=out, show_progress="hidden")
    page = show(demo)
    go(page)
    expect(page.locator("#out > .status")).to_be_visible()
    page.get_by_role("button", name="Hide it").click()
    expect(page.locator("#out input[type=password]")).to_have_count(1)
    expect(page.locator("#out > .status")).to_be_visible()


def test_less_motion_turns_nothing(show: ShowApp, gate: Gate):
    """Who asked the system for calm sees a ring that stands still, and the time."""
    page = show(slow_app(gate), reduced_motion="reduce")
    go(page)
    expect(page.locator(".status-spinner")).to_have_css("animation-name", "none")
    expect(page.locator(".status-time")).to_be_visible()
