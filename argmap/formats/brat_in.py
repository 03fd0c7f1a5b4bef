"""Reads standoff annotation of brat as an argument map."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath
from typing import Final, TypeAlias

from attrs import evolve, frozen

from argmap.findings import Finding, Severity
from argmap.formats.carrying import from_line, taken_back
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.ids import Ids, slug
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Passage, Relation, Source, Stance
from argmap.text import Span, TextFile

Places: TypeAlias = tuple[tuple[int, int], ...]

OWN: Final = "brat"
MAIN: Final = "MajorClaim"
STANCES: Final = {
    "supports": Stance.SUPPORTS,
    "support": Stance.SUPPORTS,
    "attacks": Stance.CONTRASTS,
    "attack": Stance.CONTRASTS,
    "rebuts": Stance.CONTRASTS,
    "undercuts": Stance.UNDERCUTS,
    "undercut": Stance.UNDERCUTS,
}
TYPES: Final = {
    Stance.SUPPORTS: "supports",
    Stance.CONTRASTS: "attacks",
    Stance.UNDERCUTS: "undercuts",
}
FOR_AND_AGAINST: Final = {"For": Stance.SUPPORTS, "Against": Stance.CONTRASTS}
MOST_MAINS: Final = 10
"""To so many main claims a `Stance` is read; the others restate the first anyway."""

_SAMPLE: Final = 100
_MOST_COVERED: Final = 20
_LINE: Final = re.compile(r"[^\n]+")
_KNOWN: Final = re.compile(r"[TREAMN]\d{1,9}\t|[*#][^\t]*\t")
_PIECE: Final = re.compile(
    r"(T\d{1,9})\t(\S{1,200}) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t(.*))?"
)
_RELATION: Final = re.compile(r"(R\d{1,9})\t(\S{1,200}) Arg1:([TR]\d{1,9}) Arg2:([TR]\d{1,9})\s*")
_ATTRIBUTE: Final = re.compile(r"(A\d{1,9})\tStance (T\d{1,9}) (For|Against)\s*")
_EQUAL: Final = re.compile(r"\*\tEquiv((?: [TR]\d{1,9}){2,})\s*")
_NOTE: Final = re.compile(r"(#\d{1,9})\t(AnnotatorNotes|Name|Argmap) ([TR]\d{1,9})\t(.+)")
_WIDEST_GAP: Final = 1000
_BREAKS: Final = re.compile(r"[\r\n]+")


@frozen
class _Line:
    """A line of the file, without its end."""

    text: str
    span: Span


@frozen
class _Piece:
    """A piece of the text: a `T`."""

    id: str
    type: str
    places: Places
    words: str
    span: Span


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:
    """Read annotations and the text beside them."""
    reader = _Reader(file, beside(f"{PurePath(file.path).stem}.txt"))
    return reader.map(), tuple(reader.findings)


def joined(text: str, places: Sequence[tuple[int, int]]) -> str | None:
    """Return the words at some places, as one text; None where the text is too short.

    Lines that follow each other stay lines; between other pieces a blank is put.
    """
    parts: list[str] = []
    last = -1
    for start, end in places:
        if not 0 <= start <= end <= len(text):
            return None
        if last >= 0:
            parts.append(text[last:start] if _are_lines(text, last, start) else " ")
        parts.append(text[start:end])
        last = end
    return "".join(parts)


class _Reader:
    """Reads one file."""

    def __init__(self, file: TextFile, text: TextFile | None) -> None:
        self.findings: list[Finding] = []
        self._file, self._ids = file, Ids()
        self._stem = PurePath(file.path).stem
        self._source = slug(self._stem) or "text"
        self._other: list[Json] = []
        self._pieces: list[_Piece] = []
        self._relations: list[_Line] = []
        self._attributes: list[_Line] = []
        self._equal: list[_Line] = []
        self._notes: dict[str, re.Match[str]] = {}
        self._names: dict[str, re.Match[str]] = {}
        self._carried: dict[str, re.Match[str]] = {}
        for found in _LINE.finditer(file.text):
            line = found[0].removesuffix("\r")
            start = found.start()
            if line.strip("\ufeff \t"):
                self._take(_Line(line.removeprefix("\ufeff"), file.span(start, start + len(line))))
        if text is None:
            message = f"there is no '{shortened(self._stem)}.txt' beside this file"
            advice = "put the text there, so that passages can point into it"
            self.findings.append(damaged(file.span(0), message, advice))
        self._text = None if text is None else text.text
        self._shift = self._shift_of(self._text or "")
        # Pieces that lie over each other could else make more than a memory holds.
        self._room = _MOST_COVERED * (len(self._text or "") + len(file.text))

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        nodes = tuple(self._node(piece) for piece in self._pieces)
        relations = tuple(self._all_relations(nodes))
        unused = (self._notes, self._names, self._carried)
        self._other += (note[0] for notes in unused for note in notes.values())
        kept: dict[str, Json] = {"lines": self._other} if self._other else {}
        source: tuple[Source, ...] = ()
        if self._text is not None:
            own: dict[str, Json] = {"text": self._text}
            if self._shift:
                own["shift"] = self._shift
            name = f"{self._stem}.txt"
            source = (Source(self._source, self._stem, file=name, data={OWN: own}),)
        return ArgumentMap(
            self._stem if source else "",
            nodes=nodes,
            relations=relations,
            sources=source,
            data={OWN: kept} if kept else {},
            span=self._file.span(0),
        )

    def _take(self, line: _Line) -> None:
        """Sort a line by what it is."""
        first = line.text[0]
        if piece := _PIECE.fullmatch(line.text):
            places = tuple(
                (int(start), int(end))
                for start, end in (part.split(" ") for part in piece[3].split(";"))
            )
            name = self._id(piece[1], line.span)
            self._pieces.append(_Piece(name, piece[2], places, piece[4] or "", line.span))
        elif first == "T":
            message = f"'{shortened(line.text)}' is no piece of the text"
            advice = "it was left out; write `T1`, tab, `Claim 0 5`, tab, the words"
            self.findings.append(invalid_file(line.span, message, advice))
        elif (found := _RELATION.fullmatch(line.text)) and found[2].casefold() in STANCES:
            self._relations.append(line)
        elif _ATTRIBUTE.fullmatch(line.text):
            self._attributes.append(line)
        elif _EQUAL.fullmatch(line.text):
            self._equal.append(line)
        elif (note := _NOTE.fullmatch(line.text)) and self._is_first(note):
            self._of_kind(note)[note[3]] = note
        else:
            self._keep(line)

    def _of_kind(self, note: re.Match[str]) -> dict[str, re.Match[str]]:
        kinds = {"AnnotatorNotes": self._notes, "Name": self._names, "Argmap": self._carried}
        return kinds[note[2]]

    def _is_first(self, note: re.Match[str]) -> bool:
        has_place = note[2] == "Name" or note[3].startswith("T")
        return has_place and note[3] not in self._of_kind(note)

    def _keep(self, line: _Line) -> None:
        self._other.append(line.text)
        if line.text[0] == "R":
            message = f"'{shortened(line.text)}' is no relation that argmap knows"
            self._tell(line, message, "it counts for nothing, and is kept as data")
        elif not _KNOWN.match(line.text):
            message = f"'{shortened(line.text)}' is no annotation"
            self._tell(line, message, "it counts for nothing, and is kept as data")

    def _id(self, wanted: str, span: Span) -> str:
        taken = self._ids.take(wanted)
        if taken != wanted:
            message, advice = f"'{wanted}' stands twice", f"it is read as '{taken}'"
            self.findings.append(damaged(span, message, advice, subject=taken))
        return taken

    def _shift_of(self, text: str) -> int:
        """Return 1 where a byte order mark, which is no part of the text here, was counted."""
        fits = {
            shift: sum(
                _flat(joined(text, _moved(piece.places, shift))) == _flat(piece.words)
                for piece in self._pieces[:_SAMPLE]
            )
            for shift in (0, 1)
        }
        return 1 if fits[1] > fits[0] else 0

    def _node(self, piece: _Piece) -> Node:
        places = _moved(piece.places, self._shift)
        text, passages = self._words(piece, places)
        kept: dict[str, Json] = {"spans": [list(place) for place in places]}
        if piece.type not in {MAIN, "Claim", "Evidence"}:
            kept["type"] = piece.type
        found = self._notes.pop(piece.id, None)
        note = found[4] if found else None
        if found:
            kept["note"] = found[1]
        name = self._named(piece.id, kept)
        node: Node = (
            Evidence(name, text, note=note, passages=passages, data={OWN: kept}, span=piece.span)
            if piece.type == "Evidence"
            else Claim(
                name,
                text,
                main=piece.type == MAIN,
                note=note,
                passages=passages,
                data={OWN: kept},
                span=piece.span,
            )
        )
        more = self._carried.pop(piece.id, None)
        return taken_back(node, from_line(more[4])) if more else node

    def _words(self, piece: _Piece, places: Places) -> tuple[str, tuple[Passage, ...]]:
        """Return the words of a piece, and the passage that quotes them where the text is there."""
        if self._text is None:
            return piece.words, ()
        self._room -= sum(max(0, end - start) for start, end in places)
        there = joined(self._text, places) if self._room >= 0 else None
        line = _Line("", piece.span)
        if there is None:
            where = "points behind the end of the text" if self._room >= 0 else "is too much"
            self._tell(line, f"'{piece.id}' {where}", "its own words are taken", piece.id)
            return piece.words, ()
        if piece.words and _flat(there) != _flat(piece.words):
            message = f"'{piece.id}' has other words than the text at its place"
            advice = f"those of the text are taken: {shortened(there)}"
            self._tell(line, message, advice, piece.id)
        return there, (Passage(self._source, quote=_quote(self._text, places) or None),)

    def _named(self, own: str, kept: dict[str, Json]) -> str:
        """Return the id that something has in argmap, and keep the one that it has here."""
        found = self._names.pop(own, None)
        if found is None or self._ids.take(found[4]) != found[4]:
            return own
        kept["id"] = own
        return found[4]

    def _all_relations(self, nodes: Sequence[Node]) -> Iterator[Relation]:
        by_own = dict(zip((piece.id for piece in self._pieces), nodes, strict=True))
        names = {own: node.id for own, node in by_own.items()}
        made: list[Relation] = []
        for line in self._relations:
            found = _RELATION.fullmatch(line.text)
            if found:
                made.append(self._relation(line, found))
        names |= {str(_own(one).get("id", one.id)): one.id for one in made}
        for one in made:
            ends = tuple(names.get(end, end) for end in one.premises)
            yield evolve(one, premises=ends, target=names.get(one.target, one.target))
        together = zip(self._pieces, nodes, strict=True)
        mains = [node.id for piece, node in together if piece.type == MAIN]
        for line in self._attributes:
            yield from self._stances(line, mains, names)
        equal: set[tuple[str, str]] = set()
        for line in self._equal:
            first, *others = (names.get(one, one) for one in line.text.split()[2:])
            for other in others:
                equal.add((other, first))
                yield Relation(Stance.RESTATES, other, first, span=line.span)
        for other in mains[1:]:
            if (other, mains[0]) not in equal:
                kept: Json = {"implied": True}
                yield Relation(Stance.RESTATES, other, mains[0], data={OWN: kept})

    def _relation(self, line: _Line, found: re.Match[str]) -> Relation:
        name, kind, premise, target = found.groups()
        stance = STANCES[kind.casefold()]
        kept: dict[str, Json] = {} if kind == TYPES[stance] else {"type": kind}
        name = self._named(self._id(name, line.span), kept)
        data = {OWN: kept} if kept else {}
        return Relation(stance, premise, target, id=name, data=data, span=line.span)

    def _stances(
        self, line: _Line, mains: Sequence[str], names: dict[str, str]
    ) -> Iterator[Relation]:
        found = _ATTRIBUTE.fullmatch(line.text)
        claim = names.get(found[2], "") if found else ""
        others = [main for main in mains[:MOST_MAINS] if main != claim]
        if found is None or not claim or not others:
            self._other.append(line.text)
            return
        # One that stands twice cannot be told apart in writing: its relations are on their own.
        is_first = self._id(found[1], line.span) == found[1]
        data: dict[str, Json] = {OWN: {"attribute": found[1]}} if is_first else {}
        stance = FOR_AND_AGAINST[found[3]]
        for main in others:
            yield Relation(stance, claim, main, data=data, span=line.span)

    def _tell(self, line: _Line, message: str, advice: str, subject: str = "") -> None:
        severity = Severity.WARNING if subject else Severity.ERROR
        self.findings.append(
            damaged(line.span, message, advice, subject=subject, severity=severity)
        )


def _own(one: Relation) -> dict[str, Json]:
    kept = one.data.get(OWN)
    return kept if isinstance(kept, dict) else {}


def _moved(places: Places, shift: int) -> Places:
    return tuple((start - shift, end - shift) for start, end in places)


def _flat(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _quote(text: str, places: Places) -> str:
    """Return the words of a passage; `[…]` stands for what lies between."""
    pairs = pairwise(places)
    if all(_are_lines(text, last, start) for (_, last), (start, _) in pairs):
        return joined(text, places) or ""
    return " […] ".join(text[start:end] for start, end in places)


def _are_lines(text: str, last: int, start: int) -> bool:
    """Say whether only line ends stand between two pieces."""
    return 0 < start - last <= _WIDEST_GAP and bool(_BREAKS.fullmatch(text, last, start))
