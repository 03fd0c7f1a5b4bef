"""The table of all reports, by the names of their formats."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final, TypeAlias

from argmap.reports.checked import CheckedMap
from argmap.reports.for_people import concise_report, text_report
from argmap.reports.options import ReportOptions

Report: TypeAlias = Callable[[Sequence[CheckedMap], ReportOptions], str]


def _from(module: str) -> ModuleType:
    """Load a module when its report is written: a run writes one or two."""
    return import_module(f"argmap.reports.{module}")


REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {
        "text": lambda maps, options: text_report(maps, options.paint),
        "concise": lambda maps, options: concise_report(maps, options.paint),
        "json": lambda maps, _options: _from("for_programs").json_report(maps),
        "json-lines": lambda maps, _options: _from("for_programs").json_lines_report(maps),
        "sarif": lambda maps, options: _from("sarif").sarif_report(maps, options),
        "github": lambda maps, options: _from("github").github_report(maps, options),
        "markdown": lambda maps, options: _from("markdown").markdown_report(maps, options),
        "junit": lambda maps, options: _from("junit").junit_report(maps, options),
        "gitlab": lambda maps, options: _from("for_review").gitlab_report(maps, options),
        "rdjson": lambda maps, options: _from("for_review").rdjson_report(maps, options),
    }
)
"""What writes a report, by the name of its format."""
