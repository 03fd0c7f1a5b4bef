"""The formats of the field, in and out; each speaks in terms of argument maps."""

from argmap.formats.format import Beside, Format, Loss, Written, nothing_beside
from argmap.formats.table import FORMATS
from argmap.formats.telling import UnknownFormatError, format_named, format_of, format_of_path

__all__ = [
    "FORMATS",
    "Beside",
    "Format",
    "Loss",
    "UnknownFormatError",
    "Written",
    "format_named",
    "format_of",
    "format_of_path",
    "nothing_beside",
]
