"""Fixtures: those of the bundle's other tests."""

from tests.bundle.conftest import build

__all__ = ["build"]
