"""The gallery's window of the example components."""

from desktop_app.gallery.window import example

demo = example("components")
