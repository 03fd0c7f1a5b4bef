"""Texts that stand in an editor and not yet on the disk."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

Unsaved: TypeAlias = Mapping[Path, str]
"""Texts that count in place of those on the disk, by their absolute paths."""

NOTHING_UNSAVED: Final[Unsaved] = MappingProxyType({})
