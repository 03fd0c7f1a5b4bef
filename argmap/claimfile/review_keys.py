"""The keys of the file in which a reviewer keeps what they say of a node."""

from typing import Final

from argmap.claimfile.key import Key, Kind, Table

_AT: Final = Key("at", Kind.TEXT, "When, in UTC: 2027-01-31T12:00:00Z.", required=True)
_COMMENT: Final = Key("comment", Kind.TEXT, "Why, for who reads it.")
_RELATION: Final = Key("relation", Kind.NAME, "The relation that is meant, if not the node.")
_FLAG: Final = Key("flag", Kind.TYPE, "What is wrong, in one word.", required=True)

REVIEW: Final = Table(
    "review",
    (
        Key("reviewer", Kind.NAME, "Who says it.", required=True),
        Key("node", Kind.NAME, "The id of what it is about.", required=True),
        Key("verdict", Kind.FIELDS, "What was decided, and on what.", table="verdict"),
        Key("flags", Kind.RECORDS, "What is wrong with it.", table="flag"),
        Key("resolved", Kind.RECORDS, "Flags that are settled.", table="resolution"),
        Key("waivers", Kind.RECORDS, "Rules that do not apply to it for a time.", table="waiver"),
    ),
)

REVIEW_TABLES: Final = (
    REVIEW,
    Table(
        "verdict",
        (
            Key("decision", Kind.TYPE, "Accept, reject or abstain.", required=True),
            _AT,
            Key("note", Kind.TEXT, "Why, for who reads it."),
            Key("says", Kind.TEXT, "The fingerprint of what the node said.", required=True),
            Key("rests_on", Kind.TEXT, "The fingerprint of its direct argument.", required=True),
            Key("text", Kind.TEXT, "What it said, to tell what changed since."),
            Key("type", Kind.TEXT, "What type it had."),
            Key("argument", Kind.RECORDS, "What spoke for and against it.", table="step seen"),
        ),
    ),
    Table(
        "step seen",
        (
            Key("stance", Kind.STANCE, "What the premises do to the node.", required=True),
            Key("by", Kind.NAMES, "The premises.", required=True),
            Key("says", Kind.WORDS, "The fingerprints of the premises, in the same order."),
            Key("because", Kind.TEXT, "The warrant."),
        ),
    ),
    Table("flag", (_FLAG, _RELATION, _AT, _COMMENT)),
    Table(
        "resolution",
        (
            _FLAG,
            _RELATION,
            Key("of", Kind.NAME, "The reviewer who raised the flag.", required=True),
            _AT,
            _COMMENT,
        ),
    ),
)
"""The tables that only review files have; waivers are as in claim files."""
