"""Whatever stands in a bibliography, reading gives sources and findings."""

import json
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography import ReadBibliography, read_bibliography
from argmap.claimfile import read, write
from argmap.model import ArgumentMap, Source
from argmap.text import TextFile

PARTS = (
    *("@book{a,", "@article(b,", "@string{", "@comment{", "@preamble{", "@", "title={", "year="),
    *("author={", "crossref={a}", "isbn={", "url=", "month=jan", "{", "}", '"', "#", ",", "="),
    *("(", ")", "\\", "\\'", "$", "%", "~", " and ", "--", "\n", "\n@book{c,", "x", "2019", " "),
    *("é", "王", "\x00", "&amp;", "&#xD800;", "\u202e", "\r"),
)
ITEMS = (
    *("[", "]", "{", "}", ",", ":", '"', '"id":', '"id":"a",', '"title":"', '"author":[{', "\\"),
    *("\\ud800", "1e9", "null", "true", "NaN", "-", "9" * 5000, "<sub>", "&lt;", " ", "\n", "é"),
    *('{"id":"a","title":"T"}', '"issued":{"date-parts":[[', '"type":', "\x00", "\ufeff"),
)
texts = st.text(max_size=200)
bibtex = st.lists(st.sampled_from(PARTS), max_size=60).map("".join) | texts
csl = st.lists(st.sampled_from(ITEMS), max_size=60).map("".join) | texts
values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
NAMES = ("id", "title", "author", "issued", "DOI", "URL", "ISBN", "type", "language", "publisher")
items = st.lists(st.dictionaries(st.sampled_from(NAMES), values), max_size=4).map(json.dumps)


def hold(file: TextFile) -> ReadBibliography:
    """Read a file and see that all that came of it is sound."""
    found = read_bibliography(file)
    for source in found.sources:
        assert source.id in found.keys
        assert source.title
        assert source.short_title
        for text in (source.author, source.publisher, source.date, source.url, source.type):
            assert text is None or text == text.strip() != ""
        for span in (source.span, *source.spans.values()):
            assert span is not None
            assert 0 <= span.start <= span.end <= len(file.text)
    for finding in found.findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(file.text)
        assert finding.message
        assert finding.help
    ids = [source.id for source in found.sources]
    assert sorted(ids) == sorted(found.keys)
    assert read_bibliography(file, ids[:1]).sources == found.sources[:1]
    return found


@given(bibtex)
def test_any_text_is_read_as_bibtex(text: str) -> None:
    hold(TextFile("refs.bib", text))


@given(csl | items)
def test_any_text_is_read_as_csl_json(text: str) -> None:
    hold(TextFile("refs.json", text))


@given(bibtex.filter(lambda text: "\ud800" not in text))
def test_sources_of_a_bibliography_can_be_written_to_a_claim_file(text: str) -> None:
    sources = hold(TextFile("refs.bib", text)).sources
    written = write(ArgumentMap(sources=sources))
    assert read([TextFile("a.yaml", written)])[0].sources == sources


words = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=1, max_size=8)
years = st.integers(1000, 2999).map(str)
plain_sources = st.builds(
    Source,
    st.from_regex(r"[a-z][a-z0-9:_-]{0,8}", fullmatch=True),
    st.lists(words, min_size=1, max_size=6).map(" ".join),
    author=st.none() | st.tuples(words, words).map(", ".join),
    publisher=st.none() | st.just("House"),
    date=st.none() | years | years.map("{}-07".format) | years.map("{}-07-31".format),
    url=st.none() | st.just("https://example.org/a_b?c=%20#d"),
    doi=st.none() | st.just("10.1000/182"),
    isbn=st.none() | st.just("978-0-306-40615-7"),
    type=st.just("book"),
    language=st.none() | st.just("pt-BR"),
)
LATEX = str.maketrans({"ü": '{\\"u}', "é": "\\'e", "ø": "{\\o}", "ß": "\\ss{}"})


def as_bibtex(source: Source) -> str:
    fields = {
        "title": source.title.translate(LATEX),
        "author": source.author and source.author.translate(LATEX),
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "doi": source.doi,
        "isbn": source.isbn,
        "langid": source.language,
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@book{{{source.id},\n{lines}}}\n"


def as_csl(source: Source) -> str:
    family, _, given_name = (source.author or "").partition(", ")
    item = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [{"family": family, "given": given_name}] if source.author else None,
        "publisher": source.publisher,
        "issued": {"date-parts": [source.date.split("-")]} if source.date else None,
        "URL": source.url,
        "DOI": source.doi,
        "ISBN": source.isbn,
        "language": source.language,
    }
    return json.dumps([item])


@pytest.mark.parametrize(("made", "path"), [(as_bibtex, "a.bib"), (as_csl, "a.json")])
@given(source=plain_sources)
def test_what_matters_comes_back(made: Callable[[Source], str], path: str, source: Source) -> None:
    found = read_bibliography(TextFile(path, made(source)))
    assert found.sources == (source,)
    assert found.findings == ()


HOSTILE = (
    *("@a{", "\n@a{b,c=", "@a{b}\n", "{", '"', "@a{x,a={", "@comment{", "@a("),
    *('@a{b,title="' + "}" * 9 + '"}\n', "@string{a=a # a}\n"),
)


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_bibtex_is_read_in_linear_time(part: str) -> None:
    start = process_time()
    read_bibliography(TextFile("refs.bib", part * 20_000))
    assert process_time() - start < 5
