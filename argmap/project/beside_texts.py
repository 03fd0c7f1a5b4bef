"""Maps beside the texts of their sources."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.extract.at_hand import NoText, Texts, Why
from argmap.project.discovery import Project
from argmap.project.loaded import LoadedMap

if TYPE_CHECKING:
    from argmap.project.source_texts import SourceTexts


def texts_of(
    maps: Sequence[LoadedMap],
    project: Project,
    given: Mapping[str, Path],
    kept: "SourceTexts | None" = None,
) -> Iterator[tuple[LoadedMap, Texts]]:
    """Give maps with the texts of their sources, and why some are not at hand.

    Args:
        maps: what was read.
        project: where the files lie that sources name.
        given: files that the user gives, by the ids of sources.
        kept: texts that were read before.

    Raises:
        UsageError: when the user gives a text for no source, or one that cannot be read.
    """
    if not given and not any(source.file for one in maps for source in one.map.sources):
        no_text = NoText(Why.NO_FILE)
        return ((one, {source.id: no_text for source in one.map.sources}) for one in maps)
    # Many maps name no files; they are spared the loading of all that looks into texts.
    from argmap.project.source_texts import SourceTexts  # noqa: PLC0415

    return zip(maps, (kept or SourceTexts(project)).of(maps, given), strict=True)
