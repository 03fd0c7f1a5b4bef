"""`argmap show`: nodes and relations in words."""

from textwrap import dedent

import pytest

from argmap.assess import assess
from argmap.claimfile import read
from argmap.model import (
    CLAIM_TYPES,
    EVIDENCE_TYPES,
    ArgumentMap,
    Evidence,
    Passage,
    Source,
)
from argmap.reports import describe_node, describe_relation
from argmap.text import TextFile

CITY = """\
sources:
  report: {title: Fifth annual report, author: City of Example, date: 2007-07}
claims:
  cuts-traffic:
    text: A charge cuts traffic.
    type: cause
    main: true
    tags: [roads]
    confidence: 0.8
    note: Ask for newer counts.
    supporting:
      - counts-fell
      - by: [others-did-not, same-roads]
        id: by-comparison
        because: Only the charge sets the zone apart.
    contrasting: [taxis-rose]
  same-roads: {text: The roads are alike., assumed: everybody says so}
  less-driving: {text: People drive less., restates: [cuts-traffic]}
  counts-mislead: {text: The counts mislead., undercuts: [by-comparison], supporting: [camera]}
  camera: {text: The camera was broken., withdrawn: it was not}
  shops-lose: {text: Shops lose., contrasting: [counts-fell]}
evidence:
  counts-fell: {text: Counts fell., type: statistic, cites: {source: report, page: 12}}
  others-did-not: {text: Elsewhere not., cites: {source: nowhere, quote: "they\\n did not"}}
  taxis-rose: {text: Taxis rose., cites: report}
  hearsay: {text: They say so.}
"""


@pytest.fixture(scope="module")
def city() -> ArgumentMap:
    file = TextFile("city.yaml", CITY)
    the_map, findings = read([file], claim_types=CLAIM_TYPES, evidence_types=EVIDENCE_TYPES)
    assert findings == ()
    return the_map


def described(the_map: ArgumentMap, name: str) -> str:
    assessment = assess(the_map)
    if name in the_map.nodes_by_id:
        return describe_node(the_map, assessment, the_map.node(name))
    return describe_relation(the_map, assessment, the_map.relations_by_id[name])


def test_a_contested_claim_is_told_with_both_sides(city: ArgumentMap) -> None:
    assert described(city, "cuts-traffic") == dedent("""\
        cuts-traffic
          A charge cuts traffic.
          claim, cause, main; tags roads; confidence 0.8; city.yaml:4:3
          note: Ask for newer counts.

        status: contested: evidence speaks for it and against it
        for it:
           1. 'counts-fell' cites City of Example 2007, p. 12
           2. 'counts-fell' supports 'cuts-traffic'
        against it:
           1. 'taxis-rose' cites City of Example 2007
           2. 'taxis-rose' contrasts 'cuts-traffic'

        supported by
          + counts-fell (evidence, supported)
              Counts fell.
          + others-did-not (evidence, supported)
              Elsewhere not.
            with same-roads (claim, assumed)
              The roads are alike.
              relation by-comparison
              because: Only the charge sets the zone apart.

        contrasted by
          - taxis-rose (evidence, supported)
              Taxis rose.

        restated by
          = less-driving (claim, contested)
              People drive less.
        """)


def test_what_speaks_against_another_wording_is_told(city: ArgumentMap) -> None:
    assert described(city, "less-driving").splitlines()[4:13] == [
        "status: contested: evidence speaks for it and against it",
        "for it:",
        "   1. 'counts-fell' cites City of Example 2007, p. 12",
        "   2. 'counts-fell' supports 'cuts-traffic'",
        "   3. 'less-driving' restates 'cuts-traffic'",
        "against it:",
        "   1. 'taxis-rose' cites City of Example 2007",
        "   2. 'taxis-rose' contrasts 'cuts-traffic'",
        "      which says the same as 'less-driving'",
    ]


def test_a_premise_of_a_linked_step_names_the_others(city: ArgumentMap) -> None:
    assert described(city, "same-roads") == dedent("""\
        same-roads
          The roads are alike.
          claim; city.yaml:17:3

        status: assumed: everybody says so

        supports
          + cuts-traffic (claim, contested)
              A charge cuts traffic.
              together with others-did-not
              relation by-comparison
              because: Only the charge sets the zone apart.
        """)


def test_support_that_does_not_count_says_why(city: ArgumentMap) -> None:
    assert described(city, "counts-mislead").splitlines()[4:] == [
        "status: unsupported: what supports it does not lead back to evidence that cites a source",
        "",
        "supported by",
        "  + camera (claim, withdrawn)",
        "      The camera was broken.",
        "      does not count: no evidence reaches 'camera'",
        "",
        "undercuts",
        "  x by-comparison (relation)",
        "      does not count: no evidence reaches 'counts-mislead'",
    ]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("camera", "withdrawn: it was not"),
        ("shops-lose", "refuted: evidence speaks against it, and none for it"),
        ("counts-fell", "supported: it cites a source"),
        ("hearsay", "unsupported: it cites no source"),
    ],
)
def test_each_status_has_its_reason(city: ArgumentMap, name: str, status: str) -> None:
    assert f"\nstatus: {status}\n" in described(city, name)


def test_a_claim_with_nothing_for_it_says_so() -> None:
    file = TextFile("a.yaml", "claims: {lonely: {text: X.}}\n")
    the_map, _ = read([file], claim_types=(), evidence_types=())
    assert "status: unsupported: nothing supports it\n" in described(the_map, "lonely")


def test_passages_are_told_with_their_sources_and_words(city: ArgumentMap) -> None:
    assert described(city, "counts-fell").split("passages\n")[1] == (
        "  report: City of Example 2007, p. 12\n"
        "      City of Example. Fifth annual report. 2007-07\n"
    )
    assert described(city, "others-did-not").split("passages\n")[1] == (
        '  nowhere\n      missing: no source has this id\n      "they did not"\n'
    )


def test_a_book_is_told_with_its_number() -> None:
    the_map = ArgumentMap(
        nodes=[Evidence("e", "Said.", passages=[Passage("b", section="Table 4")])],
        sources=[Source("b", "b", isbn="0-306-40615-2")],
    )
    assert described(the_map, "e").split("passages\n")[1] == (
        "  b, Table 4\n      b. ISBN 0-306-40615-2\n"
    )


def test_a_relation_is_told_with_its_ends(city: ArgumentMap) -> None:
    assert described(city, "by-comparison") == dedent("""\
        by-comparison
          'others-did-not' and 'same-roads' together support 'cuts-traffic'
          relation; city.yaml:13:14
          because: Only the charge sets the zone apart.

        status: it holds

        undercut by
          x counts-mislead (claim, unsupported)
              The counts mislead.
              does not count: no evidence reaches 'counts-mislead'

        premises
          others-did-not (evidence, supported)
              Elsewhere not.
          same-roads (claim, assumed)
              The roads are alike.

        target
          cuts-traffic (claim, contested)
              A charge cuts traffic.
        """)


def test_a_missing_end_is_called_missing() -> None:
    file = TextFile("a.yaml", "claims: {a: {text: X., supporting: [ghost]}}\n")
    the_map, _ = read([file], claim_types=(), evidence_types=())
    assert "  + ghost (missing)\n" in described(the_map, "a")


def test_undercuts_that_undercut_each_other_decide_nothing() -> None:
    text = """
sources: {s: {title: S}}
claims: {a: {text: A.}}
evidence:
  e: {text: E., cites: s, supports: [{target: a, id: step, scheme: sign}]}
  f: {text: F., cites: s, undercuts: [{target: two, id: one}]}
  g: {text: G., cites: s, undercuts: [{target: one, id: two}]}
"""
    the_map, findings = read([TextFile("a.yaml", text)], claim_types=(), evidence_types=())
    assert findings == ()
    assert described(the_map, "one").splitlines()[:10] == [
        "one",
        "  'f' undercuts 'two'",
        "  relation; a.yaml:6:48",
        "",
        "status: does not count: whether what undercuts it holds cannot be decided",
        "",
        "undercut by",
        "  x g (evidence, supported)",
        "      G.",
        "      relation two",
    ]
    assert described(the_map, "step").splitlines()[:6] == [
        "step",
        "  'e' supports 'a'",
        "  relation; a.yaml:5:47",
        "  scheme: sign",
        "",
        "status: it holds",
    ]
    assert described(the_map, "f").splitlines()[7:11] == [
        "undercuts",
        "  x two (relation)",
        "      relation one",
        "      does not count: whether what undercuts it holds cannot be decided",
    ]


def test_of_a_very_long_proof_the_end_is_told() -> None:
    lines = [f"  c{n}: {{text: X., supports: [c{n + 1}]}}" for n in range(2000)]
    text = "\n".join(
        (
            "sources: {s: {title: T}}",
            "evidence: {e: {text: E., cites: s, supports: [c0]}}",
            "claims:",
            *lines,
            "  c2000: {text: Y.}",
        )
    )
    the_map, _ = read([TextFile("a.yaml", text)], claim_types=(), evidence_types=())
    told = described(the_map, "c2000").splitlines()
    assert told[4:7] == [
        "status: supported: evidence that cites a source reaches it",
        "      1972 steps before these",
        "1973. 'c1970' supports 'c1971'",
    ]
    assert told[35] == "2002. 'c1999' supports 'c2000'"


def test_control_characters_of_a_text_are_not_shown() -> None:
    file = TextFile("a.yaml", 'claims: {a: {text: "\\e[31mred\\nand\\a"}}\n')
    the_map, _ = read([file], claim_types=(), evidence_types=())
    assert "  \ufffd[31mred and\ufffd\n" in described(the_map, "a")
