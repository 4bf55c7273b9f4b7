"""Where an app keeps its data."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def data_folder(app_id: str) -> Path:
    """Return the folder where an app of this id keeps its data."""
    return platformdirs.user_data_path(app_id, appauthor=False)
