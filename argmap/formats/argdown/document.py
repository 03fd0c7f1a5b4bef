"""An Argdown document: its statements, arguments and relations, as Argdown itself sees them."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from argmap.findings import Finding
from argmap.formats.argdown.inline import Inline
from argmap.model import Json
from argmap.text import Span


class Bond(StrEnum):
    """What one statement or argument does to another."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILS = "entails"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"


@frozen
class End:
    """One end of a relation.

    Attributes:
        kind: `statement`, `argument` or `inference`.
        number: the number of the statement or argument in the document, from 0.
        step: the number of the inference in its argument, from 0.
    """

    kind: str
    number: int
    step: int = 0


@frozen
class Member:
    """A place where a statement or an argument stands.

    Attributes:
        content: its text, tags and data.
        is_reference: whether it only refers to what is defined elsewhere.
        role: `top`, `relation`, `premise`, `conclusion` or `listed`.
        section: the number of the heading that it stands under, from 0; None before the first.
        span: where it stands.
    """

    content: Inline
    is_reference: bool
    role: str
    section: int | None
    span: Span


@frozen
class Statement:
    """What is said under one title, at one place or several: Argdown's equivalence class.

    Attributes:
        title: its title; `Untitled 3` where it has none.
        is_titled: whether its author gave it one.
        members: the places where it stands.
    """

    title: str
    is_titled: bool
    members: tuple[Member, ...] = field(repr=False)


@frozen
class Step:
    """An inference: from premises to a conclusion.

    Attributes:
        premises: the numbers of the statements that it starts from.
        conclusion: the number of the statement that it leads to.
        rules: the rules of inference that it follows.
        data: the data of the inference.
        uses_named: whether its data say which premises it uses.
        span: where the inference stands.
    """

    premises: tuple[int, ...]
    conclusion: int
    rules: tuple[str, ...]
    data: Mapping[str, Json] | None
    uses_named: bool
    span: Span


@frozen
class Argument:
    """An argument: described, or taken apart into premises and conclusions.

    Attributes:
        title: its title; `Untitled 3` where it has none.
        is_titled: whether its author gave it one.
        members: the places where it stands; none where its premises are all there is of it.
        steps: its inferences; the last one leads to its main conclusion.
        section: the number of the heading that its premises stand under.
        span: where it is taken apart, or first stands.
    """

    title: str
    is_titled: bool
    members: tuple[Member, ...] = field(repr=False)
    steps: tuple[Step, ...]
    section: int | None
    span: Span = field(repr=False)


@frozen
class Link:
    """A relation.

    Attributes:
        bond: what it is.
        source: where it starts.
        target: where it ends.
        span: where it stands.
    """

    bond: Bond
    source: End
    target: End
    span: Span = field(repr=False, eq=False)


@frozen
class Heading:
    """A heading.

    Attributes:
        level: how deep, from 1.
        content: its text, tags and data.
        span: where it stands.
    """

    level: int
    content: Inline
    span: Span


@frozen
class Document:
    """What stands in an Argdown file.

    Attributes:
        statements: in the order in which they begin.
        arguments: in the order in which they begin.
        relations: as they are written; those of an argument that is taken apart start at its main
            conclusion.
        headings: in the order written.
        front: the front matter.
        findings: what was wrong.
    """

    statements: tuple[Statement, ...]
    arguments: tuple[Argument, ...]
    relations: tuple[Link, ...]
    headings: tuple[Heading, ...]
    front: Mapping[str, Json]
    findings: tuple[Finding, ...]
