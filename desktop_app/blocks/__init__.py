"""What the author declares: blocks, layouts and the tree they make."""
