"""An app that uses what is around the page: menus, questions, places."""

from __future__ import annotations

import desktop_app as gr
from desktop_app.blocks.menu import Menu, MenuItem
from tests.native.say import say

wrap = MenuItem("Wrap Lines", shortcut="Alt+Z", checked=True)
greet = MenuItem("Greet", shortcut="Ctrl+G")
later = MenuItem("Later", interactive=False)


def hear(data: gr.EventData) -> str:
    return f"wrap {data.value}"


def arrange(window: gr.Window, what: str, value: str) -> None:
    if what == "open":
        x, y, width, height = map(int, value.split(","))
        gr.App.current().open_window(title="Second", size=(width, height), at=(x, y))
    elif what == "call":
        getattr(window, value)()
    elif what == "limit":
        window.limit(max_size=(500, 400))
    else:
        setattr(window, what, eval(value))


def on_arrange(line: str, request: gr.Request) -> str:
    [window] = [each for each in gr.App.current().windows if each.id == request.window]
    arrange(window, *line.split(" ", 1))
    return f"done {line}"


def show_icon() -> None:
    gr.show_badge(3)
    gr.show_icon_progress(0.5)


with gr.Blocks(
    title="Desktop", menu=[Menu("File", [greet]), Menu("Tools", [wrap, None, Menu("More", [later])])], size=(640, 520)
) as demo:
    text = gr.Textbox(label="Text")
    out = gr.Textbox(label="Out")
    wrap.click(hear, None, out)
    greet.click(lambda text: (f"hello {text}", MenuItem(interactive=True)), text, [out, later])
    later.click(lambda: "later", None, out)
    with gr.Row():
        gr.Button("Ask", min_width=60).click(
            lambda: gr.ask("Sure?", "Think twice.", buttons=["Do it", "Leave it"]), None, out
        )
        gr.Button("Open", min_width=60).click(
            lambda: str(gr.open_file(filters={"Texts": "txt"}, folder=".")), None, out
        )
        gr.Button("Open many", min_width=60).click(
            lambda: str(sorted(path.name for path in gr.open_files(folder="."))), None, out
        )
        gr.Button("Folder", min_width=60).click(lambda: str(gr.choose_folder(folder=".")), None, out)
        gr.Button("Save", min_width=60).click(lambda: str(gr.save_file(name="new.txt", folder=".")), None, out)
        gr.Button("Copy out", min_width=60).click(lambda: gr.write_clipboard("Ünï 🎈"))
        gr.Button("Paste in", min_width=60).click(gr.read_clipboard, None, out)
        gr.Button("Notify", min_width=60).click(lambda: gr.notify("Done", "The export <is> there & ready."))
        gr.Button("Badge", min_width=60).click(show_icon)
        gr.Button("View", min_width=60).click(lambda text: gr.open_in_system(text), text)
    command = gr.Textbox(label="Command")
    command.submit(on_arrange, command, out)

    @demo.window.closing(inputs=text)
    def may_close(text):
        if text == "never":
            return False
        return "Throw it away?" if text else True

    @demo.window.drop(outputs=out)
    def dropped(data: gr.EventData):
        return ", ".join(sorted(file.name for file in data.files))

    def changed(data: gr.EventData):
        return f"changed to {data.value}"

    demo.window.color_scheme_change(changed, None, out)
    demo.window.language_change(changed, None, out)

    @demo.unload
    def unloaded():
        say("unloaded")
