"""Maps as frameworks: how support, linked premises, undercuts and restatements are read."""

from collections.abc import Iterable
from itertools import combinations

import pytest

from argmap.assess.dung import (
    Label,
    Reduction,
    Semantics,
    TooLargeError,
    extensions,
    framework_of,
    grounded_labelling,
)
from argmap.model import ArgumentMap, Claim, Relation, Stance
from tests.assess.dung.maps import map_of, plain_maps, random_maps

DEDUCTIVE, NECESSARY = Reduction.DEDUCTIVE, Reduction.NECESSARY


def attacks(argument_map: ArgumentMap, reduction: Reduction = Reduction.EVIDENTIAL) -> list[str]:
    framework = framework_of(argument_map, reduction).framework
    return sorted(f"{source} > {target}" for source, target in framework.pairs())


def accepted(argument_map: ArgumentMap, reduction: Reduction = Reduction.EVIDENTIAL) -> str:
    """Return the nodes that the grounded labelling accepts."""
    made = framework_of(argument_map, reduction)
    labels = grounded_labelling(made.framework)
    return "".join(
        node
        for node, name in made.arguments.items()
        if labels[made.framework.number(name)] == Label.IN
    )


def sets_of(argument_map: ArgumentMap, semantics: Semantics, reduction: Reduction) -> set[str]:
    """Return the extensions, the nodes in them alone."""
    made = framework_of(argument_map, reduction)
    return {
        "".join(node for node, name in made.arguments.items() if name in one)
        for one in extensions(made.framework, semantics)
    }


def test_deductive_support_passes_attacks_on_at_both_ends() -> None:
    assert attacks(map_of("a b c", "a+b", "c-b"), DEDUCTIVE) == ["c > a", "c > b"]
    assert accepted(map_of("a b c", "a+b", "c-b"), DEDUCTIVE) == "c"
    assert attacks(map_of("a b c", "a+b", "b-c"), DEDUCTIVE) == ["a > c", "b > c"]


def test_necessary_support_passes_attacks_on_to_what_needs_it() -> None:
    assert attacks(map_of("a b c", "a+b", "c-a"), NECESSARY) == ["c > a", "c > b"]
    assert attacks(map_of("a b c", "a+b", "c-b"), NECESSARY) == ["c > b"]
    assert accepted(map_of("a b c", "a+b", "c-b"), NECESSARY) == "ac"
    assert attacks(map_of("a b c", "a+b", "a-c"), NECESSARY) == ["a > c", "b > c"]


def test_evidential_support_has_to_come_from_evidence() -> None:
    assert accepted(map_of("a b E", "E+b", "b+a")) == "abE"
    assert accepted(map_of("a b", "b+a")) == ""
    assert accepted(map_of("a b!", "b+a")) == "ab"


def test_what_evidence_does_not_reach_attacks_nothing() -> None:
    assert accepted(map_of("a E x", "E+a", "x-a")) == "aE"
    assert accepted(map_of("a E X", "E+a", "X-a")) == "EX"
    assert accepted(map_of("a E X Y", "E+a", "X-a", "Y-X")) == "aEY"


def test_support_in_a_circle_reaches_nothing_under_any_semantics() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    circle = map_of("a b c", "a+b", "b+a", "a+c")
    for semantics in Semantics:
        assert sets_of(circle, semantics, Reduction.EVIDENTIAL) == {""}
    entered = map_of("a b c E", "a+b", "b+a", "a+c", "E+b")
    for semantics in Semantics:
        assert sets_of(entered, semantics, Reduction.EVIDENTIAL) == {"abcE"}


def test_linked_premises_count_only_together() -> None:
    linked = ("a", "b", "t"), Relation("supports", ["a", "b"], "t")
    assert accepted(map_of("t A B", "A&B+t")) == "tAB"
    assert accepted(map_of("t A b", "A&b+t")) == "A"
    assert linked[1].is_linked
    # Deductively neither premise alone forces the conclusion, so that neither is attacked.
    assert accepted(map_of("t a b c", "a&b+t", "c-t"), DEDUCTIVE) == "abc"
    # Of what is needed, each part is.
    assert accepted(map_of("t a b c", "a&b+t", "c-a"), NECESSARY) == "bc"


def test_linked_premises_attack_only_together() -> None:
    assert accepted(map_of("T A b", "A&b-T")) == "TA"
    assert accepted(map_of("T A B", "A&B-T")) == "AB"
    assert accepted(map_of("t a b c", "a&b-t", "c-b"), DEDUCTIVE) == "tac"
    assert accepted(map_of("t a b c", "a&b-t", "c-b"), NECESSARY) == "tac"


@pytest.mark.parametrize(
    ("reduction", "of_support", "of_attack"),
    [(Reduction.EVIDENTIAL, "EU", "TEU"), (DEDUCTIVE, "tEU", "TEU"), (NECESSARY, "EU", "TEU")],
)
def test_an_undercut_attacks_the_step_and_not_its_ends(
    reduction: Reduction, of_support: str, of_attack: str
) -> None:
    assert accepted(map_of("t E U", "E+t as r", "U/r"), reduction) == of_support
    assert accepted(map_of("T E U", "E-T as r", "U/r"), reduction) == of_attack
    assert accepted(map_of("T E U V", "E-T as r", "U/r as s", "V/s"), reduction) == "EUV"


def test_what_restates_a_claim_is_one_argument_with_it() -> None:
    twins = map_of("a b c E X", "E+a", "b=a", "c=b", "X-c")
    assert accepted(twins) == "EX"
    assert framework_of(twins).arguments == {"a": "a", "b": "a", "c": "a", "E": "E", "X": "X"}
    assert accepted(map_of("a b E", "E+a", "b=a")) == "abE"
    undercut = map_of("a b E U", "E+a", "b=a as r", "U/r")
    assert accepted(undercut) == "aEU"


def test_what_is_withdrawn_takes_no_part() -> None:
    gone = map_of("a E? U V", "E+a as r", "U/r as s", "V/s", "E-V")
    assert attacks(gone) == ["no support for a > a"]
    assert accepted(gone) == "UV"
    assert list(framework_of(gone).arguments) == ["a", "U", "V"]


def test_relations_without_their_ends_take_no_part() -> None:
    assert accepted(map_of("A", "A+x", "x-A", "A/nothing", "A&x-A")) == "A"


def test_names_of_steps_and_nodes_do_not_meet() -> None:
    same = ArgumentMap(
        nodes=[Claim("a", assumed="x"), Claim("t", assumed="x"), Claim("r", assumed="x")],
        relations=[
            Relation(Stance.CONTRASTS, ["a"], "t", id="r"),
            Relation(Stance.UNDERCUTS, ["a"], "r"),
        ],
    )
    assert accepted(same) == "atr"


def test_claims_of_free_types_need_no_support() -> None:
    value = ArgumentMap(nodes=[Claim("v", type="value")])
    for free, label in (((), Label.OUT), (("value",), Label.IN)):
        made = framework_of(value, free_types=free)
        assert grounded_labelling(made.framework)[0] == label


def test_a_map_that_makes_too_many_attacks_is_refused() -> None:
    size = 3_000
    claims = [Claim(f"c{number}") for number in range(size)]
    chain = [Relation("supports", [f"c{at}"], f"c{at + 1}") for at in range(size - 1)]
    against = Relation("contrasts", [f"c{size - 1}"], f"c{size - 1}")
    long = ArgumentMap(nodes=claims, relations=[*chain, against])
    with pytest.raises(TooLargeError, match="more than 5000000 attacks; take the evidential"):
        framework_of(long, DEDUCTIVE)
    circle = ArgumentMap(
        nodes=claims, relations=[*chain, Relation("supports", [f"c{size - 1}"], "c0")]
    )
    with pytest.raises(TooLargeError, match=r"break circles of support$"):
        framework_of(circle)


def test_the_evidential_reading_is_that_of_oren_and_norman() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for one in plain_maps(150, seed=3):
        found = sets_of(one, Semantics.PREFERRED, Reduction.EVIDENTIAL)
        assert found == _evidential_preferred(one)


def test_the_evidential_reading_has_the_stable_models_of_the_map() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for one in random_maps(150, seed=4):
        assert sets_of(one, Semantics.STABLE, Reduction.EVIDENTIAL) == _stable_models(one), one


def test_what_is_accepted_deductively_is_closed_under_support() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for one in plain_maps(60, seed=5):
        for found in sets_of(one, Semantics.COMPLETE, DEDUCTIVE):
            assert all(step.target in found for step in _supports(one, found))


def test_what_is_accepted_has_all_that_it_needs() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for one in plain_maps(60, seed=6):
        for found in sets_of(one, Semantics.COMPLETE, NECESSARY):
            supports = [step for step in one.relations if step.stance is Stance.SUPPORTS]
            assert all(step.premises[0] in found for step in supports if step.target in found)


def _supports(one: ArgumentMap, found: str) -> Iterable[Relation]:
    return (
        step
        for step in one.relations
        if step.stance is Stance.SUPPORTS and step.premises[0] in found
    )


def _evidential_preferred(one: ArgumentMap) -> set[str]:
    """Return the preferred sets by the definitions of Oren & Norman 2008."""
    names = [claim.id for claim in one.claims]
    prima = {claim.id for claim in one.claims if claim.assumed}
    pairs = {
        stance: {(step.premises[0], step.target) for step in one.relations if step.stance is stance}
        for stance in Stance
    }
    against = pairs[Stance.CONTRASTS]

    def reached(chosen: frozenset[str]) -> frozenset[str]:
        found = chosen & prima
        while True:
            more = {
                end for start, end in pairs[Stance.SUPPORTS] if start in found and end in chosen
            }
            if more <= found:
                return found
            found |= more

    sets = [frozenset(some) for size in range(len(names) + 1) for some in combinations(names, size)]
    supported = [some for some in sets if reached(some) == some]
    least = {
        name: _least([some for some in supported if any((x, name) in against for x in some)])
        for name in names
    }
    admissible = []
    for some in supported:
        beaten = {end for start, end in against if start in some}
        if not some & beaten and all(x & beaten for name in some for x in least[name]):
            admissible.append(some)
    return {
        "".join(sorted(some)) for some in admissible if not any(some < more for more in admissible)
    }


def _least(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    return [some for some in sets if not any(other < some for other in sets)]


def _stable_models(one: ArgumentMap) -> set[str]:
    """Return the nodes of each stable model, by guessing what is attacked or undercut."""
    live = {claim.id for claim in one.claims if claim.withdrawn is None}
    relations = {step.id: step for step in one.relations}
    gone: set[str] = set()
    for _ in relations:
        gone |= {
            name
            for name, step in relations.items()
            if not set(step.premises) <= live
            or (step.target not in live | set(relations))
            or step.target in gone
        }
    steps = [step for name, step in relations.items() if name not in gone]
    undercut = {step.target for step in steps if step.stance is Stance.UNDERCUTS}
    atoms = sorted(live) + sorted(undercut)
    models = set()
    for size in range(len(atoms) + 1):
        for guess in map(frozenset, combinations(atoms, size)):
            holds, denied = _consequences(one, live, steps, undercut, guess)
            if denied == guess:
                models.add("".join(sorted(holds)))
    return models


def _consequences(
    one: ArgumentMap,
    live: set[str],
    steps: list[Relation],
    undercut: set[str],
    guess: frozenset[str],
) -> tuple[set[str], set[str]]:
    """Return what holds, and what is attacked or undercut, if the guess is of the latter."""
    backed = {claim.id for claim in one.claims if claim.id in live and claim.assumed}
    denied: set[str] = set()
    while True:
        before = len(backed) + len(denied)
        holds = backed - guess
        for step in steps:
            ends = {step.premises[0], step.target}
            if step.id in guess:
                continue
            if step.stance is Stance.RESTATES:
                if ends & (holds if step.id in undercut else backed):
                    backed |= ends
                if ends & denied and step.id not in undercut:
                    denied |= ends
            elif set(step.premises) <= holds:
                (backed if step.stance is Stance.SUPPORTS else denied).add(step.target)
        if len(backed) + len(denied) == before:
            return backed - guess, denied
