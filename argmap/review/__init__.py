"""What reviewers say of nodes and relations, and what of it still holds."""

from argmap.review.fingerprints import Read, read_now
from argmap.review.flags import FLAGS, FlagKind
from argmap.review.records import read_record, write_record
from argmap.review.standing import OpenFlag, Standing, State, standing_of, standings_of
from argmap.review.values import Decision, Flag, Resolution, Review, StepRead, Verdict

__all__ = [
    "FLAGS",
    "Decision",
    "Flag",
    "FlagKind",
    "OpenFlag",
    "Read",
    "Resolution",
    "Review",
    "Standing",
    "State",
    "StepRead",
    "Verdict",
    "read_now",
    "read_record",
    "standing_of",
    "standings_of",
    "write_record",
]
