"""A map as data frames, of pandas or of Polars: for statistics, and for notebooks."""

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, get_args

from argmap.findings import InvalidValueError, MissingPackageError
from argmap.model import ArgumentMap, Claim, Node, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

Backend: TypeAlias = Literal["pandas", "polars"]

NODE_COLUMNS: Final = (
    "id",
    "kind",
    "text",
    "type",
    "main",
    "section",
    "assumed",
    "withdrawn",
    "confidence",
    "recheck_by",
    "tags",
    "sources",
    "note",
)
RELATION_COLUMNS: Final = (
    "id",
    "stance",
    "premises",
    "target",
    "scheme",
    "because",
    "strength",
)
_KINDS: Final[dict[str, str]] = {
    "main": "flag",
    "confidence": "degree",
    "strength": "degree",
    "recheck_by": "day",
    "tags": "texts",
    "sources": "texts",
    "premises": "texts",
}


class Frames(NamedTuple):
    """Two tables of a map.

    Attributes:
        nodes: one row for each claim and piece of evidence, in the order of the map.
        relations: one row for each relation, in the order of the map.
    """

    nodes: Any
    relations: Any


def to_frames(argument_map: ArgumentMap, backend: Backend = "pandas") -> Frames:
    """Return nodes and relations of a map as data frames.

    The columns of nodes are `id`, `kind` (claim or evidence), `text`, `type`, `main`, `section`,
    `assumed`, `withdrawn`, `confidence` (0 to 1), `recheck_by` (a date), `tags`, `sources` (the ids
    of those cited, each once) and `note`. Those of relations are `id`, `stance`, `premises`,
    `target`, `scheme`, `because` and `strength` (0 to 1). `tags`, `sources` and `premises` hold
    lists, which `explode` makes rows of. What is absent is missing.

    Args:
        argument_map: any map.
        backend: the library of the frames; it has to be installed.

    Returns:
        Two frames; they have all of their columns also without rows.

    Raises:
        InvalidValueError: for another backend.
        MissingPackageError: where the library is not installed.
    """
    if backend not in get_args(Backend):
        message = f"'{backend}' is no backend; choose one of {', '.join(get_args(Backend))}"
        raise InvalidValueError(message)
    make = _pandas if backend == "pandas" else _polars
    try:
        return Frames(
            make(_columns(NODE_COLUMNS, [_node(one) for one in argument_map.nodes])),
            make(_columns(RELATION_COLUMNS, [_relation(one) for one in argument_map.relations])),
        )
    except ModuleNotFoundError as error:
        if error.name != backend:
            raise
        what = "a data frame"
        raise MissingPackageError(what, backend, backend) from None


def _node(node: Node) -> "dict[str, object]":
    return {
        **{name: getattr(node, name, None) for name in NODE_COLUMNS},
        "kind": "claim" if isinstance(node, Claim) else "evidence",
        "main": isinstance(node, Claim) and node.main,
        "tags": list(node.tags),
        "sources": list(dict.fromkeys(passage.source for passage in node.passages)),
    }


def _relation(relation: Relation) -> "dict[str, object]":
    return {
        **{name: getattr(relation, name) for name in RELATION_COLUMNS},
        "stance": relation.stance.value,
        "premises": list(relation.premises),
    }


def _columns(
    names: tuple[str, ...], rows: "list[dict[str, object]]"
) -> "Mapping[str, list[object]]":
    return {name: [row[name] for row in rows] for name in names}


def _pandas(columns: "Mapping[str, list[object]]") -> Any:  # noqa: ANN401 - of either library
    import pandas as pd  # noqa: PLC0415 - an extra, and heavy

    kinds = {"flag": "bool", "degree": "float64", "day": "object", "texts": "object"}
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=kinds.get(_KINDS.get(name, ""), "string"))
            for name, values in columns.items()
        }
    )


def _polars(columns: "Mapping[str, list[object]]") -> Any:  # noqa: ANN401 - of either library
    import polars as pl  # noqa: PLC0415 - an extra, and heavy

    kinds = {
        "flag": pl.Boolean(),
        "degree": pl.Float64(),
        "day": pl.Date(),
        "texts": pl.List(pl.String),
    }
    schema = {name: kinds.get(_KINDS.get(name, ""), pl.String()) for name in columns}
    return pl.DataFrame(columns, schema=schema, strict=False)
