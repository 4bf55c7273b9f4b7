"""Markdown as it is read."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

TEXT = """
    # Title

    **Bold**, *slanted*, `code` and a [link](https://example.org/?a=1&b=2).

    1. one
    2. two

    - [x] done
    - [ ] to do

    | a | b |
    |---|---|
    | 1 | 2 |

    ```python
    print("<b>")
    ```

    ![a dot](data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=)
"""


def test_it_shows_headings_lists_tables_code_and_pictures(show: ShowApp):
    """Everything of the common kinds of Markdown is there, by its role."""
    with gr.Blocks() as demo:
        gr.Markdown(TEXT)
    page = show(demo)
    expect(page.get_by_role("heading", name="Title", level=1)).to_be_visible()
    expect(page.locator("strong")).to_have_text("Bold")
    expect(page.locator("em")).to_have_text("slanted")
    expect(page.get_by_role("listitem")).to_have_text(["one", "two", "done", "to do"])
    expect(page.get_by_role("checkbox", checked=True)).to_be_disabled()
    expect(page.get_by_role("cell", name="2")).to_be_visible()
    expect(page.locator("pre")).to_have_text('print("<b>")\n')
    expect(page.get_by_role("img", name="a dot")).to_be_visible()


def test_links_keep_their_address(show: ShowApp):
    """A link leads where it was written to, and tells the place nothing of us."""
    with gr.Blocks() as demo:
        gr.Markdown(TEXT)
    link = show(demo).get_by_role("link", name="link", exact=True)
    expect(link).to_have_attribute("href", "https://example.org/?a=1&b=2")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_a_picture_from_elsewhere_gives_way_to_its_description(show: ShowApp):
    """The page asks no other computer for anything."""
    with gr.Blocks() as demo:
        gr.Markdown(
            "![our house](https://example.org/house.png) <img src='//example.org/x' srcset='//example.org/y 2x'>"
        )
    page = show(demo)
    expect(page.get_by_text("our house")).to_be_visible()
    expect(page.locator("img")).to_have_count(0)


def test_its_label_and_frame_are_shown_on_request(show: ShowApp):
    """A label is shown with `show_label`, in the frame that `container` draws."""
    with gr.Blocks() as demo:
        gr.Markdown("plain", label="Hidden", elem_id="plain")
        gr.Markdown("framed", label="Notes", show_label=True, container=True, elem_id="framed")
    page = show(demo)
    expect(page.get_by_text("Hidden")).to_be_hidden()
    expect(page.get_by_text("Notes")).to_be_visible()
    expect(page.locator("#plain")).to_have_css("border-top-width", "0px")
    expect(page.locator("#framed")).to_have_css("border-top-width", "1px")


def test_a_handler_replaces_its_text(show: ShowApp):
    """The new text takes the place of the old; None shows nothing."""
    with gr.Blocks() as demo:
        text = gr.Markdown("*old*")
        gr.Button("New").click(lambda: "**new**", outputs=text)
        gr.Button("None").click(lambda: None, outputs=text)
    page = show(demo)
    page.get_by_role("button", name="New").click()
    expect(page.locator("strong")).to_have_text("new")
    expect(page.get_by_text("old")).to_have_count(0)
    page.get_by_role("button", name="None").click()
    expect(page.locator("strong")).to_have_count(0)


def test_its_text_can_be_selected(show: ShowApp):
    """What is there to be read can be copied; labels and buttons are not selected along with it."""
    with gr.Blocks() as demo:
        gr.Markdown("to be read")
        gr.Button("Go")
    page = show(demo)
    page.keyboard.press("Control+A")
    assert page.evaluate("getSelection().toString().trim()") == "to be read"


def test_code_is_shown_in_colours(show: ShowApp):
    """Code that says its language is; any other, and one that nobody knows, is shown plainly. No sign of it is lost."""
    source = 'def f(x):\n    return "<b>" + x  # & more\n'
    with gr.Blocks() as demo:
        gr.Markdown(f"```python\n{source}```\n\n```klingon\n{source}```\n\n```\n{source}```")
    page = show(demo)
    known, unknown, plain = page.locator("pre code").all()
    expect(known.locator(".hljs-keyword")).to_have_text(["def", "return"])
    for code in (known, unknown, plain):
        expect(code).to_have_text(source)
    expect(unknown.locator("span")).to_have_count(0)
    expect(plain.locator("span")).to_have_count(0)


def test_formulas_are_set(show: ShowApp):
    """Between `$$` by default, with a line of their own; Markdown's signs in them are theirs."""
    with gr.Blocks() as demo:
        gr.Markdown(
            "Take $$x_1 * y_2 * z$$ and `$$code$$`, $5 and $6.\n\n$$\na\n\n= \\text{b\\$\\$ c}\n$$\n\nThe *end*."
        )
    page = show(demo)
    expect(page.locator(".katex-display")).to_have_count(2)
    expect(page.locator("annotation").first).to_have_text("x_1 * y_2 * z")
    expect(page.locator("math").first).to_be_attached()
    expect(page.get_by_text("and $6.")).to_be_visible()
    expect(page.locator("code")).to_have_text("$$code$$")
    expect(page.locator("em")).to_have_text("end")
    assert page.evaluate("document.fonts.load('16px KaTeX_Main').then((fonts) => fonts.length)") == 1


def test_other_delimiters_and_none(show: ShowApp):
    """Those that are given count, and no others; an empty list sets nothing."""
    inline = [{"left": "$", "right": "$", "display": False}, {"left": "\\(", "right": "\\)", "display": False}]
    with gr.Blocks() as demo:
        gr.Markdown("$a$ and \\(b\\) and \\[c\\]", latex_delimiters=inline, elem_id="inline")
        gr.Markdown("$$a$$", latex_delimiters=[], elem_id="none")
    page = show(demo)
    expect(page.locator("#inline .katex")).to_have_count(2)
    expect(page.locator("#inline .katex-display")).to_have_count(0)
    expect(page.locator("#inline")).to_contain_text("[c]")
    expect(page.locator("#none")).to_have_text("$$a$$")
    expect(page.locator("#none .formula")).to_have_count(0)


def test_a_formula_with_a_mistake_is_shown_as_it_was_written(show: ShowApp):
    """The rest of the text is there all the same."""
    with gr.Blocks() as demo:
        gr.Markdown("One $$\\nothing{x}$$ two $$\\frac12}$$ three $$\\href{javascript:alert(1)}{x}$$ four $$ five")
    page = show(demo)
    expect(page.locator(".formula .katex-error, .formula .katex")).to_have_count(3)
    expect(page.locator(".katex-error")).to_have_text("\\frac12}")
    expect(page.get_by_text("four $$ five")).to_be_visible()
    expect(page.locator("a")).to_have_count(0)


def test_new_lines_begin_lines_on_request(show: ShowApp):
    """Without `line_breaks` a single new line is a space."""
    with gr.Blocks() as demo:
        gr.Markdown("one\ntwo", elem_id="joined")
        gr.Markdown("one\ntwo", line_breaks=True, elem_id="broken")
    page = show(demo)
    expect(page.locator("#joined br")).to_have_count(0)
    expect(page.locator("#broken br")).to_have_count(1)


def test_links_lead_to_headings(show: ShowApp):
    """With `header_links` each heading has a link to itself, reached by keys; links in the text find headings too."""
    text = "# First title\n\n[down](#second-title-1)\n\n" + "line\n\n" * 60 + "## Second: title\n\n## Second title"
    with gr.Blocks() as demo:
        gr.Markdown(text, header_links=True)
    page = show(demo)
    expect(page.get_by_role("heading", level=2).last).not_to_be_in_viewport()
    page.get_by_role("link", name="down").click()
    expect(page.get_by_role("heading", level=2).last).to_be_in_viewport()
    link = page.get_by_role("link", name="Link to “First title”")
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert "#" not in page.url


def test_html_is_made_safe_unless_its_author_says_otherwise(show: ShowApp):
    """Formatting stays in any case; a form only with `sanitize_html=False`."""
    text = "<u>under</u> <form><button>press</button></form>"
    with gr.Blocks() as demo:
        safe = gr.Markdown(text, elem_id="safe")
        gr.Markdown(text, elem_id="own", sanitize_html=False)
        gr.Button("Trust").click(lambda: gr.update(sanitize_html=False), outputs=safe)
    page = show(demo)
    expect(page.locator("u")).to_have_count(2)
    expect(page.locator("#safe form")).to_have_count(0)
    expect(page.locator("#own form")).to_have_count(1)
    page.get_by_role("button", name="Trust").click()
    expect(page.locator("#safe form")).to_have_count(1)


def test_it_is_written_from_right_to_left_on_request(show: ShowApp):
    """`rtl` turns it, and an update turns it back."""
    with gr.Blocks() as demo:
        text = gr.Markdown("שלום", rtl=True, elem_id="text")
        gr.Button("Turn").click(lambda: gr.update(rtl=False), outputs=text)
    page = show(demo)
    expect(page.locator("#text p")).to_have_css("direction", "rtl")
    page.get_by_role("button", name="Turn").click()
    expect(page.locator("#text p")).to_have_css("direction", "ltr")


def test_its_height_is_as_it_was_given(show: ShowApp):
    """Pixels or CSS; what is higher scrolls, by keys as well."""
    lines = "line\n\n" * 50
    with gr.Blocks() as demo:
        gr.Markdown(lines, height=120, label="Fixed")
        gr.Markdown(lines, max_height="10rem", label="Most")
        gr.Markdown("short", max_height=500, min_height="5rem", label="Least")
    page = show(demo)
    heights = {"Fixed": 120, "Most": 160, "Least": 80}
    for label, height in heights.items():
        box = page.get_by_role("region", name=label).bounding_box()
        assert box is not None
        assert round(box["height"]) == height
    region = page.get_by_role("region", name="Fixed")
    region.press("End")
    expect(region).to_have_js_property("tabIndex", 0)
    page.wait_for_function("(element) => element.scrollTop > 0", arg=region.element_handle())


def test_its_text_can_be_copied(run: RunApp):
    """The button copies the Markdown and says so; the handler hears of it, also of what is copied by keys."""
    with gr.Blocks() as demo:
        text = gr.Markdown("**bold** text", buttons=["copy"])
        out = gr.Textbox(label="Out")

        def copied(data: gr.CopyData):
            return data.value

        text.copy(copied, outputs=out)
    app = run(demo, permissions=["clipboard-read", "clipboard-write"])
    page = app.open_window()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.get_by_label("Out")).to_have_value("**bold** text")
    assert page.evaluate("navigator.clipboard.readText()") == "**bold** text"
    page.get_by_text("bold", exact=True).dblclick()
    page.keyboard.press("Control+C")
    expect(page.get_by_label("Out")).to_have_value("bold")


def test_padding_leaves_room(show: ShowApp):
    """Without it the text begins where the window's other content does."""
    with gr.Blocks() as demo:
        gr.Markdown("x", elem_id="none")
        gr.Markdown("x", elem_id="some", padding=True)
    page = show(demo)
    expect(page.locator("#none")).to_have_css("padding-left", "0px")
    expect(page.locator("#some")).to_have_css("padding-left", "16px")
