"""Listeners, and the data that events carry."""
