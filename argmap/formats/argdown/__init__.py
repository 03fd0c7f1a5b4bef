"""Argdown, the notation for argument maps in plain text.

It is read as the parser of Argdown 1.7 reads it (argdown.org): front matter, headings, statements,
arguments, relations, premises with their conclusions, tags, data, comments, escapes, lists and
`@include`. What that parser refuses is told, with what to do, and mended where the meaning is
plain; no text is lost.

==============================  ==================================================================
in Argdown                      in a map
==============================  ==================================================================
`[title]: text`                 a claim; its id is the title, or a slug of it with the title kept
text without a title            a claim, its id made of its first words
several texts under a title     one claim with the last text, or the one that `isCanonical`; the
                                others are kept
`<title>: text`                 a claim too, kept as an argument
`<title>` with premises and a   a relation with linked premises that supports the conclusion; its
conclusion                      id is the title, its `because` the argument's text, its `scheme`
                                the rules of inference; earlier steps are relations of their own.
                                A step starts from the premises above it and the conclusion
                                before, or from what `uses` names
`+`, `+>`                       supports
`-`, `->`                       contrasts
`><`                            contrasts, kept as contradictory
`_`, `_>` at an inference       undercuts
`_` at an argument without      undercuts what the argument is the one reason of; else contrasts,
premises, or at a statement     kept as an undercut
`-` at an argument that has     undercuts its last step, kept as an attack; `+` supports its
premises                        conclusion
`model: {mode: strict}`         `+` and `-` between statements are kept as entailment, contrary
heading                         the section of what stands below it; levels, tags and data are kept
tags                            tags; those at the end of a text are no part of it
bold, italics, links            left out of the text, and kept with it
shortcodes, as `:heart:`        the sign that they stand for
data in braces, front matter    kept; `title` is the map's
comments                        left out
==============================  ==================================================================

What is kept stands under `argdown` in the data of a claim, a relation or the map, and is written
again.

Writing: each claim is a statement with its id or title, each relation is drawn below what it aims
at, and one with several premises, a name, a scheme or a warrant is an argument with premises and a
conclusion. What Argdown has no place for (sources and passages, types, confidence, and that a node
is evidence) stands in data under `argmap`, and relations that it cannot draw are listed in the
front matter, so that reading gives the same map. Texts on several lines are shown on one. Of an
empty map Argdown itself says that it is no document.
"""

from argmap.findings import Finding
from argmap.formats.argdown.building import read_document
from argmap.formats.argdown.document import Document
from argmap.formats.argdown.mapping import as_map
from argmap.formats.argdown.writing import as_argdown
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile

__all__ = ["Document", "read", "read_document", "write"]


def read(
    file: TextFile, beside: Beside = nothing_beside
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read an Argdown file, with what it includes."""
    return as_map(read_document(file, beside), file)


def write(argument_map: ArgumentMap) -> Written:
    """Write a map as Argdown. Nothing is lost: what Argdown cannot say stands in its data."""
    return Written(as_argdown(argument_map))
