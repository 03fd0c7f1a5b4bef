"""Frameworks of abstract arguments are maps of claims that contrast each other."""

import pytest

from argmap.formats import format_named
from argmap.model import ArgumentMap, Claim, Relation, Stance
from argmap.text import TextFile

TEXTS = {
    "af": "p af 3\n1 2\n2 1\n2 3\n",
    "apx": "arg(1).\narg(2).\narg(3).\natt(1,2).\natt(2,1).\natt(2,3).\n",
    "tgf": "1\n2\n3\n#\n1 2\n2 1\n2 3\n",
}
MAP = ArgumentMap(
    nodes=[Claim(name, name) for name in "123"],
    relations=[
        Relation(Stance.CONTRASTS, source, target)
        for source, target in (("1", "2"), ("2", "1"), ("2", "3"))
    ],
)


@pytest.mark.parametrize("name", TEXTS)
def test_a_framework_is_read_and_written_as_it_was(name: str) -> None:
    one = format_named(name)
    assert one.read(TextFile(f"x.{name}", TEXTS[name])) == (MAP, ())
    assert one.write(MAP).text == TEXTS[name]
    assert one.write(MAP).losses == ()


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_framework_is_told_with_its_place(name: str) -> None:
    the_map, findings = format_named(name).read(TextFile(f"x.{name}", "p af 1\nx (\n"))
    assert the_map == ArgumentMap()
    assert findings
    assert all(one.code == 101 and one.span is not None for one in findings)


def test_what_no_framework_holds_is_counted() -> None:
    more = ArgumentMap(
        nodes=[Claim("a", "A claim."), Claim("b", "b")],
        relations=[Relation(Stance.SUPPORTS, "a", "b")],
    )
    losses = format_named("apx").write(more).losses
    assert [(one.what, one.count) for one in losses] == [
        ("supporting relations", 1),
        ("texts of nodes", 1),
    ]
