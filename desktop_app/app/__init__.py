"""The app: its windows, its sessions, its start and its end."""

from desktop_app.app.app import App as App
