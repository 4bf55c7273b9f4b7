"""How a launcher is told of a number or of progress: the D-Bus signal of Unity's API, which KDE and docks know, too."""

OBJECT = "/com/canonical/unity/launcherentry/1"
INTERFACE = "com.canonical.Unity.LauncherEntry"


def launcher_uri(app_id: str) -> str:
    """Return what names a program to the launcher: its desktop file."""
    return f"application://{app_id}.desktop"
