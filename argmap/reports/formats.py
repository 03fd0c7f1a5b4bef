"""The table of all reports, by the names of their formats."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.reports.checked import CheckedMap
from argmap.reports.for_people import concise_report, text_report
from argmap.reports.for_programs import json_lines_report, json_report
from argmap.reports.for_review import gitlab_report, rdjson_report
from argmap.reports.github import github_report
from argmap.reports.junit import junit_report
from argmap.reports.markdown import markdown_report
from argmap.reports.options import ReportOptions
from argmap.reports.sarif import sarif_report

Report: TypeAlias = Callable[[Sequence[CheckedMap], ReportOptions], str]

REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {
        "text": lambda maps, options: text_report(maps, options.paint),
        "concise": lambda maps, options: concise_report(maps, options.paint),
        "json": lambda maps, _options: json_report(maps),
        "json-lines": lambda maps, _options: json_lines_report(maps),
        "sarif": sarif_report,
        "github": github_report,
        "markdown": markdown_report,
        "junit": junit_report,
        "gitlab": gitlab_report,
        "rdjson": rdjson_report,
    }
)
"""What writes a report, by the name of its format."""
