"""A browser of the machine, which prints pictures into PDF."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from argmap.findings import UsageError

_NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "brave-browser",
)
_ON_MACS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS: Final = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
_WINDOWS_PLACES: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_SECONDS: Final = 120
_MOST: Final = 19_000  # px; a PDF has no larger page
_SIZE: Final = re.compile(r'(<svg [^>]*?)width="([0-9.]+)" height="([0-9.]+)"')
_TITLE: Final = re.compile(r'<title id="[^"]*">([^<]*)</title>')
# Dates have one length in every PDF, so a change of them moves nothing.
_DATE: Final = re.compile(rb"(/(?:Creation|Mod)Date \(D:)[0-9]{14}(?=[+Z-])")
_NO_DATE: Final = rb"\g<1>19700101000000"


def to_pdf(svg: str) -> bytes:
    """Return an SVG of argmap as a PDF of one page, with texts that can be searched and links.

    Equal bytes come from equal SVG, fonts and versions of the browser.

    Raises:
        UsageError: where there is no browser, or it prints nothing.
    """
    browser = find_browser()
    if browser is None:
        message = (
            "PDF needs Chromium, Chrome or Edge, and none of them is installed; install one, "
            "or write SVG and print that"
        )
        raise UsageError(message)
    with tempfile.TemporaryDirectory(prefix="argmap-") as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(_page(svg), encoding="utf-8")
        _run(
            [
                browser,
                "--headless",
                "--disable-gpu",
                "--disable-extensions",
                "--no-first-run",
                "--no-pdf-header-footer",
                f"--user-data-dir={Path(folder, 'profile')}",
                f"--print-to-pdf={printed}",
                # Chromium refuses to run as root in its sandbox; the page is our own.
                *(["--no-sandbox"] if _is_root() else []),
                page.as_uri(),
            ]
        )
        if not printed.exists():
            message = f"'{browser}' printed nothing; write SVG and print that"
            raise UsageError(message)
        return _DATE.sub(_NO_DATE, printed.read_bytes())


def find_browser() -> str | None:
    """Return the path of a browser that can print without a window."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    roots = filter(None, map(os.environ.get, _WINDOWS_PLACES))
    # Each system has the places of its own alone.
    places = [*map(Path, _ON_MACS), *(Path(root, name) for root in roots for name in _ON_WINDOWS)]
    return next((str(place) for place in places if place.is_file()), None)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - a browser, found by us, with a page of our own
            command, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"'{command[0]}' could not print: {error}; write SVG and print that"
        raise UsageError(message) from error
    if done.returncode:
        message = (
            f"'{command[0]}' ended with the exit code {done.returncode}; write SVG and print that"
        )
        raise UsageError(message)


def _page(svg: str) -> str:
    """Return a page that holds nothing but a picture, at most as large as a PDF can be."""
    found = _SIZE.match(svg)
    width, height = (float(side) for side in found.groups()[1:]) if found else (640.0, 640.0)
    share = min(1.0, _MOST / max(width, height))
    width, height = int(width * share + 1), int(height * share + 1)
    style = (
        f"@page{{size:{width}px {height}px;margin:0}}"
        f"body{{margin:0}}svg{{display:block;width:{width - 1}px;height:{height - 1}px}}"
    )
    title = _TITLE.search(svg)
    name = f"<title>{title[1]}</title>" if title else ""
    return f'<!doctype html><meta charset="utf-8">{name}<style>{style}</style>{svg}'


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
