"""An app with links of every kind."""

import os

import desktop_app as gr

SITE = os.environ["TEST_SITE"]  # where the test listens, and hears nothing

with gr.Blocks(title="Links", app_id="links") as demo:
    box = gr.Textbox(label="Box")
    out = gr.Textbox(label="Out")

    @demo.window.drop(outputs=out)
    def dropped(data: gr.EventData):
        return f"dropped {data.files[0]}"

    gr.Button("Echo").click(lambda text: text, box, out)
    gr.Button("Button", link=f"{SITE}/button")
    gr.Markdown(f"[Plain]({SITE}/plain?a=1&b=ü) and [Mail](mailto:ada@example.org?subject=Hi)")
    gr.HTML(
        f'<p><a href="{SITE}/blank" target="_blank">Blank</a> <a href="{SITE}/saved" download="x">Saved</a>'
        ' <a href="file:///etc/passwd">File</a> <a href="javascript:document.title=1">Script</a>'
        ' <a href="data:text/html,x" target="_blank">Data</a> <a href="other:x">Other</a>'
        ' <a href="elsewhere.html">Beside</a> <a href="mailto:a@example.org?attach=/etc/passwd">Attachment</a>'
        f' <a href="{SITE.replace("http://", "http://user@")}/user">User</a></p>'
    )
