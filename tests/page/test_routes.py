"""Several pages in one window, as a person goes through them."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def several_pages() -> gr.Blocks:
    """An app of three pages that share a State."""
    with gr.Blocks() as demo:
        gr.Navbar(main_page_name="Start", value=[("Elsewhere", "https://example.org"), ("Second again", "/second")])
        count = gr.State(0)
        gr.Markdown("The first page")
        shown = gr.Number(0, label="Count", interactive=False)
        gr.Button("Count up").click(lambda n: (n + 1, n + 1), count, [count, shown])
    with demo.route("Second", "/second"):
        again = gr.Number(label="Count here", interactive=False)
        gr.Button("Show").click(lambda n: n, count, again)
        gr.Button("Write to the first").click(lambda: 99, None, shown)
    with demo.route("Hidden One", show_in_navbar=False):
        gr.Markdown("Nobody links here")
    return demo


def test_a_link_shows_its_page_and_hides_the_others(show: ShowApp):
    """The current one is marked, and values stay."""
    page = show(several_pages())
    bar = page.get_by_role("navigation", name="Pages")
    expect(bar.get_by_role("link")).to_have_text(["Start", "Second", "Elsewhere", "Second again"])
    expect(bar.get_by_role("link", name="Start")).to_have_attribute("aria-current", "page")
    page.get_by_role("button", name="Count up").click()
    expect(page.get_by_label("Count", exact=True)).to_have_value("1")
    bar.get_by_role("link", name="Second", exact=True).click()
    expect(page.get_by_text("The first page")).to_be_hidden()
    expect(page.get_by_text("Nobody links here")).to_be_hidden()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("Count here")).to_have_value("1")
    page.get_by_role("button", name="Write to the first").click()
    bar.get_by_role("link", name="Start").press("Enter")
    expect(page.get_by_label("Count", exact=True)).to_have_value("99")
    expect(page.get_by_label("Count here")).to_be_hidden()


def test_a_bar_is_there_by_itself(show: ShowApp):
    """Above the first page, whatever was written before."""
    with gr.Blocks() as demo:
        gr.Markdown("Main")
    with demo.route("Up"):
        gr.Markdown("Above")
    page = show(demo)
    bar = page.get_by_role("navigation", name="Pages")
    expect(bar.get_by_role("link")).to_have_text(["Home", "Up"])
    box, main = bar.bounding_box(), page.get_by_text("Main").bounding_box()
    assert box is not None
    assert main is not None
    assert box["y"] < main["y"]


def test_a_handler_changes_the_links(run: RunApp):
    """And the page that is shown stays."""
    with gr.Blocks() as demo:
        bar = gr.Navbar()
        gr.Markdown("Main")
    with demo.route("Up"):
        gr.Button("Change").click(lambda: gr.Navbar(value=[("More", "up")], main_page_name="Begin"), None, bar)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("link", name="Up").click()
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("navigation").get_by_role("link")).to_have_text(["Begin", "Up", "More"])
    expect(page.get_by_role("button", name="Change")).to_be_visible()
