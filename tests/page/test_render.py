"""Parts of the page that are made anew."""

from __future__ import annotations

import json
import threading

from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from tests.page.chromium_app import ChromiumApp
from tests.page.conftest import RunApp, ShowApp

CARET = "(box) => [box.selectionStart, box.selectionEnd]"


def mark(element: Locator) -> None:
    """Remember an element, to know it again."""
    element.evaluate("(element) => { element.marked = true; }")


def is_marked(element: Locator) -> bool:
    """Whether it is an element that was marked."""
    return bool(element.evaluate("(element) => element.marked === true"))


def batches(app: ChromiumApp) -> list[dict[str, object]]:
    """What was sent to the page of the first window since its start."""
    return [message for message in app.surfaces[0].told if message["type"] == "batch"]


def test_what_was_rendered_before_goes(show: ShowApp):
    """A smaller number leaves fewer fields, in their order, with nothing of the old ones."""
    with gr.Blocks() as demo:
        count = gr.Number(label="Count", value=3)

        @gr.render(inputs=count)
        def fields(count: int) -> None:
            for number in range(int(count or 0)):
                gr.Textbox(label=f"Field {number}")

        gr.Markdown("the end")
    page = show(demo)
    for number in (3, 1, 0, 2):
        page.get_by_label("Count").fill(str(number))
        expect(page.locator("textarea")).to_have_count(number)
    expect(page.locator("wa-textarea")).to_have_text(["Field 0", "Field 1"])
    assert page.get_by_text("the end").bounding_box()["y"] > page.get_by_label("Field 1").bounding_box()["y"]


def test_a_thousand_components_come_at_once(run: RunApp):
    """They are in one batch, and all of them work."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        go = gr.Button("Go")

        @gr.render(triggers=go.click)
        def buttons() -> None:
            for number in range(1000):
                gr.Button(f"Number {number}").click(lambda name=f"pressed {number}": heard.append(name))

    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.locator("[data-kind=button]")).to_have_count(1001)
    assert [len(batch["shown"]) for batch in batches(app) if batch["shown"]] == [1]
    page.get_by_role("button", name="Number 999", exact=True).click()
    app.settle()
    assert heard == ["pressed 999"]


def test_a_field_of_the_same_key_stays_the_same(show: ShowApp):
    """Element, typed text, focus, caret and selection are as they were; its new label is there."""
    with gr.Blocks() as demo:
        rounds = gr.State(0)

        @gr.render(inputs=rounds)
        def fields(number: int) -> None:
            gr.Markdown(f"Round {number}")
            box = gr.Textbox(label=f"Box {number}", key="box", elem_id="box")
            box.submit(lambda rounds: rounds + 1, rounds, rounds)

    page = show(demo)
    box = page.locator("#box textarea")
    box.fill("some text")
    mark(box)
    box.evaluate("(box) => box.setSelectionRange(2, 6)")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Box 1")).to_be_focused()
    expect(page.get_by_text("Round 1")).to_be_visible()
    assert is_marked(box)
    assert box.evaluate(CARET) == [2, 6]
    page.keyboard.type("X")
    expect(box).to_have_value("soXext")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Box 2")).to_have_value("soXext")


def test_what_is_typed_while_it_is_rendered_stays(run: RunApp):
    """A value that Python had before the last keystrokes does not replace them."""
    may_go_on = threading.Semaphore(0)
    with gr.Blocks() as demo:
        rounds = gr.State(0)

        @gr.render(inputs=rounds)
        def fields(number: int) -> None:
            if number:
                may_go_on.acquire(timeout=5)
            box = gr.Textbox(label=f"Box {number}", key="box", elem_id="box")
            box.submit(lambda rounds: rounds + 1, rounds, rounds)

    app = run(demo)
    page = app.open_window()
    box = page.locator("#box textarea")
    box.fill("one")
    box.press("Enter")
    page.keyboard.type(" two")
    may_go_on.release()
    expect(page.get_by_label("Box 1")).to_have_value("one two")
    app.settle()
    expect(page.get_by_label("Box 1")).to_have_value("one two")
    box.press("Enter")
    may_go_on.release()
    expect(page.get_by_label("Box 2")).to_have_value("one two")


def sortable() -> gr.Blocks:
    """An app with three keyed fields of several lines, whose order Enter turns around."""
    text = "\n".join("0123456789")
    with gr.Blocks() as demo:
        order = gr.State(["a", "b", "c"])

        @gr.render(inputs=order)
        def fields(names: list[str]) -> None:
            for name in names:
                box = gr.Textbox(text, label=name, lines=2, max_lines=3, key=name, elem_id=name, elem_classes="field")
                box.submit(lambda names: names[::-1], order, order)

    return demo


def order(page: Page) -> list[str]:
    """The fields from top to bottom."""
    return page.locator(".field").evaluate_all("(fields) => fields.map((field) => field.id)")


def test_keyed_fields_follow_a_new_order(show: ShowApp):
    """Each is the same element in its new place, scrolled as far as before; the user goes on typing."""
    page = show(sortable())
    for name in "abc":
        mark(page.get_by_label(name))
        page.get_by_label(name).evaluate("(box) => box.scrollTo(0, 40)")
    box = page.get_by_label("c")
    box.focus()
    box.evaluate("(box) => { box.setSelectionRange(3, 5); box.scrollTo(0, 40); }")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".field").first).to_have_id("c")
    assert order(page) == ["c", "b", "a"]
    for name in "abc":
        assert is_marked(page.get_by_label(name))
        assert page.get_by_label(name).evaluate("(box) => box.scrollTop") == 40
    expect(box).to_be_focused()
    assert box.evaluate(CARET) == [3, 5]


def test_a_field_that_changes_its_layout_stays_the_same(show: ShowApp):
    """Moved from one column to another it keeps element, text, focus and caret, and has not been left."""
    with gr.Blocks() as demo:
        side, left = gr.State(0), gr.Number(0, label="Left", precision=0)

        @gr.render(inputs=side)
        def fields(now: int) -> None:
            for number in range(2):
                with gr.Column(elem_id=f"column-{number}"):
                    gr.Markdown(f"column {number}")
                    if number != now % 2:
                        continue
                    box = gr.Textbox(label="Box", key="box", elem_id="box")
                    box.submit(lambda now: now + 1, side, side)
                    box.blur(lambda left: left + 1, left, left)

    page = show(demo)
    box = page.get_by_label("Box")
    box.fill("text")
    mark(box)
    box.evaluate("(box) => box.setSelectionRange(1, 2)")
    page.keyboard.press("Enter")
    expect(page.locator("#column-1 #box")).to_be_visible()
    expect(box).to_be_focused()
    assert is_marked(box)
    assert box.evaluate(CARET) == [1, 2]
    expect(page.get_by_label("Left")).to_have_value("0")


def test_a_field_that_moves_into_a_tab_nobody_looks_at_is_not_seen(show: ShowApp):
    """It is the same element, with its text, when the tab is selected."""
    with gr.Blocks() as demo:
        stage = gr.State(0)

        @gr.render(inputs=stage)
        def fields(now: int) -> None:
            if now == 0:
                gr.Textbox(label="Box", key="box", interactive=True)
            with gr.Tab("One", key="one"):
                gr.Markdown("one")
            with gr.Tab("Two", key="two"):
                if now == 1:
                    gr.Textbox(label="Box", key="box", interactive=True)

        gr.Button("Next").click(lambda: 1, outputs=stage)
    page = show(demo)
    page.get_by_label("Box").fill("text")
    mark(page.get_by_label("Box"))
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_label("Box")).to_have_count(0)
    page.get_by_role("tab", name="Two").click()
    expect(page.get_by_label("Box")).to_have_value("text")
    assert is_marked(page.get_by_label("Box"))


def test_a_rendered_listener_hears_what_is_elsewhere(show: ShowApp):
    """A button outside tells of its click from then on, as long as somebody listens."""
    with gr.Blocks() as demo:
        listens, count = gr.State(False), gr.Number(0, label="Count", precision=0)
        outside = gr.Button("Outside")
        gr.Button("Listen").click(lambda listens: not listens, listens, listens)

        @gr.render(inputs=listens)
        def listener(now: bool) -> None:
            gr.Markdown(f"listening: {now}")
            if now:
                outside.click(lambda count: count + 1, count, count)

    page = show(demo)
    page.get_by_role("button", name="Outside").click()
    page.get_by_role("button", name="Listen").click()
    expect(page.get_by_text("listening: True")).to_be_visible()
    expect(page.get_by_label("Count")).to_have_value("0")
    page.get_by_role("button", name="Outside").click()
    expect(page.get_by_label("Count")).to_have_value("1")


def test_the_selected_tab_and_what_is_open_stay(show: ShowApp):
    """Layouts with a key are as the user left them; the tabs of tabs with a key as well."""
    with gr.Blocks() as demo:
        rounds = gr.State(0)

        @gr.render(inputs=rounds)
        def parts(number: int) -> None:
            for name in ("One", "Two"):
                with gr.Tab(name, key=name):
                    gr.Markdown(f"{name} in round {number}")
            with gr.Accordion("More", open=False, key="more"):
                gr.Markdown(f"more in round {number}")

        gr.Button("Next").click(lambda rounds: rounds + 1, rounds, rounds)
    page = show(demo)
    page.get_by_role("tab", name="Two").click()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_text("more in round 0")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Two in round 1")).to_be_visible()
    expect(page.get_by_text("more in round 1")).to_be_visible()
    expect(page.get_by_text("One in round 1")).to_be_hidden()


def test_an_edit_of_what_is_gone_is_not_told(run: RunApp, complaints):
    """Text that nobody listened to goes with its field; Python hears nothing that it would have to refuse."""
    complaints.allow("batch 0 is not on its way")  # the page answers also one that is the test's
    with gr.Blocks() as demo:
        rounds, go = gr.State(0), gr.Button("Go")

        @gr.render(inputs=rounds)
        def field(number: int) -> None:
            if not number:
                gr.Textbox(label="Box", interactive=True)

        go.click(lambda: 1, outputs=rounds)
        gr.Button("Later").click(lambda: None)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").fill("text")
    tell(app, rendered(app)["id"], [])
    page.get_by_role("button", name="Later").click()
    app.settle()
    events = [json.loads(text) for text in app.surfaces[0].said if '"type":"event"' in text]
    assert [event["edits"] for event in events] == [{}]


def test_an_id_that_is_another_kind_now_is_made_anew(run: RunApp, complaints):
    """Nothing of the old component is left."""
    complaints.allow("batch 0 is not on its way")  # the page answers also one that is the test's
    with gr.Blocks() as demo:
        number = gr.Number(5, label="Number")

        @gr.render()
        def field() -> None:
            gr.Textbox("words", label="Field")

    app = run(demo)
    page = app.open_window()
    expect(page.get_by_label("Field")).to_have_value("words")
    place = rendered(app)
    [part] = place["children"]
    properties = next(
        child["props"] for child in app.surfaces[0].told[0]["tree"]["children"] if child["id"] == number.id
    )
    tell(app, place["id"], [{**part, "kind": "number", "props": {**properties, "label": "Field"}}])
    expect(page.get_by_label("Field")).to_have_value("5")
    expect(page.locator("textarea")).to_have_count(0)


def rendered(app: ChromiumApp) -> dict[str, object]:
    """What the app's render function has put into its place, as it was sent."""
    app.settle()
    return next(shown for batch in batches(app) for shown in batch["shown"])


def tell(app: ChromiumApp, place: object, children: list[object]) -> None:
    """Send the page a batch with other children of a layout."""
    surface = app.surfaces[0]
    nothing = {
        "updates": [],
        "statuses": {},
        "problems": {},
        "calls": [],
        "toasts": [],
        "storage": {},
        "scroll_to": None,
    }
    shown = [{"id": place, "children": children}]
    message = {"type": "batch", "nonce": surface.told[0]["nonce"], "number": 0, "seen": 0, "shown": shown, **nothing}
    surface.send(json.dumps(message))
