"""Desktop: a text editor with menus, dialogs, dropped files and a question before changes are lost."""

from pathlib import Path

import desktop_app as gr

TEXTS = {"Texts": ["*.txt", "*.md", "*.py"], "All files": "*"}

new = gr.MenuItem("New", shortcut="Ctrl+Shift+N")
open_item = gr.MenuItem("Open…", shortcut="Ctrl+O")
save_item = gr.MenuItem("Save", shortcut="Ctrl+S")
save_as = gr.MenuItem("Save As…", shortcut="Ctrl+Shift+S")
read_only = gr.MenuItem("Read Only", shortcut="Ctrl+L", checked=False)


def may_go(text, saved):
    if (text or "") == saved:
        return True
    return gr.ask("Throw away your changes?", buttons=["Throw Away", "Keep"], default="Keep") == "Throw Away"


def show(file, recent):
    try:
        content = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise gr.Error(f"{Path(file).name} cannot be read as a text.") from None
    return keep(file, content, recent) | {editor: content}


def keep(file, content, recent):
    others = [each for each in recent if each != str(file)]
    return {path: str(file), saved: content, heading: f"### {Path(file).name}", recent_files: [str(file), *others][:5]}


def start_anew(text, before):
    if not may_go(text, before):
        return gr.skip()
    return {path: None, saved: "", heading: "### Untitled", editor: ""}


def choose(text, before, recent):
    file = gr.open_file(filters=TEXTS) if may_go(text, before) else None
    return show(file, recent) if file else gr.skip()


def take(text, before, recent, data: gr.DropData):
    return show(data.files[0], recent) if may_go(text, before) else gr.skip()


def open_again(file, text, before, recent):
    return show(file, recent) if file and may_go(text, before) else gr.skip()


def save(text, file, recent):
    file = file or gr.save_file(name="untitled.txt", filters=TEXTS)
    if not file:
        return gr.skip()
    try:
        Path(file).write_text(text or "", encoding="utf-8")
    except OSError:
        raise gr.Error(f"{Path(file).name} cannot be written there.") from None
    gr.Success(f"Saved {Path(file).name}.")
    return keep(file, text or "", recent)


def list_recent(files):
    return gr.Dropdown(choices=[(Path(file).name, file) for file in files], value=None, visible=bool(files))


with gr.Blocks(
    title="Editor",
    menu=[gr.Menu("File", [new, open_item, None, save_item, save_as]), gr.Menu("Edit", [read_only])],
    fill_height=True,
) as demo:
    path, saved, recent_files = gr.State(None), gr.State(""), gr.BrowserState([])
    with gr.Row():
        heading = gr.Markdown("### Untitled")
        again = gr.Dropdown([], label="Open again", visible=False)
    editor = gr.Textbox("", label="Text", lines=16, max_lines=16)

    everything = [path, saved, recent_files, heading, editor]
    new.click(start_anew, [editor, saved], everything)
    open_item.click(choose, [editor, saved, recent_files], everything)
    demo.window.drop(take, [editor, saved, recent_files], everything)
    again.input(open_again, [again, editor, saved, recent_files], everything)
    save_item.click(save, [editor, path, recent_files], everything)
    save_as.click(lambda text, recent: save(text, None, recent), [editor, recent_files], everything)
    gr.on([demo.load, recent_files.change], list_recent, recent_files, again)
    demo.window.closing(may_go, [editor, saved])

    @read_only.click(outputs=editor)
    def lock(data: gr.EventData):
        return gr.Textbox(interactive=not data.value)


if __name__ == "__main__":
    demo.launch()
