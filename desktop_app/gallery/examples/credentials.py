"""Browser state: what the user entered is there again at the next start, encrypted where there is a keyring."""

import secrets
import time

import desktop_app as gr

# The key never reaches the page: it stays in the system's keyring, and what is stored can be read by this app alone.
encrypted = gr.can_keep_secrets()

with gr.Blocks(title="Sign-in details") as demo:
    gr.Markdown("# Sign-in details\nWhat you enter is kept on this computer. Close the app and start it again to see.")
    user = gr.Textbox(label="User name", placeholder="Your name here")
    code = gr.Textbox(label="Access code", type="password")
    suggest = gr.Button("Suggest both", variant="primary")
    kept = gr.BrowserState({"user": "", "code": ""}, secret=encrypted or None)
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
        how = "encrypted" if encrypted else "readable by whoever uses this account, as there is no keyring"
        return gr.Markdown(f"✓ Kept at {time.strftime('%H:%M:%S')}, {how}.", visible=True)


if __name__ == "__main__":
    demo.launch()
