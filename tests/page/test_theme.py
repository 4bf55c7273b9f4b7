"""Light and dark, as the system says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.desktop.page import page_url
from tests.page.conftest import RunApp, ShowApp
from tests.page.gate import Gate


def brightness(page: Page, selector: str = "html", what: str = "backgroundColor") -> float:
    """How bright something is, 0 to 255."""
    colour = page.locator(selector).evaluate("(element, what) => getComputedStyle(element)[what]", what)
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return 0.3 * red + 0.6 * green + 0.1 * blue


def test_the_page_follows_the_system_also_when_it_changes(show: ShowApp):
    """Background and text swap at once with the system's look."""
    with gr.Blocks() as demo:
        gr.Markdown("text", elem_id="text")
    page = show(demo, color_scheme="light")
    for scheme, is_dark in (("light", False), ("dark", True), ("light", False)):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_class(re.compile("wa-dark" if is_dark else "wa-light"))
        assert (brightness(page) < 60) is is_dark
        assert (brightness(page) > 200) is not is_dark
        assert (brightness(page, "#text", "color") > 200) is is_dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_everywhere(show: ShowApp, scheme: str):
    """Labels, typed text, read-only text, buttons and toasts can be read in both looks."""

    def tell() -> None:
        gr.Info("a message")

    with gr.Blocks() as demo:
        gr.Textbox(label="Box", value="text")
        gr.Textbox(label="Fixed", value="text", interactive=False)
        gr.CheckboxGroup(["choice"], label="Group")
        for variant in ("primary", "secondary", "stop", "huggingface"):
            gr.Button(variant, variant=variant).click(tell)
    page = show(demo, color_scheme=scheme)
    page.get_by_role("button", name="primary").click()
    expect(page.get_by_role("status")).to_be_visible()
    for place in (
        page.get_by_label("Box"),
        page.get_by_label("Fixed"),
        page.get_by_text("choice"),
        page.get_by_role("status"),
        *(
            page.get_by_role("button", name=name, exact=True)
            for name in ("primary", "secondary", "stop", "huggingface")
        ),
    ):
        assert place.evaluate(CONTRAST) >= 4.5, place


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_comes_over_and_between_stands_out(show: ShowApp, gate: Gate, scheme: str):
    """Tabs, accordions, what is wrong with a field, and what a listener is doing, alone and in a panel."""

    def work(progress: gr.Progress = gr.Progress()) -> None:
        progress((3, 10), desc="Reading")
        gate.wait()

    with gr.Blocks() as demo:
        with gr.Accordion("Accordion"):
            out = gr.Textbox("before", label="Out")
        waiting = gr.Textbox(label="Waiting")
        gr.Tab("Selected")
        gr.Tab("Other")
        box = gr.Textbox(label="Box")
        gr.Button("Check").click(lambda text: None, box, validator=lambda _: gr.validate(False, "Wrong."))
        button = gr.Button("Go")
        button.click(work, outputs=out, concurrency_id="one")
        button.click(gate.wait, outputs=waiting, concurrency_id="one")
    page = show(demo, color_scheme=scheme)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Go").click()
    for place in (
        page.get_by_role("button", name="Accordion"),
        page.get_by_role("tab", name="Selected"),
        page.get_by_role("tab", name="Other"),
        page.get_by_role("alert"),
        page.get_by_text("Reading"),
        page.get_by_text("30 %"),
        page.get_by_text("waiting, next in line"),
        page.locator(".status-time").first,
    ):
        expect(place).to_be_visible()
        assert place.evaluate(CONTRAST) >= 4.5, place


def test_the_first_paint_is_not_white_in_the_dark(run: RunApp):
    """Before the page's script has run its background is dark already."""
    with gr.Blocks() as demo:
        gr.Markdown("text")
    app = run(demo, color_scheme="dark", java_script_enabled=False)
    page = app.context.new_page()
    page.goto(page_url())
    assert brightness(page) < 60


# The contrast between an element's text and what is behind it, by the formula of WCAG 2. Colours are drawn on a canvas,
# because a browser may tell them in any notation.
CONTRAST = """(element) => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const layers = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host)
    layers.unshift(getComputedStyle(at).backgroundColor);
  const paint = (colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [back, text] = [paint(layers), paint([...layers, getComputedStyle(element).color])];
  return (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05);
}"""
