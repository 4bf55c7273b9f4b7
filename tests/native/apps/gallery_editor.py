"""The gallery's window of the example editor."""

from desktop_app.gallery.window import example

demo = example("editor")
