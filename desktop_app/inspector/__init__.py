"""The window that shows what the app holds, and what happened last."""
