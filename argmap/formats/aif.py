"""AIF, the Argument Interchange Format (Chesnevar et al. 2006), in the JSON of AIFdb.

A nodeset has nodes and edges. What is said and what is done with it are both nodes: premise ->
step -> conclusion. Source: the nodesets of AIFdb (Lawrence et al. 2012), and Inference Anchoring
Theory (Budzynska & Reed 2011) for dialogues.

    AIF                                 argmap
    I (information)                     a claim
    RA (inference)                      a relation that supports
    CA (conflict), to a claim           a relation that contrasts
    CA, to an RA, CA or MA              a relation that undercuts
    MA (rephrase)                       a relation that restates
    several I into one RA or CA         linked premises
    several I into one MA               one relation for each
    a step with several targets         one relation for each, with the same premises
    `scheme`, text or `schemeID`        the scheme of the relation, in small letters with blanks
                                        where it is one that argmap knows; none for the default
    L -> YA -> I                        a passage of the claim: its source is the speaker (by
                                        `personID`, else by what stands before ` : `), its
                                        quotation the words, its time the start of the locution
    L, TA, YA, PA and their edges       kept as they are, and not shown; a YA is never a premise
    a step without premise or target    kept as it is, with a finding
    a node of an unknown type           a claim where it is an end of a step, else kept
    an edge to a node that is missing   as it stands where it is an end of a step, else kept
    all other fields                    kept with the node, relation or map, under `aif`

Entities such as `&#8217;` are read in texts, and written as they were.

In writing, evidence is an I, too. Ids stay where they are numbers, or where the nodeset had other
ids; else a number is given. What AIF has no place for stands in a field `argmap` of nodes and of
the nodeset: evidence and types, passages, sources, warrants, ids that are words, titles. argmap
reads it from there; other tools hand it on, or drop it. So nothing is lost, and a nodeset that is
read and written is the same JSON, but for the order of lists. Where a node was removed since, the
locutions and illocutions of it go with it; where it was changed, the map counts.
"""

from argmap.findings import Finding
from argmap.formats.format import Beside, Written
from argmap.formats.json_text import read_json, write_json
from argmap.formats.nodeset import read_nodeset, write_nodeset
from argmap.formats.nodeset.places import Places
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(file: TextFile, _beside: Beside) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a nodeset."""
    json = read_json(file)
    if json.value is None and json.findings:
        return ArgumentMap(), json.findings
    argument_map, findings = read_nodeset(json.top, Places(json))
    return argument_map, (*json.findings, *findings)


def write(argument_map: ArgumentMap) -> Written:
    """Write a map as a nodeset."""
    return Written(write_json(write_nodeset(argument_map)))
