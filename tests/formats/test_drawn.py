"""Mermaid, DOT and Markdown: what they say is lost is what their texts do not have."""

import re
from datetime import date
from typing import Final, Literal

import pytest
from attrs import evolve
from hypothesis import given

from argmap.formats import format_named
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
    Waiver,
)
from argmap.render import render
from tests.claimfile.maps import maps

PASSAGE: Final = Passage(
    "src",
    page="TokPage",
    section="TokHeading",
    quote="TokQuote",
    time="TokTime",
    digest="h1:TokDigest",
    paragraph=Extent(77),
    sentence=Extent(88),
    line=Extent(99),
)
FULL: Final = ArgumentMap(
    "TokTitle",
    language="TokLanguage",
    description="TokDescription",
    note="TokMapNote",
    nodes=(
        Claim(
            "TokClaim",
            "TokText",
            type="TokType",
            main=True,
            confidence=0.125,
            section="TokSection",
            tags=("TokTag",),
            note="TokNote",
            aliases=("TokAlias",),
            waivers=(Waiver("TokRule", "TokReason"),),
            passages=(PASSAGE,),
            data={"other": "TokData"},
        ),
        Claim("c2", "T2", assumed="TokAssumed"),
        Claim("c3", "T3", withdrawn="TokWithdrawn"),
        Evidence("TokEvidence", "TokFound", type="TokKind", recheck_by=date(2031, 1, 2)),
    ),
    relations=(
        Relation(
            Stance.SUPPORTS,
            ("c2", "TokEvidence"),
            "TokClaim",
            id="TokStep",
            scheme="TokScheme",
            because="TokBecause",
            strength=0.375,
        ),
        Relation(Stance.CONTRASTS, "c3", "TokClaim"),
        Relation(Stance.RESTATES, "c3", "c2"),
    ),
    sources=(
        Source(
            "src",
            "TokSource",
            author="TokAuthor",
            publisher="TokPublisher",
            url="https://example.org/TokUrl",
            doi="10.1/TokDoi",
            isbn="TokIsbn",
            file="TokFile",
            sha256="TokSum",
            type="TokSort",
            language="TokTongue",
            retracted="TokRetracted",
        ),
    ),
    set_aside=(SetAside("src", reason="TokAside"),),
)
ALWAYS: Final = frozenset({"Claim", "Evidence", "Found", "Kind", "Text", "Type"})
LOST_BY_ALL: Final = frozenset(
    {
        "aliases of claims",
        "confidences of claims",
        "data of other",
        "days by which evidence is to be checked again",
        "description of the map",
        "language of the map",
        "names of relations",
        "notes of claims",
        "note of the map",
        "reasons why claims are assumed",
        "reasons why nodes are withdrawn",
        "schemes of relations",
        "sections of claims",
        "sentences set aside",
        "strengths of relations",
        "tags of claims",
        "waivers of claims",
    }
)
OF_SOURCES: Final = frozenset(
    {
        "DOIs of sources",
        "ISBNs of sources",
        "SHA-256 sums of sources",
        "URLs of sources",
        "authors of sources",
        "digests of passages",
        "files of sources",
        "languages of sources",
        "publishers of sources",
        "reasons why sources are retracted",
        "types of sources",
    }
)
WITHOUT_SOURCES: Final = frozenset({"passages", "sources"})


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("mermaid", WITHOUT_SOURCES | {"title of the map", "warrants"}),
        ("dot", WITHOUT_SOURCES),
        ("markdown", OF_SOURCES | {"warrants", "marks of main claims"}),
    ],
)
def test_what_is_lost_is_counted(name: str, more: set[str]) -> None:
    losses = format_named(name).write(FULL).losses
    assert {one.what for one in losses} == LOST_BY_ALL | more
    assert {one.count for one in losses} == {1}


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("mermaid", set()),
        ("dot", {"Because", "Title"}),
        ("markdown", {"Title", "Source", "Heading", "Page", "Quote", "Time"}),
    ],
)
def test_a_text_has_what_is_not_said_to_be_lost(name: str, more: set[str]) -> None:
    written = format_named(name).write(FULL)
    assert set(re.findall(r"Tok([A-Z]\w*)", written.text)) == ALWAYS | more
    if name == "markdown":
        assert "paragraph 77, sentence 88, line 99" in written.text


@pytest.mark.parametrize("name", ["mermaid", "dot"])
def test_a_main_claim_looks_different(name: str) -> None:
    first, second, *others = FULL.nodes
    assert isinstance(second, Claim)
    other = evolve(FULL, nodes=(first, evolve(second, main=True), *others))
    assert format_named(name).write(other).text != format_named(name).write(FULL).text


@pytest.mark.parametrize("name", ["mermaid", "dot", "markdown"])
def test_the_text_is_that_of_the_picture(name: Literal["mermaid", "dot", "markdown"]) -> None:
    assert format_named(name).write(FULL).text == render(FULL, output=name)


@given(maps())
def test_any_map_is_written(argument_map: ArgumentMap) -> None:
    for name in ("mermaid", "dot", "markdown"):
        assert format_named(name).write(argument_map).text.endswith("\n")
