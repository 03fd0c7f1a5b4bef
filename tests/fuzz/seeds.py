"""Texts to begin with: what argmap writes of a map that has a bit of everything, in each format."""

import json
from contextlib import suppress
from functools import cache
from typing import Final

from argmap.findings import ArgmapError
from argmap.formats import FORMATS, format_named
from argmap.model import ArgumentMap
from argmap.text import TextFile
from tests.fuzz.reviews import A_REVIEW

_MAP: Final = """\
map: {title: Should the city charge?, language: en}
sources:
  report: {title: Fifth report, author: "Ann Lee and Bo Berg", date: 2007-07, file: report.txt}
section: Traffic
claims:
  charge: &c
    text: The city should charge.
    type: policy
    main: true
    supporting: [{by: [cuts, fair], id: step, because: it follows, scheme: sign, undercut: [no]}]
    contrasting: [shops]
    waive: {rule: unsupported-claim, reason: it is read, until: 2027-01-31}
  cuts: {text: "A charge cuts traffic: by half.", assumed: see there, confidence: 0.5, tags: [a]}
  fair: {text: It is fair., withdrawn: no}
  shops: {text: It hurts shops., restates: [cuts]}
  no: {text: Not here., note: |
    lines
    of a note}
evidence:
  counts:
    text: Counts fell.
    type: statistic
    supports: [cuts]
    cites: {source: report, page: 12, paragraph: 2, sentence: 1-2, quote: "fell […] by half"}
set_aside: [{source: report, paragraph: 1, sentence: 2, reason: a greeting}]
"""
_READ_ONLY: Final = {
    "kialo": (
        "Discussion Title: A?\n\n1. A.\n1.1. Pro: B. [1](https://x.org)\n1.2. Con: -> See 1.1.\n"
    ),
    "carneades": (
        "meta: {title: A}\nstatements:\n  p: {text: P., assumed: true}\n  ¬p: Not p.\n"
        "issues:\n  i: {positions: [p, ¬p], standard: PE}\n"
        "arguments:\n  a: {scheme: s, weight: 0.5, conclusion: p, premises: {minor: ¬p}}\n"
        "assumptions: [p]\n"
    ),
    "lkif": (
        '<lkif><argument-graphs><argument-graph id="g" title="R"><statements>'
        '<statement id="s" value="true" assumption="false" standard="PE"><s>S.</s></statement>'
        '</statements><arguments><argument id="a" direction="pro" weight="0.5">'
        '<conclusion statement="s"/><premises><premise type="ordinary" statement="s"/></premises>'
        "</argument></arguments></argument-graph></argument-graphs></lkif>"
    ),
    "ova2": json.dumps(
        {
            "nodes": [
                {"id": 1, "text": "A.", "type": "I", "x": 1, "y": 2, "majorClaim": True},
                {"id": 2, "text": "B.", "type": "I", "date": "07/07/2020 - 12:00:00"},
                {"id": 3, "text": "Default Inference", "type": "RA", "scheme": "72"},
            ],
            "edges": [
                {"from": {"id": 2}, "to": {"id": 3}},
                {"from": {"id": 3}, "to": {"id": 1}},
            ],
            "participants": [{"id": 1, "firstname": "Ann", "surname": "Lee"}],
            "analysis": {
                "txt": '<span id="node2">B.</span>',
                "documentTitle": "T",
                "documentDate": "07/07/2020",
            },
        }
    ),
    "argdown-json": json.dumps(
        {
            "statements": {"a": {"title": "a", "members": [{"text": "A."}], "relations": []}},
            "arguments": {"b": {"title": "b", "members": [], "pcs": []}},
            "relations": [{"relationType": "support", "from": "b", "to": "a"}],
        }
    ),
}
_ARGDOWN: Final = """\
===
title: A debate
===
# One
[charge]: The city should charge. #tag {source: "x"}
  + <Cuts>: It *cuts* **traffic**.
  - [Shops]: See [here](https://x.org).
    <+ <Cuts>
  _> <Cuts>

<Cuts>

(1) Premise one.
(2) [Premise two]: Two.
-- Modus ponens {uses: [1, 2]} --
(3) [charge]
// a comment
/* another */ <!-- third -->
"""
A_CONFIGURATION: Final = """\
[tool.argmap]
claims = "claims"
ignore = ["near-duplicate", "204"]
fail-on = "warning"
free-types = ["value"]
ages = {statistic = 730}
[tool.argmap.render]
theme = "dark"
[tool.argmap.render.colours]
supports = {light = "#00724f", dark = "#3ecfa0"}
[[tool.argmap.rules]]
name = "own"
when = {type = "policy", tags = {any = ["a"]}}
require = {incoming.supports = {premises.type = "study"}}
message = "the policy {id} rests on no study"
"""
BIBTEX: Final = (
    '@string{j = "Journal"}\n@article{key, author = {Lee, Ann and {City of X}}, title = {{\\"U}ber '
    "$x^2$ \\emph{all}}, journal = j # { of}, year = 2007, month = jul, doi = {10.1000/182}, "
    "crossref = {other}}\n@comment{x}\n@book(other, editor = {Bo Berg}, isbn = {0-306-40615-2})\n"
)
CSL: Final = json.dumps(
    [
        {
            "id": "key",
            "type": "article-journal",
            "title": "A <i>title</i>",
            "author": [{"family": "Lee", "given": "Ann"}, {"literal": "City"}],
            "issued": {"date-parts": [[2007, 7, 1]]},
            "DOI": "10.1000/182",
        }
    ]
)
HTML: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><h1>One</h1><p>Two <b>th'
    "ree</b>&nbsp;&#8212; four.<ul><li>a<li>b</ul><table><tr><td>c<td>d</table><pre>\n e\n</pre>"
    "<script>x</script><!-- no --></html>"
)
MARKDOWN: Final = (
    '---\nlang: en\n---\n# One\n\nTwo *three* `four` [five](https://x.org "t").\n\n> quoted\n\n'
    "1. a\n   - b\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n[^1]: note\n<div>x</div>\n"
)
PROSE: Final = (
    "The Trial\n\nOpening on Sundays cost 12,000 pounds in 2007. Dr. Lee said: “it has fallen by "
    "18 percent”. Nobody had expected so much… or so it seemed!\n\nTraffic fell. Traffic fell.\n"
)


_SMALL: Final = (
    "claims: {a: {text: A.}}",
    "claims: {a: {text: A., supporting: [b]}}\nevidence: {b: {text: B., cites: s}}",
    "claims: {a: {text: A.}, b: {text: B., contrasts: [a]}}",
)


@cache
def some_maps() -> tuple[ArgumentMap, ...]:
    """Return a map that has a bit of everything, and small ones, which are read often."""
    form = format_named("argmap")
    return tuple(form.read(TextFile("seed.yaml", text))[0] for text in (_MAP, *_SMALL))


@cache
def seeds_of(name: str) -> tuple[bytes, ...]:
    """Return texts in a format, with what lies beside them after the sign U+001E."""
    own = {"argmap": _MAP, "argdown": _ARGDOWN, **_READ_ONLY}.get(name)
    texts = [own] if own else []
    form = format_named(name)
    for one in some_maps() if form.writes else ():
        with suppress(ArgmapError):  # a framework has no place for some ids
            written = form.write(one)
            texts.append("\x1e".join((written.text, *written.beside.values())))
    return tuple(text.encode() for text in texts)


def read_formats() -> tuple[str, ...]:
    """Return the names of the formats that are read."""
    return tuple(one.name for one in FORMATS if one.reads)


def others() -> dict[str, tuple[bytes, ...]]:
    """Return texts for what is read beside maps."""
    return {
        "configuration": (A_CONFIGURATION.encode(),),
        "review": (A_REVIEW.encode(),),
        "bibtex": (BIBTEX.encode(),),
        "csl": (CSL.encode(),),
        "html": (HTML.encode(),),
        "markdown": (MARKDOWN.encode(),),
        "plain": (PROSE.encode(),),
    }
