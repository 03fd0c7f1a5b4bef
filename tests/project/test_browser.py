"""Pictures as PDF, printed by a browser, where there is one."""

import os
import stat
from pathlib import Path

import pytest

from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim
from argmap.project.browser import _page, find_browser, to_pdf
from argmap.render import render

SVG = render(ArgumentMap("Tea & <milk>", nodes=[Claim("a", "Text.")]), theme="light")
with_a_browser = pytest.mark.skipif(find_browser() is None, reason="there is no browser here")
on_posix = pytest.mark.skipif(os.name != "posix", reason="a script stands in for the browser")


@with_a_browser
def test_a_pdf_has_one_page_and_no_date() -> None:
    first, second = to_pdf(SVG), to_pdf(SVG)
    assert first.startswith(b"%PDF-")
    assert first.count(b"/Type /Page\n") == 1
    assert b"(D:19700101000000" in first
    assert first == second


def test_the_page_has_the_size_and_the_title_of_the_picture() -> None:
    page = _page(SVG)
    assert page.startswith('<!doctype html><meta charset="utf-8"><title>Tea &amp; &lt;milk&gt;<')
    assert "@page{size:641px " in page
    assert page.endswith(SVG)


def test_a_picture_larger_than_any_page_is_made_smaller() -> None:
    page = _page(SVG.replace('width="640"', 'width="38000"', 1))
    assert "@page{size:19001px " in page


def test_without_a_browser_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.project.browser.find_browser", lambda: None)
    with pytest.raises(UsageError) as caught:
        to_pdf(SVG)
    assert str(caught.value) == (
        "PDF needs Chromium, Chrome or Edge, and none of them is installed; install one, "
        "or write SVG and print that"
    )


@on_posix
@pytest.mark.parametrize(
    ("script", "message"),
    [("exit 3", "ended with the exit code 3"), ("exit 0", "printed nothing")],
)
def test_a_browser_that_does_not_print_is_noticed(
    script: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "chromium"
    browser.write_text(f"#!/bin/sh\n{script}\n")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == str(browser)
    with pytest.raises(UsageError, match=f"{message}; write SVG and print that"):
        to_pdf(SVG)
