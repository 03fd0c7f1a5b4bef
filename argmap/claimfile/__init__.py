"""The native format: claim files in YAML, read strictly and written canonically."""

from argmap.claimfile.as_json import write_json
from argmap.claimfile.format import format_text
from argmap.claimfile.placing import in_written_order
from argmap.claimfile.read import read
from argmap.claimfile.replacing import with_passages
from argmap.claimfile.scalars import UnwritableTextError
from argmap.claimfile.schema import schema
from argmap.claimfile.write import write, write_cites

__all__ = [
    "UnwritableTextError",
    "format_text",
    "in_written_order",
    "read",
    "schema",
    "with_passages",
    "write",
    "write_cites",
    "write_json",
]
