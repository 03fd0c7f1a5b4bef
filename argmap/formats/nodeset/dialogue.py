"""Who said what in a dialogue: the words behind claims, as passages of what a speaker said.

A locution (L) is said by a person; an illocution (YA) leads from it to the claim that it puts
forward (Budzynska & Reed 2011, Inference Anchoring Theory).
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from attrs import field, frozen

from argmap.formats.ids import Ids, slug
from argmap.formats.nodeset.names import fields, name_of, objects
from argmap.formats.nodeset.spans import MarkedText, marked_text
from argmap.model import Json, Passage, Source

DIALOGUE: Final = frozenset({"L", "TA", "YA"})
"""The types of nodes that a dialogue is made of."""

_SPEAKER: Final = re.compile(r"\s*+([^:\n]{1,80}):\s")
_APART: Final = re.compile(r"\s*+([^:\n]{1,79}\S) : ")
_MOST: Final = 8  # of locutions behind one illocution; more are no speech, but an attack
_SPOKEN: Final = ("L", "YA")
_NO_NAMES: Final = ("", "None", "null")


@frozen
class Said:
    """What claims are put forward with.

    Attributes:
        sources: the text that was analysed, and the speakers.
        passages: the words behind claims, by the ids of their nodes.
    """

    sources: tuple[Source, ...] = ()
    passages: Mapping[str, tuple[Passage, ...]] = field(factory=dict)


def what_was_said(
    nodes: Iterable[Json],
    edges: Iterable[Json],
    rest: Mapping[str, Json],
    text: Json,
    claims: Iterable[str],
    steps: Collection[str] = (),
) -> Said:
    """Find the words behind claims.

    Args:
        nodes: those of the dialogue, as they stand in the nodeset.
        edges: those that are no part of a step of the argument.
        rest: what else the nodeset has, such as `locutions` and `participants`.
        text: the `text` of xAIF; may be None.
        claims: the ids of all nodes that are claims.
        steps: ids of steps that nodes of the dialogue have, too.
    """
    of_claims: dict[str, list[str] | None] = dict.fromkeys(claims)
    locutions, illocutions = _spoken(nodes, of_claims, steps)
    marked = marked_text(text)
    if not locutions and not marked.stretches:
        return Said()
    for illocution, claim in _put_forward(edges, locutions, illocutions, of_claims):
        said = of_claims[claim]
        if said is None:
            said = of_claims[claim] = []
        said.extend(one for one in illocutions[illocution] if one not in said[-_MOST:])
    return _said(of_claims, locutions, _Speakers(rest, text), marked)


def _spoken(
    nodes: Iterable[Json], claims: Collection[str], steps: Collection[str]
) -> tuple[dict[str, dict[str, Json]], dict[str, list[str]]]:
    """Return locutions by their ids, and a list for each illocution."""
    locutions: dict[str, dict[str, Json]] = {}
    illocutions: dict[str, list[str]] = {}
    for node in nodes:
        if not isinstance(node, dict):
            continue
        kind = node.get("type")
        if kind not in _SPOKEN:
            continue
        name = name_of(node.get("nodeID"))
        if not name or name in claims or name in steps:  # edges are about those
            continue
        if kind == "L":
            locutions.setdefault(name, node)
        else:
            illocutions.setdefault(name, [])
    return locutions, illocutions


def _put_forward(
    edges: Iterable[Json],
    locutions: Collection[str],
    illocutions: Mapping[str, list[str]],
    claims: Collection[str],
) -> list[tuple[str, str]]:
    """Note what each illocution is of; return those that lead to claims, with these."""
    found: list[tuple[str, str]] = []
    for edge in edges:
        if not isinstance(edge, dict):
            continue
        start, end = name_of(edge.get("fromID")), name_of(edge.get("toID"))
        if end in illocutions and start in locutions:
            if len(illocutions[end]) < _MOST and start not in illocutions[end]:
                illocutions[end].append(start)
        elif start in illocutions and end in claims:
            found.append((start, end))
    return found


def _said(
    of_claims: Mapping[str, list[str] | None],
    locutions: Mapping[str, dict[str, Json]],
    speakers: "_Speakers",
    marked: MarkedText,
) -> Said:
    made: dict[str, Passage | None] = {}  # a locution may stand behind many claims

    def marked_passage(name: str) -> Passage | None:
        if name not in made:
            words = marked.quote(name)
            made[name] = Passage(speakers.text(), quote=words) if words else None
        return made[name]

    spoken: dict[str, Passage] = {}
    passages: dict[str, tuple[Passage, ...]] = {}
    for claim, said in of_claims.items():
        found = []
        if marked.stretches:
            found += [one for name in (claim, *(said or ())) if (one := marked_passage(name))]
        for name in said or ():
            if name not in spoken:
                spoken[name] = speakers.passage(locutions[name])
            found.append(spoken[name])
        if found:
            passages[claim] = tuple(dict.fromkeys(found))
    return Said(tuple(speakers.sources.values()), passages)


class _Speakers:
    """The persons who speak, as sources; each is made when its words are first asked for."""

    def __init__(self, rest: Mapping[str, Json], text: Json) -> None:
        self.sources: dict[str, Source] = {}
        self._text, self._ids = fields(text), Ids()
        self._ids.take("text")
        self._spoken = {
            name_of(one.get("nodeID")): one for one in reversed([*objects(rest.get("locutions"))])
        }
        self._names = {
            name_of(one.get("participantID")): _full_name(one)
            for one in reversed([*objects(rest.get("participants"))])
        }

    def text(self) -> str:
        """Return the id of the text that was analysed."""
        if "text" not in self.sources:
            url = self._text.get("url")
            self.sources["text"] = Source(
                "text",
                "The text that was analysed",
                url=url if isinstance(url, str) and url else None,
            )
        return "text"

    def passage(self, locution: Mapping[str, Json]) -> Passage:
        """Return the words of a locution as a passage of what its speaker said."""
        spoken = self._spoken.get(name_of(locution.get("nodeID")), {})
        person = name_of(spoken.get("personID"))
        raw = locution.get("text")
        name, words = _split(
            raw if isinstance(raw, str) else "", self._names.get(person, ""), person
        )
        start = spoken.get("start")
        return Passage(
            self._source(name, person),
            quote=words or None,
            time=start if isinstance(start, str) and start not in _NO_NAMES else None,
        )

    def _source(self, name: str, person: str) -> str:
        title = name or (f"Speaker {person}" if person not in _NO_NAMES else "The dialogue")
        found = self.sources.get(title)
        if found is None:
            found = Source(self._ids.take(slug(title), "speaker"), title)
            self.sources[title] = found
        return found.id


def _full_name(participant: Mapping[str, Json]) -> str:
    parts = (participant.get("firstname"), participant.get("surname"))
    return " ".join(
        part.strip() for part in parts if isinstance(part, str) and part not in _NO_NAMES
    ).strip()


def _split(text: str, known: str, person: str) -> tuple[str, str]:
    """Split `Name : words`; what is before a colon is a name only where something says so."""
    found = _SPEAKER.match(text)
    if found and known and found[1].strip().casefold() == known.casefold():
        return known, text[found.end() :].strip()
    if known:
        return known, text.strip()
    apart = found if person not in _NO_NAMES else _APART.match(text)
    if apart:
        return apart[1].strip(), text[apart.end() :].strip()
    return "", text.strip()
