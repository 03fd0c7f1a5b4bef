"""Findings and maps as text: reports take data and return text, they never print."""

from typing import TYPE_CHECKING, Final

from argmap.late import late_names
from argmap.reports.checked import CheckedMap, Summary, counted, summarize
from argmap.reports.for_people import concise_report, finding_text, text_report
from argmap.reports.formats import REPORTS, Report
from argmap.reports.options import Paint, ReportOptions, Role, plain
from argmap.reports.printable import folded

if TYPE_CHECKING:
    from argmap.reports.counts import Counts, count, counts_json, counts_text
    from argmap.reports.description import describe_node, describe_relation
    from argmap.reports.for_programs import json_lines_report, json_report
    from argmap.reports.for_review import gitlab_report, rdjson_report
    from argmap.reports.github import github_report
    from argmap.reports.junit import junit_report
    from argmap.reports.markdown import markdown_report
    from argmap.reports.report_schema import report_schema
    from argmap.reports.sarif import sarif_report

__all__ = [
    "REPORTS",
    "CheckedMap",
    "Counts",
    "Paint",
    "Report",
    "ReportOptions",
    "Role",
    "Summary",
    "concise_report",
    "count",
    "counted",
    "counts_json",
    "counts_text",
    "describe_node",
    "describe_relation",
    "finding_text",
    "folded",
    "github_report",
    "gitlab_report",
    "json_lines_report",
    "json_report",
    "junit_report",
    "markdown_report",
    "plain",
    "rdjson_report",
    "report_schema",
    "sarif_report",
    "summarize",
    "text_report",
]

_OWNERS: Final = {
    "argmap.reports.counts": ("Counts", "count", "counts_json", "counts_text"),
    "argmap.reports.description": ("describe_node", "describe_relation"),
    "argmap.reports.for_programs": ("json_lines_report", "json_report"),
    "argmap.reports.for_review": ("gitlab_report", "rdjson_report"),
    "argmap.reports.github": ("github_report",),
    "argmap.reports.junit": ("junit_report",),
    "argmap.reports.markdown": ("markdown_report",),
    "argmap.reports.report_schema": ("report_schema",),
    "argmap.reports.sarif": ("sarif_report",),
}
"""A run writes one or two reports, most often the one for people."""

if not TYPE_CHECKING:
    __getattr__ = late_names(__name__, _OWNERS)
