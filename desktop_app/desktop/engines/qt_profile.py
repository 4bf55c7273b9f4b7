"""The profile of QtWebEngine that all windows share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PyQt6 import QtWebEngineCore as _web
from PyQt6 import sip as _sip

from .environment import environment

web: Any = _web
sip: Any = _sip


class SharedProfile:
    """The one profile of all windows, made by the first, deleted after the last page.

    pywebview makes one for each window; with persistent storage the second window then never loads.
    """

    def __init__(self, app_id: str, storage: Path) -> None:
        self._app_id = app_id
        self._storage = storage
        self._profile: Any = None
        self._pages: list[Any] = []

    def profile(self) -> Any:
        if self._profile is None:
            # Qt makes a folder for the profile before it can be told where; so for that moment home is elsewhere.
            with environment("XDG_DATA_HOME", str(self._storage)):
                self._profile = web.QWebEngineProfile(self._app_id)
            self._profile.setPersistentStoragePath(str(self._storage / "data"))
            self._profile.setCachePath(str(self._storage / "cache"))
            # What was granted once is asked again: the author may name less the next time.
            self._profile.setPersistentPermissionsPolicy(web.QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
            settings = self._profile.settings()
            attribute = web.QWebEngineSettings.WebAttribute
            settings.setAttribute(attribute.PdfViewerEnabled, False)
            # Never handed to the system by Qt: a click on a mail link comes to `acceptNavigationRequest` first.
            settings.setUnknownUrlSchemePolicy(web.QWebEngineSettings.UnknownUrlSchemePolicy.AllowAllUnknownUrlSchemes)
        return self._profile

    def add(self, page: Any) -> None:
        self._pages = [each for each in self._pages if not sip.isdeleted(each)]
        self._pages.append(page)

    def end(self) -> None:
        """Delete the pages, then the profile: in another order Qt warns, or crashes at exit."""
        for page in self._pages:
            if not sip.isdeleted(page):
                sip.delete(page)
        self._pages.clear()
        if self._profile is not None:
            sip.delete(self._profile)
            self._profile = None
