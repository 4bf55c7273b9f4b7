"""A component's `scale` and `min_width` are its own."""

from __future__ import annotations

from playwright.sync_api import Page

import desktop_app as gr
from tests.page.conftest import ShowApp


def box(page: Page, name: str) -> tuple[float, float, float]:
    """Left, top and width of a button."""
    found = page.get_by_role("button", name=name).bounding_box()
    assert found is not None
    return found["x"], found["y"], found["width"]


def test_a_row_inside_knows_nothing_of_the_column_around_it(show: ShowApp):
    """Buttons without a minimum share a line, in equal parts, within a wide column of a scale."""
    with gr.Blocks() as demo, gr.Row():
        with gr.Column(scale=3, min_width=480), gr.Row():
            gr.Button("One")
            gr.Button("Two")
        gr.Column(scale=1, min_width=100)
    page = show(demo)
    one, two = box(page, "One"), box(page, "Two")
    assert one[1] == two[1]
    assert one[0] < two[0]
    assert abs(one[2] - two[2]) < 1
