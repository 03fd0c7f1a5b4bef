"""The report on a whole map for people who do not have argmap: as a page, and as Markdown."""

from argmap.reports.whole.markdown import report_markdown
from argmap.reports.whole.page import report_page
from argmap.reports.whole.values import MapReport

__all__ = ["MapReport", "report_markdown", "report_page"]
