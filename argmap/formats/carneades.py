"""carneades: argument graphs of Carneades 4, in YAML.

The format of the examples of Carneades 4 (<https://github.com/carneades/carneades-4>), after
Gordon, Prakken and Walton (2007) and Gordon and Walton (2016). It is read and not written.

==========================================  ================================================
Carneades                                   argmap
==========================================  ================================================
a statement                                 a claim, by the same id, as far as that is one
                                            word; `¬p` becomes `not-p`
`assumed: true`, or an entry of             the claim is assumed
`assumptions`
an argument                                 supports its `conclusion`; its premises are
                                            linked
`undercutter`                               undercuts the argument
`scheme`, `weight` from 0 to 1 of an        its scheme and strength
argument
`positions` of an issue, up to eight        each contrasts the others
`meta`: `title`, `notes`                    the title and the description of the map
==========================================  ================================================

Kept as data, with the ids that claims have in argmap:

- of the map: `issues` (positions, proof `standard`), `assumptions`, `tests` (the labels that are
  expected: `in`, `out`, `undecided`), `arguments` (those that have no premises, which no relation
  can be), and as they are written `language`, `argument_schemes`, `issue_schemes`,
  `weighing_functions`, `labels` and the rest of `meta`;
- of a claim: its `id` there, where it has another in argmap;
- of a relation: the `roles` of its premises, other fields, and the `issue` that it is from.
"""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Final

from argmap.claimfile.tree import Items, Pairs, Scalar, Value
from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.ids import Ids, slug
from argmap.formats.problems import damaged, shortened
from argmap.formats.yaml_text import YamlText, plain, read_yaml, several, words
from argmap.model import ArgumentMap, Claim, Json, Relation, Stance
from argmap.text import TextFile

_OWN: Final = "carneades"
_ONE_WORD: Final = re.compile(r"[\w.-]+")
_MOST_POSITIONS: Final = 8
_ASSUMED: Final = "assumed in the argument graph"
_KEPT: Final = "it counts for nothing, and is kept as data"


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:  # noqa: ARG001 - no other file
    """Read an argument graph."""
    yaml = read_yaml(file)
    reader = _Reader(yaml)
    return reader.map(), (*yaml.findings, *reader.findings)


class _Reader:
    """Reads one file."""

    def __init__(self, yaml: YamlText) -> None:
        self.findings: list[Finding] = []
        self._yaml, self._ids = yaml, Ids()
        self._top: dict[str, Value] = {}
        for key, value in yaml.pairs:
            self._top.setdefault(key.text, value)
        self._names: dict[str, str] = {}
        self._arguments: dict[str, Json] = {}
        statements = list(self._entries("statements"))
        for key, _ in statements:
            self._names.setdefault(key.text, self._id(key.text))
        listed = [self._named(one) for one in self._listed(self._top.get("assumptions"))]
        self._assumed = dict.fromkeys(one for one in listed if one)
        self._claims = [self._claim(key, value) for key, value in statements]

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        relations = tuple(self._relations())
        opposed = tuple(self._opposed())
        meta, data = self._kept()
        title = meta.pop("title", None)
        notes = [meta.pop(key) for key in ("notes", "note") if isinstance(meta.get(key), str)]
        if meta:
            data["meta"] = meta
        return ArgumentMap(
            "" if title is None else " ".join(str(title).split()),
            description=" ".join(str(notes[0]).split()) if notes else None,
            nodes=self._claims,
            relations=(*relations, *opposed),
            data={_OWN: data} if data else {},
            span=self._yaml.file.span(0),
        )

    def _kept(self) -> tuple[dict[str, Json], dict[str, Json]]:
        """Return what is said of the file, and what is kept as data of the map."""
        meta = plain(self._top["meta"]) if "meta" in self._top else None
        data: dict[str, Json] = {
            key: plain(value)
            for key, value in self._top.items()
            if key not in {"meta", "statements", "arguments", "issues", "assumptions", "tests"}
        }
        issues: dict[str, Json] = {key.text: self._issue(one) for key, one in self._issues()}
        tests: dict[str, Json] = {
            key.text: [self._named(one) for one in self._listed(value)]
            for key, value in self._entries("tests")
        }
        kept: dict[str, Json] = {
            "issues": issues,
            "assumptions": list(self._assumed),
            "tests": tests,
            "arguments": self._arguments,
        }
        data |= {key: value for key, value in kept.items() if value}
        return (meta if isinstance(meta, dict) else {}), data

    def _claim(self, key: Scalar, value: Value) -> Claim:
        name = self._names[key.text]
        fields = {one.text: field for one, field in value.pairs} if isinstance(value, Pairs) else {}
        text = words(fields.pop("text", value)) if fields or not isinstance(value, Pairs) else ""
        if text is None:
            message = f"the text of '{shortened(key.text)}' is none"
            self._tell(key, message, "write it behind the id", name, Severity.ERROR)
        assumed = fields.pop("assumed", None)
        if assumed is not None and plain(assumed) is True:
            self._assumed.setdefault(name)
        data: dict[str, Json] = {field: plain(one) for field, one in fields.items()}
        if name != key.text:
            data["id"] = key.text
        return Claim(
            name,
            " ".join((text or "").split()),
            assumed=_ASSUMED if name in self._assumed else None,
            data={_OWN: data} if data else {},
            span=self._yaml.span(key),
        )

    def _relations(self) -> Iterator[Relation]:
        for key, value in self._entries("arguments"):
            if not isinstance(value, Pairs):
                message = f"'{shortened(key.text)}' is no argument"
                self._tell(key, message, "give it a `conclusion` and `premises`", key.text)
                continue
            fields = {one.text: field for one, field in value.pairs}
            name = self._ids.take(key.text, "argument")
            end = self._named(words(fields["conclusion"]) if "conclusion" in fields else None)
            premises, roles = self._premises(fields.pop("premises", None))
            if not end or not premises:
                lacks = "conclusion" if not end else "premise"
                message = f"argument '{shortened(key.text)}' has no {lacks}"
                self._tell(key, message, _KEPT, name)
                kept = {one: self._translated(field) for one, field in fields.items()}
                self._arguments[name] = kept | ({"premises": list(premises)} if premises else {})
                continue
            yield self._relation(key, name, end, premises, roles, fields)
            for one in self._listed(fields.get("undercutter")):
                if undercutter := self._named(one):
                    span = self._yaml.span(key)
                    yield Relation(Stance.UNDERCUTS, undercutter, name, span=span)

    def _relation(
        self,
        key: Scalar,
        name: str,
        end: str,
        premises: tuple[str, ...],
        roles: dict[str, Json],
        fields: dict[str, Value],
    ) -> Relation:
        weight = plain(fields["weight"]) if "weight" in fields else None
        is_degree = isinstance(weight, int | float) and 0 <= weight <= 1
        read_here = {"conclusion", "undercutter", "scheme", *(("weight",) if is_degree else ())}
        data = {one: plain(field) for one, field in fields.items() if one not in read_here}
        if roles:
            data["roles"] = roles
        return Relation(
            Stance.SUPPORTS,
            premises,
            end,
            id=name,
            scheme=words(fields["scheme"]) or None if "scheme" in fields else None,
            strength=float(weight) if isinstance(weight, int | float) and is_degree else None,
            data={_OWN: data} if data else {},
            span=self._yaml.span(key),
        )

    def _premises(self, value: Value | None) -> tuple[tuple[str, ...], dict[str, Json]]:
        """Return the premises of an argument, and the roles that they have."""
        if isinstance(value, Pairs):
            named = {key.text: self._named(words(one)) for key, one in value.pairs}
            roles: dict[str, Json] = {key: name for key, name in named.items() if name}
            return tuple(name for name in named.values() if name), roles
        names = (self._named(one) for one in self._listed(value))
        return tuple(name for name in names if name), {}

    def _opposed(self) -> Iterator[Relation]:
        """Give the positions of each issue as claims that contrast each other."""
        for key, value in self._issues():
            positions = dict.fromkeys(self._positions(value))
            if len(positions) > _MOST_POSITIONS:
                continue
            for one, other in permutations(positions, 2):
                data: Json = {"issue": key.text}
                span = self._yaml.span(key)
                yield Relation(Stance.CONTRASTS, one, other, data={_OWN: data}, span=span)

    def _issues(self) -> Iterator[tuple[Scalar, Pairs]]:
        for key, value in self._entries("issues"):
            if isinstance(value, Pairs):
                yield key, value

    def _positions(self, issue: Pairs) -> list[str]:
        found = next((value for key, value in issue.pairs if key.text == "positions"), None)
        return [name for one in self._listed(found) if (name := self._named(one))]

    def _issue(self, issue: Pairs) -> Json:
        kept: dict[str, Json] = {key.text: plain(value) for key, value in issue.pairs}
        return kept | {"positions": list(self._positions(issue))}

    def _entries(self, name: str) -> Iterator[tuple[Scalar, Value]]:
        """Give the entries of a mapping at the top; each key once."""
        value = self._top.get(name)
        known: set[str] = set()
        if isinstance(value, Pairs):
            for key, one in value.pairs:
                if key.text and key.text not in known:
                    known.add(key.text)
                    yield key, one
        elif isinstance(value, Items) or (isinstance(value, Scalar) and not value.is_absent):
            message = f"`{name}` holds no entries with ids"
            self._tell(value, message, "it was left out", "", Severity.ERROR)

    def _listed(self, value: Value | None) -> list[str]:
        some = several(value) if value is not None else ()
        return [text for one in some if (text := words(one))]

    def _translated(self, value: Value) -> Json:
        if isinstance(value, Scalar):
            return self._named(words(value)) or None
        return plain(value)

    def _named(self, own: str | None) -> str:
        """Return how a statement is called in argmap; what is none keeps its name."""
        return self._names.get(own, own) if own else ""

    def _id(self, own: str) -> str:
        wanted = own if _ONE_WORD.fullmatch(own) else slug(own.replace("¬", "not-"))
        return self._ids.take(wanted, "statement")

    def _tell(
        self,
        value: Value,
        message: str,
        advice: str,
        subject: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        span = self._yaml.span(value)
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))
