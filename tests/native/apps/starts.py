"""An app that shows what it was started with, and keeps a count on disk."""

import desktop_app as gr
from tests.native.say import say


def started(request: gr.Request):
    """Show and say what the start was given."""
    say(f"started with {list(request.arguments)} in {request.folder}")
    return " ".join(request.arguments), str(request.folder)


with gr.Blocks(title="Starts", app_id="starts") as demo:
    total = gr.GlobalState(0, key="total", persist=True)
    kept = gr.BrowserState(0, storage_key="kept")
    arguments, folder = gr.Textbox(label="Arguments"), gr.Textbox(label="Folder")
    total_shown, kept_shown = gr.Textbox(label="Total"), gr.Textbox(label="Kept")
    gr.Button("Add").click(lambda: total.update(lambda count: count + 1))
    gr.Button("Add many").click(lambda: [total.update(lambda count: count + 1) for _ in range(500)] and None)
    gr.Button("Keep").click(lambda count: count + 1, kept, kept)
    gr.Button("Open another").click(lambda: gr.App.current().open_window() and None)
    demo.load(started, None, [arguments, folder])
    gr.on([demo.load, total.change], lambda count: str(count), total, total_shown)
    gr.on([demo.load, kept.change], lambda count: str(count), kept, kept_shown)
