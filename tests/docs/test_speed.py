"""What the README says of speed."""

from __future__ import annotations

from tests.benchmarks import plot, readme


def test_the_readme_tells_what_was_measured():
    """Its rows and its picture are those of the results; `python -m tests.benchmarks.readme` and `.plot` renew them."""
    results = plot.RESULTS.read_text(encoding="utf-8")
    text = readme.README.read_text(encoding="utf-8")
    assert readme.BEGIN + readme.rows(results) + readme.END in text
    assert plot.PICTURE.read_text(encoding="utf-8") == plot.picture(plot.groups(results))
