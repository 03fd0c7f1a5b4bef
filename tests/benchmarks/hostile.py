"""Measure texts that are made to be slow, and texts twice as long: the ratio should be near 2."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, TypeAlias

from argmap.bibliography import read_bibliography
from argmap.extract.html import extract_html
from argmap.extract.markdown import extract_markdown
from argmap.passages import find, plain_source
from argmap.render.linebreak import wrap
from argmap.text import TextFile
from tests.benchmarks.clock import cpu_of_call

Row: TypeAlias = tuple[str, float, float, float, str]
"""Job, CPU seconds, bound, those of the baseline, and what that is."""

_JOBS: Final[Mapping[str, tuple[str, Callable[[str], object]]]] = {
    "a text in itself": ("a ", lambda text: find(plain_source(text), text)),
    "Japanese in itself": ("日本", lambda text: find(plain_source(text), text)),
    "HTML of open tags": ("<p a=1>", extract_html),
    "Markdown of open marks": ("*_[a](", extract_markdown),
    "BibTeX of open braces": ("@a{b,c=", lambda text: read_bibliography(TextFile("a.bib", text))),
    "a word without an end": ("文", lambda text: wrap(text, 273, 13, max_lines=10**9)),
}


def growing() -> Iterator[Row]:
    """Measure each twice as long as before, with that as its baseline; the bound is 3 times."""
    for job, (part, read) in _JOBS.items():
        before, after = (
            cpu_of_call(partial(read, part * number), times=2) for number in (20_000, 40_000)
        )
        yield f"twice {job}", after, 3 * max(before, 0.01), before, "once"
