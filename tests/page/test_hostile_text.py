"""Text that tries to be a program: it is shown or dropped, never run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

# Each calls ran(its number) if it gets a chance.
VECTORS = [
    "<script>ran(0)</script>",
    "<img src=x onerror=ran(1)>",
    "<svg onload=ran(2)>",
    "<svg><script>ran(3)</script></svg>",
    "<iframe srcdoc='<script>parent.ran(4)</script>'></iframe>",
    "<a href='javascript:ran(5)'>press me</a>",
    "[press me](javascript:ran(6))",
    "[press me](JaVaScRiPt&colon;ran(7))",
    "[press me](&#106;avascript:ran(8))",
    "<a href='\x01javascript:ran(9)'>press me</a>",
    '![x](x"onerror="ran(10))',
    "<details open ontoggle=ran(11)><summary>press me</summary></details>",
    "<body onload=ran(12)>",
    "<input autofocus onfocus=ran(13)>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=ran(14)&gt;'>",
    "<form action='javascript:ran(15)'><button>press me</button></form>",
    "<object data='javascript:ran(16)'></object><embed src='javascript:ran(16)'>",
    "<video><source onerror=ran(17)></video>",
    "<meta http-equiv=refresh content='0;url=javascript:ran(18)'>",
    "<link rel=stylesheet href='data:text/css,*{display:none}' onload=ran(19)>",
    "<svg><a xlink:href='javascript:ran(20)'><text y=20>press me</text></a></svg>",
    "<svg><animate onbegin=ran(21) attributeName=x dur=1s></svg>",
    "<noscript><p title='</noscript><img src=x onerror=ran(22)>'>",
    "<a href='data:text/html,<script>opener.ran(23)</script>'>press me</a>",
    "<p style='background:url(javascript:ran(24))' onmouseover=ran(24)>press me</p>",
    "<template><img src=x onerror=ran(25)></template><base href='javascript:ran(25)//'>",
]
LISTEN = "window.heard = []; window.ran = (number) => window.heard.push(number);"
DANGEROUS = """() => [...document.querySelectorAll("main *")].flatMap((element) => [
  ...(/^(script|iframe|object|embed|form|style|link|meta|base|svg|math)$/.test(element.localName)
    ? [element.localName] : []),
  ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)
    .filter((attribute) => /^on|=\\s*(javascript|data:text)/i.test(attribute)),
])"""


def press_everything(page: Page) -> None:
    """Do what a curious user does: press each thing that asks for it."""
    for element in page.get_by_text("press me", exact=True).all():
        element.hover(force=True)
        element.click(force=True)


def test_hostile_markdown_never_runs(run: RunApp, complaints):
    """26 known ways to run a script from Markdown end as harmless elements, from the start and from a handler."""
    with gr.Blocks() as demo:
        for vector in VECTORS:
            gr.Markdown(vector)
        text = gr.Markdown()
        gr.Button("Go").click(lambda: "\n\n".join(VECTORS), outputs=text)
    app = run(demo)
    app.context.add_init_script(LISTEN)
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("press me").nth(12)).to_be_attached()
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
