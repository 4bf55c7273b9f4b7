"""Native dialogs as plain functions, for handlers."""
