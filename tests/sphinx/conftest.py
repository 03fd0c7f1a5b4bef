"""A project with a map and pages about it, which Sphinx makes books of."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import frozen

CITY = """\
map:
  title: Should the city charge for driving?
sources:
  report: {title: Fifth annual report, author: City, date: 2007-07, url: "https://example.org/r"}
claims:
  charge-cuts-traffic:
    text: A charge cuts car traffic.
    type: cause
    main: true
    supporting: [counts-fell]
evidence:
  counts-fell:
    text: Counts at the border *fell*.
    type: statistic
    cites: {source: report, page: 12}
"""
CONF = """\
extensions = ["argmap.sphinx"]
show_warning_types = True  # as usual from Sphinx 8 on
"""


@frozen
class Built:
    """What Sphinx made: where, what it warned of, and which pages it read.

    Paths in warnings begin at the project.
    """

    directory: Path
    warnings: list[str]
    read: list[str]

    def page(self, name: str = "index.html") -> str:
        return (self.directory / name).read_text(encoding="utf-8")


Build: TypeAlias = Callable[..., Built]
"""Builds the pages of a project that is given as texts by their paths; see `build`."""


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    application = pytest.importorskip("sphinx.application", reason="needs sphinx")
    docutils = pytest.importorskip("sphinx.util.docutils", reason="needs sphinx")
    root = tmp_path / "project"
    root.mkdir()
    (root / "argmap.toml").touch()
    monkeypatch.chdir(root)

    def built(builder: str = "html", *, parallel: int = 1, **files: str) -> Built:
        given = {"docs/conf.py": CONF, "claims/city.yaml": CITY}
        for name, text in {**given, **{_path(name): text for name, text in files.items()}}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
        warnings, read = StringIO(), []
        out = root / "out" / builder
        with docutils.patch_docutils(), docutils.docutils_namespace():
            app = application.Sphinx(
                *(root / "docs", root / "docs", out, out / ".doctrees", builder),
                status=None,
                warning=warnings,
                parallel=parallel,
            )
            app.connect("source-read", lambda _app, page, _text: read.append(page))
            app.build()
        told = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()).replace(f"{root}/", "")
        return Built(out, told.splitlines(), read)

    return built


def _path(name: str) -> str:
    """Return the path that stands in an argument: `docs__index_rst` for docs/index.rst."""
    directory, _, file = name.rpartition("__")
    return f"{directory.replace('__', '/')}/{'.'.join(file.rsplit('_', 1))}"
