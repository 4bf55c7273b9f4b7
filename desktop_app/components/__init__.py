"""What a window shows: one component a file."""
