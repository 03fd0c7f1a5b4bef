"""Maps as Argdown, and back."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.formats.argdown import read, read_document, write
from argmap.formats.argdown.document import Document
from argmap.formats.glance import Glance
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.formats.argdown_maps import in_any_order, read_text

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "argdown"
_FOLDER = os.environ.get("ARGDOWN_CLI", "")
_COMMAND = shutil.which("argdown", path=_FOLDER or None)

with_the_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
with_the_reference = pytest.mark.skipif(_COMMAND is None, reason="@argdown/cli is not here")

_CITY = ArgumentMap(
    "Should the city introduce a charge?",
    language="en",
    nodes=(
        Claim(
            "charge-cuts", "A charge cuts traffic.", type="cause", main=True, tags=("pro", "a b")
        ),
        Evidence("counts", "Counts fell by 18 %.", passages=(Passage("tfl", page="12"),)),
        Claim("similar", "Cities are similar.\nMostly."),
        Claim("bridges", "Stockholm has bridges [1]."),
        Claim("taxis", "Taxi trips rose."),
    ),
    relations=(
        Relation(
            Stance.SUPPORTS,
            ("counts", "similar"),
            "charge-cuts",
            id="by-analogy",
            scheme="analogy",
            because="Cordons compare.",
            strength=0.5,
        ),
        Relation(Stance.CONTRASTS, "taxis", "charge-cuts"),
        Relation(Stance.UNDERCUTS, "bridges", "by-analogy"),
        Relation(Stance.RESTATES, "similar", "counts"),
    ),
    sources=(Source("tfl", "Fifth report", url="https://example.org/a}b"),),
)


def test_a_map_is_written_as_people_write_argdown() -> None:
    assert (
        write(_CITY).text
        == """\
===
title: "Should the city introduce a charge?"
model: {"removeTagsFromText": true}
selection: {"excludeDisconnected": false, "statementSelectionMode": "all"}
argmap: {"language": "en", "sources": [{"id": "tfl", "title": "Fifth report", \
"url": "https://example.org/a\\u007db"}], "added": ["model", "selection"], \
"relations": [{"stance": "restates", "premises": ["similar"], "target": "counts"}]}
===

[charge-cuts]: A charge cuts traffic. #pro #(a b)
{"argmap": {"type": "cause", "main": true}}
  - [taxis]

<by-analogy>: Cordons compare.

(1) [counts]
(2) [similar]
--
analogy {"argmap": {"strength": 0.5}}
--
  _ [bridges]
(3) [charge-cuts]

[counts]: Counts fell by 18 %.
{"argmap": {"passages": [{"source": "tfl", "page": "12"}], "evidence": true}}

[similar]: Cities are similar. Mostly.
{"argmap": {"text": "Cities are similar.\\nMostly."}}

[bridges]: Stockholm has bridges \\[1\\].

[taxis]: Taxi trips rose.
"""
    )


def test_nothing_of_a_map_is_lost() -> None:
    assert write(_CITY).losses == ()
    assert in_any_order(read_text(write(_CITY).text)) == in_any_order(_CITY)


@settings(max_examples=60)
@given(maps())
def test_reading_what_was_written_gives_the_same_map(the_map: ArgumentMap) -> None:
    assert in_any_order(read_text(write(the_map).text)) == in_any_order(the_map)


_PARTS = st.sampled_from(
    (
        *("[A]", "<B>", "[A]: x", "<B>: y", "[C", "]: ", ">", "{a: 1}", "{", "}", "#t", "#(u v)"),
        *("*", "**", "_", "//", "/*", "*/", "<!--", "-->", "\\", "\n", "\n\n", "  ", "\t", "\r"),
        *("\n  + ", "\n  - ", "\n    -> ", "\n  <_ ", "\n  >< ", "\n----\n", "\n--\n", "(1) "),
        *("\n(2) ", "===\n", "# ", "@[A]", "](u)", "1. ", "* ", ":heart:", ".->.", "é", "\u2028"),
        *("@include(x)", "{argmap: {id: a}}", "text of it", "\x00", "😀", "{uses: [1]}"),
    )
)
_ARGDOWN = st.lists(_PARTS, max_size=40).map("".join)


@example("(1) a\n--\n(3) b --\n(2) c")
@example("<_ >: x\n\n(1) a\n----\n(2) b")
@example("# H #](t {k: v}\tx\n\ny")
@example("{*/*\n  + ")
@example("*@include(_a `b.->.\n@include)*")
@example("<!----: x\n\n<! a>: y")
@example("<)A>: x\n  + y\n\n(1) a\n----\n(2) b")
@settings(max_examples=150)
@given(_ARGDOWN | st.text(max_size=60))
def test_any_text_is_read_written_and_read_alike(text: str) -> None:
    the_map, _ = read(TextFile("x", text))
    again, _ = read(TextFile("x", write(the_map).text))
    assert in_any_order(again) == in_any_order(the_map)


def test_data_never_override_what_the_map_says_now() -> None:
    (claim,) = read_text("[A]: Some **bold** words.").nodes
    changed = Claim("A", "Other words.", data=claim.data)
    assert "[A]: Other words." in write(ArgumentMap(nodes=(changed,))).text


def test_a_text_that_was_changed_in_the_file_counts() -> None:
    text = write(ArgumentMap(nodes=(Claim("a", "One\ntwo."),))).text
    assert read_text(text).nodes == (Claim("a", "One\ntwo."),)
    assert read_text(text.replace("One two.", "One three.")).nodes == (Claim("a", "One three."),)


def test_nothing_in_a_map_can_include_a_file() -> None:
    claim = Claim("a", "@include(b)", note="@include(c)", section="@include(d)")
    the_map = ArgumentMap("@include(e)", nodes=(claim,))
    assert read_text(write(the_map).text) == the_map


def test_titles_with_brackets_are_written_as_they_were() -> None:
    text = "[A (first one)]: x\n  + [B (a // b)]"
    assert text in write(read_text(text)).text


def test_other_texts_do_not_take_the_place_of_one_that_was_removed() -> None:
    the_map = read_text("<A>: one\n\n<A>: two\n\n(1) [P]: p\n----\n(2) [C]: c")
    (relation,) = the_map.relations
    bare = evolve(relation, because=None)
    again = read_text(write(evolve(the_map, relations=(bare,))).text)
    assert again.relations == (bare,)


def test_a_relation_that_was_removed_from_the_file_is_gone() -> None:
    linked = Relation(Stance.CONTRASTS, ("b", "c"), "a")
    nodes = (Claim("a", "A."), Claim("b", "B."), Claim("c", "C."))
    text = write(ArgumentMap(nodes=nodes, relations=(linked,))).text
    assert read_text(text).relations == (linked,)
    assert [one.id for one in read_text(text.replace("  - [b]\n", "")).relations] == [
        "c contrasts a"
    ]


def test_several_steps_are_written_as_one_argument() -> None:
    text = "<A>: Why.\n\n(1) [P]: p\n----\n(2) [M]: m\n(3) [Q]: q\n--\nRule\n--\n(4) [C]: c"
    assert (
        "<A>: Why.\n\n(1) [P]\n-----\n(2) [M]\n(3) [Q]\n--\nRule\n--\n(4) [C]"
        in write(read_text(text)).text
    )


_COUNTS = (
    ("Populism-Core-Argument-Argdown-Example", (69, 27, 24), (79, 41)),
    ("argdown-primer", (17, 4, 10), (20, 11)),
    ("greenspan-schefczyk_hardwrap", (36, 6, 5), (38, 10)),
    ("legalisation-softdrugs", (1, 17, 19), (18, 19)),
    ("semmelweis_betz", (32, 10, 6), (32, 16)),
    ("state-censorship", (28, 7, 4), (28, 14)),
)


@with_the_corpus
@pytest.mark.parametrize(("name", "counts", "in_map"), _COUNTS)
def test_debates_have_as_many_parts_as_in_argdown_itself(
    name: str, counts: tuple[int, ...], in_map: tuple[int, ...]
) -> None:
    file = _file(CORPUS / "examples" / f"{name}.argdown")
    found = read_document(file)
    assert _counts(found) == counts
    assert found.findings == ()
    the_map, findings = read(file)
    assert (len(the_map.nodes), len(the_map.relations)) == in_map
    assert findings == ()


@with_the_corpus
def test_every_file_of_the_corpus_comes_back_the_same() -> None:
    for path in sorted(CORPUS.rglob("*.argdown")):
        the_map, _ = read(_file(path))
        assert in_any_order(read_text(write(the_map).text)) == in_any_order(the_map), path


@with_the_corpus
def test_every_file_of_the_corpus_is_told_by_its_content() -> None:
    for name, _, _ in _COUNTS:
        recognise = format_named("argdown").recognise
        assert recognise is not None
        text = _file(CORPUS / "examples" / f"{name}.argdown").text
        assert recognise(Glance("", text)), name


@with_the_reference
@settings(max_examples=5)
@given(maps().filter(lambda one: bool(one.nodes)))
def test_argdown_itself_reads_what_argmap_writes(the_map: ArgumentMap) -> None:
    _compare_with_the_reference(write(the_map).text)


@with_the_reference
@with_the_corpus
@pytest.mark.parametrize("name", [name for name, _, _ in _COUNTS])
def test_argdown_itself_counts_what_argmap_counts(name: str) -> None:
    file = _file(CORPUS / "examples" / f"{name}.argdown")
    _compare_with_the_reference(file.text)
    _compare_with_the_reference(write(read(file)[0]).text)


def _compare_with_the_reference(text: str) -> None:
    assert _COMMAND is not None
    with TemporaryDirectory() as place:
        path = Path(place, "x.argdown")
        path.write_text(text, encoding="utf-8", newline="")
        run = subprocess.run(
            [_COMMAND, "json", str(path), "--stdout"], check=True, capture_output=True
        )
    told, _ = json.JSONDecoder().raw_decode(run.stdout.decode())
    found = read_document(TextFile("x", text))
    assert _counts(found) == tuple(
        len(told[part]) for part in ("statements", "arguments", "relations")
    )


def _counts(found: Document) -> tuple[int, ...]:
    return len(found.statements), len(found.arguments), len(found.relations)


def _file(path: Path) -> TextFile:
    return TextFile(path.name, path.read_bytes().decode())
