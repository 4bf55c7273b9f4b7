"""One window's live side: its values, its running listeners, its clean-up."""
