"""How a value is read: by a generator."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeAlias

from desktop_app.state.content.held import Held

# Yields the parts of the value whose codes it wants, gets them, and returns the code of the whole.
Reading: TypeAlias = Generator[Any, Any, bytes]
# Reads the same way, and adds what it finds to a code that is being made.
Adding: TypeAlias = Generator[Any, Any, None]
Reader: TypeAlias = Callable[[Any, Held], Reading]
