"""The gallery's window of the example instances."""

from desktop_app.gallery.window import example

demo = example("instances")
