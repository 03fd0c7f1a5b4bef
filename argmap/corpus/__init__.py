"""Thousands of maps: read one after the other, in several processes, with results as tables."""

from argmap.corpus.running import run
from argmap.corpus.summary import Summary
from argmap.corpus.table import SCHEMAS, ParquetTable, json_line
from argmap.corpus.working import Outcome, State, Task, work_on

__all__ = [
    "SCHEMAS",
    "Outcome",
    "ParquetTable",
    "State",
    "Summary",
    "Task",
    "json_line",
    "run",
    "work_on",
]
