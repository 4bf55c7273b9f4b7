"""The scopes of state."""
