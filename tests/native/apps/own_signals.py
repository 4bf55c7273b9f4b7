"""An app whose author has made something of two signals."""

import signal

import desktop_app as gr
from tests.native.say import say

signal.signal(signal.SIGTERM, lambda *_: say("the author's own"))
signal.signal(signal.SIGHUP, signal.SIG_IGN)

with gr.Blocks(title="Own signals", app_id="own-signals") as demo:
    shown = gr.Textbox(label="Shown")
    gr.Button("Answer").click(lambda: "answered", None, shown)
