"""What stands of the nodes of a map."""

import pytest

from argmap.assess.dung import Reduction, Semantics, Standing, Verdict, standings
from argmap.model import ArgumentMap
from tests.assess.dung.maps import map_of

CHOICE = map_of("p! q! r E w?", "p-q", "q-p", "p+r", "q+r")


def verdicts(
    argument_map: ArgumentMap,
    semantics: Semantics,
    reduction: Reduction = Reduction.EVIDENTIAL,
) -> dict[str, str]:
    found = standings(argument_map, semantics, reduction)
    return {one.node.id: str(one.verdict) for one in found}


def test_what_is_in_all_sets_is_accepted_and_in_some_defensible() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    assert verdicts(CHOICE, Semantics.PREFERRED) == {
        "p": "defensible",
        "q": "defensible",
        "r": "accepted",
        "E": "accepted",
        "w": "withdrawn",
    }
    assert verdicts(CHOICE, Semantics.PREFERRED, Reduction.NECESSARY) == {
        "p": "defensible",
        "q": "defensible",
        "r": "not accepted",
        "E": "accepted",
        "w": "withdrawn",
    }


def test_grounded_semantics_accepts_what_has_to_be() -> None:
    assert verdicts(CHOICE, Semantics.GROUNDED) == {
        "p": "not accepted",
        "q": "not accepted",
        "r": "not accepted",
        "E": "accepted",
        "w": "withdrawn",
    }


def test_without_stable_extension_nothing_is_said() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    odd = map_of("a! b! c! E", "a-b", "b-c", "c-a")
    assert {*verdicts(odd, Semantics.STABLE).values()} == {"no extension"}
    assert verdicts(odd, Semantics.SEMI_STABLE)["E"] == "accepted"


def test_at_the_limit_what_is_open_is_unknown() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    found = standings(CHOICE, Semantics.PREFERRED, limit=lambda: True)
    assert [one.verdict for one in found] == [
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
        Verdict.ACCEPTED,
        Verdict.WITHDRAWN,
    ]
    assert found[0] == Standing(CHOICE.nodes[0], None, None, Verdict.UNKNOWN)


def test_of_nodes_with_one_id_the_first_counts() -> None:
    twice = map_of("a! a E")
    assert [(one.node, one.verdict) for one in standings(twice)] == [
        (twice.nodes[0], Verdict.ACCEPTED),
        (twice.nodes[2], Verdict.ACCEPTED),
    ]
