"""The file that records of a corpus are written to, as they come."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from argmap.corpus import ParquetTable, json_line
from argmap.corpus.working import Kind, Record
from argmap.findings import UsageError
from argmap.project.disk import reason_of, shown


@contextmanager
def records_to(output: Path | None, kind: Kind) -> Iterator[Callable[[Record], None]]:
    """Give what takes a record; the file is there when all are written, or is left as it was.

    Args:
        output: a file whose name ends in .jsonl or .parquet; `-` for lines of JSON on standard
            output; None where records are not wanted.
        kind: the task whose records they are.

    Raises:
        UsageError: for another name, where the disk refuses, or without pyarrow.
    """
    if output is None:
        yield lambda _record: None
    elif output == Path("-"):
        yield lambda record: click.echo(json_line(record), nl=False)
    elif output.suffix == ".parquet":
        with _new_file(output) as file, ParquetTable(kind, file) as table:
            yield table.add
    elif output.suffix == ".jsonl":
        with _new_file(output) as file:
            yield lambda record: _write(file, record)
    else:
        message = f"results go to a .jsonl or .parquet file, and '{shown(output)}' is neither"
        raise UsageError(message)


def _write(file: IO[bytes], record: Record) -> None:
    file.write(json_line(record).encode())


@contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a new file, which takes its place at the end; nothing is left of one cut short."""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".argmap-", dir=path.parent)
    except OSError as error:
        message = f"cannot write '{shown(path)}': {reason_of(error)}; choose another place"
        raise UsageError(message) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
