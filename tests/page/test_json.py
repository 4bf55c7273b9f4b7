"""JSON as a person looks into it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import ShowApp

DEEP = {"a": {"b": {"c": {"d": {"e": 1}}}}, "list": ["x", None, True, 2.5], "empty": {}, "<b>": "<script>"}


def test_branches_open_and_close(show: ShowApp):
    """Three levels are open; mouse and keyboard open and close the others."""
    with gr.Blocks() as demo:
        gr.JSON(DEEP, label="Tree")
    page = show(demo)
    tree = page.get_by_label("Tree")
    expect(tree).to_contain_text('"x"')
    expect(tree).to_contain_text('<b>: "<script>"')
    expect(tree).to_contain_text("empty: {}")
    closed = tree.get_by_role("button", expanded=False)
    expect(closed).to_have_text("c: {1}")
    closed.click()
    expect(tree.get_by_role("button", name="d:")).to_be_visible()
    tree.get_by_role("button", name="list:").press("Enter")
    expect(tree.get_by_text('"x"')).to_be_hidden()
    tree.get_by_role("button", name="list:").press("Space")
    expect(tree.get_by_text('"x"')).to_be_visible()


def test_all_can_be_open_and_have_places(show: ShowApp):
    """`open` opens every level, `show_indices` shows places in lists."""
    with gr.Blocks() as demo:
        gr.JSON(DEEP, label="Tree", open=True, show_indices=True)
    page = show(demo)
    expect(page.get_by_label("Tree").get_by_text("e: ")).to_be_visible()
    expect(page.get_by_label("Tree").get_by_text("2: ")).to_be_visible()
    expect(page.get_by_role("button", expanded=False)).to_have_count(0)


def test_a_megabyte_is_drawn_as_far_as_it_is_opened(show: ShowApp):
    """There are few elements in the page, and all of it can be reached."""
    with gr.Blocks() as demo:
        gr.JSON([{"number": n, "text": "x" * 80} for n in range(10_000)], label="Many", open=True)
        gr.JSON({"text": "y" * 1_000_000 + "end"}, label="Long")
    page = show(demo)
    many = page.get_by_label("Many")
    assert many.locator("*").count() < 8000
    many.get_by_role("button", name="9800 more").click()
    expect(many.get_by_role("button", name="9600 more")).to_be_visible()
    long = page.get_by_label("Long")
    assert len(long.inner_text()) < 3000
    long.get_by_role("button", name="more characters").click()
    expect(long).to_contain_text("yend")


def test_its_text_can_be_copied(show: ShowApp):
    """The button puts the JSON into the clipboard; without it nothing is there."""
    with gr.Blocks() as demo:
        gr.JSON({"a": [1]}, label="Tree")
        gr.JSON({"a": 1}, label="Other", buttons=[])
    page = show(demo, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == '{\n  "a": [\n    1\n  ]\n}'


@pytest.mark.parametrize(
    ("options", "height"), [({"height": 80}, 80), ({"max_height": "60px"}, 60), ({"min_height": 400, "value": 1}, 400)]
)
def test_its_height_can_be_given(show: ShowApp, options: dict[str, object], height: int):
    """In pixels or as CSS has it; what is more scrolls."""
    with gr.Blocks() as demo:
        gr.JSON(**{"value": list(range(100)), "label": "Tree", **options})
    box = show(demo).get_by_label("Tree").bounding_box()
    assert box is not None
    assert round(box["height"]) == height


def test_it_follows_a_handler(show: ShowApp):
    """Another value takes its place; None empties it."""
    with gr.Blocks() as demo:
        tree = gr.JSON({"a": 1}, label="Tree")
        gr.Button("Other").click(lambda: "[false]", outputs=tree)
        gr.Button("Nothing").click(lambda: None, outputs=tree)
    page = show(demo)
    page.get_by_role("button", name="Other").click()
    expect(page.get_by_label("Tree")).to_contain_text("false")
    expect(page.get_by_label("Tree")).not_to_contain_text("a:")
    page.get_by_role("button", name="Nothing").click()
    expect(page.get_by_label("Tree")).to_have_text("")
