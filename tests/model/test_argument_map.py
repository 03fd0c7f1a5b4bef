"""Maps that are built and changed in Python."""

import pytest

from argmap.findings import DuplicateIdError, InvalidValueError, UnknownIdError
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
)
from argmap.text import TextFile

CHARGE = Claim("cuts-traffic", "A charge cuts traffic.", type="cause")
COUNTS = Evidence("counts", "Counts fell by 18 percent.", passages=[Passage("report")])
STEP = Relation(Stance.SUPPORTS, "counts", "cuts-traffic")
REPORT = Source("report", "Fifth annual report", author="City", date="2007-07")


def charge_map() -> ArgumentMap:
    return (
        ArgumentMap("Should the city charge?")
        .with_source(REPORT)
        .with_claim(CHARGE)
        .with_evidence(COUNTS)
        .with_relation(STEP)
    )


def test_a_map_is_built_piece_by_piece() -> None:
    assert charge_map() == ArgumentMap(
        "Should the city charge?", nodes=[CHARGE, COUNTS], relations=[STEP], sources=[REPORT]
    )
    assert charge_map().claims == (CHARGE,)
    assert charge_map().evidence == (COUNTS,)


def test_maps_that_say_the_same_are_equal_wherever_they_are_written() -> None:
    written = Claim("a", "Said.", span=TextFile("a.yaml", "a").span(0, 1))
    assert written == Claim("a", "Said.")
    assert hash(ArgumentMap(nodes=[written])) == hash(ArgumentMap(nodes=[Claim("a", "Said.")]))


def test_nodes_and_relations_share_their_ids() -> None:
    named = Relation(Stance.SUPPORTS, "counts", "cuts-traffic", id="counts")
    with pytest.raises(DuplicateIdError, match="the map has a 'counts' already; choose another id"):
        charge_map().with_relation(named)
    with pytest.raises(DuplicateIdError):
        charge_map().with_claim(Claim("counts"))
    with pytest.raises(DuplicateIdError):
        charge_map().with_source(Source("report"))


def test_a_relation_without_an_id_has_one_from_its_ends() -> None:
    linked = Relation(Stance.SUPPORTS, ["a", "b"], "c")
    assert linked.id == "a + b supports c"
    assert (linked.is_named, linked.is_linked) == (False, True)
    named = Relation(Stance.SUPPORTS, ["a"], "c", id="step")
    assert (named.is_named, named.is_linked) == (True, False)


def test_relations_are_found_from_either_end() -> None:
    the_map = charge_map()
    assert the_map.incoming("cuts-traffic") == (STEP,)
    assert the_map.incoming("cuts-traffic", Stance.CONTRASTS) == ()
    assert the_map.outgoing("counts", Stance.SUPPORTS, Stance.CONTRASTS) == (STEP,)
    assert the_map.outgoing("cuts-traffic") == ()


def test_a_premise_named_twice_has_its_relation_once() -> None:
    twice = Relation(Stance.SUPPORTS, ["a", "a"], "c")
    assert ArgumentMap(relations=[twice]).outgoing("a") == (twice,)


def test_a_claim_is_main_when_marked_or_when_it_speaks_for_nothing() -> None:
    the_map = (
        charge_map()
        .with_claim(Claim("b"))
        .with_relation(Relation(Stance.SUPPORTS, "cuts-traffic", "b"))
    )
    assert [the_map.is_main(claim) for claim in the_map.claims] == [False, True]
    assert the_map.is_main(Claim("cuts-traffic", main=True))


def test_a_node_is_found_by_an_older_id() -> None:
    renamed = Claim("new", aliases="old")
    assert ArgumentMap(nodes=[renamed]).node("old") == renamed
    with pytest.raises(UnknownIdError, match="there is no 'gone' in this map"):
        charge_map().node("gone")


def test_of_two_nodes_with_one_id_the_first_is_found() -> None:
    first, second = Claim("a", "First."), Claim("a", "Second.")
    assert ArgumentMap(nodes=[first, second]).node("a") == first


def test_a_value_is_replaced_in_its_place() -> None:
    reworded = Claim("cuts-traffic", "It does.")
    assert charge_map().with_replaced(reworded).nodes == (reworded, COUNTS)
    weak = Relation(Stance.SUPPORTS, "counts", "cuts-traffic", strength=0.2)
    assert charge_map().with_replaced(weak).relations == (weak,)
    retracted = Source("report", retracted="miscounted")
    assert charge_map().with_replaced(retracted).sources == (retracted,)
    with pytest.raises(UnknownIdError):
        charge_map().with_replaced(Claim("gone"))


def test_a_node_is_removed_with_its_relations_and_what_undercuts_those() -> None:
    the_map = (
        charge_map()
        .with_evidence(Evidence("doubt"))
        .with_relation(Relation(Stance.UNDERCUTS, "doubt", STEP.id))
    )
    assert the_map.without("counts").relations == ()
    assert [node.id for node in the_map.without("counts").nodes] == ["cuts-traffic", "doubt"]
    assert the_map.without(STEP.id).nodes == the_map.nodes
    with pytest.raises(UnknownIdError):
        the_map.without("gone")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Claim(""), "the id of a Claim is empty"),
        (lambda: Claim("a", confidence=1.5), "confidence of a Claim goes from 0 to 1, not 1.5"),
        (lambda: Relation(Stance.SUPPORTS, [], "a"), "a relation that supports needs"),
        (lambda: Relation(Stance.RESTATES, ["a", "b"], "c"), "only one node at a time restates"),
        (lambda: Extent(3, 2), "'3-2' is no range: count from 1, smaller number first"),
        (lambda: Extent.parse("two"), "'two' is neither a number from 1 nor a range such as 2-3"),
    ],
)
def test_values_that_cannot_be_are_refused(make: object, message: str) -> None:
    assert callable(make)
    with pytest.raises(InvalidValueError, match=message.replace("(", r"\(")):
        make()


def test_extents_are_read_and_written() -> None:
    assert Extent.parse(" 2 - 3 ") == Extent(2, 3)
    assert Extent.parse("2\u20133") == Extent(2, 3)
    assert [str(Extent(7)), str(Extent(2, 3))] == ["7", "2-3"]


def test_a_passage_says_where_it_is() -> None:
    passage = Passage("report", page="12", paragraph=Extent(3), sentence=Extent(2, 3))
    assert passage.locator == "p. 12, paragraph 3, sentences 2-3"
    assert Passage("report").locator == ""


def test_a_heading_stands_for_itself_and_a_number_is_called_a_section() -> None:
    sections = {
        "Table 4": "Table 4",
        "Aims and means": "Aims and means",
        "§ 5": "§ 5",
        "3": "section 3",
        "3.2a": "section 3.2a",
        "IV": "section IV",
        "A.1": "section A.1",
        "3-4": "sections 3-4",
    }
    assert {text: Passage("s", section=text).locator for text in sections} == sections


def test_several_pages_are_called_so() -> None:
    pages = {"12-14": "pp. 12-14", "xiv\u2013xvi": "pp. xiv\u2013xvi", "12, 15": "pp. 12, 15"}
    assert {text: Passage("s", page=text).locator for text in pages} == pages
    assert Passage("s", page="S-12", time="00:12:30").locator == "p. S-12, at 00:12:30"


def test_a_map_knows_what_it_cites() -> None:
    the_map = ArgumentMap(
        nodes=[COUNTS, Claim("a", passages=[Passage("survey")])],
        set_aside=[SetAside("letter")],
        sources=[REPORT, Source("unused")],
    )
    assert the_map.cited_ids == {"report", "survey", "letter"}


def test_where_sources_are_from_does_not_count_for_equality() -> None:
    one = ArgumentMap(bibliographies=[Bibliography("refs.bib", keys=frozenset("ab"))])
    assert one == ArgumentMap()
    assert one.keys_of_bibliographies == {"a", "b"}
    assert ArgumentMap(bibliographies=[Bibliography("refs.bib")]).keys_of_bibliographies == set()


def test_a_source_has_a_short_title() -> None:
    assert REPORT.short_title == "City 2007"
    assert Source("report", "Fifth report").short_title == "Fifth report"
    assert Source("report").short_title == "report"
