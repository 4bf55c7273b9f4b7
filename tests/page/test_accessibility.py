"""What axe-core finds wrong with the gallery's pages: nothing, by WCAG 2.2 AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from desktop_app.gallery.window import EXAMPLES, gallery
from tests.examples import fresh_gallery_example
from tests.page.chromium_app import ChromiumApp
from tests.page.conftest import RunApp
from tests.page.gate import Gate

AXE = Path(__file__).resolve().parents[2] / "assets/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "(rules) => axe.run({ runOnly: rules, resultTypes: ['violations'] })"


def violations(page: Page) -> list[str]:
    """What is wrong with the page as it is shown now, an entry for each place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        f"{rule['id']} at {node['target']}: {node['failureSummary']}"
        for rule in page.evaluate(RUN, RULES)["violations"]
        for node in rule["nodes"]
    ]


def each_tab(app: ChromiumApp, page: Page) -> dict[str, list[str]]:
    """What is wrong with each tab of the page, by the tab's name; tabs in others are left as they are."""
    tabs = page.get_by_role("tablist").first.get_by_role("tab")
    wrong: dict[str, list[str]] = {}
    for name in tabs.all_inner_texts():
        tabs.get_by_text(name, exact=True).click()
        app.settle()
        wrong[name] = violations(page)
    return wrong


def shown(name: str) -> Blocks:
    """The gallery's own window, or that of an example."""
    return gallery() if name == "gallery" else fresh_gallery_example(name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["gallery", *EXAMPLES])
def test_everybody_can_use_it(run: RunApp, name: str, scheme: str):
    """No page of the gallery violates a rule, in either look, and no tab of it, nor what opens."""
    app = run(shown(name), color_scheme=scheme, reduced_motion="reduce")
    page = app.open_window()
    app.settle()
    wrong: dict[str, Any] = {"at first": violations(page), **each_tab(app, page)}
    for name in ("Source", "Accordion", "Sidebar"):
        for closed in page.get_by_role("button", name=name, expanded=False).all():
            closed.click()
            app.settle()
            wrong[name] = violations(page)
    found = [f"{place}: {each}" for place, all_there in wrong.items() for each in all_there]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_what_opens(run: RunApp, scheme: str):
    """A list of choices, one of which some are chosen, a calendar, and tabs within a tab."""
    app = run(shown("components"), color_scheme=scheme, reduced_motion="reduce")
    page = app.open_window()
    page.get_by_role("tab", name="Choices").click()
    for label in ("Dropdown", "Several"):
        page.get_by_label(label, exact=True).click()
        expect(page.get_by_role("option").first).to_be_visible()
        assert violations(page) == [], label
        page.keyboard.press("Escape")
    page.get_by_role("tab", name="Numbers and dates").click()
    page.get_by_role("button", name="Choose a date").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Shown").click()
    page.get_by_role("button", name="Open all").click()
    assert violations(page) == []
    page.get_by_role("tab", name="Layouts").click()
    for tab in ("Second tab", "TabbedInterface"):
        page.get_by_role("tab", name=tab).click()
        app.settle()
        assert violations(page) == [], tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_what_comes_and_goes(run: RunApp, gate: Gate, scheme: str):
    """Each kind of toast, what is wrong at a field, a field that is busy or cannot be changed, and progress."""

    def tell() -> None:
        for kind in (gr.Info, gr.Warning, gr.Success):
            kind(f"{kind.__name__} is shown.", duration=None)
        raise gr.Error("That went wrong.", duration=None, print_exception=False)

    def work(progress: Any = gr.Progress()) -> str:
        progress(0.5, desc="Working")
        gate.wait()
        return "done"

    with gr.Blocks() as demo:
        field, out = gr.Textbox(label="Field"), gr.Textbox(label="Out")
        for kind in (gr.Textbox, gr.Number, gr.Slider, gr.Checkbox, gr.Dropdown, gr.ColorPicker, gr.DateTime, gr.Code):
            kind(label=f"{kind.__name__} fixed", interactive=False)
        gr.Radio(["one"], label="Radio fixed", interactive=False)
        gr.Button("Disabled", interactive=False)
        gr.Button("Tell").click(tell)
        gr.Button("Check").click(lambda _: None, field, validator=lambda _: gr.validate(False, "This is wrong."))
        gr.Button("Work").click(work, None, out)
    app = run(demo, color_scheme=scheme, reduced_motion="reduce")
    page = app.open_window()
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("This is wrong.")).to_be_visible()
    page.get_by_role("button", name="Work").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert violations(page) == []
    gate.open()
    page.get_by_role("button", name="Tell").click()
    expect(page.get_by_text("That went wrong.")).to_be_visible()
    app.settle()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_what_the_gallery_does_not_show(run: RunApp, scheme: str):
    """Marking text, buttons in heads, and blocks in a template of the author's."""
    with gr.Blocks() as demo:
        gr.HighlightedText([("Ada", "person"), (" lived in London", None)], label="Marks", interactive=True)
        gr.HighlightedText([("good", 0.5), (" news", None)], interactive=True, show_legend=True)
        for kind in (gr.Textbox, gr.Number, gr.Checkbox, gr.Radio, gr.JSON, gr.Code, gr.Markdown):
            kind(label=kind.__name__, buttons=[gr.Button(f"Mine {kind.__name__}", render=False)])
        with gr.HTML("<p>above</p>"):
            gr.Textbox(label="Inside")
    app = run(demo, color_scheme=scheme, reduced_motion="reduce")
    page = app.open_window()
    expect(page.locator(".cm-content")).to_be_visible()
    assert violations(page) == []
    page.get_by_text("Ada").click(position={"x": 10, "y": 10})
    expect(page.get_by_label("Label", exact=True)).to_be_visible()
    assert violations(page) == []


def test_what_is_wrong_is_found(run: RunApp):
    """A field without a label and text that hardly stands out are reported."""
    page = run(shown("visitors")).open_window()
    page.evaluate("""() => {
      document.body.append(document.createElement("input"));
      const text = document.body.appendChild(document.createElement("p"));
      text.textContent = "Hardly there";
      text.style.cssText = "color: #ddd; background: #fff";
    }""")
    assert {found.split()[0] for found in violations(page)} == {"color-contrast", "label"}
