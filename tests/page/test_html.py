"""HTML as its author meant it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_it_shows_its_value_as_it_is(show: ShowApp):
    """Also one that a handler returns; a script in it does not run."""
    with gr.Blocks() as demo:
        html = gr.HTML("<h2>Title</h2><button>mine</button>")
        gr.Button("Go").click(lambda: "<em>new</em><script>window.pwned = 1</script>", outputs=html)
    page = show(demo)
    expect(page.get_by_role("heading", name="Title")).to_be_visible()
    expect(page.get_by_role("button", name="mine")).to_be_visible()
    page.get_by_role("button", name="Go").click()
    expect(page.locator("em")).to_have_text("new")
    assert page.evaluate("window.pwned") is None


def test_templates_are_filled_in(show: ShowApp):
    """JavaScript and Handlebars, in HTML and in CSS; only Handlebars escapes, and nothing is filled in twice."""
    template = """<p>${value} {{value}} {{{value}}}</p>
        <ul>{{#each items}}
        <li class="${kind}">{{@index}} {{name}}{{#if @last}}!{{else}},{{/if}} {{../kind}}</li>
        {{/each}}</ul>
        <ol>${items.map((item) => `<li>${item.name.toUpperCase()}</li>`).join("")}</ol>
        {{#unless none}}<i>nothing</i>{{/unless}}{{#with user}}<b>{{name}} {{toString}}</b>{{/with}}"""
    with gr.Blocks() as demo:
        html = gr.HTML(
            "<u>a</u>{{kind}}${kind}",
            html_template=template,
            css_template="padding: ${size}px; li { color: rgb(${size * 2}, 0, 0); }",
            items=[{"name": "x"}, {"name": "<y>"}],
            kind="k",
            none=[],
            user={"name": "Ada"},
            size=5,
            elem_id="html",
        )
        gr.HTML("<li>other</li>", elem_id="other")
        gr.Button("Go").click(lambda: gr.HTML(size=7, items=[{"name": "z"}]), outputs=html)
    page = show(demo)
    expect(page.locator("#html p")).to_have_text("a{{kind}}${kind} <u>a</u>{{kind}}${kind} a{{kind}}${kind}")
    expect(page.locator("#html u")).to_have_count(2)
    expect(page.locator("#html ul li.k")).to_have_text(["0 x, k", "1 <y>! k"])
    expect(page.locator("#html ol li").first).to_have_text("X")
    expect(page.locator("#html i")).to_have_text("nothing")
    expect(page.locator("#html b")).to_have_text("Ada")
    expect(page.locator("#html ul li").first).to_have_css("color", "rgb(10, 0, 0)")
    expect(page.locator("#html .html-content")).to_have_css("padding-left", "5px")
    expect(page.locator("#other li")).not_to_have_css("color", "rgb(10, 0, 0)")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("#html ul li")).to_have_text(["0 z! k"])
    expect(page.locator("#html ol li")).to_have_text(["Z"])
    expect(page.locator("#html .html-content")).to_have_css("padding-left", "7px")


def test_a_click_is_told_by_default(show: ShowApp):
    """Without a script of its own."""
    with gr.Blocks() as demo:
        html = gr.HTML("<p>press me</p>")
        out = gr.Textbox(label="Out")
        html.click(lambda: "pressed", outputs=out)
    page = show(demo)
    page.get_by_text("press me").click()
    expect(page.get_by_label("Out")).to_have_value("pressed")


def test_its_script_triggers_events_with_data(show: ShowApp):
    """Once for the element, however often the content is drawn."""
    script = """element.addEventListener('click', (event) => {
        if (event.target.matches('button')) trigger('submit', { option: event.target.innerText });
    });"""
    with gr.Blocks() as demo:
        html = gr.HTML(
            ["one", "two"], html_template="{{#each value}}<button>{{this}}</button>{{/each}}", js_on_load=script
        )
        out = gr.Textbox(label="Out")

        def chosen(data: gr.EventData):
            return ["three"], data.option

        html.submit(chosen, outputs=[html, out])
    page = show(demo)
    page.get_by_role("button", name="two").click()
    expect(page.get_by_label("Out")).to_have_value("two")
    page.get_by_role("button", name="three").click()
    expect(page.get_by_label("Out")).to_have_value("three")
    page.reload()
    page.get_by_role("button", name="one").click()
    expect(page.get_by_label("Out")).to_have_value("one")


def test_its_script_sets_the_value_and_watches_it(run: RunApp):
    """What the script sets is shown and is the user's; what a handler sets is what it watches."""
    script = """
        element.addEventListener('click', () => { props.value = props.value + 1; });
        watch(['value', 'step'], () => { document.title = `${props.value} ${props.step}`; });"""
    heard: list[int] = []
    with gr.Blocks() as demo:
        html = gr.HTML(1, html_template="<p>count ${value}</p>", js_on_load=script, step=1)
        html.input(heard.append, html)
        gr.Button("Go").click(lambda: gr.HTML(40, step=3), outputs=html)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("count 1").click()
    expect(page.get_by_text("count 2")).to_be_visible()
    app.settle()
    assert heard == [2]
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("count 40")).to_be_visible()
    expect(page).to_have_title("40 3")
    page.get_by_text("count 40").click()
    expect(page.get_by_text("count 41")).to_be_visible()


def test_its_frame_label_and_size_are_shown_on_request(show: ShowApp):
    """Each by its own argument."""
    with gr.Blocks() as demo:
        gr.HTML("<p>x</p>" * 50, elem_id="tall", label="Shown", show_label=True, max_height=100, container=True)
        gr.HTML("x", elem_id="low", label="Hidden", min_height=80, padding=True, apply_default_css=False)
    page = show(demo)
    expect(page.get_by_text("Shown")).to_be_visible()
    expect(page.get_by_text("Hidden")).to_be_hidden()
    expect(page.locator("#tall .html-content")).to_have_css("height", "100px")
    expect(page.locator("#tall")).to_have_css("border-top-width", "1px")
    expect(page.locator("#low .html-content")).to_have_css("height", "80px")
    expect(page.locator("#low")).to_have_css("padding-left", "16px")
    expect(page.locator("#low .markdown-content")).to_have_count(0)


def test_it_keeps_its_end_in_sight_on_request(show: ShowApp):
    """Not when the user has scrolled up."""
    lines = "<p>line</p>" * 30
    with gr.Blocks() as demo:
        html = gr.HTML(lines, max_height=100, autoscroll=True, elem_id="html")
        gr.Button("Add").click(lambda text: text + lines, html, html)
    page = show(demo)
    content = page.locator("#html .html-content")
    content.evaluate("(element) => { element.scrollTop = element.scrollHeight; }")
    page.get_by_role("button", name="Add").click()
    expect(content.locator("p")).to_have_count(60)
    assert content.evaluate("(element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2")
    content.evaluate("(element) => { element.scrollTop = 10; }")
    page.get_by_role("button", name="Add").click()
    expect(content.locator("p")).to_have_count(90)
    assert content.evaluate("(element) => element.scrollTop") == 10


def test_its_script_calls_python(run: RunApp, complaints):
    """Several calls at once are all answered, and a failing one is an error that can be caught."""
    script = """
        const [sum, other] = await Promise.all([server.add(1, 2), server.add("a", "b")]);
        const failed = await server.add(1, "b").catch((error) => error.message);
        props.text = `${sum} ${other} ${failed}`;"""

    def add(one, other):
        return one + other

    with gr.Blocks() as demo:
        gr.HTML(
            html_template="<p>${text}</p>",
            js_on_load=f"(async () => {{ {script} }})()",
            server_functions=[add],
            text="",
        )
    page = run(demo).open_window()
    expect(page.get_by_text("3 ab add went wrong. The log has the details.")).to_be_visible()
    complaints.expect("the server function add failed")


def test_what_is_made_inside_stands_in_its_template(run: RunApp):
    """Where `@children` is, or behind it; another value leaves what the user has typed, and the caret."""
    with gr.Blocks() as demo:
        with gr.HTML("one", html_template="<section><h3>${value}</h3>@children<p>below</p></section>") as html:
            name = gr.Textbox(label="Inside")
        with gr.HTML("<p>above @children</p>", elem_id="behind"):
            gr.Checkbox(label="Behind")
        name.input(lambda text: f"typed {text}", name, html, trigger_mode="always_last")
    app = run(demo)
    page = app.open_window()
    section = page.locator("section")
    section.get_by_label("Inside").focus()
    page.keyboard.type("Ada")
    expect(section.get_by_role("heading", name="typed Ada")).to_be_visible()
    page.keyboard.type(" L")
    expect(section.get_by_role("heading", name="typed Ada L")).to_be_visible()
    expect(section.get_by_label("Inside")).to_be_focused()
    expect(section.get_by_label("Inside")).to_have_value("Ada L")
    heights = [section.locator(each).bounding_box()["y"] for each in ("h3", "textarea", "p")]
    assert heights == sorted(heights)
    expect(page.locator("#behind").get_by_text("above @children")).to_be_visible()
    expect(page.locator("#behind").get_by_label("Behind")).to_be_visible()


def test_its_head_brings_styles_and_functions(show: ShowApp):
    """Each style once, however many ask for it; what its scripts define is there for its own script and templates."""
    head = """<style>.mine { text-transform: uppercase; }</style>
        <script>const twice = (text) => text + text; function shout(text) { return text + '!'; }</script>"""
    with gr.Blocks() as demo:
        gr.HTML("a", html_template="<p class='mine'>${shout(value)}</p>", head=head)
        gr.HTML("b", js_on_load="props.value = twice('c')", head=head)
    page = show(demo)
    expect(page.get_by_text("a!")).to_have_css("text-transform", "uppercase")
    expect(page.get_by_text("cc")).to_be_visible()
    assert (
        page.evaluate(
            "() => [...document.querySelectorAll('style')].filter((s) => s.textContent.includes('.mine')).length"
        )
        == 1
    )


def test_functions_of_the_apps_head_are_there_for_every_script(show: ShowApp):
    """As they are in any page, and one that fails keeps no other from running."""
    head = "<script>function shout(text) { return text + '!'; } var mark = '?';</script>"
    with gr.Blocks(head=head) as demo:
        box, out = gr.Textbox("hey", label="Box"), gr.Textbox(label="Out")
        gr.Button("Go").click(None, box, out, js="(text) => shout(text) + mark")
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_label("Out")).to_have_value("hey!?")


def test_a_script_of_the_apps_head_that_fails_is_in_our_log(run: RunApp, complaints):
    """The app is there all the same."""
    with gr.Blocks(head="<script>missing.thing()</script>") as demo:
        gr.Textbox(label="Box")
    app = run(demo)
    expect(app.open_window().get_by_label("Box")).to_be_visible()
    app.settle()
    complaints.expect("missing is not defined")


def test_its_script_brings_files_to_python(show: ShowApp, tmp_path):
    """Of several parts as well; the page gets a URL to show it by."""
    script = """
        element.querySelector("input").addEventListener("change", async (event) => {
            const { path, url } = await upload(event.target.files[0]);
            trigger("upload", { path, shown: url.startsWith("blob:") });
        });"""
    with gr.Blocks() as demo:
        html = gr.HTML(html_template="<input type='file' aria-label='File'>", js_on_load=script)
        out = gr.Textbox(label="Out")

        def hear(data: gr.EventData) -> str:
            brought.append(Path(data.path).read_bytes())
            return f"{Path(data.path).name} {data.shown}"

        html.upload(hear, outputs=out)
    brought: list[bytes] = []
    page = show(demo)
    content = bytes(range(256)) * 30_000  # more than one part
    file = tmp_path / "large.bin"
    file.write_bytes(content)
    page.get_by_label("File").set_input_files(file)
    expect(page.get_by_label("Out")).to_have_value("large.bin True")
    assert brought == [content]
