"""Blocks, Row and Column on the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import ShowApp


def box(page: Page, elem_id: str) -> dict[str, float]:
    """Where an element is, in pixels."""
    found = page.locator(f"#{elem_id}").bounding_box()
    assert found is not None
    return dict(found)


def test_a_column_puts_blocks_below_each_other_and_a_row_beside(show: ShowApp):
    """Order and direction are as declared."""
    with gr.Blocks() as demo:
        with gr.Row():
            gr.Button("a", elem_id="a")
            gr.Button("b", elem_id="b")
        with gr.Column():
            gr.Button("c", elem_id="c")
            gr.Button("d", elem_id="d")
    page = show(demo)
    a, b, c, d = (box(page, name) for name in "abcd")
    assert a["y"] == b["y"]
    assert a["x"] + a["width"] < b["x"]
    assert a["width"] == pytest.approx(b["width"], abs=1)
    assert c["x"] == d["x"]
    assert c["y"] + c["height"] < d["y"]


def test_scale_shares_the_width_of_a_row(show: ShowApp):
    """A column of scale 2 is twice as wide as one of scale 1."""
    with gr.Blocks() as demo, gr.Row():
        with gr.Column(scale=2, elem_id="wide"):
            gr.Textbox(label="a")
        with gr.Column(scale=1, min_width=100, elem_id="narrow"):
            gr.Textbox(label="b")
    page = show(demo)
    assert box(page, "wide")["width"] / box(page, "narrow")["width"] == pytest.approx(2, rel=0.05)


def test_a_row_wraps_where_the_minimum_does_not_fit(show: ShowApp):
    """`min_width` is kept as long as the window is that wide."""
    with gr.Blocks() as demo, gr.Row():
        with gr.Column(min_width=300, elem_id="first"):
            gr.Textbox(label="a")
        with gr.Column(min_width=300, elem_id="second"):
            gr.Textbox(label="b")
    page = show(demo)
    assert box(page, "first")["y"] == box(page, "second")["y"]
    page.set_viewport_size({"width": 500, "height": 600})
    assert box(page, "first")["y"] < box(page, "second")["y"]
    assert box(page, "first")["width"] == pytest.approx(box(page, "second")["width"], abs=1)


def test_equal_height_stretches_the_blocks_of_a_row(show: ShowApp):
    """With it all are as high as the highest, without each has its own height."""
    with gr.Blocks() as demo:
        for name, equal in (("same", True), ("own", False)):
            with gr.Row(equal_height=equal):
                with gr.Column(min_width=100, variant="panel", elem_id=f"{name}-high"):
                    gr.Textbox(label="a", lines=5)
                with gr.Column(min_width=100, variant="panel", elem_id=f"{name}-low"):
                    gr.Textbox(label="b")
    page = show(demo)
    assert box(page, "same-high")["height"] == box(page, "same-low")["height"]
    assert box(page, "own-high")["height"] > box(page, "own-low")["height"]


def test_a_row_is_as_high_as_it_says(show: ShowApp):
    """Pixels or a size in CSS; what does not fit is scrolled to, and what is there keeps its own height."""
    with gr.Blocks() as demo:
        sizes = {"fixed": {"height": 150}, "most": {"max_height": "10vh"}, "least": {"min_height": 123.5}, "own": {}}
        for name, size in sizes.items():
            with gr.Row(elem_id=name, **size):
                gr.Textbox(label=f"{name} box", lines=10 if name in ("fixed", "most") else 1)
    page = show(demo, viewport={"width": 960, "height": 720})
    assert box(page, "fixed")["height"] == pytest.approx(150, abs=0.5)
    assert box(page, "most")["height"] == pytest.approx(72, abs=0.5)
    assert box(page, "least")["height"] == pytest.approx(123.5, abs=0.5)
    assert box(page, "own")["height"] < 100
    assert page.evaluate("(row) => row.scrollHeight > row.clientHeight", page.locator("#fixed").element_handle())


def test_variants_of_a_row_differ(show: ShowApp):
    """A panel has a frame, in a compact row blocks are closer together."""
    with gr.Blocks() as demo:
        for variant in ("default", "panel", "compact"):
            with gr.Row(variant=variant, elem_id=variant):
                gr.Button("a", elem_id=f"{variant}-a")
                gr.Button("b", elem_id=f"{variant}-b")
    page = show(demo)
    expect(page.locator("#panel")).to_have_css("border-top-style", "solid")
    expect(page.locator("#default")).to_have_css("border-top-style", "none")

    def space(variant: str) -> float:
        a, b = box(page, f"{variant}-a"), box(page, f"{variant}-b")
        return b["x"] - a["x"] - a["width"]

    assert 0 < space("compact") < space("default")


def test_a_handler_changes_a_row(show: ShowApp):
    """Every property of it, and `Row.update` shows and hides it."""
    with gr.Blocks() as demo:
        with gr.Row(elem_id="row") as row:
            gr.Textbox(label="Box")
        gr.Button("Grow").click(lambda: gr.Row(height=200, variant="panel"), outputs=row)
        gr.Button("Shrink").click(lambda: gr.Row(height=None), outputs=row)
        gr.Button("Hide").click(lambda: gr.Row.update(visible=False), outputs=row)
        gr.Button("Show").click(lambda: gr.Row.update(visible=True), outputs=row)
        gr.Button("Leave").click(lambda: gr.Row.update(), outputs=row)
    page = show(demo)
    page.get_by_role("button", name="Grow").click()
    expect(page.locator("#row")).to_have_css("height", "200px")
    expect(page.locator("#row")).to_have_css("border-top-style", "solid")
    page.get_by_role("button", name="Shrink").click()
    expect(page.locator("#row")).not_to_have_css("height", "200px")
    for name, count in (("Leave", 1), ("Hide", 0), ("Leave", 0), ("Show", 1)):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_label("Box")).to_have_count(count)


def test_variants_of_a_column_differ(show: ShowApp):
    """A panel has a frame, a compact column is closer together."""
    with gr.Blocks() as demo:
        for variant in ("default", "panel", "compact"):
            with gr.Column(variant=variant, elem_id=variant):
                gr.Button("a")
                gr.Button("b")
    page = show(demo)
    expect(page.locator("#panel")).to_have_css("border-top-style", "solid")
    expect(page.locator("#default")).to_have_css("border-top-style", "none")
    assert box(page, "compact")["height"] < box(page, "default")["height"] < box(page, "panel")["height"]


def test_a_group_keeps_its_blocks_together(show: ShowApp):
    """One frame around all of them, and less space between them than elsewhere."""
    with gr.Blocks() as demo:
        for layout in (gr.Column(elem_id="column"), gr.Group(elem_id="group")):
            with layout:
                gr.Textbox(label="Street", elem_id=f"{layout.kind}-street")
                gr.Textbox(label="Town", elem_id=f"{layout.kind}-town")
    page = show(demo)
    expect(page.locator("#group")).to_have_css("border-top-style", "solid")

    def space(kind: str) -> float:
        street, town = box(page, f"{kind}-street"), box(page, f"{kind}-town")
        return town["y"] - street["y"] - street["height"]

    assert 0 < space("group") < space("column")


@pytest.mark.parametrize(("fill", "width", "height"), [(True, 1400, 800), (False, 960, None)])
def test_the_content_fills_the_window_on_request(show: ShowApp, fill: bool, width: int, height: int | None):
    """`fill_width` and `fill_height` use the whole window, without them there is a comfortable width."""
    with gr.Blocks(fill_width=fill, fill_height=fill, title="Filled", elem_id="root") as demo:
        gr.Textbox(label="a")
    page = show(demo, viewport={"width": 1400, "height": 800})
    expect(page).to_have_title("Filled")
    assert box(page, "root")["width"] == width
    if height is None:
        assert box(page, "root")["height"] < 300
    else:
        assert box(page, "root")["height"] == height


def test_a_narrow_window_has_no_sideways_scrolling(show: ShowApp):
    """At 320 pixels everything still fits: long words, tables, code, rows of wide columns."""
    long = "w" * 200
    with gr.Blocks() as demo:
        gr.Markdown(f"# {long}\n\n{long}\n\n`{long}`\n\n```\n{long}\n```\n\n|{long}|b|\n|-|-|\n|1|2|")
        with gr.Row():
            with gr.Column(min_width=600):
                gr.Textbox(label=long, info=long, value=long)
                gr.Textbox(label="password", type="password", value=long)
            with gr.Column(min_width=600, variant="panel"), gr.Row():
                gr.Number(label=long, value=10**30)
                gr.Button(long)
        gr.CheckboxGroup([long, "b", "c", "d", "e", "f", "g"], label=long)
        gr.Markdown(long, label=long, show_label=True, container=True)
        for name in (long, "b", "c", "d"):
            with gr.Tab(name), gr.Accordion(long), gr.Group():
                gr.Textbox(label=long)
    page = show(demo, viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
