"""All three scopes: a board that every window shares, what this window wrote, and who you are."""

import pydantic

import desktop_app as gr


class Note(pydantic.BaseModel):
    """A typed state checks every write."""

    author: str
    text: str


with gr.Blocks(title="Whiteboard", keep_closed=60) as demo:
    gr.Markdown("# Whiteboard\nOpen a second window: both show the same notes, each counts its own, and both know you.")
    board = gr.GlobalState([], type=list[Note], persist=True)  # all windows, and the next start
    written = gr.State(0)  # this window, until it closes or reloads
    me = gr.BrowserState("")  # all windows, and the next start

    with gr.Row():
        name = gr.Textbox(label="Your name", placeholder="Somebody")
        mine = gr.Number(0, label="Notes from this window")
    text = gr.Textbox(label="Note", placeholder="Write something and press Enter")
    notes = gr.Markdown()
    wipe = gr.Button("Wipe the board")

    @text.submit(inputs=[text, name, written], outputs=[text, written])
    def pin(text, name, written):
        if not text:
            raise gr.Error("Write something first.", title="An empty note")
        note = Note(author=name or "Somebody", text=text)
        board.update(lambda notes: [*notes, note][-20:])  # atomic, whatever other windows do
        return "", written + 1

    wipe.click(list, None, board)
    written.change(lambda count: count, written, mine)
    name.change(lambda name: name, name, me)
    gr.on([me.change, demo.load], lambda me: me, me, name)

    @gr.on([board.change, demo.load], inputs=board, outputs=notes)
    def show(notes):
        return "\n".join(f"- **{note.author}**: {note.text}" for note in notes) or "*The board is empty.*"


if __name__ == "__main__":
    demo.launch()
