"""A map as data frames."""

import sys
from datetime import date
from typing import Any

import pytest

from argmap.findings import InvalidValueError, MissingPackageError
from argmap.frames import (
    NODE_COLUMNS,
    RELATION_COLUMNS,
    Backend,
    to_frames,
)
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation

A_MAP = ArgumentMap(
    nodes=[
        Claim("a", "A", main=True, type="fact", tags=["x", "y"]),
        Evidence(
            "e",
            "E",
            confidence=0.5,
            recheck_by=date(2027, 1, 31),
            passages=[Passage("s"), Passage("s", page="2"), Passage("t")],
        ),
    ],
    relations=[Relation("supports", ["e", "a"], "a", scheme="sign", id="r")],
)


def rows(frame: Any, backend: Backend) -> list[dict[str, Any]]:  # noqa: ANN401 - of either library
    if backend == "polars":
        return list(frame.to_dicts())
    return list(frame.astype(object).where(frame.notna(), None).to_dict("records"))


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_nodes_and_relations_are_rows(backend: Backend) -> None:
    pytest.importorskip(backend)
    nodes, relations = to_frames(A_MAP, backend)
    absent = dict.fromkeys(NODE_COLUMNS)
    assert rows(nodes, backend) == [
        {
            **absent,
            "id": "a",
            "kind": "claim",
            "text": "A",
            "type": "fact",
            "main": True,
            "tags": ["x", "y"],
            "sources": [],
        },
        {
            **absent,
            "id": "e",
            "kind": "evidence",
            "text": "E",
            "main": False,
            "confidence": 0.5,
            "recheck_by": date(2027, 1, 31),
            "tags": [],
            "sources": ["s", "t"],
        },
    ]
    assert rows(relations, backend) == [
        {
            "id": "r",
            "stance": "supports",
            "premises": ["e", "a"],
            "target": "a",
            "scheme": "sign",
            "because": None,
            "strength": None,
        }
    ]
    assert len(relations.explode("premises")) == 2


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_frames_without_rows_have_their_columns(backend: Backend) -> None:
    pytest.importorskip(backend)
    nodes, relations = to_frames(ArgumentMap(), backend)
    assert (tuple(nodes.columns), tuple(relations.columns)) == (NODE_COLUMNS, RELATION_COLUMNS)
    full, _ = to_frames(A_MAP, backend)
    assert list(nodes.dtypes) == list(full.dtypes)


def test_another_library_is_refused() -> None:
    with pytest.raises(InvalidValueError) as raised:
        to_frames(A_MAP, "dask")  # type: ignore[arg-type] # that is what is refused
    assert str(raised.value) == "'dask' is no backend; choose one of pandas, polars"


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingPackageError) as raised:
        to_frames(A_MAP, "polars")
    assert str(raised.value) == (
        "a data frame needs the package polars; install it with `pip install 'argmap[polars]'`"
    )
