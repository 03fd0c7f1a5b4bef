"""How the review of a node stands follows from its records and from the map as it is now."""

from typing import Any

from attrs import evolve

from argmap.assess import assess
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Stance
from argmap.review import (
    Decision,
    Flag,
    Resolution,
    Review,
    Standing,
    State,
    Verdict,
    read_now,
    standing_of,
)
from argmap.review.standing import changed_steps

AT = "2026-01-31T12:00:00Z"
LATER = "2026-02-01T12:00:00Z"
MAP = ArgumentMap(
    nodes=[
        Claim("fell", "Traffic fell.", type="fact"),
        Evidence("counts", "Counts fell.", passages=[Passage("report", page="12")]),
        Claim("rose", "Taxis rose."),
    ],
    relations=[Relation(Stance.SUPPORTS, "counts", "fell")],
)


def verdict(the_map: ArgumentMap, node: str, decision: Decision = Decision.ACCEPT) -> Verdict:
    now = read_now(the_map, the_map.node(node))
    text = the_map.node(node).text
    return Verdict(decision, AT, now.says, now.rests_on, text=text, argument=now.argument)


def standing(the_map: ArgumentMap, node: str, *reviews: Review) -> Standing:
    return standing_of(the_map, the_map.node(node), reviews, assess(the_map))


def changed(node: str, **fields: Any) -> ArgumentMap:  # noqa: ANN401 - any field of a node
    nodes = [evolve(one, **fields) if one.id == node else one for one in MAP.nodes]
    return evolve(MAP, nodes=nodes)


ANN = Review("Ann", "fell", verdict(MAP, "fell"))


def test_a_node_without_verdict_is_new() -> None:
    assert standing(MAP, "fell").state is State.NEW
    abstains = Review("Ann", "fell", verdict(MAP, "fell", Decision.ABSTAIN))
    assert standing(MAP, "fell", abstains).state is State.NEW


def test_a_verdict_on_what_is_there_holds() -> None:
    assert standing(MAP, "fell", ANN).state is State.ACCEPTED
    rejects = Review("Ann", "fell", verdict(MAP, "fell", Decision.REJECT))
    assert standing(MAP, "fell", rejects).state is State.REJECTED


def test_a_verdict_on_other_words_is_stale() -> None:
    reworded, turned = changed("fell", text="Traffic fell by half."), changed("fell", type="cause")
    for the_map in (reworded, turned):
        assert standing(the_map, "fell", ANN).state is State.STALE


def test_white_space_tags_and_notes_make_nothing_stale() -> None:
    fields: dict[str, Any] = {"text": " Traffic\n fell.", "tags": ("x",), "note": "y"}
    assert standing(changed("fell", **fields), "fell", ANN).state is State.ACCEPTED


def test_what_evidence_cites_is_part_of_what_it_says() -> None:
    ann = Review("Ann", "counts", verdict(MAP, "counts"))
    other = changed("counts", passages=(Passage("report", page="13"),))
    assert standing(MAP, "counts", ann).state is State.ACCEPTED
    assert standing(other, "counts", ann).state is State.STALE


def test_a_changed_argument_makes_a_verdict_suspect_and_is_told() -> None:
    added = evolve(MAP, relations=[*MAP.relations, Relation(Stance.CONTRASTS, "rose", "fell")])
    turned = evolve(MAP, relations=[Relation(Stance.CONTRASTS, "counts", "fell")])
    gone = evolve(MAP, relations=[])
    reworded = changed("counts", text="Counts fell by half.")
    because = evolve(MAP, relations=[evolve(MAP.relations[0], because="They are complete.")])
    told = []
    for the_map in (added, turned, gone, reworded, because):
        found = standing(the_map, "fell", ANN)
        assert found.state is State.SUSPECT
        assert ANN.verdict
        told.append(changed_steps(ANN.verdict, found.now))
    assert told == [
        ("'rose' contrasts it now",),
        ("'counts' contrasts it now, and no longer supports it",),
        ("'counts' no longer supports it",),
        ("'counts', which supports it, was reworded",),
        ("the warrant by which 'counts' supports it was changed",),
    ]


def test_a_renamed_node_keeps_its_reviews() -> None:
    renamed = evolve(
        MAP,
        nodes=[
            evolve(MAP.nodes[0], id="traffic-fell", aliases=("fell",)),
            evolve(MAP.nodes[1], id="the-counts"),
        ],
        relations=[Relation(Stance.SUPPORTS, "the-counts", "traffic-fell")],
    )
    assert standing(renamed, "traffic-fell", ANN).state is State.ACCEPTED


def test_verdicts_that_differ_are_a_contest_and_old_ones_do_not_count() -> None:
    bob = Review("Bob", "fell", verdict(MAP, "fell", Decision.REJECT))
    old = Review("Eve", "fell", evolve(verdict(MAP, "fell", Decision.REJECT), says="n1:0"))
    assert standing(MAP, "fell", ANN, bob).state is State.CONTESTED
    assert standing(MAP, "fell", ANN, old).state is State.ACCEPTED


def test_a_flag_is_open_until_somebody_resolves_it_and_can_be_raised_again() -> None:
    ann = Review("Ann", "fell", flags=(Flag("unclear", AT),))
    bob = Review("Bob", "fell", resolutions=(Resolution("unclear", "Ann", LATER),))
    again = Review("Ann", "fell", flags=(Flag("unclear", "2026-03-01T12:00:00Z"),))
    assert [one.flag.kind for one in standing(MAP, "fell", ann).flags] == ["unclear"]
    assert standing(MAP, "fell", ann, bob).flags == ()
    assert len(standing(MAP, "fell", again, bob).flags) == 1


def test_what_the_map_settles_by_itself_is_said() -> None:
    settled = {
        "it is withdrawn": (changed("fell", withdrawn="Wrong."), Flag("unclear", AT)),
        "the relation is gone": (MAP, Flag("wrong-stance", AT, "rose supports fell")),
        "evidence with a source reaches it now": (MAP, Flag("unsupported", AT)),
        "": (MAP, Flag("wrong-stance", AT, "counts supports fell")),
    }
    for words, (the_map, flag) in settled.items():
        (found,) = standing(the_map, "fell", Review("Ann", "fell", flags=(flag,))).flags
        assert found.settled == words
