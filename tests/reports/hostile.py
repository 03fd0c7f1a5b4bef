"""Texts that each format might take for something else than text."""

from typing import Final

from hypothesis import strategies as st

from argmap.findings import Finding, Fix, Note, Severity
from argmap.model import ArgumentMap
from argmap.reports import CheckedMap
from argmap.text import Span, TextFile

HOSTILE: Final = (
    "]]>",
    "</failure><!--",
    "<script>alert(1)</script>",
    '" onload="x',
    "\n::error::owned",
    "\r\n##[error]owned",
    "::set-output name=a::b",
    "%0A::error::x, y: z",
    "| a | b |\n| - | - |",
    "`code` ``more``",
    "![x](http://evil.example/x.png)",
    "[x](javascript:alert)",
    "www.evil.example https://evil.example",
    "@everyone #1 a_b_c ~~x~~ $x$ &amp; &#64;",
    "\\| \\\\| \\",
    "\x00\x07\x1b[31m\u202edcba\u2028\ufffe\uffff\ud800",
    "{0} {{}} %SRCROOT%",
    "",
    " ",
)

_texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    path = draw(st.one_of(st.sampled_from(("a.yaml", "../b.yaml", "/c.yaml", "C:/d.yaml")), _texts))
    file = TextFile(path, draw(_texts))
    # Also places that no reader would make: before the start, after the end, the wrong way round.
    return file.span(draw(st.integers(-3, 20)), draw(st.integers(-3, 20)))


_findings = st.builds(
    Finding,
    st.sampled_from((101, 201, 700, 999)),
    st.sampled_from(("invalid-file", "unsupported-claim", "our-rule")),
    st.sampled_from(Severity),
    _texts,
    st.one_of(st.none(), _spans()),
    help=_texts,
    subject=_texts,
    related=st.lists(st.builds(Note, _spans(), _texts), max_size=2),
    fixes=st.lists(st.builds(Fix, _texts, _spans(), _texts), max_size=2),
)

CHECKED: Final = st.lists(
    st.builds(CheckedMap, _texts, st.just(ArgumentMap()), st.lists(_findings, max_size=4)),
    max_size=3,
)
"""Checked maps of all kinds."""
