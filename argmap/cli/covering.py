"""How much of its sources a map accounts for, as far as their texts are at hand."""

from argmap.coverage import MapCoverage, cover
from argmap.extract.at_hand import NoText, Texts
from argmap.project import LoadedMap


def covered(one: LoadedMap, texts: Texts, wanted: str | None = None) -> MapCoverage:
    """Return how much of its sources a map accounts for.

    Args:
        one: the map.
        texts: the texts of its sources, or why some are not at hand.
        wanted: the id of the one source that counts; None for all.
    """
    sources, absent = [], []
    for source in one.map.sources:
        text = texts.get(source.id)
        if text is None or (wanted is not None and source.id != wanted):
            continue
        if isinstance(text, NoText):
            absent.append((source.id, _why(text)))
        else:
            sources.append(cover(one.map, source, text.source))
    return MapCoverage(one.name, one.map, tuple(sources), tuple(absent))


def _why(text: NoText) -> str:
    return f"'{text.path}': {text.message}" if text.path else "the map names no file for it"
