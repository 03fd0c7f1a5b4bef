"""Writes an argument map as standoff annotation of brat."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, TypeVar

from attrs import evolve

from argmap.formats.brat_in import FOR_AND_AGAINST, MAIN, MOST_MAINS, OWN, STANCES, TYPES, joined
from argmap.formats.carrying import CARRIED, as_line, carried
from argmap.formats.format import Loss, Written
from argmap.formats.losses import losses
from argmap.model import (
    ArgumentMap,
    Claim,
    Data,
    Evidence,
    Json,
    Node,
    Passage,
    Relation,
    Source,
    Stance,
)

_Kept: TypeAlias = Mapping[str, Json]
_Owner = TypeVar("_Owner", Node, Relation)

_KEEPS: Final = (
    *(f"{kind}.{name}" for kind in ("claim", "evidence") for name in CARRIED),
    "claim.id",
    "evidence.id",
    "relation.id",
    "evidence",
    "undercuts",
    "undercuts of undercuts",
    "restatements",
)
_WORDS: Final = {stance: word for word, stance in FOR_AND_AGAINST.items()}
_NUMBERED: Final = re.compile(r"([TRA#])([1-9]\d{0,8})")
_LINE: Final = re.compile(r"[\r\n]+")
_NAMED_THERE: Final = re.compile(r"(?<=[\t :])[TR]\d{1,9}(?=[\t ]|$)")
_TYPE: Final = re.compile(r"[^\s]{1,200}")


def write(argument_map: ArgumentMap) -> Written:
    """Write annotations, with the text beside them."""
    writer = _Writer(argument_map)
    text = "".join(f"{line}\n" for line in writer.lines())
    found = losses(writer.without_own(), _KEEPS, OWN, writer.lost())
    return Written(text, found, {".txt": writer.text()})


class _Numbers:
    """Numbers of annotations: those that are kept, then the next that are free."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: Counter[str] = Counter()

    def keep(self, wanted: str, sign: str) -> str:
        """Return the wanted id where it can stand and is free, else nothing."""
        found = _NUMBERED.fullmatch(wanted)
        if found is None or found[1] != sign or wanted in self._taken:
            return ""
        self._taken.add(wanted)
        return wanted

    def new(self, sign: str) -> str:
        """Return the next free id."""
        while True:
            self._next[sign] += 1
            name = f"{sign}{self._next[sign]}"
            if name not in self._taken:
                self._taken.add(name)
                return name


class _Writer:
    """Writes one map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map, self._numbers = argument_map, _Numbers()
        self._lost: Counter[str] = Counter()
        self._source = next(
            (one for one in argument_map.sources if isinstance(_own(one.data).get("text"), str)),
            None,
        )
        kept = _own(self._source.data) if self._source else {}
        self._before = str(kept.get("text", ""))
        self._shift = 1 if kept.get("shift") == 1 else 0
        self._added: list[str] = []
        self._length = len(self._before)
        self._notes: list[str] = []
        self._other = _lines(_own(argument_map.data).get("lines"))
        for line in self._other:
            self._numbers.keep(line.partition("\t")[0], line[0])
        nodes = self._kept(argument_map.nodes, "T")
        relations = self._kept(argument_map.relations, "R")
        self._reserve()
        self._nodes = [(one, name or self._numbers.new("T")) for one, name in nodes]
        self._relations = [(one, name or self._numbers.new("R")) for one, name in relations]
        self._ids: dict[str, str] = {}
        for owner, name in (*self._nodes, *self._relations):
            self._ids.setdefault(owner.id, name)
        self._mains = self._main_claims()

    def lines(self) -> Iterator[str]:
        """Give the annotations, line by line."""
        for node, name in self._nodes:
            yield self._piece(node, name)
        stances = self._stances()
        for number, (one, name) in enumerate(self._relations):
            if number not in stances and one.stance is not Stance.RESTATES:
                yield from self._relation(one, name)
        yield from self._equal()
        yield from dict.fromkeys(stances.values())
        yield from self._notes
        known = {name for _, name in (*self._nodes, *self._relations)}
        yield from (line for line in self._other if set(_NAMED_THERE.findall(line)) <= known)

    def text(self) -> str:
        """Return the text beside; to be asked for after the lines."""
        mark = "\ufeff" if self._shift else ""
        return "".join((mark, self._before, *self._added))

    def lost(self) -> Iterator[Loss]:
        """Give what could not stand as it was; to be asked for after the lines."""
        return (Loss(what, count) for what, count in self._lost.items() if count)

    def without_own(self) -> ArgumentMap:
        """Return the map without what the text beside says already."""
        own = self._source
        if own is None:
            return self._map
        return evolve(
            self._map,
            title="" if self._map.title == own.title else self._map.title,
            nodes=tuple(_without(node, own) for node in self._map.nodes),
            sources=tuple(one for one in self._map.sources if one is not own),
        )

    def _kept(self, owners: tuple[_Owner, ...], sign: str) -> list[tuple[_Owner, str]]:
        """Return each with the id that it had in the file, or with nothing."""
        return [
            (
                one,
                self._numbers.keep(_text(_own(one.data), "id"), sign)
                or self._numbers.keep(one.id, sign),
            )
            for one in owners
        ]

    def _reserve(self) -> None:
        """Keep what is new from being called as something is that other lines mean."""
        everything = (*self._map.nodes, *self._map.relations)
        known = {one.id for one in everything}
        for one in self._map.relations:
            for end in {*one.premises, one.target} - known:
                self._numbers.keep(end, end[0])
        for line in self._other:
            for name in _NAMED_THERE.findall(line):
                self._numbers.keep(name, name[0])
        for owner in everything:
            for key, sign in (("note", "#"), ("attribute", "A")):
                self._numbers.keep(_text(_own(owner.data), key), sign)

    def _main_claims(self) -> list[str]:
        """Return the ids of the main claims that restate the first, and of that."""
        mains = [node.id for node in self._map.nodes if isinstance(node, Claim) and node.main]
        equal = {
            one.premises[0]
            for one in self._map.relations
            if one.stance is Stance.RESTATES and mains and one.target == mains[0]
        }
        return [name for name in mains if name == mains[0] or name in equal]

    def _piece(self, node: Node, name: str) -> str:
        kept = _own(node.data)
        places = _places(kept.get("spans"))
        if not places or self._source is None or joined(self._before, places) != node.text:
            places = self._put(node.text)
        spans = ";".join(f"{start + self._shift} {end + self._shift}" for start, end in places)
        is_line = bool(node.note) and not _LINE.search(node.note or "")
        if is_line:
            number = _text(kept, "note")
            number = number if _NUMBERED.fullmatch(number) else self._numbers.new("#")
            self._notes.append(f"{number}\tAnnotatorNotes {name}\t{node.note}")
        is_told = node.id in self._mains
        told = (*(("note",) if is_line else ()), *(("main",) if is_told else ()))
        if more := carried(node, told):
            self._notes.append(f"{self._numbers.new('#')}\tArgmap {name}\t{as_line(more)}")
        self._call(node.id, name)
        return f"{name}\t{self._type(node)} {spans}\t{_LINE.sub(' ', node.text)}"

    def _put(self, text: str) -> list[tuple[int, int]]:
        """Put a text at the end of the text beside, and return its lines' places."""
        if self._length:
            self._added.append("\n")
            self._length += 1
        places: list[tuple[int, int]] = []
        at = self._length
        for found in (*_LINE.finditer(text), None):
            end = self._length + (found.start() if found else len(text))
            places.append((at, end))
            at = self._length + (found.end() if found else len(text))
        self._added.append(text)
        self._length += len(text)
        return places

    def _type(self, node: Node) -> str:
        if isinstance(node, Claim) and node.main:
            return MAIN if node.id in self._mains else "Claim"
        kept = _text(_own(node.data), "type")
        if isinstance(node, Evidence):
            return "Evidence"
        fits = _TYPE.fullmatch(kept) and kept not in {MAIN, "Evidence"}
        return kept if fits else "Claim"

    def _call(self, wanted: str, name: str) -> None:
        """Write down how something is called in argmap, where that is not its number."""
        if wanted == name:
            return
        if _LINE.search(wanted):
            self._lost["ids with line breaks"] += 1
            return
        self._notes.append(f"{self._numbers.new('#')}\tName {name}\t{wanted}")

    def _relation(self, one: Relation, name: str) -> Iterator[str]:
        kind = _text(_own(one.data), "type")
        if STANCES.get(kind.casefold()) is not one.stance:
            kind = TYPES[one.stance]
        target = self._end(one.target)
        if one.is_named:
            self._call(one.id, name)
        for number, premise in enumerate(one.premises):
            known = name if not number else self._numbers.new("R")
            yield f"{known}\t{kind} Arg1:{self._end(premise)} Arg2:{target}\t"

    def _end(self, name: str) -> str:
        """Return how an end is called; one that is missing gets a number that nothing has."""
        if name not in self._ids:
            missing = bool(re.fullmatch(r"[TR]\d{1,9}", name))
            self._lost["ids of missing ends"] += not missing
            self._ids[name] = name if missing else self._numbers.new("T")
        return self._ids[name]

    def _equal(self) -> Iterator[str]:
        mains = set(self._mains)
        for one in self._map.relations:
            if one.stance is not Stance.RESTATES:
                continue
            implied = _own(one.data).get("implied") is True
            if implied and [one.target] == self._mains[:1] and one.premises[0] in mains:
                continue
            yield f"*\tEquiv {self._end(one.target)} {self._end(one.premises[0])}"

    def _stances(self) -> dict[int, str]:
        """Return the attribute that stands for a relation, by its place, where one does.

        One does where a claim speaks for all main claims, or against all.
        """
        groups: dict[tuple[str, str, Stance], dict[int, str]] = {}
        targets = {one.target for one in self._map.relations}
        claims = {node.id for node in self._map.nodes}
        for number, one in enumerate(self._map.relations):
            is_bare = not one.is_linked and not one.is_named and one.id not in targets
            if is_bare and one.stance in _WORDS and one.premises[0] in claims:
                kept = _text(_own(one.data), "attribute")
                group = groups.setdefault((kept, one.premises[0], one.stance), {})
                group[number] = one.target
        found: dict[int, str] = {}
        used: set[str] = set()
        for (kept, premise, stance), group in groups.items():
            mains = {main for main in self._mains[:MOST_MAINS] if main != premise}
            if set(group.values()) == mains and len(group) == len(mains):
                is_number = kept.startswith("A") and _NUMBERED.fullmatch(kept)
                attribute = kept if is_number and kept not in used else self._numbers.new("A")
                used.add(attribute)
                line = f"{attribute}\tStance {self._end(premise)} {_WORDS[stance]}"
                found |= dict.fromkeys(group, line)
        return found


def _own(data: Data) -> _Kept:
    """Return what a part of a map keeps of this format."""
    kept = data.get(OWN)
    return kept if isinstance(kept, dict) else {}


def _text(kept: _Kept, key: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else ""


def _lines(value: Json) -> list[str]:
    some = value if isinstance(value, list) else []
    return [one for one in some if isinstance(one, str) and one.strip() and not _LINE.search(one)]


def _places(value: Json) -> list[tuple[int, int]]:
    """Return the places that were kept, where they are some."""
    places: list[tuple[int, int]] = []
    for one in value if isinstance(value, list) else []:
        match one:
            case [int(start), int(end)]:
                places.append((start, end))
            case _:
                return []
    return places


def _without(node: Node, own: Source) -> Node:
    return evolve(node, passages=tuple(one for one in node.passages if not _says(one, own)))


def _says(passage: Passage, own: Source) -> bool:
    return passage == Passage(own.id, quote=passage.quote)
