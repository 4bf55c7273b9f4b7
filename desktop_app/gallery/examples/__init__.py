"""One example app a file; each also runs by itself: `python -m desktop_app.gallery.examples.cart`."""
