"""The gallery as a module with a `demo`."""

from desktop_app.gallery.window import gallery

demo = gallery()
