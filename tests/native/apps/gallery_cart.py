"""The gallery's window of the example cart."""

from desktop_app.gallery.window import example

demo = example("cart")
