"""brat: standoff annotation, `.ann` beside `.txt`.

The format is that of the brat annotation tool (<https://brat.nlplab.org/standoff.html>), with the
types of the Argument Annotated Essays of Stab and Gurevych (2017). It is read and written without
loss; the text beside is a source of the map.

==========================================  ================================================
brat                                        argmap
==========================================  ================================================
`T`, a piece of the text                    a claim by the same id, with a passage that
                                            quotes it
`T` of type `MajorClaim`                    a main claim; all but the first restate the
                                            first
`T` of type `Evidence`                      evidence
`R` of type `supports`, `attacks`           supports, contrasts; `Arg1` is the premise
`R` of type `undercuts`, to an `R`          undercuts that relation
(argmap's own)
`A` called `Stance`, `For` or `Against`     supports or contrasts every `MajorClaim`
`*` of type `Equiv`                         the others restate the first
`#` of type `AnnotatorNotes` on a `T`       the note of the claim
`#` of type `Name` (argmap's own)           the id that it has in argmap
`#` of type `Argmap` (argmap's own)         its type, tags and other fields, in JSON
==========================================  ================================================

Kept as data: offsets (code points from 0), other types, and all other lines as they are: events,
other attributes and relations, normalizations. Other types that are read as relations:
`support`, `attack`, `rebuts`, `undercut`.

In writing, what bears on all main claims alike becomes a `Stance`, and what has no place in the
text is put at its end. Linked premises become several relations. Of the main claims only the
first, and those that restate it, are a `MajorClaim`; the others are told by an `Argmap` note.
"""

from argmap.formats.brat_in import read
from argmap.formats.brat_out import write

__all__ = ["read", "write"]
