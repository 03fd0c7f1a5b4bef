"""Results as tables: a line of JSON for each record, or Parquet.

Fields are never left out. What is absent is null; only what `SCHEMAS` says may be so.
"""

import json
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING, Any, Final, Self

from attrs import define, field

from argmap.assess import Status
from argmap.corpus.working import Kind, Record
from argmap.findings import MissingPackageError
from argmap.model import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMAS: "Final[Mapping[Kind, Mapping[str, str]]]" = MappingProxyType(
    {
        "check": {
            "map": "text",
            "path": "text or null",
            "line": "number or null",
            "column": "number or null",
            "code": "number",
            "rule": "text",
            "severity": "text",
            "subject": "text",
            "message": "text",
        },
        "stats": {
            "map": "text",
            "format": "text",
            "title": "text",
            "claims": "number",
            "evidence": "number",
            "relations": "number",
            **{str(stance): "number" for stance in Stance},
            **{str(status): "number" for status in Status},
            "sources": "number",
            "passages": "number",
        },
        "assess": {"map": "text", "id": "text", "status": "text", "strength": "degree or null"},
    }
)
"""The fields of the records of each task, in order, and what they hold.

A finding for `check`, a map for `stats`, a claim for `assess`. `map` is the path of the map from
the working directory. Lines and columns count from 1. The fields named after stances count
relations, those named after statuses count claims. `strength` is from 0 to 1, and null where no
semantics was asked for or the claim is withdrawn. In Parquet a number is an int64, a degree a
double.
"""

_ROWS: Final = 20_000


def json_line(record: Record) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False) + "\n"


@define
class ParquetTable:
    """A table that is written as Parquet, some thousands of rows at a time.

    Used in a `with`; the file is whole when that ends.

    Attributes:
        kind: the task whose records it has.
        file: where it goes, opened for bytes.

    Raises:
        MissingPackageError: where pyarrow is not installed.
    """

    kind: Kind
    file: IO[bytes]
    _rows: list[Record] = field(factory=list, init=False)
    _schema: Any = field(default=None, init=False)
    _writer: Any = field(default=None, init=False)

    def __enter__(self) -> Self:
        try:
            import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
            from pyarrow import parquet  # noqa: PLC0415 - the same
        except ModuleNotFoundError as error:
            if error.name != "pyarrow":
                raise
            what, instead = "Parquet", "write to a file that ends in .jsonl"
            raise MissingPackageError(what, "pyarrow", "corpus", instead) from None
        types = {"text": pa.string(), "number": pa.int64(), "degree": pa.float64()}
        self._schema = pa.schema(
            [
                pa.field(name, types[what.split()[0]], nullable=what.endswith("null"))
                for name, what in SCHEMAS[self.kind].items()
            ]
        )
        self._writer = parquet.ParquetWriter(self.file, self._schema)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._flush()
        self._writer.close()

    def add(self, record: Record) -> None:
        """Add a row."""
        self._rows.append(record)
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa  # noqa: PLC0415 - as above

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()
