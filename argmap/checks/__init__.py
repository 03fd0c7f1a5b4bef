"""What is wrong with a map: the rules, which of them run, and what they find."""

from typing import TYPE_CHECKING, Final

from argmap.checks.checked import Checked
from argmap.checks.engine import check, examine
from argmap.checks.rule import Rule
from argmap.checks.selection import Selection, UnknownLevelError, UnknownRuleError, rule
from argmap.checks.table import PRESETS, RULES
from argmap.checks.waiving import LONGEST_WAIVER, SHORTEST_REASON, Waived
from argmap.late import late_names

if TYPE_CHECKING:
    from argmap.checks.baseline import BadBaselineError, Baselined, against_baseline, baseline_of
    from argmap.checks.comparisons import Mistake
    from argmap.checks.page import explain
    from argmap.checks.project_rules import ProjectRule, read_rules

__all__ = [
    "LONGEST_WAIVER",
    "PRESETS",
    "RULES",
    "SHORTEST_REASON",
    "BadBaselineError",
    "Baselined",
    "Checked",
    "Mistake",
    "ProjectRule",
    "Rule",
    "Selection",
    "UnknownLevelError",
    "UnknownRuleError",
    "Waived",
    "against_baseline",
    "baseline_of",
    "check",
    "examine",
    "explain",
    "read_rules",
    "rule",
]

_OWNERS: Final = {
    "argmap.checks.baseline": (
        "BadBaselineError",
        "Baselined",
        "against_baseline",
        "baseline_of",
    ),
    "argmap.checks.comparisons": ("Mistake",),
    "argmap.checks.page": ("explain",),
    "argmap.checks.project_rules": ("ProjectRule", "read_rules"),
}
"""Most projects have no rules of their own and no baseline."""

if not TYPE_CHECKING:
    __getattr__ = late_names(__name__, _OWNERS)
