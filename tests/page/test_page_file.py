"""The built page: one file that carries everything and may load nothing."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re

import pytest

from desktop_app.desktop.page import PAGE


@pytest.fixture(scope="module")
def html() -> str:
    """The page's text."""
    return PAGE.read_text(encoding="utf-8")


def test_its_policy_allows_its_own_script_alone(html: str):
    """The content security policy names the one script by its hash, and allows no other and no network."""
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert rules.pop("script-src") == f"'sha256-{digest}'"
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("style-src") == "'unsafe-inline'"
    sources = {source for rule in rules.values() for source in rule.split()}
    assert sources <= {"'none'", "data:", "blob:"}
    assert html.index(policy[0]) < html.index("<style>") < html.index("<script>")


def test_it_loads_nothing(html: str):
    """No element, style or import refers to a file or another computer."""
    markup = re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r"\b(?:src|href)=", markup) == []
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert re.findall(r"url\((?!['\"]?(?:data:|#))[^)]*\)|@import", style) == []
    assert re.findall(r"\bimport\s*\(", html) == []


def test_it_is_small(html: str):
    """Compressed it has less than 250 kB."""
    assert len(gzip.compress(html.encode())) < 250_000
