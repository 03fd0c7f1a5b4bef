"""What is written reads back as the same map."""

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given, settings

from argmap.claimfile import UnwritableTextError, in_written_order, read, write
from argmap.findings import InvalidValueError
from argmap.model import (
    ArgumentMap,
    Claim,
    Evidence,
    Extent,
    Passage,
    Relation,
    SetAside,
    Source,
    Stance,
)
from argmap.text import TextFile
from tests.claimfile.maps import NASTY, maps


def read_back(argument_map: ArgumentMap) -> ArgumentMap:
    return read([TextFile("written.yaml", write(argument_map))])[0]


@settings(max_examples=250, deadline=None)
@given(maps())
def test_every_map_reads_back_as_it_was_written(argument_map: ArgumentMap) -> None:
    assert read_back(argument_map) == in_written_order(argument_map)


@settings(max_examples=120, deadline=None)
@given(maps())
def test_the_written_order_loses_nothing(argument_map: ArgumentMap) -> None:
    plain = evolve(argument_map, nodes=[evolve(one, aliases=()) for one in argument_map.nodes])
    ordered = in_written_order(plain)
    assert (ordered.claims, ordered.evidence) == (plain.claims, plain.evidence)
    assert Counter(ordered.relations) == Counter(plain.relations)
    assert evolve(ordered, nodes=(), relations=()) == evolve(plain, nodes=(), relations=())


@settings(max_examples=80, deadline=None)
@given(maps())
def test_the_written_order_is_kept_when_written_again(argument_map: ArgumentMap) -> None:
    ordered = in_written_order(argument_map)
    assert in_written_order(ordered) == ordered
    assert write(ordered) == write(argument_map)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_reads_back_everywhere(text: str) -> None:
    argument_map = ArgumentMap(
        text,
        sources=[Source(text, text, author=text)],
        nodes=[
            Claim(text, text, assumed=text, tags=[text, text], section=text),
            Evidence("e", "x", passages=[Passage(text, quote=text)], section=""),
        ],
        relations=[
            Relation(Stance.SUPPORTS, [text, "e"], text, id=text, because=text),
            Relation(Stance.SUPPORTS, text, "e"),
        ],
        set_aside=[SetAside(text, reason=text)],
    )
    assert read_back(argument_map) == in_written_order(argument_map)


def test_half_of_a_character_cannot_be_written() -> None:
    with pytest.raises(UnwritableTextError) as raised:
        write(ArgumentMap(nodes=[Claim("a", "x\ud83d")]))
    assert str(raised.value) == ("no claim file can carry 'x\\\\ud83d': it has half of a character")


def test_a_number_of_ten_digits_cannot_be_written() -> None:
    passage = Passage("s", line=Extent(10_000_000_000))
    with pytest.raises(InvalidValueError):
        write(ArgumentMap(nodes=[Evidence("e", "x", passages=[passage])]))


def test_a_map_is_written_for_people() -> None:
    argument_map = ArgumentMap(
        "Should the city charge?",
        sources=[Source("tfl", "Impacts report", date="2007-07")],
        nodes=[
            Claim("charge", "A charge: it cuts traffic.", type="cause", main=True),
            Evidence("counts", "Traffic fell.\nSo it did.", passages=[Passage("tfl", page="12")]),
            Claim("assumed", "No", assumed="yes", confidence=1, tags=["a", "b"]),
            Evidence("differs", 'They say "no".'),
        ],
        relations=[
            Relation(Stance.UNDERCUTS, "differs", "counts + assumed supports charge"),
            Relation(Stance.CONTRASTS, "counts", "assumed", because="It is so."),
            Relation(Stance.SUPPORTS, ["counts", "assumed"], "charge"),
            Relation(Stance.SUPPORTS, "counts", "charge", strength=0.5),
            Relation(Stance.RESTATES, "charge", "assumed"),
            Relation(Stance.SUPPORTS, ["counts", "assumed"], "ghost"),
            Relation(Stance.SUPPORTS, "assumed", "ghost"),
        ],
        set_aside=[SetAside("tfl", paragraph=Extent(1, 2), reason="Contents.")],
    )
    assert (
        write(argument_map)
        == """\
map:
  title: Should the city charge?

sources:
  tfl:
    title: Impacts report
    date: 2007-07

claims:
  charge:
    text: "A charge: it cuts traffic."
    type: cause
    main: true
    supporting:
      - by: [counts, assumed]
        undercut:
          - differs
      - by: counts
        strength: 0.5
    restates:
      - assumed

  assumed:
    text: "No"
    assumed: "yes"
    contrasting:
      - by: counts
        because: It is so.
    supports:
      - ghost
    confidence: 1
    tags: [a, b]

evidence:
  counts:
    text: |-
      Traffic fell.
      So it did.
    cites: {source: tfl, page: 12}

  differs:
    text: They say "no".

relations:
  - stance: supports
    by: [counts, assumed]
    target: ghost

set_aside:
  - {source: tfl, paragraph: 1-2, reason: Contents.}
"""
    )


def test_one_section_is_written_once() -> None:
    nodes = [Claim("a", "x", section="One"), Claim("b", "y", section="One")]
    assert write(ArgumentMap(nodes=nodes)) == (
        "section: One\n\nclaims:\n  a:\n    text: x\n\n  b:\n    text: y\n"
    )


def test_several_sections_are_written_at_their_nodes() -> None:
    nodes = [Claim("a", "x", section="One"), Claim("b", "y")]
    assert write(ArgumentMap(nodes=nodes)) == (
        "claims:\n  a:\n    text: x\n    section: One\n\n  b:\n    text: y\n"
    )


def test_an_empty_map_is_an_empty_file() -> None:
    assert write(ArgumentMap()) == ""


def test_an_endless_chain_of_undercuts_reads_back() -> None:
    relations = [Relation(Stance.SUPPORTS, "n0", "ghost", id="r0")]
    for number in range(1, 20_000):
        target = f"r{number - 1}"
        relations.append(Relation(Stance.UNDERCUTS, f"n{number}", target, id=f"r{number}"))
    argument_map = ArgumentMap(
        nodes=[Claim(f"n{number}", "x") for number in range(20_000)], relations=relations
    )
    assert Counter(read_back(argument_map).relations) == Counter(relations)


def test_undercuts_of_each_other_read_back() -> None:
    relations = (
        Relation(Stance.UNDERCUTS, ["a", "b"], "y", id="x"),
        Relation(Stance.UNDERCUTS, "a", "x", id="y"),
        Relation(Stance.UNDERCUTS, "a", "z", id="z"),
    )
    argument_map = ArgumentMap(nodes=[Claim("a", "x")], relations=relations)
    assert Counter(read_back(argument_map).relations) == Counter(relations)
