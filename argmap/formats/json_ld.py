"""JSON-LD: claims and their reviews in the words of schema.org, passages as W3C Web Annotations.

For search engines and for stores of linked data; written only. It follows schema.org, the Web
Annotation Data Model (https://www.w3.org/TR/annotation-model/), and CiTO, the Citation Typing
Ontology (http://purl.org/spar/cito), for what supports what.

==========================  ==========================================================
in a map                    in JSON-LD
==========================  ==========================================================
map                         `CreativeWork` whose parts are the nodes
claim                       `Claim`; its sources are its `appearance`
evidence                    `Statement`; its sources are its `citation`
main claim                  `ClaimReview`; `alternateName` of its `reviewRating` is the
                            status that argmap computes, in a word
relation                    `cito:isSupportedBy`, `cito:isDisputedBy` of its target
restatement                 `cito:isRelatedTo`
source                      `CreativeWork`
passage                     `Annotation` of the source by the node
quotation                   `TextQuoteSelector`; one target for each piece between `[…]`
page, line, time            `FragmentSelector`, as in RFC 8118, RFC 5147 and Media Fragments
tags, withdrawn, retracted  `keywords`, `creativeWorkStatus`
==========================  ==========================================================

A claim is reviewed that is marked main, or that is a premise of nothing. The rating says what was
put forward for and against it, not whether it is true. Who publishes a review has to add `author`,
`datePublished` and `url`, which a map does not have. Linked premises become several relations.
Lost are undercuts, schemes, warrants, degrees, types, sections, notes, digests and other places.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote as percent

from attrs import define, field

from argmap.assess import Assessment, assess
from argmap.formats.format import Loss, Written
from argmap.formats.json_text import write_json
from argmap.formats.losses import losses
from argmap.model import ArgumentMap, Claim, Json, Node, Passage, Source, Stance

_CONTEXT: Final[Json] = ["https://schema.org", {"cito": "http://purl.org/spar/cito/"}]
_ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
_WORDS: Final = {
    Stance.SUPPORTS: "cito:isSupportedBy",
    Stance.CONTRASTS: "cito:isDisputedBy",
    Stance.RESTATES: "cito:isRelatedTo",
}
_OMISSION: Final = "[…]"
_NUMBER: Final = re.compile(r"[0-9]+")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_OF_A_SOURCE: Final = {
    "name": "title",
    "author": "author",
    "publisher": "publisher",
    "datePublished": "date",
    "url": "url",
    "inLanguage": "language",
}
_EXPLANATION: Final = "what was put forward for and against the claim, not whether it is true"
_KEEPS: Final = frozenset(
    {
        *(f"{owner}.{name}" for owner in ("claim", "evidence") for name in ("tags", "withdrawn")),
        *(f"source.{name}" for name in (*_OF_A_SOURCE.values(), "doi", "isbn", "retracted")),
        *(f"argumentmap.{name}" for name in ("title", "language", "description")),
        *(f"passage.{name}" for name in ("source", "quote", "page", "line", "time")),
        "claim.main",
        "evidence",
        "restatements",
    }
)


def write(argument_map: ArgumentMap) -> Written:
    """Write a graph of claims, reviews, sources and annotations."""
    text = write_json(_Writing(argument_map).document())
    return Written(text, losses(argument_map, _KEEPS, "json-ld", _more_losses(argument_map)))


def _more_losses(argument_map: ArgumentMap) -> Iterator[Loss]:
    passages = [passage for node in argument_map.nodes for passage in node.passages]
    pages = sum(bool(one.page and not _NUMBER.fullmatch(one.page)) for one in passages)
    known = {node.id for node in argument_map.nodes}
    ends = [one for one in argument_map.relations if one.stance in _WORDS]
    loose = sum(one.target not in known for one in ends)
    counts = {"pages of passages that are no numbers": pages, "relations to what is no node": loose}
    return (Loss(what, count) for what, count in counts.items() if count)


@define
class _Writing:
    """One map that is to be written."""

    _map: ArgumentMap
    _assessment: Assessment = field(init=False)

    @_assessment.default
    def _assessed(self) -> Assessment:
        return assess(self._map)

    def document(self) -> Json:
        whole: dict[str, Json] = {
            "@type": "CreativeWork",
            "@id": "#map",
            **_filled(
                {
                    "name": self._map.title,
                    "description": self._map.description,
                    "inLanguage": self._map.language,
                    "hasPart": [_ref(_node_id(node.id)) for node in self._map.nodes],
                }
            ),
        }
        graph: list[Json] = [whole]
        graph.extend(self._node(node) for node in self._map.nodes)
        graph.extend(self._review(one) for one in self._map.claims if self._is_main(one))
        graph.extend(_source(source) for source in self._map.sources)
        graph.extend(one for node in self._map.nodes for one in self._annotations(node))
        return {"@context": _CONTEXT, "@graph": graph}

    def _is_main(self, claim: Claim) -> bool:
        return claim.main or not self._map.outgoing(claim.id)

    def _node(self, node: Node) -> Json:
        is_claim = isinstance(node, Claim)
        cited = dict.fromkeys(passage.source for passage in node.passages)
        made: dict[str, Json] = {
            "@type": "Claim" if is_claim else "Statement",
            "@id": _node_id(node.id),
            "identifier": node.id,
            "text": node.text,
            **_filled(
                {
                    "keywords": list(node.tags),
                    "creativeWorkStatus": node.withdrawn is not None
                    and f"withdrawn: {node.withdrawn}".removesuffix(": "),
                    "appearance" if is_claim else "citation": [
                        _ref(self._address(name)) for name in cited
                    ],
                }
            ),
        }
        for relation in self._map.incoming(node.id):
            word = _WORDS.get(relation.stance)
            if word:
                known = made.setdefault(word, [])
                if isinstance(known, list):
                    known.extend(_ref(_node_id(one)) for one in relation.premises)
        return made

    def _review(self, claim: Claim) -> Json:
        return {
            "@type": "ClaimReview",
            "@id": f"{_node_id(claim.id)}.review",
            "claimReviewed": claim.text,
            "itemReviewed": _ref(_node_id(claim.id)),
            "reviewRating": {
                "@type": "Rating",
                "alternateName": self._assessment.status(claim.id).value,
                "ratingExplanation": _EXPLANATION,
            },
        }

    def _annotations(self, node: Node) -> Iterator[Json]:
        for number, passage in enumerate(node.passages, 1):
            targets = list(_targets(passage, self._address(passage.source)))
            yield {
                "@context": _ANNOTATION,
                "type": "Annotation",
                "id": f"{_node_id(node.id)}.passage-{number}",
                "motivation": "linking",
                "body": _node_id(node.id),
                "target": targets[0] if len(targets) == 1 else targets,
            }

    def _address(self, name: str) -> str:
        source = self._map.sources_by_id.get(name)
        return _source_id(source) if source else f"#source-{percent(name, safe='')}"


def _source(source: Source) -> Json:
    made = {word: getattr(source, name) for word, name in _OF_A_SOURCE.items()}
    identifiers: list[Json] = [
        {"@type": "PropertyValue", "propertyID": kind, "value": value}
        for kind, value in (("DOI", source.doi), ("ISBN", source.isbn))
        if value
    ]
    retracted = source.retracted is not None and f"retracted: {source.retracted}".removesuffix(": ")
    more = {"identifier": identifiers, "creativeWorkStatus": retracted}
    return {"@type": "CreativeWork", "@id": _source_id(source), **_filled({**made, **more})}


def _targets(passage: Passage, address: str) -> Iterator[Json]:
    """Give the places of a passage: one for each piece of a quotation with omissions."""
    fragments = list(_fragments(passage))
    pieces = [piece for piece in _pieces(passage.quote or "") if piece]
    for piece in pieces or [""]:
        exact: list[Json] = [{"type": "TextQuoteSelector", "exact": piece}] if piece else []
        selectors = [*exact, *fragments]
        if not selectors:
            yield address
            continue
        selector: Json = selectors[0] if len(selectors) == 1 else selectors
        yield {"type": "SpecificResource", "source": address, "selector": selector}


def _pieces(quote: str) -> Iterator[str]:
    """Give what stands between omissions, without the blanks around those."""
    pieces = quote.split(_OMISSION)
    for number, piece in enumerate(pieces):
        behind = piece.lstrip() if number else piece
        yield behind.rstrip() if number < len(pieces) - 1 else behind


def _fragments(passage: Passage) -> Iterator[Json]:
    if passage.page and _NUMBER.fullmatch(passage.page):
        yield _fragment(f"page={passage.page}", "http://tools.ietf.org/rfc/rfc8118")
    if passage.line:
        # Lines lie between positions, which count from 0.
        value = f"line={passage.line.first - 1},{passage.line.last}"
        yield _fragment(value, "http://tools.ietf.org/rfc/rfc5147")
    if passage.time:
        yield _fragment(
            f"t={percent(passage.time, safe=':,.')}", "http://www.w3.org/TR/media-frags/"
        )


def _fragment(value: str, standard: str) -> Json:
    return {"type": "FragmentSelector", "conformsTo": standard, "value": value}


def _source_id(source: Source) -> str:
    if source.url and _ADDRESS.fullmatch(source.url):
        return source.url
    if source.doi:
        return f"https://doi.org/{percent(source.doi, safe='/')}"
    return f"#source-{percent(source.id, safe='')}"


def _node_id(name: str) -> str:
    return f"#{percent(name, safe='')}"


def _ref(address: str) -> Json:
    return {"@id": address}


def _filled(values: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in values.items() if value not in (None, "", [], False)}
