"""Passages replaced in a claim file, and passages ready to be pasted."""

from attrs import evolve

from argmap import claimfile
from argmap.claimfile import with_passages, write_cites
from argmap.model import Extent, Passage
from argmap.text import TextFile

TEXT = """\
claims:
  a:
    text: A.   # said often
    cites:
      - source: report
        # as it was printed
        quote: it fell   # twice
      - {source: report, page: 3, quote: it rose}
    supporting: [e]

evidence:
  e:
    text: E.
    cites: {source: report, quote: it fell}
"""


def sealed(text: str) -> str:
    """Replace each quotation by a place and a digest."""
    file = TextFile("map.yaml", text)
    the_map, _ = claimfile.read([file])
    passages = {
        passage.spans["source"].start: evolve(
            passage, quote=None, paragraph=Extent(2), digest="h1:0"
        )
        for node in the_map.nodes
        for passage in node.passages
        if passage.quote
    }
    written, findings = with_passages(file, passages)
    assert findings == ()
    return written


def test_passages_are_replaced_and_comments_stay() -> None:
    assert (
        sealed(TEXT)
        == """\
claims:
  a:
    text: A.  # said often
    cites:
      - source: report
        paragraph: 2
        digest: h1:0
        # as it was printed
        # twice
      - {source: report, paragraph: 2, page: 3, digest: h1:0}
    supporting:
      - e

evidence:
  e:
    text: E.
    cites: {source: report, paragraph: 2, digest: h1:0}
"""
    )


def test_the_result_is_canonical_and_reads_as_the_changed_map() -> None:
    written = sealed(TEXT)
    assert claimfile.format_text(TextFile("map.yaml", written)) == (written, ())
    the_map, findings = claimfile.read([TextFile("map.yaml", written)])
    assert findings == ()
    assert [node.passages for node in the_map.nodes] == [
        (
            Passage("report", paragraph=Extent(2), digest="h1:0"),
            Passage("report", paragraph=Extent(2), page="3", digest="h1:0"),
        ),
        (Passage("report", paragraph=Extent(2), digest="h1:0"),),
    ]


def test_without_replacements_a_file_is_only_formatted() -> None:
    file = TextFile("map.yaml", TEXT)
    assert with_passages(file, {}) == claimfile.format_text(file)


def test_a_file_that_cannot_be_read_is_returned_as_it_is() -> None:
    file = TextFile("map.yaml", "claims: {a: [}\n")
    written, findings = with_passages(file, {1: Passage("report")})
    assert written == file.text
    assert [finding.code for finding in findings] == [101]


def test_passages_are_written_ready_to_be_pasted() -> None:
    one = Passage("report", paragraph=Extent(3), sentence=Extent(2, 3), quote="it: fell")
    assert write_cites([one]) == (
        '    cites: {source: report, paragraph: 3, sentence: 2-3, quote: "it: fell"}\n'
    )
    assert write_cites([one, Passage("other")]) == (
        '    cites:\n      - {source: report, paragraph: 3, sentence: 2-3, quote: "it: fell"}\n'
        "      - {source: other}\n"
    )
    assert write_cites([]) == ""
