"""The author's own JavaScript, styles and head elements in the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from desktop_app.bridge.outbox import Outbox
from tests.page.conftest import RunApp, ShowApp


def test_a_script_runs_before_the_function(show: ShowApp):
    """What it returns is what the function gets, also if that takes a while."""
    with gr.Blocks() as demo:
        first, second = gr.Textbox("a", label="First"), gr.Textbox("b", label="Second")
        out = gr.Textbox(label="Out")
        script = "async (first, second) => { await new Promise(requestAnimationFrame); return [second, first]; }"
        gr.Button("Go").click(lambda one, two: f"{one} then {two}", [first, second], out, js=script)
    page = show(demo)
    page.get_by_label("First").fill("x")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_label("Out")).to_have_value("b then x")


def test_a_script_alone_writes_the_outputs(run: RunApp):
    """Without a function its values are the outputs', and Python knows them too."""
    with gr.Blocks() as demo:
        box, out = gr.Textbox("text", label="Box"), gr.Textbox(label="Out")
        gr.Button("Script").click(None, box, out, js="(text) => text.toUpperCase() + document.title")
        gr.Button("Function").click(lambda text: f"Python: {text}", out, out)
    page = run(demo).open_window()
    page.get_by_role("button", name="Script").click()
    expect(page.get_by_label("Out")).to_have_value("TEXTDesktop app")
    page.get_by_role("button", name="Function").click()
    expect(page.get_by_label("Out")).to_have_value("Python: TEXTDesktop app")


def test_a_script_does_something_in_the_page(show: ShowApp):
    """It reaches the elements by their ids; without inputs and outputs it is there for that alone."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Box", elem_id="box")
        gr.Button("Go").click(js="() => { document.querySelector('#box').style.outline = '3px solid red'; }")
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    expect(page.locator("#box")).to_have_css("outline-width", "3px")


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("() => { throw new Error('no luck'); }", "no luck"),
        ("async () => { await null; throw new TypeError('no luck either'); }", "no luck either"),
        ("() => Promise.reject('as text')", "as text"),
        ("() => missing.thing", "missing is not defined"),
        ("() => 10n", "BigInt"),
        ("() => { const self = {}; self.self = self; return self; }", "circular"),
        ("() => {{{", "The script could not be read: it has a mistake in it"),
    ],
)
def test_a_script_that_fails_is_in_our_log(show: ShowApp, complaints, caplog, script: str, message: str):
    """The function does not run, the user is told that something went wrong, and everything else works on."""
    with gr.Blocks() as demo:
        out = gr.Textbox("before", label="Out")
        gr.Button("Fail").click(lambda: "ran", outputs=out, js=script)
        gr.Button("Work").click(lambda: "works", outputs=out, js="() => []")
    page = show(demo)
    page.get_by_role("button", name="Fail").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Out")).to_have_value("before")
    page.get_by_role("button", name="Work").click()
    expect(page.get_by_label("Out")).to_have_value("works")
    assert message in caplog.text
    complaints.expect("could not write or read a value")


@pytest.mark.parametrize("form", ["() => {{ {} }}", "async function () {{ {} }}", "{}"])
def test_a_script_of_the_app_runs_at_each_load(show: ShowApp, form: str):
    """When the page shows its start; as a function or as plain code."""
    code = "document.querySelector('#box').dataset.seen = 'yes'; window.loads = (window.loads ?? 0) + 1;"
    with gr.Blocks(js=form.format(code)) as demo:
        gr.Textbox(label="Box", elem_id="box")
    page = show(demo)
    expect(page.locator("#box")).to_have_attribute("data-seen", "yes")
    page.reload()
    expect(page.locator("#box")).to_have_attribute("data-seen", "yes")
    assert page.evaluate("() => loads") == 1


def test_a_script_of_the_app_that_fails_breaks_nothing(run: RunApp, complaints):
    """The app is there all the same, and the log says what was wrong."""
    with gr.Blocks(js="() => { throw new Error('broken start'); }") as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(lambda: "works", outputs=out)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_label("Out")).to_have_value("works")
    app.settle()
    complaints.expect("an error in the page: Error: broken start")


def test_a_function_of_a_head_script_can_be_called(show: ShowApp):
    """Scripts of `head` run first, so those of listeners find what they define."""
    with gr.Blocks(head="<script>window.shout = (text) => text + '!';</script>") as demo:
        box, out = gr.Textbox("hey", label="Box"), gr.Textbox(label="Out")
        gr.Button("Go").click(None, box, out, js="(text) => shout(text)")
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_label("Out")).to_have_value("hey!")


def test_styles_of_the_author_come_last(show: ShowApp):
    """`css` and the styles of `head` change what ours say; `head` brings its meta elements too."""
    head = "<style>#box { border-top: 5px solid blue; }</style><meta name='author' content='Ada'>"
    with gr.Blocks(css=".tab-bar { padding: 7px; } #box { opacity: 0.5; }", head=head) as demo:
        gr.Textbox(label="Box", elem_id="box")
        gr.Tab("One")
    page = show(demo)
    expect(page.locator("#box")).to_have_css("opacity", "0.5")
    expect(page.locator("#box")).to_have_css("border-top-width", "5px")
    expect(page.get_by_role("tablist")).to_have_css("padding-left", "7px")
    expect(page.locator("meta[name=author]")).to_have_attribute("content", "Ada")


def test_head_brings_no_code_past_the_policy(run: RunApp, complaints):
    """Neither scripts nor an address of its own come in by a message."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Box")
    app = run(demo)
    page = app.open_window()
    head = """<meta name="kept" content="yes"><script>window.hacked = 1</script><base href="https://example.org/">
        <link rel="stylesheet" href="x.css"><link rel="icon" href="data:,"><iframe src="data:,"></iframe>
        <meta http-equiv="refresh" content="0;url=about:blank"><style onload="window.hacked = 1">p {}</style>"""
    for _ in range(2):  # the second takes the place of the first
        page.evaluate("(message) => desktopApp.receive(message)", {**app.surfaces[0].told[0], "head": head})
    added = page.locator("meta[name=kept] ~ *").evaluate_all("(elements) => elements.map((each) => each.localName)")
    assert added == ["link", "style", "style"]
    assert page.locator("link").get_attribute("rel") == "icon"
    assert page.evaluate("() => window.hacked") is None
    complaints.expect("base-uri blocked https://example.org/", "script-src-attr blocked", "base URI", "event handler")


class Recorded:
    """A line that keeps the scripts that were to be run."""

    def __init__(self) -> None:
        self.scripts: list[str] = []

    def send(self, message: str) -> None:
        raise AssertionError(f"no script: {message}")

    def run(self, script: str) -> None:
        self.scripts.append(script)


def test_a_script_for_an_old_load_is_left_alone(run: RunApp):
    """One that was on its way before a reload does nothing in the new page, nor where there is no page of ours yet."""
    app = run(gr.Blocks())
    page = app.open_window()
    nonce = app.surfaces[-1].told[0]["nonce"]
    line = Recorded()
    for load in (nonce, "old"):
        Outbox(line, load).run(f"document.body.dataset.ran = {load!r};")
    for script in line.scripts:
        page.evaluate("script => { window.eval(script); }", script)
    assert page.evaluate("document.body.dataset.ran") == nonce
    page.evaluate("script => { delete window.desktopApp; window.eval(script); }", line.scripts[-1])
    assert page.evaluate("document.body.dataset.ran") == nonce
