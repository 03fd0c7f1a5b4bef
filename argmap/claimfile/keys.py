"""The keys of a claim file: the one table that reader, writer, formatter and schema follow."""

from typing import Final

from argmap.claimfile.key import TREES, Key, Kind, Table
from argmap.claimfile.review_keys import REVIEW_TABLES
from argmap.model import Stance

__all__ = ["BIBLIOGRAPHIES", "FILE", "NODE_BLOCKS", "TABLES", "TREES", "Key", "Kind", "Table"]

BIBLIOGRAPHIES: Final = (".bib", ".json")
"""How the names of bibliographies end, in any case: BibTeX and CSL-JSON."""

_LANGUAGE: Final = Key("language", Kind.TEXT, "Language of the text, as in BCP 47: en, pt-BR.")
_TEXT: Final = Key("text", Kind.TEXT, "What it says, in one sentence.", required=True)
_TYPE: Final = Key("type", Kind.TYPE, "What kind it is of.")
_WITHDRAWN: Final = Key("withdrawn", Kind.REASON, "Why it was taken back.")
_CITES: Final = Key("cites", Kind.PASSAGES, "Where sources say it.", table="passage")
_SECTION: Final = Key("section", Kind.TEXT, "The heading that it stands under.")

_RELATIONS_OF_A_NODE: Final = (
    Key(
        "supporting",
        Kind.PREMISES,
        "What speaks for it: ids; a list in the list is premises that count only together.",
        table="incoming relation",
        stance=Stance.SUPPORTS,
    ),
    Key(
        "contrasting",
        Kind.PREMISES,
        "What speaks against it: ids; a list in the list is premises that count only together.",
        table="incoming relation",
        stance=Stance.CONTRASTS,
    ),
    Key(
        "supports",
        Kind.TARGETS,
        "What it speaks for: ids.",
        table="outgoing relation",
        stance=Stance.SUPPORTS,
    ),
    Key(
        "contrasts",
        Kind.TARGETS,
        "What it speaks against: ids.",
        table="outgoing relation",
        stance=Stance.CONTRASTS,
    ),
    Key(
        "undercuts",
        Kind.TARGETS,
        "The relations that it denies to hold: their ids, or their ends as in `a supports b`.",
        table="outgoing relation",
        stance=Stance.UNDERCUTS,
    ),
    Key(
        "restates",
        Kind.TARGETS,
        "What it says in other words: ids.",
        table="outgoing relation",
        stance=Stance.RESTATES,
    ),
)

_DATA: Final = Key("data", Kind.DATA, "What other tools keep with it, by format.")

_REMARKS_ON_A_NODE: Final = (
    Key("confidence", Kind.DEGREE, "How sure the author is, from 0 to 1."),
    Key("tags", Kind.WORDS, "Words to find it by."),
    Key("note", Kind.TEXT, "Remarks for editors."),
    Key("aliases", Kind.WORDS, "Ids that it had before; references by them still work."),
    Key("waive", Kind.RECORDS, "Rules that do not apply to it for a time.", table="waiver"),
    _DATA,
)

_FIELDS_OF_A_RELATION: Final = (
    Key("id", Kind.NAME, "A name of its own, so that others can point at the relation."),
    Key("scheme", Kind.TEXT, "The argumentation scheme that the step follows, such as analogy."),
    Key("because", Kind.TEXT, "Why the premises bear on the target."),
    Key("strength", Kind.DEGREE, "How much the step carries, from 0 to 1."),
    _DATA,
    Key(
        "undercut",
        Kind.PREMISES,
        "What denies that the step holds: ids, as in `supporting`.",
        table="incoming relation",
        stance=Stance.UNDERCUTS,
    ),
)

_BY: Final = Key(
    "by", Kind.NAMES, "The premise: an id, or several that count only together.", required=True
)
_TARGET: Final = Key("target", Kind.NAME, "The id of what it aims at.", required=True)

_PLACE_IN_A_SOURCE: Final = (
    Key("source", Kind.NAME, "The id of the source.", required=True),
    Key("paragraph", Kind.EXTENT, "Counted from 1, headings aside: 3 or 3-5."),
    Key("sentence", Kind.EXTENT, "Counted from 1 in the paragraph: 2 or 2-3."),
)

TABLES: Final = {
    table.name: table
    for table in (
        *REVIEW_TABLES,
        Table(
            "claim file",
            (
                Key("map", Kind.FIELDS, "What the map is about.", table="map"),
                Key("section", Kind.TEXT, "The heading that the nodes of this file stand under."),
                Key(
                    "sources",
                    Kind.NODES,
                    "Texts and data by their ids; or the paths of .bib and .json files with them.",
                    table="source",
                    suffixes=BIBLIOGRAPHIES,
                ),
                Key("claims", Kind.NODES, "Claims by their ids.", table="claim"),
                Key("evidence", Kind.NODES, "Evidence by its ids.", table="evidence"),
                Key(
                    "relations",
                    Kind.RECORDS,
                    "Relations that stand at neither end, such as those of missing nodes.",
                    table="relation",
                ),
                Key(
                    "set_aside",
                    Kind.RECORDS,
                    "Sentences of a source that make no claim.",
                    table="sentence set aside",
                ),
            ),
        ),
        Table(
            "map",
            (
                Key("title", Kind.TEXT, "The name of the map, or its question."),
                Key("language", Kind.TEXT, "Language of the map, as in BCP 47: en, pt-BR."),
                Key("description", Kind.TEXT, "What the map is about."),
                Key("note", Kind.TEXT, "Remarks for editors."),
                _DATA,
            ),
        ),
        Table(
            "source",
            (
                Key("title", Kind.TEXT, "Its title.", required=True),
                Key("author", Kind.TEXT, "Who made it, as printed."),
                Key("publisher", Kind.TEXT, "Who published it."),
                Key("date", Kind.TEXT, "Year, month or day: 2007, 2007-07, 2007-07-31."),
                Key("url", Kind.TEXT, "Where it can be read."),
                Key("doi", Kind.TEXT, "Its digital object identifier."),
                Key("isbn", Kind.TEXT, "The number of the book: 978-0-306-40615-7."),
                Key("file", Kind.TEXT, "The path of a local copy, relative to the map."),
                Key("sha256", Kind.TEXT, "The SHA-256 of the local copy."),
                Key("type", Kind.TEXT, "What kind of publication it is."),
                _LANGUAGE,
                Key("retracted", Kind.REASON, "Why it was taken back."),
                _DATA,
            ),
        ),
        Table(
            "claim",
            (
                _TEXT,
                _TYPE,
                Key("main", Kind.FLAG, "Whether it is a thesis of the map."),
                _SECTION,
                Key("assumed", Kind.REASON, "Why it needs no support."),
                _WITHDRAWN,
                _CITES,
                *_RELATIONS_OF_A_NODE,
                *_REMARKS_ON_A_NODE,
            ),
        ),
        Table(
            "evidence",
            (
                _TEXT,
                _TYPE,
                _SECTION,
                _WITHDRAWN,
                _CITES,
                Key("recheck_by", Kind.DATE, "The day after which to look at it anew: 2027-01-31."),
                *_RELATIONS_OF_A_NODE,
                *_REMARKS_ON_A_NODE,
            ),
        ),
        Table("incoming relation", (_BY, *_FIELDS_OF_A_RELATION)),
        Table("outgoing relation", (_TARGET, *_FIELDS_OF_A_RELATION)),
        Table(
            "relation",
            (
                Key("stance", Kind.STANCE, "What the premises do to the target.", required=True),
                _BY,
                _TARGET,
                *_FIELDS_OF_A_RELATION,
            ),
        ),
        Table(
            "passage",
            (
                *_PLACE_IN_A_SOURCE,
                Key("page", Kind.TEXT, "A page as printed: 12, xiv-xvi."),
                Key("section", Kind.TEXT, "A heading of the source, or its number."),
                Key("line", Kind.EXTENT, "Counted from 1: 10 or 10-14."),
                Key("time", Kind.TEXT, "A time in a recording: 00:12:30."),
                Key("quote", Kind.TEXT, "The words, verbatim; […] stands for words left out."),
                Key("digest", Kind.TEXT, "The fingerprint of the words: h1: and hexadecimals."),
            ),
        ),
        Table(
            "waiver",
            (
                Key("rule", Kind.TEXT, "Name or code of the rule.", required=True),
                Key("reason", Kind.TEXT, "Why the rule does not apply."),
                Key("until", Kind.DATE, "The last day on which the waiver holds: 2027-01-31."),
            ),
        ),
        Table(
            "sentence set aside",
            (
                *_PLACE_IN_A_SOURCE,
                Key("reason", Kind.TEXT, "Why it makes no claim.", required=True),
            ),
        ),
    )
}
"""All tables by their names. A key that a table lacks is no key of such a mapping."""

FILE: Final = TABLES["claim file"]

NODE_BLOCKS: Final = frozenset(key.name for key in FILE.keys if key.kind is Kind.NODES)
"""The blocks whose keys are ids: an id that stands twice is kept twice."""
