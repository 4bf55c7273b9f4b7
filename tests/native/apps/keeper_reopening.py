"""The keeper, which keeps closed windows."""

from tests.native.apps.keeper import demo

demo.keep_closed = 60

__all__ = ["demo"]
