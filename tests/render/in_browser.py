"""What a browser says of a page."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PICTURE_FONTS = (
    'Arial, Helvetica, "Liberation Sans", "Noto Sans", "Hiragino Sans", "Yu Gothic", Meiryo, '
    '"Noto Sans CJK JP", "Noto Sans CJK SC", sans-serif'
)
FONTS = (
    PICTURE_FONTS,
    '"Liberation Sans", sans-serif',
    '"Noto Sans", sans-serif',
    '"DejaVu Sans", sans-serif',
    '"Noto Sans CJK JP", sans-serif',
)


def answer(page: str, folder: Path) -> object:
    """Return the JSON that a page writes in the place of all of its body."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    run = subprocess.run(
        [
            str(CHROMIUM),
            *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    found = re.search(r"<body[^>]*>(\[.*\])", html.unescape(run.stdout), re.DOTALL)
    assert found, run.stderr
    return json.loads(found[1])
