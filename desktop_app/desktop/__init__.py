"""Native windows."""
