"""Scripts to bundle."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

GREETER = """
import sys
from importlib import import_module
from pathlib import Path

import gradio as gr

language = import_module("spräche").NAME
greeting = (Path(__file__).parent / "dätä" / "a text.txt").read_text(encoding="utf-8")
with gr.Blocks(title="Grüße") as demo:
    seen = gr.BrowserState(0)
    gr.Markdown(f"# {greeting} {language}, with enough letters of many sizes to be seen")
    name = gr.Textbox(label="Name", value="Ada")
    gr.Button("Greet").click(lambda name: print(name, file=sys.stderr), name)

if __name__ == "__main__":
    demo.launch()
"""


def write_greeter(folder: Path) -> Path:
    """Write a script as it was written for Gradio, with spaces and umlauts wherever there can be any."""
    folder.mkdir(parents=True)
    (folder / "dätä").mkdir()
    (folder / "dätä" / "a text.txt").write_text("Grüß Gott,", encoding="utf-8")
    (folder / "spräche.py").write_text('NAME = "Österreich"', encoding="utf-8")
    (folder / "das bïld.png").write_bytes(png())
    script = folder / "mein prögramm.py"
    script.write_text(GREETER, encoding="utf-8")
    return script


def png(side: int = 48) -> bytes:
    """Return a picture, all of one red."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc0\x10\x10" * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
