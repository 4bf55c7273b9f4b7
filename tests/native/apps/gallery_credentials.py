"""The gallery's window of the example credentials."""

from desktop_app.gallery.window import example

demo = example("credentials")
