"""python -m docs.reference FOLDER: writes the reference, one page for each group of names, from the docstrings."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.reference.groups import PAGES
from docs.reference.markdown import written

for page in PAGES:
    Path(sys.argv[1], f"{page.file}.md").write_text(written(page), encoding="utf-8")
