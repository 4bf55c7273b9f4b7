"""Fixtures: one Chromium for all tests, a context and an app of its own for each."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from desktop_app.blocks.blocks import Blocks
from tests.page.chromium_app import TIMEOUT, ChromiumApp
from tests.page.complaints import Complaints
from tests.page.gate import Gate

ARGUMENTS = [
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIEWPORT = {"width": 960, "height": 720}

RunApp = Callable[..., ChromiumApp]
ShowApp = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the machine's Chromium."""
    path = shutil.which("chromium")
    assert path, "Chromium is not installed; on Debian: apt-get install chromium"
    return path


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, running."""
    expect.set_options(timeout=TIMEOUT * 1000)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """The Chromium that all tests share."""
    browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What must not be heard during the test; see `Complaints.expect`."""
    complaints = Complaints()
    logger = logging.getLogger("desktop_app")
    logger.addHandler(complaints)
    yield complaints
    logger.removeHandler(complaints)
    complaints.check()


@pytest.fixture
def run(browser: Browser, complaints: Complaints) -> Iterator[RunApp]:
    """Start an app; further arguments are those of a browser context, such as `color_scheme`."""
    apps: list[ChromiumApp] = []
    contexts: list[BrowserContext] = []

    def start(blocks: Blocks, context: BrowserContext | None = None, **options: Any) -> ChromiumApp:
        if context is None:
            context = browser.new_context(**{"viewport": VIEWPORT, **options})
            contexts.append(context)
        app = ChromiumApp(blocks, context, complaints)
        apps.append(app)
        return app

    yield start
    for app in apps:
        app.close()
    for context in contexts:
        context.close()


@pytest.fixture
def show(run: RunApp) -> ShowApp:
    """Start an app and return the page of its first window; the arguments are those of `run`."""

    def start(blocks: Blocks, **options: Any) -> Page:
        return run(blocks, **options).open_window()

    return start


@pytest.fixture
def gate() -> Iterator[Gate]:
    """A gate for handlers, which is open at the end of the test, however that ends."""
    gate = Gate()
    yield gate
    gate.open()


@pytest.fixture
def profile(playwright: Playwright, chromium: str, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Start a Chromium of its own with a profile on the disk, the same one each time in a test."""
    contexts: list[BrowserContext] = []

    def start() -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium, args=ARGUMENTS, viewport=VIEWPORT
        )
        contexts.append(context)
        return context

    yield start
    for context in contexts:
        context.close()
