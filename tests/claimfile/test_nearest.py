"""What somebody most likely meant."""

import pytest

from argmap.claimfile.keys import TABLES
from argmap.nearest import nearest

IDS = ("charge-cuts-traffic", "counts-2003", "counts-2004", "by-analogy", "panel-data")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("txt", "text"),
        ("Text", "text"),
        ("suport", "supports"),
        ("supportng", "supporting"),
        ("contrasting_", "contrasting"),
        ("undercut", "undercuts"),
        ("asumed", "assumed"),
        ("confidance", "confidence"),
        ("alias", "aliases"),
        ("tag", "tags"),
        ("waiver", "waive"),
        ("cite", "cites"),
        ("colour", ""),
        ("x", ""),
        ("", ""),
        ("text" * 100, ""),
    ],
)
def test_a_slip_in_a_key_is_recognised(written: str, meant: str) -> None:
    assert nearest(written, TABLES["claim"].by_name) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("charge-cut-traffic", "charge-cuts-traffic"),
        ("charge_cuts_traffic", "charge-cuts-traffic"),
        ("Counts 2004", "counts-2004"),
        ("counts-2005", "counts-2003"),
        ("analogy", "by-analogy"),
        ("unrelated", ""),
    ],
)
def test_a_slip_in_an_id_is_recognised(written: str, meant: str) -> None:
    assert nearest(written, IDS) == meant


def test_without_candidates_nothing_is_meant() -> None:
    assert nearest("a", ()) == ""
