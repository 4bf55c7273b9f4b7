"""Text that tries to be a program: it is shown or dropped, never run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp
from tests.page.hostile import VECTORS

LISTEN = "window.heard = []; window.ran = (number) => window.heard.push(number);"
# Formulas are KaTeX's own elements, which have signs of mathematics in them.
DANGEROUS = """() => [...document.querySelectorAll("main *:not(.katex, .katex *)")].flatMap((element) => [
  ...(/^(script|iframe|object|embed|form|style|link|meta|base|svg|math)$/.test(element.localName)
    ? [element.localName] : []),
  ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)
    .filter((attribute) => /^on|=\\s*(javascript|data:text)/i.test(attribute)),
])"""

ELEMENTS = "document.querySelectorAll('img, svg, math, iframe, object, video, audio, form, a, main script').length"


def press_everything(page: Page) -> None:
    """Do what a curious user does: press each thing that asks for it."""
    for element in page.get_by_text("press me", exact=True).all():
        element.hover(force=True)
        element.click(force=True)


def test_hostile_markdown_never_runs(run: RunApp, complaints):
    """A hundred known ways to run a script from Markdown end as harmless elements, also those that a handler writes."""
    with gr.Blocks() as demo:
        for vector in VECTORS:
            gr.Markdown(vector)
        text = gr.Markdown()
        gr.Button("Go").click(lambda: "\n\n".join(VECTORS), outputs=text)
    app = run(demo)
    app.context.add_init_script(LISTEN)
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("press me").nth(16)).to_be_attached()
    app.settle()
    assert page.evaluate(DANGEROUS) == []
    press_everything(page)
    app.settle()
    assert page.evaluate("heard") == []
    assert len(app.context.pages) == 1
    # Chromium judges inline handlers as soon as the sanitizer parses them, long before it takes them out.
    complaints.expect("inline event handler", "script-src-attr", "base-uri", "base URI")


@pytest.mark.parametrize("place", ["label", "choice", "toast", "button", "value", "notice"])
def test_hostile_text_is_shown_as_it_is(run: RunApp, place: str):
    """Where text is no Markdown, every sign of it is shown."""
    text = " ".join(VECTORS[:4])

    def tell() -> None:
        gr.Warning(text, title=text)

    with gr.Blocks(title=text) as demo:
        if place == "label":
            gr.Textbox(label=text, info=text, placeholder=text)
            gr.Number(label=text, info=text, placeholder=text)
            gr.Markdown("x", label=text, show_label=True, container=True)
        elif place == "choice":
            gr.CheckboxGroup([text], label=text, info=text)
        elif place == "value":
            gr.Textbox(label="Box", value=text, elem_id=text, elem_classes=["<img"])
        else:
            gr.Button(text if place == "button" else "Go").click(tell)
    app = run(demo)
    app.context.add_init_script(LISTEN)
    page = app.open_window()
    expect(page).to_have_title(text)
    if place == "toast":
        page.get_by_role("button", name="Go").click()
        expect(page.get_by_role("alert")).to_contain_text(f"{text}{text}")
    if place in ("label", "choice", "button"):
        expect(page.get_by_text(text).first).to_be_visible()
    assert page.evaluate("[document.querySelectorAll('img, svg, main script').length, heard.length]") == [0, 0]


def test_a_hundred_hostile_texts_run_nowhere(run: RunApp):
    """As labels, choices and toasts they are text; nothing of them becomes an element."""
    with gr.Blocks() as demo:
        for vector in VECTORS:
            gr.Number(label=vector, info=vector)
        gr.CheckboxGroup(VECTORS, label="Choices")

        def tell() -> None:
            for vector in VECTORS:
                gr.Info(vector, title=vector)

        gr.Button("Go").click(tell)
    app = run(demo)
    app.context.add_init_script(LISTEN)
    page = app.open_window()
    expect(page.get_by_role("checkbox")).to_have_count(len(VECTORS))
    before = page.evaluate(ELEMENTS)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("status")).to_have_count(len(VECTORS))
    assert page.locator(".toast-message").all_text_contents() == VECTORS[::-1]
    assert page.evaluate(ELEMENTS) == before
    assert page.evaluate("heard") == []
    assert len(VECTORS) >= 100


def test_the_policy_stands_behind_the_sanitizer(show: ShowApp, complaints):
    """Even what got into the page by other ways runs nothing and asks no other computer."""
    with gr.Blocks() as demo:
        gr.Markdown("x", elem_id="x")
    page = show(demo)
    page.evaluate("""() => {
      window.heard = [];
      document.getElementById("x").innerHTML = "<img src=x onerror=heard.push(1)><img src='https://example.org/i.png'>";
      const script = document.createElement("script");
      script.textContent = "heard.push(2)";
      document.body.append(script);
    }""")
    answers = page.evaluate("""() => Promise.all([
      fetch("https://example.org/").then(() => "fetched", () => "refused"),
      // Later, because what a test says at once may evaluate.
      new Promise((done) => setTimeout(() => { try { done(eval("'evaluated'")); } catch { done("refused"); } })),
      (() => { try { return String(new WebSocket("wss://example.org/").readyState); } catch { return "refused"; } })(),
    ])""")
    assert answers[:2] == ["refused", "refused"]
    assert page.evaluate("heard") == []
    complaints.expect(
        "request: https://example.org/i.png",
        "img-src blocked file",
        "img-src blocked https://example.org/i.png",
        "connect-src blocked https://example.org/",
        "connect-src blocked wss://example.org/",
        "script-src-elem blocked inline",
        "script-src-attr blocked inline",
        "script-src blocked eval",
        "console: ",
    )
