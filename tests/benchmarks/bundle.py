"""How large a bundle is and how quickly it starts: what the bundles' own tests print."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.environment import ROOT

TESTS = ("tests/bundle/test_sizes.py", "tests/bundle_qt/test_qt.py")


def run() -> str:
    """Make the bundles, and return the section of the results."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *TESTS],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    return f"""## Bundle

What `pytest {" ".join(TESTS)}` prints: the sizes, and the start of a bundle beside the start of its script.

```
{figures(done.stdout)}
```
"""


def figures(printed: str) -> str:
    """The lines below the heading that the tests' figures stand under."""
    lines = printed.splitlines()
    heading = next(place for place, line in enumerate(lines) if "= figures" in line)
    rest = lines[heading + 1 :]
    return "\n".join(rest[: next(place for place, line in enumerate(rest) if line.startswith("="))])
