"""The built page in a real browser, connected to the real Python side."""
