"""Keep the claims of a text as plain files, find the unsupported ones, and draw the argument.

    import argmap

    the_map, findings = argmap.load("claims/sco")
    texts = argmap.texts_of("claims/sco")  # for quotations; may be left out
    reviews = argmap.reviews_of("claims/sco")  # the same
    for finding in argmap.check(the_map, findings, texts=texts, reviews=reviews):
        print(finding.span, finding.message)
    svg = argmap.render(the_map)
    viewer = argmap.view(the_map)  # to walk about in; a notebook shows it, and viewer.page is HTML

A map can be built in Python as well:

    the_map = (
        argmap.ArgumentMap("Should the city charge for driving?")
        .with_claim(argmap.Claim("cuts-traffic", "A charge cuts traffic.", type="cause"))
        .with_evidence(argmap.Evidence("counts", "Counts fell by 18 percent."))
        .with_relation(argmap.Relation("supports", ["counts"], "cuts-traffic"))
    )
    print(argmap.dumps(the_map))

Every name below is loaded when it is first used, so that importing argmap costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

from argmap.late import late_names
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.assess import Assessment, Status, assess
    from argmap.checks import RULES, Checked, Rule, Selection, check, examine
    from argmap.coverage import SourceCoverage, cover
    from argmap.extract.at_hand import NoText, TextAtHand
    from argmap.findings import (
        ArgmapError,
        DuplicateIdError,
        Finding,
        Fix,
        InvalidValueError,
        Note,
        Severity,
        UnknownIdError,
        UsageError,
    )
    from argmap.formats import FORMATS, Format, Loss, Written, format_named
    from argmap.frames import Frames, to_frames
    from argmap.graph import from_networkx, to_networkx
    from argmap.model import (
        CLAIM_TYPES,
        EVIDENCE_TYPES,
        ArgumentMap,
        Bibliography,
        Claim,
        Evidence,
        Extent,
        Node,
        Passage,
        Relation,
        SetAside,
        Source,
        Stance,
        Waiver,
    )
    from argmap.passages import SourceText, find, plain_source
    from argmap.project import dumps, load, loads, reviews_of, save
    from argmap.project.source_texts import texts_of
    from argmap.render import render
    from argmap.render.viewer import Viewer, view
    from argmap.text import Span, TextFile

__all__ = [
    "CLAIM_TYPES",
    "EVIDENCE_TYPES",
    "FORMATS",
    "RULES",
    "ArgmapError",
    "ArgumentMap",
    "Assessment",
    "Bibliography",
    "Checked",
    "Claim",
    "DuplicateIdError",
    "Evidence",
    "Extent",
    "Finding",
    "Fix",
    "Format",
    "Frames",
    "InvalidValueError",
    "Loss",
    "NoText",
    "Node",
    "Note",
    "Passage",
    "Relation",
    "Rule",
    "Selection",
    "SetAside",
    "Severity",
    "Source",
    "SourceCoverage",
    "SourceText",
    "Span",
    "Stance",
    "Status",
    "TextAtHand",
    "TextFile",
    "UnknownIdError",
    "UsageError",
    "Viewer",
    "Waiver",
    "Written",
    "__version__",
    "assess",
    "check",
    "cover",
    "dumps",
    "examine",
    "find",
    "format_named",
    "from_networkx",
    "load",
    "loads",
    "plain_source",
    "render",
    "reviews_of",
    "save",
    "texts_of",
    "to_frames",
    "to_networkx",
    "view",
]

_OWNERS: Final = {
    "argmap.assess": ("Assessment", "Status", "assess"),
    "argmap.checks": ("RULES", "Checked", "Rule", "Selection", "check", "examine"),
    "argmap.coverage": ("SourceCoverage", "cover"),
    "argmap.extract.at_hand": ("NoText", "TextAtHand"),
    "argmap.findings": (
        "ArgmapError",
        "DuplicateIdError",
        "Finding",
        "Fix",
        "InvalidValueError",
        "Note",
        "Severity",
        "UnknownIdError",
        "UsageError",
    ),
    "argmap.formats": ("FORMATS", "Format", "Loss", "Written", "format_named"),
    "argmap.frames": ("Frames", "to_frames"),
    "argmap.graph": ("from_networkx", "to_networkx"),
    "argmap.model": (
        "CLAIM_TYPES",
        "EVIDENCE_TYPES",
        "ArgumentMap",
        "Bibliography",
        "Claim",
        "Evidence",
        "Extent",
        "Node",
        "Passage",
        "Relation",
        "SetAside",
        "Source",
        "Stance",
        "Waiver",
    ),
    "argmap.passages": ("SourceText", "find", "plain_source"),
    "argmap.project": ("dumps", "load", "loads", "reviews_of", "save"),
    "argmap.project.source_texts": ("texts_of",),
    "argmap.render": ("render",),
    "argmap.render.viewer": ("Viewer", "view"),
    "argmap.text": ("Span", "TextFile"),
}
"""The modules that the public names come from; the imports above say the same to type checkers."""

if not TYPE_CHECKING:
    __getattr__ = late_names(__name__, _OWNERS)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
