"""What is wrong with a map: the rules, which of them run, and what they find."""

from argmap.checks.baseline import BadBaselineError, Baselined, against_baseline, baseline_of
from argmap.checks.checked import Checked
from argmap.checks.comparisons import Mistake
from argmap.checks.engine import check, examine
from argmap.checks.page import explain
from argmap.checks.project_rules import ProjectRule, read_rules
from argmap.checks.rule import Rule
from argmap.checks.selection import Selection, UnknownLevelError, UnknownRuleError, rule
from argmap.checks.table import PRESETS, RULES
from argmap.checks.waiving import LONGEST_WAIVER, SHORTEST_REASON, Waived

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
