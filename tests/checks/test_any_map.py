"""Checking never raises, and takes huge and twisted maps as it takes small ones."""

import tomllib
from collections import Counter
from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks import Selection, against_baseline, baseline_of, check, examine, read_rules
from argmap.model import (
    ArgumentMap,
    Bibliography,
    Claim,
    Evidence,
    Passage,
    Relation,
    SetAside,
    Source,
    Stance,
    Waiver,
)
from argmap.text import TextFile
from tests.checks.reading import TODAY

FILE = TextFile("map.yaml", "claims:\n  a: {text: TODO}\n  b: {text: One.}\n")

ids = st.sampled_from(
    ["a", "b", "c", "d", "A", "e supports a", "step", "s", "a, b", "ß", "\ud800", " "]
)
texts = (
    st.sampled_from(["One.", "One", "TODO", "", "Not one.", "\x00", "数", "</text><script>"])
    | st.text()
)
reasons = st.none() | st.sampled_from(["seen", "TBD"])
spans = st.none() | st.builds(
    FILE.span, st.integers(0, len(FILE.text)), st.integers(0, len(FILE.text))
)
field_spans = st.dictionaries(
    st.sampled_from(["text", "premises[0]", "target", "source", "title", "because"]),
    st.builds(FILE.span, st.integers(0, 9), st.integers(9, 40)),
)
degrees = st.none() | st.sampled_from([0, 0.25, 0.5, 1])
days = st.none() | st.dates()
waivers = st.lists(
    st.builds(
        Waiver,
        st.sampled_from(["201", "unsupported-claim", "901", "own", "2xx", "\ud800", " 106 "]),
        st.sampled_from(["", "seen", "seen long ago"]),
        days | st.dates(TODAY, date(2026, 7, 1)),
        span=spans,
    ),
    max_size=2,
)
passages = st.lists(st.builds(Passage, ids, span=spans, spans=field_spans), max_size=2)
nodes = st.builds(
    Claim,
    ids,
    texts,
    type=st.none() | st.sampled_from(["fact", "value"]),
    main=st.booleans(),
    assumed=reasons,
    withdrawn=reasons,
    passages=passages,
    aliases=st.lists(ids, max_size=2),
    confidence=degrees,
    waivers=waivers,
    span=spans,
    spans=field_spans,
) | st.builds(
    Evidence,
    ids,
    texts,
    type=st.none() | st.sampled_from(["testimony", "study"]),
    withdrawn=reasons,
    passages=passages,
    confidence=degrees,
    recheck_by=days,
    waivers=waivers,
    span=spans,
    spans=field_spans,
)
stances = st.sampled_from([Stance.SUPPORTS, Stance.CONTRASTS, Stance.UNDERCUTS])
relations = (
    st.builds(
        Relation,
        stances,
        st.lists(ids, min_size=1, max_size=3),
        ids,
        because=reasons,
        strength=degrees,
        span=spans,
        spans=field_spans,
    )
    | st.builds(Relation, stances, st.lists(ids, min_size=1, max_size=2), ids, id=ids)
    | st.builds(Relation, st.just(Stance.RESTATES), ids, ids, span=spans)
)
words = st.none() | st.text(max_size=12) | st.sampled_from(["A", "report", "web page", "https://"])
dates = words | st.sampled_from(["2007", "2007-12", "2007-12-31", "0000", "9999", "9999-12"])
sources = st.builds(
    Source,
    ids,
    texts,
    author=words,
    date=dates,
    url=words | st.sampled_from(["http://[", "https://a.b/c", "urn:", "C:\\a", "//a"]),
    doi=words | st.sampled_from(["10.1000/182", "doi: 10."]),
    isbn=words | st.sampled_from(["978-0-306-40615-7", "0306406153", "ISBN "]),
    sha256=words,
    type=words,
    retracted=reasons,
    span=spans,
    spans=field_spans,
)
maps = st.builds(
    ArgumentMap,
    texts,
    nodes=st.lists(nodes, max_size=8),
    relations=st.lists(relations, max_size=12),
    sources=st.lists(sources, max_size=3),
    bibliographies=st.lists(
        st.builds(Bibliography, texts.filter(bool), keys=st.none() | st.frozensets(ids)),
        max_size=2,
    ),
    set_aside=st.lists(st.builds(SetAside, ids, span=spans), max_size=2),
    span=spans,
)


@given(maps)
def test_checking_never_raises_and_comes_to_the_same_again(the_map: ArgumentMap) -> None:
    findings = check(the_map)
    assert findings == check(the_map)
    assert list(findings) == sorted(findings, key=lambda finding: finding.place)
    for finding in findings:
        assert finding.message
        assert finding.help


OWN, _ = read_rules(
    tomllib.loads(
        """
        [[rules]]
        name = "own"
        message = "{id} is alone"
        when.any = [{confidence = {above = 0.2}}, {cites.source.url = true}, {withdrawn = true}]
        require = {outgoing.any = {target.incoming.any = {at-least = 2, premises.main = false}}}
        [[rules]]
        name = "other"
        message = "{id} is unclear"
        when.kind = ["relation", "source"]
        require.any = [{cited-by.status = "supported"}, {holds = true}, {incoming.undercuts = 1}]
        """
    )["rules"]
)
ALL = Selection(["strict", "style"], rules=OWN, ages={"Report": 3, "a": 0.5}, longest_waiver=200)


@given(maps, st.none() | st.just(TODAY) | st.dates())
def test_all_rules_together_never_raise_and_say_what_is_waived(
    the_map: ArgumentMap, today: date | None
) -> None:
    found = examine(the_map, (), ALL, today=today)
    assert found == examine(the_map, (), ALL, today=today)
    for finding in (*found.findings, *(one.finding for one in found.waived)):
        assert finding.message
        assert finding.help
        assert len(finding.fingerprint) == 32
    for one in found.waived:
        assert one.finding.code < 900
    baseline = baseline_of(found.findings)
    assert against_baseline(found.findings, baseline).known == found.findings


@given(maps)
def test_a_waiver_takes_nothing_away_unseen(the_map: ArgumentMap) -> None:
    selection = Selection("strict", ["9xx"])
    found = examine(the_map, (), selection, today=TODAY)
    bare = evolve(the_map, nodes=[evolve(node, waivers=[]) for node in the_map.nodes])
    without = Counter(finding.fingerprint for finding in check(bare, (), selection, today=TODAY))
    together = (*found.findings, *(one.finding for one in found.waived))
    if not any(finding.code == 201 for finding in together):  # a waiver takes it from the rest
        assert Counter(finding.fingerprint for finding in together) == without


@given(maps)
def test_a_claim_is_either_unsupported_or_its_support_is_defeated(the_map: ArgumentMap) -> None:
    found = Counter(one.subject for one in check(the_map, (), Selection(["201", "202", "205"])))
    assert set(found.values()) <= {1}


@given(maps)
def test_claims_of_free_types_are_never_unsupported(the_map: ArgumentMap) -> None:
    free = Selection(["201", "202", "205"], free_types=["fact", "value"])
    first = {node.id: node for node in reversed(the_map.nodes)}
    for finding in check(the_map, (), free):
        assert first[finding.subject].type is None


LENGTH = 50_000
STEPS = [Claim(f"c{number}", f"Step {number}.") for number in range(LENGTH)]


def chain(stance: str, length: int = LENGTH) -> list[Relation]:
    return [
        Relation(Stance(stance), f"c{number}", f"c{number + 1}") for number in range(length - 1)
    ]


def codes(the_map: ArgumentMap, *ignored: str, select: str = "core") -> dict[int, int]:
    found = check(the_map, (), Selection(select, ignore=ignored), today=TODAY)
    return dict(Counter(finding.code for finding in found))


def test_a_long_chain_is_checked_without_recursion() -> None:
    assert codes(ArgumentMap(nodes=STEPS, relations=chain("supports"))) == {201: 1, 202: 1}


def test_a_long_chain_of_restatements_is_one_claim() -> None:
    assert codes(ArgumentMap(nodes=STEPS, relations=chain("restates"))) == {201: 1}


def test_a_long_chain_of_contrast_from_evidence_is_checked() -> None:
    evidence = Evidence("e", "Counted.", passages=[Passage("s")])
    grounds = Relation("supports", "e", "c0")
    the_map = ArgumentMap(
        nodes=[*STEPS, evidence],
        relations=[grounds, *chain("contrasts")],
        sources=[Source("s", "Report")],
    )
    assert codes(the_map) == {201: LENGTH - 2}


def test_a_long_circle_is_shown_in_short() -> None:
    closing = Relation("supports", f"c{LENGTH - 1}", "c0")
    the_map = ArgumentMap(nodes=STEPS, relations=[*chain("supports"), closing])
    (finding,) = check(the_map, (), Selection("support-cycle"))
    assert finding.message == (
        "'c0' rests on itself: c0 → c1 → c2 → c3 → c4 → … → c49999 → c0 (50000 nodes)"
    )


def test_many_small_circles_are_one_finding_each() -> None:
    pairs = [Relation("supports", f"c{number}", f"c{number ^ 1}") for number in range(LENGTH // 10)]
    found = check(ArgumentMap(nodes=STEPS, relations=pairs), (), Selection("support-cycle"))
    assert len(found) == LENGTH // 20


def test_many_main_claims_on_one_long_chain_are_checked() -> None:
    top = f"c{LENGTH // 5 - 1}"
    mains = [Claim(f"m{number}", f"Main {number}.") for number in range(LENGTH // 10)]
    the_map = ArgumentMap(
        nodes=[*STEPS[: LENGTH // 5], *mains],
        relations=[
            *chain("supports", LENGTH // 5),
            *(Relation("supports", top, main.id) for main in mains),
        ],
    )
    assert codes(the_map, "606") == {111: 1, 201: 1, 202: len(mains)}


def test_a_node_with_many_relations_is_checked() -> None:
    evidence = [
        Evidence(f"e{number}", f"Count {number}.", passages=[Passage("s")])
        for number in range(LENGTH // 5)
    ]
    the_map = ArgumentMap(
        nodes=[Claim("a", "One.", main=True), *evidence],
        relations=[
            *(Relation("contrasts", ["e0", one.id], "a") for one in evidence[1:]),
            *(Relation("contrasts", f"x{number}", "e0") for number in range(LENGTH // 5)),
        ],
        sources=[Source("s", "Report")],
    )
    assert codes(the_map) == {106: LENGTH // 5, 204: LENGTH // 5 - 1}


def test_many_mistyped_ids_are_checked() -> None:
    the_map = ArgumentMap(
        nodes=STEPS[:10_000],
        relations=[Relation("supports", f"d{number}", f"c{number}") for number in range(10_000)],
    )
    assert codes(the_map) == {106: 10_000, 111: 1, 201: 10_000}


def test_a_long_chain_from_evidence_is_checked_by_all_rules() -> None:
    evidence = Evidence("e", "Counted.", passages=[Passage("s")], recheck_by=date(2020, 1, 1))
    the_map = ArgumentMap(
        nodes=[*STEPS, evidence],
        relations=[Relation("supports", "e", "c0"), *chain("supports")],
        sources=[Source("s", "Report", retracted="miscounted")],
    )
    assert codes(the_map, select="strict") == {209: 1, 302: 1, 305: 1}


def test_a_long_ladder_of_ways_that_part_and_meet_is_checked() -> None:
    rungs = LENGTH // 5
    ladder = [
        Relation("supports", one, other)
        for number in range(rungs)
        for left in (f"l{number}", f"r{number}")
        for one, other in ((f"c{number + 1}", left), (left, f"c{number}"))
    ]
    sides = [Claim(f"{side}{number}", "Side.") for number in range(rungs) for side in "lr"]
    the_map = ArgumentMap(
        nodes=[*STEPS[: rungs + 1], *sides, Evidence("e", "Counted.", passages=[Passage("s")])],
        relations=[*ladder, Relation("supports", "e", f"c{rungs}")],
        sources=[Source("s", "Report")],
    )
    assert codes(the_map, "606", select="strict") == {209: 1, 210: 2000}


def test_a_claim_with_many_premises_that_are_withdrawn_is_checked() -> None:
    gone = [
        Claim(f"w{number}", "Gone.", withdrawn=f"see w{number + 1}")
        for number in range(LENGTH // 5)
    ]
    evidence = Evidence("e", "Counted.", passages=[Passage("s")])
    the_map = ArgumentMap(
        nodes=[Claim("a", "One.", main=True), evidence, *gone],
        relations=[
            Relation("supports", "e", "a"),
            *(Relation("supports", ["e", one.id], "a") for one in gone),
        ],
        sources=[Source("s", "Report")],
    )
    assert codes(the_map) == {112: len(gone)}


def test_many_waivers_of_one_claim_are_applied() -> None:
    waivers = [Waiver("106", "named in another map", TODAY)] * (LENGTH // 5)
    the_map = ArgumentMap(
        nodes=[Claim("a", "One.", assumed="seen", waivers=waivers)],
        relations=[
            *(Relation("supports", f"x{number}", "a") for number in range(LENGTH // 5)),
            Relation("supports", [f"y{number}" for number in range(LENGTH // 5)], "a"),
        ],
    )
    assert codes(the_map) == {}
