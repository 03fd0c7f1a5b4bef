"""A place in a text as other programs write it: selectors of the W3C Web Annotation Data Model."""

from typing import Final, TypedDict

from argmap.passages.source_text import SourceText, Stretch

_CONTEXT: Final = 32


class TextQuoteSelector(TypedDict):
    """The words of a place, and what stands before and after them."""

    type: str
    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(TypedDict):
    """Start and end of a place, in code points from 0; the end is not included."""

    type: str
    start: int
    end: int


class SpecificResource(TypedDict):
    """A place in a resource, described in two ways."""

    type: str
    source: str
    selector: list[TextQuoteSelector | TextPositionSelector]


def text_quote_selector(
    source: SourceText, place: Stretch, context: int = _CONTEXT
) -> TextQuoteSelector:
    """Return the words at a place, with what stands around them (Web Annotation, 4.2.4).

    Args:
        source: the text.
        place: where the words stand, in code points from 0.
        context: how many code points before and after them to give.
    """
    start, end = place
    return {
        "type": "TextQuoteSelector",
        "exact": source.text[start:end],
        "prefix": source.text[max(0, start - context) : start],
        "suffix": source.text[end : end + context],
    }


def text_position_selector(place: Stretch) -> TextPositionSelector:
    """Return a place by its numbers (Web Annotation, 4.2.5)."""
    return {"type": "TextPositionSelector", "start": place[0], "end": place[1]}


def annotation_target(source: SourceText, place: Stretch, address: str) -> SpecificResource:
    """Return a place as the target of a Web Annotation, ready for JSON.

    Args:
        source: the text.
        place: where the words stand, in code points from 0.
        address: the address of the source, an IRI.
    """
    return {
        "type": "SpecificResource",
        "source": address,
        "selector": [text_quote_selector(source, place), text_position_selector(place)],
    }
