"""Themes as a person sees them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

import desktop_app as gr
from tests.page.conftest import ShowApp

COLOUR = "element => getComputedStyle(element.shadowRoot.querySelector('[part=base], button')).backgroundColor"


def colour_of_the_button(page: Page) -> str:
    """The background of the primary button."""
    value: str = page.locator("wa-button").evaluate(COLOUR)
    return value


def with_theme(theme: object) -> gr.Blocks:
    """An app with a primary button and a field."""
    with gr.Blocks(theme=theme) as demo:
        gr.Textbox(label="Field")
        gr.Button("Go", variant="primary")
    return demo


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_primary_hue_is_the_buttons(show: ShowApp, scheme: str):
    """Green for the ocean, in light and dark."""
    page = show(with_theme("ocean"))
    page.emulate_media(color_scheme=scheme)
    red, green, blue = (int(part) for part in colour_of_the_button(page)[4:-1].split(", ")[:3])
    assert green > red
    assert green > blue


def test_the_radius_and_the_text_follow(show: ShowApp):
    """Corners of monochrome are not rounded, its text can be larger."""
    page = show(with_theme(gr.themes.Monochrome(text_size="lg")))
    field = page.get_by_label("Field")
    radius = field.evaluate(
        """element => {
          while (element && getComputedStyle(element).borderTopWidth === "0px") element = element.parentElement;
          return getComputedStyle(element).borderTopLeftRadius;
        }"""
    )
    assert radius == "0px"
    assert field.evaluate("element => getComputedStyle(element).fontSize") == "16px"
