"""The messages between page and Python, and the way in and out."""
