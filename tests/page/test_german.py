"""On a German desktop the texts of our own are German, in the page as in Python."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.texts import german, language
from tests.page.conftest import ShowApp

ENGLISH = [
    re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(english)))
    for english, translated in {**german.TEXTS, **german.OF_THE_PAGE}.items()
    if english != translated
]
# All that can be read, by whatever means.
TEXTS = """() => {
  const texts = new Set();
  const look = (node) => {
    for (const name of ["aria-label", "title", "placeholder"]) texts.add(node.getAttribute?.(name)?.trim());
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) {
      if (child instanceof Text) texts.add(child.data.trim());
      else if (!["STYLE", "SCRIPT"].includes(child.nodeName)) look(child);
    }
  };
  look(document.body);
  return [...texts].filter(Boolean);
}"""


@pytest.fixture
def in_german(monkeypatch: pytest.MonkeyPatch):
    """The desktop speaks German until the test is over."""
    monkeypatch.setenv("DESKTOP_APP_LANGUAGE", "de")
    language.cache_clear()
    yield
    monkeypatch.undo()
    language.cache_clear()


def english_texts(page: Page) -> list[str]:
    """What of our own is English in the page."""
    return sorted(text for text in page.evaluate(TEXTS) if any(each.fullmatch(text) for each in ENGLISH))


@pytest.mark.usefixtures("in_german")
def test_nothing_of_our_own_is_english(show: ShowApp):
    """Neither what is seen nor what is read aloud, of components that are given no texts by their author."""
    with gr.Blocks() as demo:
        with gr.Sidebar(open=False):
            gr.Markdown("x", buttons=["copy"])
        with gr.Accordion(label=""), gr.Draggable():
            gr.Textbox(label="a", submit_btn=True, stop_btn=True, buttons=["copy"])
            gr.Slider(label="b")
        gr.CheckboxGroup(["c", "d"], label="e", show_select_all=True)
        several = gr.Dropdown(["c", "d"], value=["c"], multiselect=True, label="f")
        gr.ColorPicker(label="g")
        gr.DateTime(label="h")
        gr.Code("i", label="j")
        gr.JSON({"k": list(range(500))}, label="l")
        gr.Dataset(components=["textbox"], samples=[[str(number)] for number in range(30)], samples_per_page=2)
        gr.ParamViewer({"m": {"type": "n"}})
        gr.ClearButton(several)
        gr.Button("toast").click(lambda: gr.Warning("o"))
    with demo.route("p"):
        gr.Interface(lambda text, more: text, "text", "text", additional_inputs="text", examples=[["q", "r"]])
    page = show(demo)
    page.get_by_role("button", name="toast").click()
    expect(page.get_by_text("Warnung")).to_be_visible()
    page.get_by_role("button", name="Datum wählen").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert english_texts(page) == []
    page.get_by_role("link", name="p", exact=True).click()
    expect(page.get_by_role("button", name="Absenden")).to_be_visible()
    assert english_texts(page) == []


def test_english_is_found(show: ShowApp):
    """The same on an English desktop: labels, names and buttons."""
    with gr.Blocks() as demo:
        gr.ClearButton()
        gr.Dataset(components=["textbox"], samples=[])
        with gr.Draggable():
            gr.Textbox(label="a")
    assert {"Clear", "No samples", "Move a"} <= set(english_texts(show(demo)))
