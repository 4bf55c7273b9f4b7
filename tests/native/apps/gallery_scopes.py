"""The gallery's window of the example scopes."""

from desktop_app.gallery.window import example

demo = example("scopes")
