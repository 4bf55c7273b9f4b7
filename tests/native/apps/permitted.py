"""An app whose page may use what the test says."""

import os

import desktop_app as gr

with gr.Blocks(title="Permitted", app_id="permitted", permissions=os.environ["TEST_PERMISSIONS"].split()) as demo:
    gr.Button("Echo")
