"""What a shell completes where a word of the project or of argmap belongs: ids, rules, sections."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import click
from click.shell_completion import CompletionItem

from argmap.cli.door import COMMANDS, COMPLETING
from argmap.findings import ArgmapError

if TYPE_CHECKING:
    from argmap.project import LoadedMap

Completion: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
"""What click calls with the word that is begun."""

_Word: TypeAlias = tuple[str, str]  # and what a shell tells beside it

_LONGEST: Final = 60  # letters of what is told beside a word
_PLAIN: Final = frozenset("-._/=,+:@%")  # what a shell leaves alone, beside letters and figures


def _completion(known: Callable[[click.Context], Iterable[_Word]]) -> Completion:
    """Return what completes a word from those that are known.

    Where the project cannot be read there are none: a shell has no place for messages.
    """

    def complete(
        context: click.Context, _parameter: click.Parameter, begun: str
    ) -> list[CompletionItem]:
        try:
            words = dict(known(context))
        except (ArgmapError, OSError):
            return []
        # As below.
        from argmap.reports.printable import cut, folded  # noqa: PLC0415

        return [
            CompletionItem(_typed(word), help=cut(folded(about), _LONGEST) or None)
            for word, about in words.items()
            if word.startswith(begun)
        ]

    return complete


def _several(known: Callable[[click.Context], Iterable[_Word]]) -> Completion:
    """Return what completes the last of several words with commas between."""

    def complete(
        context: click.Context, parameter: click.Parameter, begun: str
    ) -> list[CompletionItem]:
        before, comma, last = begun.rpartition(",")
        items = _completion(known)(context, parameter, last)
        for item in items:
            item.value = f"{before}{comma}{item.value}"
        return items

    return complete


def _maps(context: click.Context) -> "Sequence[LoadedMap]":
    """Return the maps of the project, or those that `--map` names."""
    # A command that completes choices only does without all that reads maps.
    from argmap.cli.gather import maps_called  # noqa: PLC0415
    from argmap.project import find_project  # noqa: PLC0415

    return maps_called(context.params.get("name"), find_project())


def _nodes(context: click.Context) -> Iterator[_Word]:
    for one in _maps(context):
        yield from ((node.id, node.text) for node in one.map.nodes)


def _parts(context: click.Context) -> Iterator[_Word]:
    """Give the ids of nodes, and of relations that have one of their own."""
    for one in _maps(context):
        yield from ((node.id, node.text) for node in one.map.nodes)
        for relation in one.map.relations:
            if relation.is_named:
                about = f"{', '.join(relation.premises)} {relation.stance} {relation.target}"
                yield relation.id, about


def _sources(context: click.Context) -> Iterator[_Word]:
    for one in _maps(context):
        yield from ((source.id, source.title or "") for source in one.map.sources)


def _all_ids(context: click.Context) -> Iterator[_Word]:
    yield from _parts(context)
    yield from _sources(context)


def _flagged(context: click.Context) -> Iterator[_Word]:
    """Give what has open flags, with these."""
    from argmap.review import standing_of  # noqa: PLC0415 - as above

    for one in _maps(context):
        for reviewed in dict.fromkeys(review.node for review in one.reviews):
            node = one.map.nodes_by_id.get(reviewed)
            if node is None:
                continue
            for it in standing_of(one.map, node, one.reviews, one.assessment).flags:
                yield it.flag.relation or node.id, f"{it.flag.kind}, of {it.reviewer}"


def _suppositions(context: click.Context) -> Iterator[_Word]:
    for word, about in _parts(context):
        yield f"{word}=out", about
        yield f"{word}=in", about


def _sections(context: click.Context) -> Iterator[_Word]:
    from argmap.project import sections_of  # noqa: PLC0415 - as above

    for one in _maps(context):
        yield from ((section, "") for section in sections_of(one.map))


def _reviewers(context: click.Context) -> Iterator[_Word]:
    for one in _maps(context):
        yield from ((review.reviewer, "") for review in one.reviews)


def map_names(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Complete the name of a map, or a path."""
    named = _completion(_map_names)(context, parameter, begun)
    return named or [CompletionItem(begun, type="file")]


def _map_names(_context: click.Context) -> Iterator[_Word]:
    from argmap.project import find_project, load_maps  # noqa: PLC0415 - as above

    for one in load_maps(find_project()):
        yield one.name, one.map.title or ""


def _rules(_context: click.Context) -> Iterator[_Word]:
    from argmap.checks import RULES  # noqa: PLC0415 - as above
    from argmap.project import find_project  # noqa: PLC0415

    yield from ((rule.name, rule.summary) for rule in RULES)
    yield from ((rule.name, rule.summary) for rule in find_project().configuration.rules)


def _selections(context: click.Context) -> Iterator[_Word]:
    from argmap.checks import PRESETS  # noqa: PLC0415 - as above

    yield from _rules(context)
    yield from ((name, "a preset") for name in PRESETS)


def _statuses(_context: click.Context) -> Iterator[_Word]:
    from argmap.render.parts import KNOWN  # noqa: PLC0415 - as above

    yield from ((status, "") for status in KNOWN)


def _flag_kinds(_context: click.Context) -> Iterator[_Word]:
    from argmap.review import FLAGS  # noqa: PLC0415 - as above

    yield from ((kind.name, kind.about) for kind in FLAGS.values())


def _formats(_context: click.Context) -> Iterator[_Word]:
    from argmap.formats import FORMATS  # noqa: PLC0415 - as above

    yield from ((one.name, one.title) for one in FORMATS)


def _reports(_context: click.Context) -> Iterator[_Word]:
    from argmap.reports import REPORTS  # noqa: PLC0415 - as above

    yield from ((name, "") for name in REPORTS)


def _thresholds(_context: click.Context) -> Iterator[_Word]:
    from argmap.assess.carneades import PRESETS  # noqa: PLC0415 - as above

    yield from ((name, "") for name in PRESETS)


def _topics(_context: click.Context) -> Iterator[_Word]:
    from argmap.cli.commands.help import topics as pages  # noqa: PLC0415 - that module imports this one

    yield from ((name, "a topic") for name in pages())
    yield from COMMANDS.items()


nodes: Final = _completion(_nodes)
parts: Final = _completion(_parts)
sources: Final = _completion(_sources)
all_ids: Final = _completion(_all_ids)
flagged: Final = _completion(_flagged)
suppositions: Final = _completion(_suppositions)
sections: Final = _completion(_sections)
reviewers: Final = _completion(_reviewers)
rules: Final = _completion(_rules)
selections: Final = _several(_selections)
statuses: Final = _several(_statuses)
flag_kinds: Final = _completion(_flag_kinds)
formats: Final = _completion(_formats)
reports: Final = _completion(_reports)
thresholds: Final = _completion(_thresholds)
topics: Final = _completion(_topics)


def _typed(word: str) -> str:
    """Return a word as it is typed.

    Bash puts it into the line as it gets it, others quote it. Click's script reads one backslash
    of two away.
    """
    is_for_bash = os.environ.get(COMPLETING, "").startswith("bash")
    begun = os.environ.get("COMP_WORDS", "").rpartition("\n")[2]
    if not is_for_bash or begun.startswith(("'", '"')):
        return word
    return "".join(one if one.isalnum() or one in _PLAIN else f"\\\\{one}" for one in word)
