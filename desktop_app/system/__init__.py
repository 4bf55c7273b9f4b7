"""What the desktop does for an app beside its windows, as plain functions."""
