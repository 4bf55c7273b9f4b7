"""BrowserState with a secret: what is stored says nothing, and a wrong key loses nothing."""

from __future__ import annotations

from pathlib import Path

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def diary(secret: str):
    """An app that keeps a text under a passphrase."""
    with gr.Blocks(app_id="diary") as demo:
        demo.kept = gr.BrowserState("nothing yet", secret=secret)
        demo.box = gr.Textbox(label="Box")
        demo.box.change(lambda text: text, demo.box, demo.kept)
        demo.load(lambda kept: kept, demo.kept, demo.box)
    return demo


def test_what_is_stored_is_encrypted_on_both_sides(tmp_path: Path):
    """Neither the page's storage nor the file holds the text or the passphrase; the app reads it again."""
    with HeadlessApp(diary("correct horse"), storage=tmp_path) as app:
        window = app.open_window()
        heard = []
        receive = window.page.receive
        window.page.receive = lambda text: (heard.append(text), receive(text))
        window.set("Box", "my secret")
        stored = str(app.local_storage.entries())
        app.restart()
        assert app.open_window().value("Box") == "my secret"
    files = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for text in (stored, str(heard), files.decode("latin-1")):
        assert "my secret" not in text
        assert "correct horse" not in text


def test_a_wrong_key_gives_the_default_and_keeps_the_old_text(tmp_path: Path, caplog):
    """A warning names the state; after a write under the new key the old text is still aside, readable with its key."""
    with HeadlessApp(diary("correct horse"), storage=tmp_path) as app:
        app.open_window().set("Box", "my secret")
    with HeadlessApp(diary("wrong"), storage=tmp_path) as app:
        window = app.open_window()
        assert window.value("Box") == "nothing yet"
        assert (
            "BrowserState 'diary-1': the stored value cannot be used, it was encrypted with another secret"
            in caplog.text
        )
        window.set("Box", "new")
        from desktop_app.state.shared import shared

        aside = shared.store.read("browser:diary-1 (version 1, revision 1)")
        app.restart()
        assert app.open_window().value("Box") == "new"
    assert aside is not None
    from desktop_app.state.cipher import Cipher

    assert Cipher("correct horse", "diary").decrypt(aside.text, "browser:diary-1") == '"my secret"'


def test_a_secret_does_not_show_in_errors_or_logs(tmp_path: Path, caplog):
    """Not even when the handler fails."""
    demo = diary("correct horse")
    with demo:
        gr.Button("Go").click(lambda kept: float("nan"), demo.kept, demo.kept)
    with HeadlessApp(demo, storage=tmp_path) as app:
        window = app.open_window()
        window.set("Box", "my secret")
        window.click("Go")
        assert len(window.toasts) == 1
    assert "my secret" not in caplog.text
    assert "correct horse" not in caplog.text + repr(demo.kept) + str(demo.kept.page_names())
