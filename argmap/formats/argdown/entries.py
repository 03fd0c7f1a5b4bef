"""What all the members of a statement or an argument have together, and how it is called."""

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from argmap.formats.argdown.document import Argument, Member, Statement
from argmap.formats.argdown.native import id_of_title, squeezed
from argmap.formats.argdown.values import argmap_part, mapping, merge
from argmap.formats.ids import Ids, slug
from argmap.model import Json
from argmap.text import Span


@frozen
class Entry:
    """A statement or an argument, with what all of its members have together.

    Attributes:
        what: the statement or argument.
        data: its data, those of later members over those of earlier ones, without argmap's.
        own: what argmap kept with it.
        tags: the tags of all of its members.
        label: the member whose text counts; None where it is only referred to.
        others: the texts that it has besides.
        place: where it stands.
        section: the number of the heading that it stands under.
        text: its text; its title where it has none.
        markup: how its text is written, where that says more.
    """

    what: Statement | Argument
    data: dict[str, Json] = field(hash=False)
    own: Mapping[str, Json] = field(hash=False)
    tags: tuple[str, ...]
    label: Member | None
    others: tuple[str, ...]
    place: Span
    section: int | None
    text: str
    markup: str

    @property
    def is_argument(self) -> bool:
        """Whether it is an argument."""
        return isinstance(self.what, Argument)

    @property
    def is_taken_apart(self) -> bool:
        """Whether it is an argument with premises and a conclusion."""
        return isinstance(self.what, Argument) and bool(self.what.steps)

    @property
    def title(self) -> str:
        """Its title, where its author gave it one; else empty."""
        return self.what.title if self.what.is_titled else ""

    @property
    def native_text(self) -> str:
        """The text that stands in the file; empty where there is none."""
        return self.text if self.label else ""


def entry_of(what: Statement | Argument, *, strips_tags: bool) -> Entry:
    """Return what the members of a statement or an argument have together.

    Args:
        what: the statement or argument.
        strips_tags: whether tags are no part of texts.
    """
    data: dict[str, Json] = {}
    for member in what.members:
        if member.content.data:
            merge(data, member.content.data)
    own = argmap_part(data)
    data.pop("argmap", None)
    defined = [one for one in what.members if not one.is_reference and one.content.full]
    canonical = [one for one in defined if mapping(one.content.data).get("isCanonical") is True]
    label = (canonical or defined)[-1] if defined else None
    text, markup = _text(label, strips_tags=strips_tags)
    place, section = _place(what, defined)
    return Entry(
        what,
        data,
        own,
        tuple(dict.fromkeys(tag for one in what.members for tag in one.content.tags)),
        label,
        _others(defined, label),
        place,
        section,
        text if label else what.title if what.is_titled else "",
        markup,
    )


def _others(defined: Sequence[Member], label: Member | None) -> tuple[str, ...]:
    """Return what else stands under a title, each once."""
    if label is None:
        return ()
    told = dict.fromkeys(one.content.text for one in defined if one.content.text)
    return tuple(text for text in told if text != label.content.text)


def _text(label: Member | None, *, strips_tags: bool) -> tuple[str, str]:
    if label is None:
        return "", ""
    content = label.content
    if strips_tags:
        return content.untagged, squeezed(content.raw)
    return content.text or content.full, squeezed(content.raw) if content.text else ""


def _place(what: Statement | Argument, defined: Sequence[Member]) -> tuple[Span, int | None]:
    if isinstance(what, Argument) and what.steps:
        return what.steps[-1].span, what.section
    if isinstance(what, Argument) and not what.members:
        return what.span, what.section
    top = [one for one in what.members if one.role == "top"]
    first = (defined or top or what.members)[0]
    return first.span, first.section


@define
class Names:
    """The ids in the map, by the numbers in the document.

    Attributes:
        statements: those of statements.
        arguments: those of arguments: of a claim, or of the last step where it is taken apart;
            empty where that step has no name.
    """

    statements: list[str]
    arguments: list[str]


def names_of(statements: Sequence[Entry], arguments: Sequence[Entry]) -> Names:
    """Give ids: those that argmap kept, then by titles and texts in the order of the file."""
    ids = Ids()
    names = Names([""] * len(statements), [""] * len(arguments))
    waiting: list[tuple[Entry, list[str], int]] = []
    for entries, given in ((statements, names.statements), (arguments, names.arguments)):
        for nth, entry in enumerate(entries):
            own = _own_of_id(entry)
            wanted = own.get("id")
            if isinstance(wanted, str) and wanted:
                ids.take(wanted)
                given[nth] = wanted
            elif (entry.title and "id" not in own) or not entry.is_taken_apart:
                waiting.append((entry, given, nth))
    waiting.sort(key=lambda one: one[0].place.start)
    for entry, given, nth in waiting:
        wanted_id = id_of_title(entry.title) or slug(entry.text)
        given[nth] = ids.take(wanted_id, "argument" if entry.is_argument else "claim")
    return names


def _own_of_id(entry: Entry) -> Mapping[str, Json]:
    """Return where argmap kept the id: a relation's stands with its inference."""
    what = entry.what
    if isinstance(what, Argument) and what.steps:
        return argmap_part(what.steps[-1].data or {})
    return entry.own


def exact(own: Mapping[str, Json], name: str, native: str, otherwise: str | None) -> str | None:
    """Return what argmap kept, where it still is what stands in the file but for blanks."""
    value = own.get(name)
    return value if isinstance(value, str) and squeezed(value) == native else otherwise


def title_kept(entry: Entry, own: Mapping[str, Json], given: str) -> str:
    """Return the title to be kept beside an id; empty where the id says it, or argmap made it."""
    kept = own.get("title")
    if isinstance(kept, str):
        return kept
    return entry.title if given and entry.title != given else ""
