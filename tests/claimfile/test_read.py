"""Claim files become a map whose parts know where they are written."""

from datetime import date
from textwrap import dedent

import pytest

from argmap.claimfile import read
from argmap.findings import Finding
from argmap.model import (
    ArgumentMap,
    Bibliography,
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
from argmap.text import TextFile

CHARGE = """\
    # yaml-language-server: $schema=claim-file.schema.json
    map:
      title: Should the city introduce a congestion charge?
      language: en
    sources:
      tfl-2007:
        title: Central London congestion charging, fifth annual impacts report
        author: Transport for London
        date: 2007-07
        file: texts/tfl-2007.txt
    claims:
      charge-cuts-traffic:
        text: A charge cuts car traffic in the zone.
        type: cause
        supporting:
          - counts-2003                        # one premise
          - [panel-data, price-elasticity]     # linked: they count only together
          - by: stockholm-counts               # the long form
            id: by-analogy                     # a relation with a name can be undercut
            scheme: analogy
            because: Stockholm's cordon is comparable.
        contrasting: [taxi-trips-rose]
    evidence:
      counts-2003:
        text: Traffic entering the zone fell by 18 percent in the first year.
        type: statistic
        cites: {source: tfl-2007, page: 12, quote: "reduced by 18 percent"}
      stockholm-differs:
        text: Stockholm's cordon crosses bridges, London's does not.
        undercuts: [by-analogy]                # the same edge can be written at its other end
    """


def read_all(*texts: str) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    return read(
        [TextFile(f"{name}.yaml", dedent(text)) for name, text in zip("abc", texts, strict=False)]
    )


def the_map(*texts: str) -> ArgumentMap:
    argument_map, findings = read_all(*texts)
    assert findings == ()
    return argument_map


def messages(*texts: str) -> list[str]:
    return [finding.message for finding in read_all(*texts)[1]]


def test_a_claim_file_becomes_a_map() -> None:
    assert the_map(CHARGE) == ArgumentMap(
        "Should the city introduce a congestion charge?",
        language="en",
        sources=[
            Source(
                "tfl-2007",
                "Central London congestion charging, fifth annual impacts report",
                author="Transport for London",
                date="2007-07",
                file="texts/tfl-2007.txt",
            )
        ],
        nodes=[
            Claim("charge-cuts-traffic", "A charge cuts car traffic in the zone.", type="cause"),
            Evidence(
                "counts-2003",
                "Traffic entering the zone fell by 18 percent in the first year.",
                type="statistic",
                passages=[Passage("tfl-2007", page="12", quote="reduced by 18 percent")],
            ),
            Evidence("stockholm-differs", "Stockholm's cordon crosses bridges, London's does not."),
        ],
        relations=[
            Relation(Stance.SUPPORTS, ["counts-2003"], "charge-cuts-traffic"),
            Relation(Stance.SUPPORTS, ["panel-data", "price-elasticity"], "charge-cuts-traffic"),
            Relation(
                Stance.SUPPORTS,
                ["stockholm-counts"],
                "charge-cuts-traffic",
                id="by-analogy",
                scheme="analogy",
                because="Stockholm's cordon is comparable.",
            ),
            Relation(Stance.CONTRASTS, ["taxi-trips-rose"], "charge-cuts-traffic"),
            Relation(Stance.UNDERCUTS, ["stockholm-differs"], "by-analogy"),
        ],
    )


def test_every_key_is_read() -> None:
    argument_map = the_map(
        """\
        map: {title: T, language: en, description: D, note: N}
        section: Part one
        sources:
          s: {title: S, author: A, publisher: P, date: 2007, url: U, doi: 10.1/2, file: f.txt,
              sha256: ab, type: report, language: de, retracted: wrong}
          t: Only a title
        claims:
          c:
            text: x
            type: fact
            main: yes
            assumed: everybody agrees
            withdrawn: no longer held
            cites: [s, {source: s, paragraph: 3, sentence: 2-3, page: xiv, section: 1.10, line: 7,
              time: "00:12:30", quote: q, digest: h1:ab}]
            confidence: .5
            tags: [a, b]
            note: n
            aliases: old
            waive: {rule: 201, reason: still looking, until: 2027-01-31}
        evidence:
          e: {text: y, recheck_by: 2027-02-28, section: Part two, cites: t}
        set_aside:
          - {source: s, paragraph: 1, sentence: 4-5, reason: greeting}
        """
    )
    assert argument_map == ArgumentMap(
        "T",
        language="en",
        description="D",
        note="N",
        sources=[
            Source(
                "s",
                "S",
                author="A",
                publisher="P",
                date="2007",
                url="U",
                doi="10.1/2",
                file="f.txt",
                sha256="ab",
                type="report",
                language="de",
                retracted="wrong",
            ),
            Source("t", "Only a title"),
        ],
        nodes=[
            Claim(
                "c",
                "x",
                type="fact",
                main=True,
                assumed="everybody agrees",
                withdrawn="no longer held",
                passages=[
                    Passage("s"),
                    Passage(
                        "s",
                        paragraph=Extent(3),
                        sentence=Extent(2, 3),
                        page="xiv",
                        section="1.10",
                        line=Extent(7),
                        time="00:12:30",
                        quote="q",
                        digest="h1:ab",
                    ),
                ],
                confidence=0.5,
                section="Part one",
                tags=["a", "b"],
                note="n",
                aliases=["old"],
                waivers=[Waiver("201", "still looking", date(2027, 1, 31))],
            ),
            Evidence(
                "e",
                "y",
                recheck_by=date(2027, 2, 28),
                section="Part two",
                passages=[Passage("t")],
            ),
        ],
        set_aside=[SetAside("s", paragraph=Extent(1), sentence=Extent(4, 5), reason="greeting")],
    )


def test_every_scalar_is_text() -> None:
    claim = the_map("claims: {c: {text: no, note: 1.10, section: 0x1F, tags: [yes, 2007-07-31]}}")
    assert claim.nodes == (
        Claim("c", "no", note="1.10", section="0x1F", tags=["yes", "2007-07-31"]),
    )


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_with_nothing_behind_it_is_as_if_it_were_not_there(nothing: str) -> None:
    assert the_map(f"claims:\n  c:\n    text: x\n    note: {nothing}\n    tags: {nothing}\n") == (
        ArgumentMap(nodes=[Claim("c", "x")])
    )


def test_nothing_in_quotes_is_text() -> None:
    assert the_map("claims: {c: {text: '~', note: '', section: \"null\"}}").nodes == (
        Claim("c", "~", note="", section="null"),
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "claims:\nevidence: {}\n"])
def test_a_file_with_nothing_in_it_is_an_empty_part_of_a_map(text: str) -> None:
    assert the_map(text) == ArgumentMap()


def test_values_know_where_they_are_written() -> None:
    argument_map = the_map(CHARGE)
    claim, evidence, _ = argument_map.nodes
    passage = evidence.passages[0]
    source = argument_map.sources[0]
    places = {
        "map": argument_map.span,
        "title": argument_map.spans["title"],
        "source": source.span,
        "date": source.spans["date"],
        "claim": claim.span,
        "type": claim.spans["type"],
        "supporting": claim.spans["supporting"],
        "passage": passage.span,
        "page": passage.spans["page"],
        "quote": passage.spans["quote"],
    }
    assert {name: (str(span), span.text) for name, span in places.items() if span} == {
        "map": ("a.yaml:2:1", "map"),
        "title": ("a.yaml:3:10", "Should the city introduce a congestion charge?"),
        "source": ("a.yaml:6:3", "tfl-2007"),
        "date": ("a.yaml:9:11", "2007-07"),
        "claim": ("a.yaml:12:3", "charge-cuts-traffic"),
        "type": ("a.yaml:14:11", "cause"),
        "supporting": ("a.yaml:15:5", "supporting"),
        "passage": ("a.yaml:27:21", "tfl-2007"),
        "page": ("a.yaml:27:37", "12"),
        "quote": ("a.yaml:27:48", '"reduced by 18 percent"'),
    }


def test_relations_know_where_their_ends_are_written() -> None:
    single, linked, named, contrast, undercut = the_map(CHARGE).relations
    places = [
        (relation.span, relation.spans["premises[0]"], relation.spans["target"])
        for relation in (single, linked, named, contrast, undercut)
    ]
    assert [[str(span).removeprefix("a.yaml:") for span in ends] for ends in places] == [
        ["16:9", "16:9", "12:3"],
        ["17:9", "17:10", "12:3"],
        ["18:13", "18:13", "12:3"],
        ["22:19", "22:19", "12:3"],
        ["30:17", "28:3", "30:17"],
    ]
    assert linked.span
    assert linked.span.text == "[panel-data, price-elasticity]"
    assert str(linked.spans["premises[1]"]) == "a.yaml:17:22"
    assert named.spans["scheme"].text == "analogy"


def test_places_count_code_points() -> None:
    text = "claims:\r\n  é😀:\r\n    text: 😀 é\r\n    type: fact\r\n"
    argument_map, _ = read([TextFile("a.yaml", text)])
    (claim,) = argument_map.nodes
    assert claim.span
    assert (claim.id, claim.span.text) == ("é😀", "é😀")
    assert claim.spans["type"].text == "fact"
    assert str(claim.spans["type"]) == "a.yaml:4:11"


def test_the_place_of_a_block_of_text_ends_with_its_text() -> None:
    (claim,) = the_map("claims:\n  c:\n    text: |\n      x\n      y\n\n\n    type: fact\n").nodes
    assert claim.text == "x\ny\n"
    assert claim.spans["text"].text == "|\n      x\n      y"


def test_the_files_of_a_map_are_one_map() -> None:
    argument_map = the_map(
        "map: {title: T}\nclaims: {a: {text: x, supporting: b}}\n",
        "section: Two\nclaims: {b: {text: y}}\n",
        "evidence: {e: {text: z, supports: b}}\n",
    )
    assert argument_map == ArgumentMap(
        "T",
        nodes=[Claim("a", "x"), Claim("b", "y", section="Two"), Evidence("e", "z")],
        relations=[Relation(Stance.SUPPORTS, ["b"], "a"), Relation(Stance.SUPPORTS, ["e"], "b")],
    )
    assert [str(node.span) for node in argument_map.nodes] == [
        "a.yaml:2:10",
        "b.yaml:2:10",
        "c.yaml:1:12",
    ]


def test_a_second_map_block_is_reported_and_the_first_counts() -> None:
    argument_map, (finding,) = read_all("map: {title: A}\n", "map: {title: B}\n")
    assert argument_map.title == "A"
    assert (finding.code, str(finding.span), str(finding.related[0].span)) == (
        103,
        "b.yaml:1:1",
        "a.yaml:1:1",
    )


def test_findings_stand_in_the_order_of_the_files_and_lines() -> None:
    _, findings = read_all("claims: {b: {}, a: {}}\nx: y\n", "y: z\nclaims: {c: {}}\n")
    assert [str(finding.span) for finding in findings] == [
        "a.yaml:1:10",
        "a.yaml:1:17",
        "a.yaml:2:1",
        "b.yaml:1:1",
        "b.yaml:2:10",
    ]


def test_an_id_that_stands_twice_is_kept_twice() -> None:
    argument_map = the_map(
        """\
        claims: {a: {text: x}, a: {text: y}}
        evidence: {a: {text: z}}
        sources: {s: one, s: two}
        """
    )
    assert [node.text for node in argument_map.nodes] == ["x", "y", "z"]
    assert [source.title for source in argument_map.sources] == ["one", "two"]


def test_claims_come_before_evidence_whatever_the_order_of_the_file() -> None:
    assert the_map("evidence: {e: {text: y}}\nclaims: {c: {text: x}}\n").nodes == (
        Claim("c", "x"),
        Evidence("e", "y"),
    )


def test_a_project_may_have_types_of_its_own() -> None:
    text = "claims: {a: {text: x, type: oath}, b: {text: y, type: fact}}"
    _, findings = read([TextFile("a.yaml", text)], claim_types=["oath"])
    assert [(finding.message, finding.help) for finding in findings] == [
        ("'fact' is no type of claim", "it can be oath")
    ]


def test_a_type_that_is_unknown_is_kept() -> None:
    argument_map, _ = read_all("claims: {a: {text: x, type: oath}}")
    assert argument_map.nodes == (Claim("a", "x", type="oath"),)


def test_an_assumption_without_a_reason_is_an_assumption_still() -> None:
    argument_map, _ = read_all("claims: {a: {text: x, assumed: true}, b: {text: y, assumed: no}}")
    assert argument_map.nodes == (Claim("a", "x", assumed="true"), Claim("b", "y"))


def test_a_comma_in_an_id_is_left_to_the_rule_for_unresolved_references() -> None:
    argument_map = the_map('claims: {a: {text: x, supporting: "b, c"}}')
    assert argument_map.relations == (Relation(Stance.SUPPORTS, ["b, c"], "a"),)


def test_a_waiver_without_a_reason_is_left_to_its_own_rule() -> None:
    assert the_map("claims: {a: {text: x, waive: [{rule: 201}]}}").nodes == (
        Claim("a", "x", waivers=[Waiver("201", "")]),
    )


def test_files_may_stand_in_place_of_sources() -> None:
    one = TextFile("m/a.yaml", "sources: refs.bib\n")
    two = TextFile("m/b.yaml", "sources:\n  - ../more.JSON\n  - 'third file.bib'\n")
    own = TextFile("m/c.yaml", "sources: {report: Annual report}\n")
    the_map, findings = read([one, two, own])
    assert findings == ()
    assert the_map.sources == (Source("report", "Annual report"),)
    assert the_map.bibliographies == (
        Bibliography("refs.bib"),
        Bibliography("../more.JSON"),
        Bibliography("third file.bib"),
    )
    assert [str(named.span) for named in the_map.bibliographies] == [
        "m/a.yaml:1:10",
        "m/b.yaml:2:5",
        "m/b.yaml:3:5",
    ]
