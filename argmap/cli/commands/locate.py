"""`argmap locate`: the place of some words in a source, ready to be pasted into a claim file."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import click
from attrs import evolve, frozen

from argmap.claimfile import write_cites
from argmap.cli import completing
from argmap.cli.gather import project_of, refuse_unknown_source
from argmap.cli.options import examples, one_of
from argmap.cli.texts import any_text_option
from argmap.extract.at_hand import TextAtHand
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Source
from argmap.passages import Located, annotation_target, text_fragment_link
from argmap.passages import locate as places_of
from argmap.project import LoadedMap, load_maps
from argmap.project.beside_texts import texts_of
from argmap.reports import folded

_MOST: Final = 5
_LEAST: Final = 0.7  # what is less like the words than this is something else


@frozen
class _Hit:
    """A place of the words in one of the texts."""

    source: Source
    text: TextAtHand
    located: Located

    @property
    def address(self) -> str:
        """Where the text can be read: its address on the web, or else its file."""
        return self.source.url or self.text.path


def _cites(hit: _Hit, digest: bool) -> str:  # noqa: FBT001 - all forms are called alike
    passage = hit.located.passage
    kept = evolve(passage, quote=None) if digest else evolve(passage, digest=None)
    return f"    # {folded(hit.text.path)}\n{write_cites([kept])}"


def _link(hit: _Hit, _digest: bool) -> str:  # noqa: FBT001 - as above
    return f"{text_fragment_link(hit.address, hit.text.source, hit.located.place)}\n"


def _annotation(hit: _Hit, _digest: bool) -> str:  # noqa: FBT001 - as above
    target = annotation_target(hit.text.source, hit.located.place, hit.address)
    return f"{json.dumps(target)}\n"


_FORMS: Final[Mapping[str, Callable[[_Hit, bool], str]]] = {
    "cites": _cites,
    "link": _link,
    "annotation": _annotation,
}


@click.command(
    epilog=examples(
        'argmap locate "fell by 18 percent"',
        'argmap locate "fell by 18 percent" --text article.txt',
        'argmap locate "by 18 percent" --text report=../report.pdf --digest',
    )
)
@click.argument("words", nargs=-1, required=True)
@any_text_option
@click.option(
    "--source",
    "wanted",
    metavar="ID",
    help="Look in this source only.",
    shell_complete=completing.sources,
)
@click.option("--digest", is_flag=True, help="Print a digest in place of the quotation.")
@click.option(
    "-f",
    "--format",
    "form",
    type=one_of(*_FORMS),
    default="cites",
    show_default=True,
    help="A field of a claim file, a link that a browser scrolls to, or the target of a Web "
    "Annotation in JSON.",
)
@click.pass_context
def locate(
    context: click.Context,
    *,
    words: tuple[str, ...],
    given: Mapping[str, Path],
    wanted: str | None,
    digest: bool,
    form: str,
) -> None:
    """Find words in source texts, and print where they stand as a `cites:` field.

    Looked through are the sources of the project that have a `file:`, or with --text these alone;
    there `PATH` without an id may be any text, and the id is its name. Where the words are not
    there as typed, the place that is most like them is printed, and the exit code is 1.
    """
    texts = list(_texts(given, wanted))
    hits = [
        _Hit(source, text, one)
        for source, text in texts
        for one in places_of(text.source, " ".join(words), source.id)
        if one.score >= _LEAST
    ]
    if not hits:
        names = ", ".join(f"'{folded(text.path)}'" for _, text in texts)
        message = f"nothing in {names} is like these words"
        raise UsageError(message)
    best = max(hit.located.score for hit in hits)
    chosen = [hit for hit in hits if hit.located.score == best]
    told = tuple(dict.fromkeys(_FORMS[form](hit, digest) for hit in chosen))
    click.echo("".join(told[:_MOST]), nl=False)
    if len(told) > _MOST:
        more = f"it stands in {len(told) - _MOST} more places; give more words"
        click.echo(f"argmap: {more}", err=True)
    if best < 1:
        click.echo(f"argmap: not as typed; {best:.0%} like it is what is printed", err=True)
    context.exit(int(best < 1))


def _texts(given: Mapping[str, Path], wanted: str | None) -> Iterator[tuple[Source, TextAtHand]]:
    """Give the texts to look through, with their sources.

    Raises:
        UsageError: when there is none.
    """
    project = project_of(())
    maps = load_maps(project)
    if wanted not in {None, *given}:
        refuse_unknown_source(wanted, maps)
    if given:
        known = {source.id: source for one in maps for source in one.map.sources}
        sources = [known.get(source_id, Source(source_id)) for source_id in given]
        maps = (LoadedMap("", ArgumentMap(sources=sources)),)
    reasons, found = [], False
    for one, texts in texts_of(maps, project, given):
        for source_id, text in texts.items():
            if wanted not in {None, source_id}:
                continue
            if isinstance(text, TextAtHand):
                found = True
                yield one.map.sources_by_id[source_id], text
            else:
                reasons.append(f"'{source_id}': {text.message}" if text.message else source_id)
    if not found:
        why = f" ({reasons[0]})" if reasons else ""
        message = f"no source has a text at hand{why}; give one with `--text FILE`"
        raise UsageError(message)
