"""A viewer in a page of Sphinx, in a browser."""

from typing import TYPE_CHECKING

import pytest

from tests.render.viewer.conftest import started_browser
from tests.sphinx.conftest import Build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    yield from started_browser()


def test_a_viewer_works_in_its_frame_and_opens_at_a_node(build: Build, browser: "Browser") -> None:
    built = build(docs__index_rst=".. argmap:: city\n   :format: viewer\n   :focus: counts-fell\n")
    errors: list[str] = []
    page = browser.new_page()
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((built.directory / "index.html").as_uri())
    frame = page.frame_locator("iframe")
    assert "Counts at the border" in frame.locator("#pane").inner_text()
    frame.locator("[data-node='1']").press("ArrowLeft")
    frame.locator("#pane", has_text="charge-cuts-traffic").wait_for()
    inside = page.frames[1]
    assert inside.evaluate("location.hash") == "#charge-cuts-traffic"
    page.close()
    assert errors == []
