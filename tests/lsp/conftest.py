"""What the tests of the language server share: a project, and an editor in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.editor import Editor

MAP = """\
map: {title: Should we?}
sources:
  report: {title: Fifth report, author: The Council, date: "2007", url: "https://example.org/r"}
claims:
  charge:
    text: We should charge.
    type: policy
    main: true
    supporting: [cuts]
  cuts:
    text: A charge cuts traffic.
    type: cause
    supporting:
      - by: counts
        id: by-counting
    contrasting: [taxis]
  taxis:
    text: Taxi trips rose.
    type: fact
"""

EVIDENCE = """\
section: What was counted
evidence:
  counts:
    text: Counts fell by 18 percent.
    type: statistic
    cites: {source: report, page: 12, quote: fell by 18 percent}
  doubt:
    text: The counters were broken.
    type: event
    undercuts: [by-counting]
"""


def make_project(root: Path) -> Path:
    """Make a project with one map of two files."""
    (root / "argmap.toml").touch()
    city = root / "claims" / "city"
    city.mkdir(parents=True)
    (city / "0-map.yaml").write_text(MAP)
    (city / "1-evidence.yaml").write_text(EVIDENCE)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor for all tests that write nothing to the disk."""
    started = Editor(make_project(tmp_path_factory.mktemp("shared")))
    yield started
    started.stop()


@pytest.fixture
def editor(request: pytest.FixtureRequest) -> Iterator[Editor]:
    """An editor: one of its own for a test that asks for the project as well."""
    if "project" in request.fixturenames:
        started = Editor(request.getfixturevalue("project"))
        yield started
        started.stop()
        return
    started = request.getfixturevalue("shared")
    yield started
    started.close_all()
