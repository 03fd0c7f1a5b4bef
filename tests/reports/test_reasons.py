"""Reasons in words."""

from argmap.assess.bearing import load_bearing
from argmap.assess.cuts import smallest_cut
from argmap.assess.flips import flips
from argmap.assess.what_if import what_if
from argmap.assess.why import why
from argmap.model import ArgumentMap
from argmap.reports.reasons import describe_bearing, describe_flips, describe_what_if, describe_why
from tests.assess.maps import a_map


def told(text: str, node: str = "m") -> str:
    return describe_why(why(a_map(text, assumed="so"), node))


def test_a_supported_claim_is_told_with_its_proof() -> None:
    assert told("E + a; a F + m") == (
        "'m' is supported: evidence that cites a source reaches it\n"
        "    'E' supports 'a'\n"
        "    'a' and 'F' together support 'm'\n"
    )


def test_a_contested_claim_is_told_with_both_proofs() -> None:
    assert told("E + m; F - m") == (
        "'m' is contested: evidence speaks for it and against it\n"
        "  for it:\n"
        "    'E' supports 'm'\n"
        "  against it:\n"
        "    'F' contrasts 'm'\n"
    )


def test_a_refuted_claim_is_told_with_what_refutes_it() -> None:
    assert told("F - m") == (
        "'m' is refuted: evidence speaks against it, and none for it\n"
        "  against it:\n"
        "    'F' contrasts 'm'\n"
    )


def test_what_is_missing_is_told_with_the_way_to_it() -> None:
    assert told("b + a; a + m") == (
        "'m' is unsupported: no evidence reaches it\n"
        "  m ← a ← b, which has no support\n"
        "  what does not count:\n"
        "    'a' supports 'm': no evidence reaches 'a'\n"
    )


def test_a_circle_is_told_as_a_circle() -> None:
    assert told("a + m; b + a; a + b") == (
        "'m' is unsupported: its support runs in a circle\n"
        "  m ← a ← b ← a\n"
        "  what does not count:\n"
        "    'a' supports 'm': no evidence reaches 'a'\n"
    )


def test_each_obstacle_is_told() -> None:
    obstacles = {
        "E + m as step; F x step": "'F' undercuts it",
        "E + m as step; m x step": "whether it is undercut cannot be decided",
        "E a + m; F - a": "'a' is refuted",
        "so + m": "no evidence reaches 'so'",
    }
    for text, obstacle in obstacles.items():
        assert told(text).splitlines()[2].endswith(f": {obstacle}")


def test_long_proofs_and_ways_are_shortened() -> None:
    chain = "; ".join(f"n{number + 1} + n{number}" for number in range(30))
    proof = told(f"{chain}; E + n30", "n0").splitlines()
    assert (len(proof), proof[1]) == (14, "    19 steps before these")
    assert told(chain, "n0").splitlines()[1].endswith("n10 ← … ← n30, which has no support")
    many = "; ".join(f"n{number} + m" for number in range(20))
    assert told(many).endswith("    and 8 more\n")


def test_a_supposition_is_told_with_what_it_changes() -> None:
    the_map = a_map("E + a; a + m; F + m")
    assert describe_what_if(what_if(the_map, {"E": "out", "F": "out"})) == (
        "if 'E' were out and 'F' were out:\n"
        "  'a': supported → unsupported\n"
        "  'm': supported → unsupported\n"
    )
    assert describe_what_if(what_if(the_map, {"m": "in"})) == (
        "if 'm' were in, no other node would stand otherwise\n"
    )


def bearing(the_map: ArgumentMap, most: int = 4) -> str:
    cut = smallest_cut(the_map, "m", most=most)
    return describe_bearing(the_map, load_bearing(the_map, "m"), cut)


def test_what_a_claim_falls_with_is_told() -> None:
    assert bearing(a_map("E + m")) == "falls with each of\n  ! E (evidence)\n"
    assert bearing(a_map("E + m; F + m")) == (
        "falls with no single node; with these 2 together, and not with fewer\n"
        "  ! E (evidence)\n"
        "  ! F (evidence)\n"
    )
    assert bearing(a_map("A B + m; C D + m"), most=1) == (
        "falls with no set of less than 2 nodes\n"
    )
    assert bearing(a_map("a + m")) == ""


def test_losses_that_change_a_status_are_told() -> None:
    assert describe_flips(flips(a_map("E + m as step; F x step as doubt; G x doubt"), "m")) == (
        "without 'E' 'm' is unsupported\nwithout 'G' 'm' is unsupported\n"
    )
    assert describe_flips(flips(a_map("E + m; F + m"), "m", most=1)) == (
        "no single loss changes that 'm' is supported\nlooked at 1 of 2 nodes that bear on it\n"
    )
