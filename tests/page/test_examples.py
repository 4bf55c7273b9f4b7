"""Examples and the samples that show them, as a person uses them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp, ShowApp
from tests.page.test_theme import CONTRAST

LONG = (
    "A rather long sentence that nobody would like to read in a table, as it goes on about something without end. " * 9
)
PEOPLE = [["Ada", 36], ["Alan", 41.5], ["Grace"]]


def people(heard: list[Any], **options: Any) -> Blocks:
    """An app with three people, which notes what happens to them."""

    def select(event: gr.SelectData) -> None:
        heard.append(("select", event.index, event.value))

    with gr.Blocks() as demo:
        components = ["textbox", "number"]
        samples = gr.Dataset(
            **{"label": "People", "components": components, "headers": ["Name", "Age"], "samples": PEOPLE, **options}
        )
        samples.click(lambda values: heard.append(("click", values)), samples)
        samples.select(select)
    return demo


def rows(page: Page) -> list[str]:
    """What the rows of the only table say."""
    return page.locator("tbody tr").all_inner_texts()


def test_several_values_are_a_table(show: ShowApp):
    """It goes by its label and has a column for each component."""
    page = show(people([]))
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - text: People
      - grid "People":
        - rowgroup:
          - row "Name Age":
            - columnheader "Name"
            - columnheader "Age"
        - rowgroup:
          - row "Ada 36":
            - gridcell "Ada"
            - gridcell "36"
          - row "Alan 41.5":
            - gridcell "Alan"
            - gridcell "41.5"
          - row "Grace":
            - gridcell "Grace"
            - gridcell
    """)
    expect(page.get_by_label("Page")).to_have_count(0)


def test_single_values_and_labelled_samples_are_chips(show: ShowApp):
    """Each is a button."""
    with gr.Blocks() as demo:
        gr.Dataset(label="Drinks", components=["textbox"], samples=[["Tea"], ["Milk"], [""]])
        gr.Dataset(show_label=False, components=["textbox", "number"], samples=PEOPLE, sample_labels=["a", "b", "c"])
        gr.Dataset(label="Nobody", container=False)
    page = show(demo)
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - text: Drinks
      - group "Drinks":
        - button "Tea"
        - button "Milk"
        - button "–"
      - group "Samples":
        - button "a"
        - button "b"
        - button "c"
      - text: No samples
    """)


def test_a_layout_can_be_asked_for(show: ShowApp):
    """A table of single values or labels, and chips of several values."""
    with gr.Blocks() as demo:
        gr.Dataset(label="One", components=["textbox"], samples=[["Tea"]], layout="table")
        gr.Dataset(label="Two", samples=PEOPLE, layout="gallery")
        gr.Dataset(label="Three", samples=PEOPLE, sample_labels=["a", "b", "c"], layout="table")
    page = show(demo)
    expect(page.get_by_role("grid", name="One").get_by_role("row")).to_have_text(["Tea"])
    expect(page.get_by_role("group", name="Two").get_by_role("button")).to_have_text(["Ada, 36", "Alan, 41.5", "Grace"])
    expect(page.get_by_role("grid", name="Three").get_by_role("row")).to_have_text(["a", "b", "c"])


@pytest.mark.parametrize("labels", [None, ["Ada", "Alan", "Grace"]])
def test_mouse_enter_and_space_choose_a_sample(run: RunApp, labels: list[str] | None):
    """Handlers get its values, and what was chosen last is marked."""
    heard: list[Any] = []
    app = run(people(heard, sample_labels=labels))
    page = app.open_window()
    role, marked = ("button", "aria-pressed") if labels else ("row", "aria-selected")
    sample = {name: page.get_by_role(role, name=re.compile(name)) for name in ("Ada", "Alan", "Grace")}
    sample["Ada"].click()
    app.settle()
    sample["Alan"].press("Enter")
    app.settle()
    sample["Grace"].press("Space")
    app.settle()
    sample["Grace"].press("Space")
    app.settle()
    assert [said[1] for said in heard if said[0] == "click"] == [*PEOPLE, ["Grace"]]
    assert [said[1:] for said in heard if said[0] == "select"] == [*enumerate(PEOPLE), (2, ["Grace"])]
    expect(page.locator(f"[{marked}=true]")).to_have_text([re.compile("Grace")])


def test_a_key_that_is_held_chooses_once(run: RunApp):
    """Its repetitions are no further clicks."""
    heard: list[Any] = []
    app = run(people(heard))
    page = app.open_window()
    page.get_by_role("row", name="Alan").focus()
    for _ in range(3):
        page.keyboard.down("Enter")
    app.settle()
    assert len(heard) == 2


def test_the_keyboard_goes_from_sample_to_sample(show: ShowApp):
    """By Tab to each, by the arrows up and down a table, and the row it is at shows it."""
    page = show(people([]))
    page.keyboard.press("Tab")
    expect(page.get_by_role("row", name="Ada")).to_be_focused()
    expect(page.get_by_role("row", name="Ada")).to_have_css("outline-style", "solid")
    page.keyboard.press("Tab")
    expect(page.get_by_role("row", name="Alan")).to_be_focused()
    for key, name in (
        ("ArrowDown", "Grace"),
        ("ArrowDown", "Grace"),
        ("ArrowUp", "Alan"),
        ("Home", "Ada"),
        ("End", "Grace"),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("row", name=name)).to_be_focused()


def many(count: int, **options: Any) -> Blocks:
    """An app with so many numbered samples, four to a page."""
    with gr.Blocks() as demo:
        options = {"label": "Many", "components": ["textbox", "number"], "samples_per_page": 4, **options}
        samples = gr.Dataset(samples=[[f"Name {n}", n] for n in range(count)], **options)
        gr.Button("Choose 9").click(lambda: 9, None, samples)
        gr.Button("Fewer").click(lambda: gr.Dataset(samples=[["Only", n] for n in range(5)]), None, samples)
    return demo


def test_pages_are_turned(show: ShowApp):
    """By number and by the arrows at both ends; the one that is shown is marked."""
    page = show(many(10))
    bar = page.get_by_role("navigation", name="Pages")
    assert [text.split()[1] for text in rows(page)] == ["0", "1", "2", "3"]
    bar.get_by_role("button", name="Page 3").click()
    assert [text.split()[1] for text in rows(page)] == ["8", "9"]
    expect(bar.locator("[aria-current=page]")).to_have_text("3")
    expect(bar.get_by_role("button", name="Next page")).to_have_attribute("aria-disabled", "true")
    bar.get_by_role("button", name="Next page").click(force=True)
    bar.get_by_role("button", name="Previous page").click()
    assert [text.split()[1] for text in rows(page)] == ["4", "5", "6", "7"]
    expect(bar.locator("[aria-current=page]")).to_have_text("2")


def test_pages_are_turned_by_the_keyboard(show: ShowApp):
    """A button keeps the focus while it is pressed again and again, also at the end."""
    page = show(many(10))
    forward = page.get_by_role("button", name="Next page")
    for shown in ("2", "3", "3"):
        forward.press("Enter")
        expect(forward).to_be_focused()
        expect(page.locator("[aria-current=page]")).to_have_text(shown)
    page.get_by_role("button", name="Page 1").press("Space")
    expect(page.get_by_role("button", name="Page 1")).to_be_focused()


@pytest.mark.parametrize(
    ("number", "named"),
    [
        ("1", ["1", "2", "3", "4", "5", "…", "25"]),
        ("5", ["1", "…", "4", "5", "6", "…", "25"]),
        ("25", ["1", "…", "21", "22", "23", "24", "25"]),
    ],
)
def test_of_many_pages_those_around_are_named(show: ShowApp, number: str, named: list[str]):
    """The first and the last are always there."""
    page = show(many(100))
    bar = page.get_by_role("navigation", name="Pages")
    bar.get_by_role("button", name="Page 25").click()
    if number == "5":
        bar.get_by_role("button", name="Page 1", exact=True).click()
        bar.get_by_role("button", name="Page 5", exact=True).click()
    elif number == "1":
        bar.get_by_role("button", name="Page 1", exact=True).click()
    expect(bar.locator(":scope > :not([aria-label$=page])")).to_have_text(named)


def test_a_sample_on_a_later_page_keeps_its_number(run: RunApp):
    """Choosing by what is seen is choosing the right one, and the mark is there again when the page is."""
    heard: list[int] = []
    demo = many(10, type="index")
    with demo:
        samples = demo.children[0]
        samples.click(heard.append, samples)  # type: ignore[attr-defined]
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Page 2").click()
    page.get_by_role("row", name="Name 6").click()
    app.settle()
    assert heard == [6]
    page.get_by_role("button", name="Page 1").click()
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.get_by_role("button", name="Page 2").click()
    expect(page.locator("[aria-selected=true]")).to_have_text(re.compile("Name 6"))


def test_what_a_handler_chooses_is_brought_into_view(show: ShowApp):
    """Its page is turned to."""
    page = show(many(10))
    page.get_by_role("button", name="Choose 9").click()
    expect(page.locator("[aria-selected=true]")).to_have_text(re.compile("Name 9"))
    expect(page.locator("[aria-current=page]")).to_have_text("3")


def test_a_handler_changes_the_samples(show: ShowApp):
    """A page that is there no more gives way to the last one."""
    page = show(many(10))
    page.get_by_role("button", name="Page 3").click()
    page.get_by_role("button", name="Fewer").click()
    expect(page.locator("[aria-current=page]")).to_have_text("2")
    expect(page.locator("tbody tr")).to_have_text([re.compile("Only")])


def test_the_focus_stays_when_the_samples_change(run: RunApp):
    """A row that changes under the user's hands keeps the focus."""
    with gr.Blocks() as demo:
        samples = gr.Dataset(components=["textbox", "number"], samples=[["a", 1], ["b", 2]])
        samples.click(lambda: gr.Dataset(samples=[["c", 3], ["d", 4]]), None, samples)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("row", name="b 2").press("Enter")
    app.settle()
    expect(page.get_by_role("row", name="d 4")).to_be_focused()


def test_a_long_text_is_cut_off_and_can_be_read_all_the_same(show: ShowApp):
    """With an ellipsis on the screen, in full where the mouse rests; short ones are never cut off."""
    with gr.Blocks() as demo:
        gr.Dataset(components=["textbox", "number"], samples=[[LONG, 123456.25], ["short", 2]])
        gr.Dataset(components=["textbox"], samples=[[LONG], ["brief"]])
    page = show(demo, viewport={"width": 320, "height": 600})
    for text, cut in ((re.compile("^A rather"), True), ("123456.25", False), ("short", False), ("brief", False)):
        for place in page.locator("td, .chip").filter(has_text=text).all():
            place.hover()
            assert place.evaluate("(element) => element.scrollWidth > element.clientWidth") is cut
            expect(place).to_have_css("text-overflow", "ellipsis")
            assert (place.get_attribute("title") or "").startswith("A rather long") is cut
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_is_shown_and_never_run(show: ShowApp):
    """Whatever it looks like."""
    text = "<img src=x onerror=alert(1)> **bold**"
    with gr.Blocks() as demo:
        gr.Dataset(label=text, headers=[text, text], samples=[[text, text]])
        gr.Dataset(samples=[[text]], sample_labels=[text])
    page = show(demo)
    expect(page.get_by_role("gridcell")).to_have_text([text, text])
    expect(page.get_by_role("columnheader")).to_have_text([text, text])
    expect(page.get_by_role("button")).to_have_text([text])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_everywhere(show: ShowApp, scheme: str):
    """Also on what was chosen, in both looks."""
    with gr.Blocks() as demo:
        gr.Dataset(label="People", headers=["Name", "Age"], samples=PEOPLE)
        gr.Dataset(components=["textbox"], samples=[[f"Drink {n}"] for n in range(20)])
    page = show(demo, color_scheme=scheme)
    page.get_by_role("row", name="Ada").click()
    page.get_by_role("button", name="Drink 1", exact=True).click()
    for place in (
        *page.get_by_role("columnheader").all(),
        *page.get_by_role("gridcell").filter(has_text=re.compile("A")).all(),
        page.get_by_role("row", name="Ada"),
        page.get_by_role("button", name="Drink 1", exact=True),
        page.get_by_role("button", name="Drink 2", exact=True),
        page.get_by_role("button", name="Page 1"),
        page.get_by_role("button", name="Page 2"),
    ):
        assert place.evaluate(CONTRAST) >= 4.5, place


def test_a_click_on_an_example_fills_the_inputs_and_runs(run: RunApp):
    """The whole way: from the click to the answer, also from the keyboard."""
    with gr.Blocks() as demo:
        name, age = gr.Textbox(label="Name"), gr.Number(label="Age")
        drinks = gr.CheckboxGroup([("Strong tea", "tea"), "milk"], label="Drinks")
        out = gr.Textbox(label="Out")
        gr.Examples(
            [["Ada", 36, ["tea"]], ["Alan", 41.5, ["milk", "tea"]]],
            [name, age, drinks],
            out,
            lambda *values: repr(values),
            run_on_click=True,
        )
    app = run(demo)
    page = app.open_window()
    page.get_by_role("row", name="Ada 36 Strong tea").click()
    expect(page.get_by_label("Out")).to_have_value("('Ada', 36, ['tea'])")
    page.get_by_role("row", name="Alan 41.5 milk, Strong tea").press("Enter")
    expect(page.get_by_label("Out")).to_have_value("('Alan', 41.5, ['milk', 'tea'])")
    expect(page.get_by_label("Name")).to_have_value("Alan")
    expect(page.get_by_label("Age")).to_have_value("41.5")
    expect(page.get_by_label("Strong tea")).to_be_checked()


def test_an_answer_from_memory_is_shown_step_by_step(run: RunApp):
    """An eager cache has the first example there at the start, and another at its click."""
    with gr.Blocks() as demo:
        name, out = gr.Textbox(label="Name"), gr.Textbox(label="Out")

        def greet(name: str) -> Any:
            yield "Hello"
            yield f"Hello, {name}"

        gr.Examples(["Ada", "Alan"], name, out, greet, cache_examples=True)
    app = run(demo)
    page = app.open_window()
    app.settle()
    expect(page.get_by_label("Name")).to_have_value("Ada")
    expect(page.get_by_label("Out")).to_have_value("Hello, Ada")
    page.get_by_role("button", name="Alan").click()
    expect(page.get_by_label("Out")).to_have_value("Hello, Alan")


def test_what_an_example_raises_is_shown_at_its_click(show: ShowApp, complaints: Any):
    """As a message like that of any handler."""
    complaints.expect("stopped with: Nobody is called Alan.")

    def greet(name: str) -> str:
        raise gr.Error(f"Nobody is called {name}.")

    with gr.Blocks() as demo:
        name, out = gr.Textbox(label="Name"), gr.Textbox(label="Out")
        gr.Examples(["Ada", "Alan"], name, out, greet, cache_examples="lazy")
    page = show(demo)
    page.get_by_role("button", name="Alan").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody is called Alan.")
    expect(page.get_by_label("Name")).to_have_value("Alan")
