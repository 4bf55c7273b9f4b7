"""The gallery's window of the example visitors."""

from desktop_app.gallery.window import example

demo = example("visitors")
