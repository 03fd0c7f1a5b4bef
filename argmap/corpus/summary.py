"""What came out of many maps together."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from argmap.corpus.table import SCHEMAS
from argmap.corpus.working import Kind, Outcome, Record, State

_SEVERITIES: Final = ("error", "warning", "info")


@define
class Summary:
    """Sums that grow with each outcome; they take no more room for more maps.

    Attributes:
        kind: the task whose outcomes are added.
        maps: how many maps were read.
        half_read: how many of them have errors that their reader found.
        passed: how many files are in no known format.
        bad: how many files could not be read.
        records: how many records were made.
    """

    kind: Kind
    maps: int = 0
    half_read: int = 0
    passed: int = 0
    bad: int = 0
    records: int = 0
    _numbers: Counter[tuple[str, ...]] = field(factory=Counter, init=False)
    _maps: Counter[tuple[str, ...]] = field(factory=Counter, init=False)
    _strength: float = field(default=0.0, init=False)
    _strengths: int = field(default=0, init=False)

    def add(self, outcome: Outcome) -> None:
        """Count what one place gave."""
        self.maps += outcome.state is State.READ
        self.half_read += not outcome.is_whole
        self.passed += outcome.state is State.PASSED
        self.bad += outcome.state is State.BAD
        self.records += len(outcome.records)
        seen = Counter[tuple[str, ...]]()
        for record in outcome.records:
            seen.update(self._of(record))
        self._numbers.update(seen)
        self._maps.update({key: 1 for key, number in seen.items() if number})

    def _of(self, record: Record) -> dict[tuple[str, ...], int]:
        if self.kind == "check":
            key = (str(record["severity"]), str(record["code"]), str(record["rule"]))
            return {key: 1}
        if self.kind == "assess":
            strength = record["strength"]
            if isinstance(strength, float):
                self._strength += strength
                self._strengths += 1
            return {(str(record["status"]),): 1}
        return {(key,): value for key, value in record.items() if isinstance(value, int)}

    def text(self) -> str:
        """Return the table that people read."""
        rows = [(*key, str(number), str(maps)) for key, number, maps in self._rows()]
        if rows:
            rows.insert(0, _HEADINGS[self.kind])
        words = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
        lines = [_line(row, words) for row in rows]
        if self._strengths:
            lines.append(f"mean strength {self._strength / self._strengths:.3f}")
        return "".join(f"{line}\n" for line in (*lines, self.line))

    @property
    def line(self) -> str:
        """What was examined, in one line."""
        maps = "1 map" if self.maps == 1 else f"{self.maps} maps"
        half = f" ({self.half_read} with errors of their own)" if self.half_read else ""
        return f"read {maps}{half}; {self.passed} passed over, in no known format; {self.bad} bad"

    def json(self) -> str:
        """Return the same for programs."""
        names = _HEADINGS[self.kind]
        report: dict[str, object] = {
            "version": 1,
            "task": self.kind,
            "maps": self.maps,
            "half_read": self.half_read,
            "passed": self.passed,
            "bad": self.bad,
            "records": self.records,
            "rows": [
                dict(zip(names, (*key, number, maps), strict=True))
                for key, number, maps in self._rows()
            ],
        }
        if self._strengths:
            report["mean_strength"] = self._strength / self._strengths
        return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

    def _rows(self) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Give findings the worst first, the rest in the order of the schema and the alphabet."""
        keys = sorted(self._numbers, key=lambda key: (*_rank(key, self.kind), key))
        for key in keys:
            yield key, self._numbers[key], self._maps[key]


_HEADINGS: Final[dict[Kind, tuple[str, ...]]] = {
    "check": ("severity", "code", "rule", "findings", "maps"),
    "stats": ("what", "number", "maps"),
    "assess": ("status", "claims", "maps"),
}


def _rank(key: tuple[str, ...], kind: Kind) -> tuple[int, ...]:
    if kind == "check":
        return (_SEVERITIES.index(key[0]),)
    fields = list(SCHEMAS["stats"])
    return (fields.index(key[0]),)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    *words, number, maps = row
    left = [word.ljust(width) for word, width in zip(words, widths, strict=False)]
    return "  ".join((*left, number.rjust(widths[-2]), maps.rjust(widths[-1])))
