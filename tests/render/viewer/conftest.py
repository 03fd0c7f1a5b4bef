"""A browser for the viewer: the Chromium of the system, without a window and without a network."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from argmap.model import ArgumentMap
from argmap.render import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--disable-component-update", "--disable-sync", "--disable-quic"),
)

Open: TypeAlias = "Callable[..., Page]"
"""Opens the viewer of a map; see `open_viewer`."""


def started_browser() -> "Iterator[Browser]":
    """Start a browser, and end it; there cannot be two at a time."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="package")
def browser() -> "Iterator[Browser]":
    yield from started_browser()


@pytest.fixture
def open_viewer(browser: "Browser", tmp_path: Path) -> "Iterator[Open]":
    """Open a map in a fresh window; the test fails where the page has errors or asks for more."""
    errors: list[str] = []
    contexts = []

    def opened(
        shown: ArgumentMap | str,
        fragment: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        options: dict[str, Any] | None = None,
        **screen: Any,  # noqa: ANN401 - as playwright takes them
    ) -> "Page":
        text = shown if isinstance(shown, str) else render(shown, output="html", **(options or {}))
        path = tmp_path / "map.html"
        path.write_text(text, encoding="utf-8")
        settings = {"reduced_motion": "reduce", **screen}
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.on("request", lambda request: errors.extend(_foreign(request.url)))
        page.goto(f"{path.as_uri()}{fragment}")
        if screen.get("java_script_enabled", True):
            page.wait_for_selector("html[data-state=ready]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def _foreign(address: str) -> list[str]:
    return [] if address.startswith("file:") else [f"asked for {address}"]
