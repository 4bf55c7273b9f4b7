"""Every component shows and says what state it is in: focused, disabled, wrong, busy."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.examples import fresh_gallery_example
from tests.page.conftest import RunApp, ShowApp
from tests.page.gate import Gate

INPUTS: dict[str, Callable[..., Any]] = {
    "Textbox": lambda **more: gr.Textbox("x", submit_btn="Send", stop_btn="Halt", **more),
    "Password": lambda **more: gr.Textbox("x", type="password", **more),
    "TextArea": lambda **more: gr.TextArea("x", **more),
    "Number": lambda **more: gr.Number(1, **more),
    "Slider": lambda **more: gr.Slider(0, 9, 1, **more),
    "Checkbox": lambda **more: gr.Checkbox(value=True, **more),
    "CheckboxGroup": lambda **more: gr.CheckboxGroup(["a", "b"], **more),
    "Radio": lambda **more: gr.Radio(["a", "b"], **more),
    "Dropdown": lambda **more: gr.Dropdown(["a", "b"], **more),
    "Several": lambda **more: gr.Dropdown(["a", "b"], value=["a"], multiselect=True, **more),
    "ColorPicker": lambda **more: gr.ColorPicker("#123456", **more),
    "DateTime": lambda **more: gr.DateTime("2026-01-01 00:00:00", **more),
    "Code": lambda **more: gr.Code("x", **more),
}
SHOWN: dict[str, Callable[..., Any]] = {
    "Label": lambda **more: gr.Label("x", **more),
    "JSON": lambda **more: gr.JSON({"x": 1}, **more),
    "HighlightedText": lambda **more: gr.HighlightedText([("x", "y")], **more),
    "Markdown": lambda **more: gr.Markdown("x", **more),
    "HTML": lambda **more: gr.HTML("x", **more),
    "ParamViewer": lambda **more: gr.ParamViewer({"x": {"type": "int"}}, **{k: more[k] for k in more if k != "label"}),
    "Button": lambda label, **more: gr.Button(label, **more),
}
MOST_STOPS = 150


def stops(page: Page) -> list[dict[str, Any]]:
    """What the Tab key goes to, from the first to the last."""
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            return found
        found.append(at)
        if at["editor"]:  # in an editor the Tab key indents, until Escape
            page.keyboard.press("Escape")
    raise AssertionError(f"more than {MOST_STOPS} stops, the last ones {found[-4:]}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_key_shows_where_it_is_and_goes_as_one_reads(run: RunApp, scheme: str):
    """On each tab of the gallery's components: a ring that stands out, never back up, nor out of sight."""
    app = run(fresh_gallery_example("components"), color_scheme=scheme, reduced_motion="reduce")
    page = app.open_window()
    for tab in page.get_by_role("tablist").first.get_by_role("tab").all():
        tab.click()
        app.settle()
        all_stops = stops(page)
        assert len(all_stops) > 8
        unseen = [stop["name"] for stop in all_stops if stop["ring"] < 3 or not stop["inside"]]
        assert not unseen, unseen
        back = [(a["name"], b["name"]) for a, b in pairwise(all_stops) if goes_back(a, b)]
        assert not back, back


def goes_back(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether somebody who reads comes to `b` before `a`: above in the same column, or left on the same line."""
    if min(a["right"], b["right"]) > max(a["left"], b["left"]):  # in one column
        return bool(b["bottom"] <= a["top"])
    if min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 8:  # on one line, by more than a margin
        return bool(b["left"] < a["left"])
    return bool(b["bottom"] <= a["top"] and b["left"] < a["left"])


def test_the_thumb_of_a_slider_has_a_ring(show: ShowApp):
    """While the keyboard moves it."""
    with gr.Blocks() as demo:
        gr.Slider(label="S", elem_id="slider")
    page = show(demo, reduced_motion="reduce")
    before = page.locator("#slider").screenshot()
    page.keyboard.press("Tab")
    expect(page.get_by_role("slider")).to_be_focused()
    assert page.locator("#slider").screenshot() != before


@pytest.mark.parametrize("kind", INPUTS)
def test_what_is_disabled_says_so(show: ShowApp, kind: str):
    """To those who see it and to those who hear it, and no key changes it."""
    with gr.Blocks() as demo:
        INPUTS[kind](label="On", interactive=True, elem_id="on")
        INPUTS[kind](label="Off", interactive=False, elem_id="off")
    page = show(demo)
    if kind == "Code":
        expect(page.locator(".cm-content")).to_have_count(2)
    assert page.locator("#on").evaluate(CONTROLS, "free")
    assert page.locator("#off").evaluate(CONTROLS, "free") == []
    assert page.locator("#off").evaluate(CONTROLS, "barred")
    assert page.locator("#off").screenshot() != page.locator("#on").screenshot()


def test_a_disabled_button_says_so(show: ShowApp):
    """It is disabled, looks like it, and the Tab key goes past it."""
    with gr.Blocks() as demo:
        gr.Button("Off", interactive=False)
        gr.Button("On")
    page = show(demo)
    expect(page.get_by_role("button", name="Off")).to_be_disabled()
    assert [stop["name"] for stop in stops(page)] == ["On"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", INPUTS)
def test_what_is_wrong_is_marked(show: ShowApp, kind: str, scheme: str):
    """The text stands at the component, and a control of it is invalid to those who hear it."""
    with gr.Blocks() as demo:
        field = INPUTS[kind](label="Field", interactive=True, elem_id="field")
        gr.Button("Check").click(lambda _: None, field, validator=lambda _: gr.validate(False, "This is wrong."))
    page = show(demo, color_scheme=scheme)
    if kind == "Code":
        expect(page.locator(".cm-content")).to_be_visible()
    before = page.locator("#field").screenshot()
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#field").get_by_role("alert")).to_have_text("This is wrong.")
    expect(page.locator("#field [aria-invalid=true]").filter(visible=True).first).to_be_visible()
    assert page.locator("#field").screenshot() != before


@pytest.mark.parametrize("kind", [*INPUTS, *SHOWN])
def test_what_waits_for_a_handler_is_busy(show: ShowApp, gate: Gate, kind: str):
    """It is covered and says so until the handler is done, at the same size."""
    with gr.Blocks() as demo:
        output = {**INPUTS, **SHOWN}[kind](label="Output", elem_id="output")
        gr.Button("Run").click(lambda: (gate.wait(), gr.skip())[1], None, output)
    page = show(demo)
    if kind == "Code":
        expect(page.locator(".cm-content")).to_be_visible()
    height = page.locator("#output").bounding_box()["height"]
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#output")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#output > .status")).to_be_visible()
    assert page.locator("#output").bounding_box()["height"] == height
    gate.open()
    expect(page.locator("#output > .status")).to_have_count(0)


# What has the focus: its name, where it is, and how much its ring stands out from what is around; null for none.
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const parent = (element) => element.parentElement ?? element.getRootNode().host ?? null;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color, below) => {
    canvas.fillStyle = below; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (color) => {
    const [r, g, b] = color.map((part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = getComputedStyle(document.documentElement).backgroundColor;
  const ground = light(rgb(page, page));
  let ring = at.type === "range" ? 3 : 0; // its thumb has one, of which no style tells
  for (let each = at; each && !each.classList.contains("component"); each = parent(each)) {
    for (const change of each.getAnimations()) if (change instanceof CSSTransition) change.finish();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) continue;
    const color = light(rgb(outlineColor, page));
    ring = Math.max(ring, (Math.max(color, ground) + 0.05) / (Math.min(color, ground) + 0.05));
  }
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const inside = top < innerHeight && bottom > 0 && left >= 0 && right <= innerWidth;
  const names = [at.ariaLabel, at.getRootNode().host?.textContent, at.labels?.[0]?.textContent, at.textContent];
  const name = (names.find(Boolean) ?? at.localName).trim().slice(0, 40);
  const editor = at.classList.contains("cm-content");
  return { name, left, right, top: top + scrollY, bottom: bottom + scrollY, ring, inside, editor };
}"""

# The controls that may be used and those that say that they may not.
CONTROLS = """(component, wanted) => {
  const everything = (root) =>
    [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? everything(e.shadowRoot) : [])]);
  return everything(component)
    .filter((each) => each.matches("input, textarea, select, button, [contenteditable], [role=textbox]"))
    .filter((each) => each.getClientRects().length && !each.matches(".tool[title]"))
    .filter((each) => {
      const says = (name) => each.getAttribute(name) === "true";
      const barred = each.disabled || each.readOnly || says("aria-disabled") || says("aria-readonly");
      return wanted === "barred" ? barred : !barred;
    })
    .map((each) => each.outerHTML.slice(0, 120));
}"""
