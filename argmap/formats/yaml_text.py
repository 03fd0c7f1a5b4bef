"""YAML in and out, as other tools write it: bounded, without anchors and tags, with places."""

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import yaml
from attrs import evolve, frozen

from argmap.claimfile.document import Document
from argmap.claimfile.tree import Items, Pair, Pairs, Scalar, Value
from argmap.findings import Finding
from argmap.model import Json
from argmap.text import Span, TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRUTH: Final = {"true": True, "True": True, "false": False, "False": False}
_WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_NUMBER: Final = re.compile(
    r"[-+]?(?:[0-9]{1,20}\.[0-9]{0,20}|\.?[0-9]{1,20})(?:[eE][-+]?[0-9]{1,3})?"
)
_UNUSUAL: Final = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@frozen
class YamlText:
    """A file of YAML that was read.

    Attributes:
        pairs: the keys at the top and what stands behind them.
        findings: what could not be read.
    """

    file: TextFile
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]

    def span(self, value: Value) -> Span:
        """Return the place of a value."""
        return self.file.span(value.start, value.end)


def read_yaml(file: TextFile) -> YamlText:
    """Read a file whose top is a mapping; what cannot be read is left out, with findings."""
    document = Document(file)
    findings = tuple(
        evolve(
            one,
            message=_reworded(one.message),
            help=_reworded(one.help),
        )
        for one in document.findings
    )
    return YamlText(file, document.pairs, findings)


def plain(value: Value) -> Json:
    """Return a value as JSON has it: what looks like a number or a truth is one.

    Values are nested no deeper than a claim file may be.
    """
    if isinstance(value, Pairs):
        return {key.text: plain(one) for key, one in value.pairs}
    if isinstance(value, Items):
        return [plain(one) for one in value.items]
    return _typed(value.text) if not value.style else value.text


def words(value: Value) -> str | None:
    """Return a value as a text, as it is written; None for a list or a mapping."""
    if not isinstance(value, Scalar):
        return None
    return "" if value.is_absent else value.text


def several(value: Value) -> "Iterator[Value]":
    """Give the items of a list, or the one value that stands in place of a list."""
    if isinstance(value, Items):
        yield from value.items
    elif not (isinstance(value, Scalar) and value.is_absent):
        yield value


def write_yaml(value: Mapping[str, Json]) -> str:
    """Return a mapping as YAML in lines; halves of characters become U+FFFD."""
    text: str = yaml.dump(
        dict(value), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100
    )
    return text


class _Dumper(yaml.SafeDumper):
    """Writes texts so that all readers take them for texts, and short lists on one line."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature of PyYAML
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    text = _SURROGATE.sub("\ufffd", text)
    is_bare = isinstance(_typed(text), str) and not _UNUSUAL.search(text)
    style = None if is_bare else '"'
    if is_bare and "\n" in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: yaml.SafeDumper, items: list[Json]) -> yaml.SequenceNode:
    is_flat = not any(isinstance(one, dict | list) for one in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_flat)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)


def _reworded(text: str) -> str:
    """Return a text about claim files as one about a file of any kind."""
    text = text.replace("which a claim file does not have", "which argmap does not read")
    return text.replace("a claim file", "this file").replace(", such as `claims:`", "")


def _typed(text: str) -> Json:
    if text in {"", "~", "null"}:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    number = float(text) if _NUMBER.fullmatch(text) else math.inf
    return number if math.isfinite(number) else text
