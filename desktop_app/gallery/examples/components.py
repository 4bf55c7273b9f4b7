"""Every component: try each, and see its events as they happen."""

from functools import partial

import desktop_app as gr

TASTES = ["Sweet", "Sour", "Salty", "Bitter"]
TEXT = """Text with **weight**, `code`, a [link](https://www.python.org) and a table:

| Component | For |
| --- | --- |
| Markdown | formatted text |
| Textbox | plain text |
"""
MARKED = [("Ada", "person"), (" wrote the first program in ", None), ("London", "place"), (".", None)]
PARAMETERS = {"event": {"type": "str", "description": "What has happened.", "default": "click"}}


def note(event, name, lines, *value):
    """Put what has happened on top of the lines."""
    told = f"{name} · {event}" + "".join(f" · {each!r:.60}" for each in value)
    lines[:] = [told, *lines][:100]
    return "\n".join(lines)


def shout(text):
    """What the interface is made around."""
    return text.upper()


shouting = gr.Interface(shout, "text", "text", flagging_mode="never")
counting = gr.Interface(len, "text", "number", flagging_mode="never", live=True)

with gr.Blocks(title="Components", fill_width=True, css=".events { position: sticky; top: 1rem; }") as demo:
    with gr.Sidebar("Sidebar", open=False):
        gr.Markdown("A place for what should be at hand, but not in the way.")
    gr.Navbar([("Python's own pages", "https://www.python.org")], main_page_name="Components")
    gr.Markdown("# Components\nUse anything here: what happens to it is told under Events, the latest first.")
    with gr.Row():
        with gr.Column(scale=3, min_width=480), gr.Tabs():
            with gr.Tab("Text"):
                with gr.Row():
                    gr.Textbox(label="Textbox", info="One line; Enter submits it.", placeholder="Type something")
                    gr.Textbox(label="Password", info="Its text is hidden.", type="password", value="secret")
                gr.TextArea("It grows as you type.", label="TextArea", lines=3, max_length=200, buttons=["copy"])
                with gr.Row():
                    gr.Textbox(label="With buttons", submit_btn="Send", stop_btn=True, placeholder="Press Enter")
                    gr.Textbox(label="Read-only", value="Select and copy it", interactive=False)
                gr.Code(
                    'def greet(name):\n    return f"Hello, {name}!"', language="python", label="Code", interactive=True
                )
            with gr.Tab("Choices"):
                gr.Checkbox(label="Checkbox", info="Yes or no.")
                gr.CheckboxGroup(TASTES, label="CheckboxGroup", info="Any number of them.", value=["Sweet"])
                gr.Radio(TASTES, label="Radio", info="One of them.", value="Sour")
                with gr.Row():
                    gr.Dropdown(TASTES, label="Dropdown", info="One of many: type to find it.")
                    gr.Dropdown(TASTES, label="Several", value=["Sweet", "Salty"], multiselect=True)
            with gr.Tab("Numbers and dates"):
                with gr.Row():
                    gr.Number(label="Number", info="The arrow keys change it.", value=42)
                    gr.Number(label="Between 0 and 1", minimum=0, maximum=1, step=0.1, value=0.5)
                gr.Slider(0, 11, value=5, step=0.5, label="Slider", info="Drag it, or type a number.")
                with gr.Row():
                    gr.DateTime("2026-05-17 12:30:00", label="DateTime", info="Type it, or open the calendar.")
                    gr.ColorPicker("#0072f5", label="ColorPicker", info="Pick one, or type it.")
                timer = gr.Timer(1, active=False)
                with gr.Row():
                    gr.Button("Start the timer").click(lambda: gr.Timer(active=True), outputs=timer)
                    gr.Button("Stop the timer").click(lambda: gr.Timer(active=False), outputs=timer)
            with gr.Tab("Buttons"):
                with gr.Row():
                    gr.Button("Primary", variant="primary")
                    gr.Button("Secondary")
                    gr.Button("Stop", variant="stop")
                with gr.Row():
                    gr.Button("Small", size="sm")
                    gr.Button("Medium", size="md")
                    gr.Button("Disabled", interactive=False)
                with gr.Row():
                    emptied = gr.Textbox("Press the button", label="To be cleared")
                    gr.ClearButton(emptied, value="ClearButton")
            with gr.Tab("Shown"):
                gr.Markdown(TEXT)
                with gr.Row(equal_height=True):
                    gr.Label({"Cat": 0.85, "Dog": 0.1, "Fox": 0.05}, label="Label")
                    gr.JSON({"name": "Ada", "born": 1815, "fields": ["mathematics", "poetry"]}, label="JSON", open=True)
                with gr.Row(equal_height=True):
                    gr.HighlightedText(MARKED, label="HighlightedText", show_legend=True)
                    gr.HTML(
                        "<p><mark>HTML</mark> of your own, <small>as you write it</small></p>",
                        label="HTML",
                        show_label=True,
                        container=True,
                    )
                gr.ParamViewer(PARAMETERS)
                gr.Dataset(label="Dataset", components=["textbox", "number"], samples=[["Ada", 36], ["Alan", 41]])
            with gr.Tab("Layouts"):
                with gr.Row(equal_height=True):
                    with gr.Column(variant="panel", min_width=220):
                        gr.Textbox(label="In a panel")
                        gr.Textbox(label="Below it")
                    with gr.Column(min_width=220), gr.Group():
                        gr.Textbox(label="In a group")
                        gr.Textbox(label="Close to it")
                with gr.Accordion("Accordion", open=False):
                    gr.Textbox(label="In an accordion")
                with gr.Tabs():
                    with gr.Tab("First tab"):
                        gr.Textbox(label="In the first tab")
                    with gr.Tab("Second tab"):
                        gr.Textbox(label="In the second tab")
                with gr.Row():
                    with gr.Column(min_width=220), gr.Walkthrough():
                        with gr.Step("Begin"):
                            gr.Markdown("A Walkthrough goes from Step to Step.")
                        with gr.Step("End"):
                            gr.Markdown("That was the last.")
                    with gr.Column(min_width=220), gr.Draggable():
                        gr.Button("Draggable")
                        gr.Button("Drag this above it")
                gr.TabbedInterface([shouting, counting], ["Interface", "TabbedInterface"])
        with gr.Column(scale=1, min_width=260, elem_classes="events"):
            log = gr.Textbox(
                "", label="Events", lines=16, max_lines=16, placeholder="None yet", interactive=False, autoscroll=False
            )

    lines = gr.State([])
    for block in list(demo.blocks.values()):
        inputs = [lines, block] if hasattr(block, "value") else [lines]
        watched = not isinstance(block, gr.Blocks | type(demo.window)) and block not in (log, lines)
        for event in block.known_events() if watched else ():
            getattr(block, event)(
                partial(note, event, block.name),
                inputs,
                log,
                concurrency_id="log",  # one after the other, so that no line is lost
                trigger_mode="multiple",
                show_progress="hidden",
                api_visibility="private",
            )

if __name__ == "__main__":
    demo.launch()
