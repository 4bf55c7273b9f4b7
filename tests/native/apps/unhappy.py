"""An app for things that go wrong."""

import threading

import desktop_app as gr

with gr.Blocks(title="Unhappy", app_id="unhappy") as demo:
    kept = gr.BrowserState("default")
    box = gr.Textbox(label="Box")
    out = gr.Textbox(label="Out")
    gr.Button("Raise").click(lambda: 1 / 0, None, out)
    gr.Button("Stay").click(threading.Event().wait)
    gr.Button("Echo").click(lambda text: text, box, out)
    with gr.Column(visible=False):
        hidden = gr.Button("Hidden")
    hidden.click(lambda: "never", None, out)
    demo.load(lambda value: value, kept, box)
    box.change(lambda text: text, box, kept)


def left_behind():
    """The ids that a test names components by."""
    return {"hidden": hidden.id, "out": out.id}
