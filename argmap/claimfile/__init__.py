"""The native format: claim files in YAML, read strictly and written canonically."""

from typing import TYPE_CHECKING, Final

from argmap.claimfile.read import read
from argmap.late import late_names

if TYPE_CHECKING:
    from argmap.claimfile.as_json import write_json
    from argmap.claimfile.format import format_text
    from argmap.claimfile.placing import in_written_order
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

_OWNERS: Final = {
    "argmap.claimfile.as_json": ("write_json",),
    "argmap.claimfile.format": ("format_text",),
    "argmap.claimfile.placing": ("in_written_order",),
    "argmap.claimfile.replacing": ("with_passages",),
    "argmap.claimfile.scalars": ("UnwritableTextError",),
    "argmap.claimfile.schema": ("schema",),
    "argmap.claimfile.write": ("write", "write_cites"),
}
"""A check only reads; what writes is loaded where it is asked for."""

if not TYPE_CHECKING:
    __getattr__ = late_names(__name__, _OWNERS)
