"""Browser state: what the user entered is there again at the next start."""

import secrets
import time

import desktop_app as gr

with gr.Blocks(title="Sign-in details") as demo:
    gr.Markdown("# Sign-in details\nWhat you enter is kept on this computer. Close the app and start it again to see.")
    user = gr.Textbox(label="User name", placeholder="Your name here")
    code = gr.Textbox(label="Access code", type="password")
    suggest = gr.Button("Suggest both", variant="primary")
    kept = gr.BrowserState({"user": "", "code": ""})
    note = gr.Markdown(visible=False)

    @suggest.click(outputs=[user, code])
    def suggest_both():
        return f"guest-{secrets.randbelow(9000) + 1000}", secrets.token_urlsafe(9)

    @demo.load(inputs=kept, outputs=[user, code])
    def fill_in(kept):
        return kept["user"], kept["code"]

    @gr.on([user.change, code.change], inputs=[user, code], outputs=kept)
    def keep(user, code):
        return {"user": user, "code": code}

    @kept.change(outputs=note)
    def say_kept():
        return gr.Markdown(f"✓ Kept at {time.strftime('%H:%M:%S')}.", visible=True)


if __name__ == "__main__":
    demo.launch()
