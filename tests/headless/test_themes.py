"""Themes: names that authors know, as the page's own values."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from desktop_app.themes.theme import STEPS


@pytest.mark.parametrize("name", ["base", "default", "soft", "monochrome", "glass", "origin", "citrus", "ocean"])
def test_each_is_known_by_name_and_as_a_class(name):
    """With and without the name of who published it."""
    with gr.Blocks(theme=name) as demo:
        pass
    theme = getattr(gr.themes, name.capitalize())()
    assert demo.additions.theme == theme.css() != ""
    assert gr.Blocks(theme=f"gradio/{name}").additions.theme == theme.css()
    for step in STEPS:
        assert f"--wa-color-brand-{step}: var(--wa-color-{theme.primary_hue}-{step})" in theme.css()


def test_hues_sizes_and_fonts_can_be_chosen():
    """By their names, or from `colors` and `sizes`."""
    css = gr.themes.Soft(
        primary_hue=gr.themes.colors.rose,
        neutral_hue="slate",
        text_size=gr.themes.sizes.text_lg,
        radius_size="none",
        font=[gr.themes.GoogleFont("IBM Plex Sans"), "Arial"],
        font_mono='Evil"; } * { color: red',
    ).css()
    assert "--wa-color-brand-50: var(--wa-color-red-50);" in css
    assert "--wa-color-neutral-50: var(--wa-color-gray-50);" in css
    assert "--wa-font-size-scale: 1.0;" in css
    assert "--wa-border-radius-scale: 0.0;" in css
    assert '--wa-font-family-body: "IBM Plex Sans", Arial, system-ui, sans-serif;' in css
    assert '--wa-font-family-code: "Evil; } * { color: red", ui-monospace, monospace;' in css


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gr.themes.Soft(primary_hue="mauve"), "primary_hue='mauve' is no hue; use slate, gray"),
        (lambda: gr.themes.Soft(radius_size="round"), "radius_size='round' is no size; use none, sm"),
        (lambda: gr.Blocks(theme="spooky"), "theme='spooky' is no theme; use base, citrus"),
        (lambda: gr.Blocks(theme=5), "theme=5 is no theme"),
    ],
)
def test_a_name_that_is_none_lists_those_that_are(make, message):
    """Where it is written."""
    with pytest.raises(gr.DeclarationError, match=message):
        make()


def test_variables_of_gradios_have_no_effect_and_say_so():
    """A script that sets them goes on."""
    with pytest.warns(UserWarning, match=r"Theme.set\(button_shadow\) has no effect"):
        theme = gr.themes.Base().set(button_shadow="none")
    assert isinstance(theme, gr.themes.Base)


def test_the_authors_styles_come_after_the_theme():
    """So that they win."""
    with gr.Blocks(theme="soft", css="b { color: red }") as demo:
        pass
    with HeadlessApp(demo) as app:
        css = app.open_window().page.css
    assert css == gr.themes.Soft().css() + "b { color: red }\n"
