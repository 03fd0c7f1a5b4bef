"""The table of all rules, and the groups of them that can be selected by a name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.checks.rule import Rule
from argmap.checks.rules import (
    age,
    bearing,
    confidence,
    contrast,
    cycles,
    duplicates,
    grounding,
    independence,
    mains,
    names,
    passages,
    quotations,
    reading,
    relations,
    reviews,
    source_fields,
    sources,
    style,
    support,
    waivers,
    withdrawal,
    wording,
)
from argmap.findings import Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Final[tuple[Rule, ...]] = (
    Rule(101, _ERROR, reading.invalid_file),
    Rule(102, _ERROR, reading.unknown_field),
    Rule(103, _ERROR, reading.invalid_field),
    Rule(104, _ERROR, names.duplicate_id),
    Rule(105, _WARNING, names.bad_id),
    Rule(106, _ERROR, names.unresolved_reference),
    Rule(107, _ERROR, relations.illegal_relation),
    Rule(108, _WARNING, relations.duplicate_relation),
    Rule(109, _ERROR, cycles.support_cycle),
    Rule(110, _WARNING, mains.unreachable_node),
    Rule(111, _INFO, mains.undeclared_main),
    Rule(112, _WARNING, withdrawal.withdrawn_premise),
    Rule(201, _ERROR, support.unsupported_claim),
    Rule(202, _WARNING, grounding.ungrounded_claim),
    Rule(203, _WARNING, sources.orphan_evidence),
    Rule(204, _WARNING, contrast.unanswered_contrast),
    Rule(205, _ERROR, support.defeated_support),
    Rule(206, _WARNING, support.pointless_assumption),
    Rule(207, _WARNING, independence.single_source),
    Rule(208, _WARNING, confidence.overconfident),
    Rule(209, _INFO, contrast.no_contrast_sought),
    Rule(210, _INFO, bearing.load_bearing_node),
    Rule(302, _WARNING, age.stale_evidence),
    Rule(304, _INFO, independence.not_independent),
    Rule(305, _ERROR, sources.retracted_source),
    Rule(401, _ERROR, sources.unknown_source),
    Rule(402, _ERROR, sources.no_source),
    Rule(403, _WARNING, source_fields.incomplete_source),
    Rule(404, _INFO, quotations.no_quotation),
    Rule(405, _ERROR, quotations.quote_not_found),
    Rule(406, _WARNING, quotations.quote_drifted),
    Rule(407, _WARNING, quotations.quote_ambiguous),
    Rule(408, _ERROR, passages.source_changed),
    Rule(409, _WARNING, passages.unverified_passage),
    Rule(410, _ERROR, passages.no_such_place),
    Rule(501, _WARNING, reviews.unreviewed),
    Rule(502, _WARNING, reviews.stale_review),
    Rule(503, _WARNING, reviews.suspect_argument),
    Rule(504, _ERROR, reviews.open_flag),
    Rule(505, _WARNING, reviews.review_conflict),
    Rule(601, _WARNING, wording.placeholder),
    Rule(602, _INFO, style.compound_claim),
    Rule(603, _INFO, style.not_a_claim),
    Rule(604, _INFO, style.weasel_words),
    Rule(605, _INFO, style.booster),
    Rule(606, _WARNING, duplicates.near_duplicate),
    Rule(607, _INFO, style.relative_time),
    Rule(608, _INFO, style.too_long),
    Rule(901, _ERROR, waivers.invalid_waiver),
    Rule(902, _ERROR, waivers.expired_waiver),
    Rule(903, _WARNING, waivers.unused_waiver),
)
"""All rules, by code. Nothing else registers a rule."""

_OF_TEXTS: Final = ("405", "406", "407", "408", "409", "410")

PRESETS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "core": (
            *("1xx", "201", "202", "203", "204", "205", "206", "208"),
            *("302", "305", "401", "402", "403", *_OF_TEXTS, "502", "503", "504"),
            *("601", "606", "7xx", "9xx"),
        ),
        "strict": ("1xx", "2xx", "3xx", "4xx", "5xx", "601", "606", "7xx", "9xx"),
        "evidence": ("201", "202", "203", "205", "207", "208", "3xx", "4xx"),
        "style": ("602", "603", "604", "605", "607", "608"),
    }
)
"""Names for selections; a part that no rule has yet stands for nothing.

- `core` runs where nothing is selected: what is wrong with a map, or is asked for by what it says.
- `strict` adds what is weak rather than wrong: single sources, one-sided or dependent support,
  evidence without exact words. All but the heuristics on style.
- `evidence` is about what claims rest on and where that is from, and about nothing else.
- `style` is about how claims are worded. Its rules are heuristics.
"""
