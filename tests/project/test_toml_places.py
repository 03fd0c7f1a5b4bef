"""Places of keys in TOML files."""

import pytest

from argmap.project.toml_places import Path, line_of, place_of

TEXT = """\
title = "x"
[tool.argmap]
select = ["core"]
levels = {single-source = "error"}

[[tool.argmap.rules]]
name = "first"

[[tool.argmap.rules]]
name = "second"
when = {kind = "claim", not.tags = "old"}
require.incoming.supports = 2
[tool.argmap.rules.extra]
"a key" = 1
"""


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        (("title",), 1, "title"),
        (("tool", "argmap"), 2, "tool.argmap"),
        (("tool", "argmap", "select"), 3, "select"),
        (("tool", "argmap", "select", 0), 3, "select"),
        (("tool", "argmap", "levels", "single-source"), 4, "single-source"),
        (("tool", "argmap", "rules", 0, "name"), 7, "name"),
        (("tool", "argmap", "rules", 1, "name"), 10, "name"),
        (("tool", "argmap", "rules", 1, "message"), 9, "tool.argmap.rules"),
        (("tool", "argmap", "rules", 1, "when", "not", "tags"), 11, "tags"),
        (("tool", "argmap", "rules", 1, "require", "incoming", "supports"), 12, None),
        (("tool", "argmap", "rules", 1, "require"), 12, "require.incoming.supports"),
        (("tool", "argmap", "rules", 1, "extra", "a key"), 14, '"a key"'),
        (("tool", "argmap", "unheard-of"), 2, "tool.argmap"),
        (("elsewhere",), 0, ""),
    ],
)
def test_a_key_is_found(path: Path, line: int, words: str | None) -> None:
    start, end = place_of(TEXT, path)
    assert line_of(TEXT, path) == line
    assert words is None or TEXT[start:end] == words
