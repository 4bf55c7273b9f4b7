"""Makes the reference, docs/api, from the docstrings."""
