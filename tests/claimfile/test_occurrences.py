"""Every place of a claim file where an id stands."""

from argmap.claimfile.occurrences import occurrences_in
from argmap.claimfile.renaming import Named
from argmap.text import TextFile

N, R, S = Named.NODE, Named.RELATION, Named.SOURCE

TEXT = """\
sources:
  s: {title: T}
claims:
  a:
    text: The word b is no id here.
    cites: [s, {source: 's', quote: s}]
    supporting:
      - b
      - [c, "d"]
      - by: [e]
        id: r
        undercut: f
    undercuts: {target: r}
    aliases: [old]
    tags: [b]
    waive: {rule: a, reason: b}
relations:
  - {stance: supports, by: g, target: a}
set_aside:
  - {source: s, paragraph: 1, sentence: 1, reason: b}
"""


def test_ids_are_found_where_they_are_given_and_meant() -> None:
    found = [(one.id, one.what, one.is_definition) for one in occurrences_in(TextFile("a", TEXT))]
    assert found == [
        ("s", S, True),
        ("a", N, True),
        ("s", S, False),
        ("s", S, False),
        ("b", None, False),
        ("c", None, False),
        ("d", None, False),
        ("e", None, False),
        ("r", R, True),
        ("f", None, False),
        ("r", None, False),
        ("old", N, False),
        ("g", None, False),
        ("a", None, False),
        ("s", S, False),
    ]


def test_each_is_where_it_is_written_with_its_quotes() -> None:
    file = TextFile("a", TEXT)
    assert [one.span.text for one in occurrences_in(file) if one.id == "d"] == ['"d"']


def test_what_an_id_is_given_to_ends_with_its_last_field() -> None:
    text = "claims:\n  a:\n    text: >\n      Folded.\n\n\n  b: {text: B.}\n"
    wholes = [one.whole.text for one in occurrences_in(TextFile("a", text)) if one.whole]
    assert wholes == ["a:\n    text: >\n      Folded.", "b: {text: B.}"]


def test_the_readable_parts_of_a_broken_file_count() -> None:
    text = "claims:\n  a:\n    text: [\n  b:\n    supports: a\n"
    assert [one.id for one in occurrences_in(TextFile("a", text))] == ["a", "b", "a"]
