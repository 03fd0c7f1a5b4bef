"""Rules about ids: each stands for one thing (104), reads well (105), and is there (106)."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final, TypeAlias

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.claimfile.mending import mended_list, mended_word
from argmap.findings import Fix
from argmap.model import Claim, Node, Relation, Source, Stance
from argmap.nearest import is_slip, nearest
from argmap.text import Span

_SIGNS: Final = "-_."
_USUAL: Final = frozenset(f"abcdefghijklmnopqrstuvwxyz0123456789{_SIGNS}")
_COMPARISONS: Final = 200_000  # a tenth of a second


def duplicate_id(context: Context) -> Iterator[Problem]:
    """One id stands for two things, or two ids differ only in upper and lower case.

    Why: Whoever names the id would not know which of the two is meant. Nodes and relations share
    one set of ids, old ids under `aliases:` among them; sources have their own. Ids that differ
    only in case, or in how their letters are encoded, are one id for people and for some disks.

    Fires:
        sources:
          counts: {title: Traffic counts}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [Traffic-Fell]}
        evidence:
          Traffic-Fell: {text: Counts fell by 18 percent., cites: counts}

    Silent:
        sources:
          counts: {title: Traffic counts}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: counts}
    """
    nodes = context.argument_map.nodes
    named = (relation for relation in context.argument_map.relations if relation.is_named)
    own = ((value.id, value.span, value) for value in chain(nodes, named))
    aliases = (
        (alias, node.spans.get(f"aliases[{number}]", node.span), node)
        for node in nodes
        for number, alias in enumerate(node.aliases)
    )
    yield from _repeated(chain(own, aliases))
    sources = context.argument_map.sources
    yield from _repeated((source.id, source.span, source) for source in sources)


def bad_id(context: Context) -> Iterator[Problem]:
    """An id is not made of letters, digits and `-`, `_` or `.` alone.

    Why: Ids are typed on command lines, and are parts of links and of file names. They begin
    with a letter, a digit or `_`; letters may be those of any language. The keys of a
    bibliography are as they are.

    Fires:
        claims:
          traffic fell: {text: Traffic fell., assumed: shown in the report}

    Silent:
        claims:
          traffic-fell: {text: Traffic fell., assumed: shown in the report}
          trafic-diminué: {text: Le trafic a diminué., restates: [traffic-fell]}
          交通量减少: {text: 交通量减少了。, restates: [traffic-fell]}
    """
    found = context.argument_map
    named = (relation for relation in found.relations if relation.is_named)
    own = (source for source in found.sources if source.id not in found.keys_of_bibliographies)
    for value in chain(found.nodes, named, own):
        if not _is_slug(value.id):
            better = _slug(value.id)
            example = f", as in {quoted(better)}" if better else ""
            yield Problem(
                f"the id {quoted(value.id)} {_blemish(value.id)}",
                value.span,
                help=f"use letters, digits, '-', '_' and '.'{example}",
                subject=value.id,
            )


def unresolved_reference(context: Context) -> Iterator[Problem]:
    """A relation names something that is not in the map.

    Why: Most often the id is mistyped, or was changed elsewhere; then support is lost without a
    word. Keep the old id under `aliases:` when you rename a node.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts, cuonts-2003]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          counts-2003: {text: Counts fell in 2003., cites: report, supports: [traffic-fell]}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts, old-counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          counts-2003: {text: Counts fell in 2003., cites: report, aliases: [old-counts]}
    """
    missing = list(_missing(context))
    nodes = tuple(context.nodes)
    relations = tuple(context.argument_map.relations_by_id)
    meant_node = suggestions((end for end, _, _, wanted in missing if wanted == "node"), nodes)
    meant_relation = suggestions(
        (end for end, _, _, wanted in missing if wanted == "relation"), relations
    )
    sure = slips(meant_node, nodes) | slips(meant_relation, relations)
    for end, span, relation, wanted in missing:
        meant = (meant_node if wanted == "node" else meant_relation).get(end, "")
        if meant in relation.premises or meant == relation.target:
            meant = ""  # that end is named already; it cannot be meant twice
        yield Problem(
            f"there is no {'claim or evidence' if wanted == 'node' else wanted} {quoted(end)}",
            span,
            help=_advice(context, end, wanted, meant),
            subject=relation.id,
            fixes=_fixes(context, relation, end, span, meant if end in sure else ""),
        )


def suggestions(words: Iterable[str], known: Sequence[str]) -> dict[str, str]:
    """Return what was most likely meant by words, for as many as can be looked for soon."""
    most = max(10, _COMPARISONS // max(1, len(known)))
    return {word: nearest(word, known) for word in islice(dict.fromkeys(words), most)}


def slips(suggested: Mapping[str, str], known: Sequence[str]) -> frozenset[str]:
    """Return the words for which what is suggested is sure."""
    return frozenset(word for word, meant in suggested.items() if is_slip(word, meant, known))


_Named: TypeAlias = Node | Relation | Source


def _repeated(named: Iterable[tuple[str, Span | None, _Named]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, Span | None, _Named]] = {}
    for name, span, value in named:
        other, place_of_other, owner = first.setdefault(_folded(name), (name, span, value))
        if owner is value:
            continue
        if name == other:
            message = f"{quoted(name)} is the id of {_kind(owner)} already"
        else:
            how = "encoding" if _composed(name) == _composed(other) else "case"
            message = f"{quoted(name)} is {quoted(other)} but for the {how} of its letters"
        yield Problem(
            message,
            span,
            help="choose another id for one of them, and change what names it",
            subject=name,
            related=place(place_of_other, f"{quoted(other)} is here"),
        )


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return _composed(_composed(name).casefold())


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _kind(value: _Named) -> str:
    if isinstance(value, Relation):
        return "a relation"
    if isinstance(value, Source):
        return "a source"
    return "a claim" if isinstance(value, Claim) else "evidence"


def _is_slug(name: str) -> bool:
    return name[0] not in "-." and (_USUAL.issuperset(name) or all(map(_is_of_a_slug, name)))


def _is_of_a_slug(character: str) -> bool:
    # Vowel signs of many scripts are marks rather than letters.
    return (
        character.isalnum()
        or character in _SIGNS
        or unicodedata.category(character).startswith("M")
    )


def _blemish(name: str) -> str:
    wrong = next((character for character in name if not _is_of_a_slug(character)), "")
    if not wrong:
        return f"begins with '{name[0]}'"
    if wrong.isspace():
        return "holds a blank"
    return f"holds '{wrong}'" if wrong.isprintable() else f"holds U+{ord(wrong):04X}"


def _slug(name: str) -> str:
    kept = (character if _is_of_a_slug(character) else " " for character in name)
    return "-".join("".join(kept).split()).lstrip("-.")


_Missing: TypeAlias = tuple[str, Span | None, Relation, str]


def _missing(context: Context) -> Iterator[_Missing]:
    """Give each place where a relation names what is not there, and what should be."""
    nodes, relations = context.nodes, context.argument_map.relations_by_id
    for relation in context.argument_map.relations:
        for number, premise in enumerate(relation.premises):
            if premise not in nodes and premise not in relations:
                span = relation.spans.get(f"premises[{number}]", relation.span)
                yield premise, span, relation, "node"
        if relation.target not in nodes and relation.target not in relations:
            wanted = "relation" if relation.stance is Stance.UNDERCUTS else "node"
            yield relation.target, relation.spans.get("target", relation.span), relation, wanted


def _fixes(
    context: Context, relation: Relation, end: str, span: Span | None, meant: str
) -> tuple[Fix, ...]:
    """Return the fix of a reference: to what is surely meant, or to each of several ids."""
    if not context.is_whole or end in context.argument_map.sources_by_id:
        return ()
    parts = [part.strip() for part in end.split(",")]
    if len(parts) > 1 and all(part in context.nodes for part in parts):
        return mended_list(span, end, parts)
    # What a node would do to itself is not meant.
    if not meant or meant in (*relation.premises, relation.target):
        return ()
    return mended_word(span, end, meant)


def _advice(context: Context, end: str, wanted: str, meant: str) -> str:
    parts = [part.strip() for part in end.split("," if "," in end else None)]
    if len(parts) > 1 and all(part and ("," in end or part in context.nodes) for part in parts):
        return f"for several ids write a list: [{', '.join(parts)}]"
    if end in context.argument_map.sources_by_id:
        return f"{quoted(end)} is a source: evidence names it under `cites:`"
    if end in context.argument_map.nodes_by_id:
        return f"{quoted(context.argument_map.nodes_by_id[end].id)} had that id; name it as it is"
    if meant:
        return f"did you mean {quoted(meant)}?"
    if wanted == "relation":
        return "give the relation that you doubt an `id:`, and undercut that"
    return "add it, or remove its name here"
