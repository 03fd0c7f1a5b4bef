"""Every message of every rule, provoked once, with its place and advice."""

import pytest

from argmap.checks import check
from argmap.findings import Finding, Note, Severity
from argmap.model import ArgumentMap, Claim, Evidence, Relation, Source
from argmap.text import TextFile
from tests.checks.reading import findings_in, told, told_by

CASES = [
    (
        "duplicate-id",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: Traffic fell., supporting: [e, {by: f, id: a}]}
evidence:
  e: {text: Counted., cites: s, aliases: [old]}
  f: {text: Measured., cites: s, aliases: [old, f]}
""",
        [
            "3:49 'a' is the id of a claim already",
            "choose another id for one of them, and change what names it",
            "6:44 'old' is the id of evidence already",
            "choose another id for one of them, and change what names it",
        ],
    ),
    (
        "duplicate-id",
        """\
sources:
  s: {title: Report}
  S: {title: Survey}
claims:
  straße: {text: It is long., assumed: seen}
  strasse: {text: It is wide., assumed: seen}
""",
        [
            "3:3 'S' is 's' but for the case of its letters",
            "choose another id for one of them, and change what names it",
            "6:3 'strasse' is 'straße' but for the case of its letters",
            "choose another id for one of them, and change what names it",
        ],
    ),
    (
        "bad-id",
        """\
sources:
  a/b: {title: Report}
claims:
  -x: {text: Traffic fell., supporting: [{by: e, id: "by counting"}]}
  "a\\u0007b": {text: It is wide., assumed: seen}
  "?": {text: It is wide., assumed: seen}
evidence:
  e: {text: Counted., cites: a/b}
""",
        [
            "2:3 the id 'a/b' holds '/'",
            "use letters, digits, '-', '_' and '.', as in 'a-b'",
            "4:3 the id '-x' begins with '-'",
            "use letters, digits, '-', '_' and '.', as in 'x'",
            "4:47 the id 'by counting' holds a blank",
            "use letters, digits, '-', '_' and '.', as in 'by-counting'",
            "5:3 the id 'a\x07b' holds U+0007",
            "use letters, digits, '-', '_' and '.', as in 'a-b'",
            "6:3 the id '?' holds '?'",
            "use letters, digits, '-', '_' and '.'",
        ],
    ),
    (
        "unresolved-reference",
        """\
sources: {s: {title: Report}}
claims:
  a:
    text: Traffic fell.
    supporting: ["e, f", s, [e, zebra]]
    contrasting: [{by: f, id: doubt}]
evidence:
  e: {text: Counted., cites: s, undercuts: [doupt, zebra]}
  f: {text: Measured., cites: s, supports: [b]}
""",
        [
            "5:18 there is no claim or evidence 'e, f'",
            "for several ids write a list: [e, f]",
            "5:26 there is no claim or evidence 's'",
            "'s' is a source: evidence names it under `cites:`",
            "5:33 there is no claim or evidence 'zebra'",
            "add it, or remove its name here",
            "8:45 there is no relation 'doupt'",
            "did you mean 'doubt'?",
            "8:52 there is no relation 'zebra'",
            "give the relation that you doubt an `id:`, and undercut that",
            "9:45 there is no claim or evidence 'b'",
            "add it, or remove its name here",
        ],
    ),
    (
        "illegal-relation",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: Traffic fell., supporting: [a, {by: e, id: step}, [e, a]], restates: [a, e]}
  b: {text: The charge works., supports: [step], contrasts: [step], undercuts: [a, e]}
evidence:
  e: {text: Counted., cites: s, restates: [a, step], supporting: [a]}
  f: {text: Measured., cites: s, undercuts: [{target: again, id: again}]}
""",
        [
            "3:3 'a' restates itself",
            "remove it, or name what you meant",
            "3:3 claim 'a' restates evidence 'e'",
            "write `supports:` where evidence bears a claim out",
            "3:41 'a' supports itself",
            "remove it, or name what you meant",
            "3:67 'a' supports itself",
            "remove it, or name what you meant",
            "4:43 'step' is a relation, and cannot be supported",
            "name one of its ends",
            "4:62 'step' is a relation, and cannot be contrasted",
            "to deny that the step holds, write `undercuts:`",
            "4:81 'a' is a claim, and only a relation can be undercut",
            "give the relation that you doubt an `id:` and undercut that; or `contrasts:`",
            "4:84 'e' is evidence, and only a relation can be undercut",
            "give the relation that you doubt an `id:` and undercut that; or `contrasts:`",
            "6:3 evidence 'e' restates claim 'a'",
            "write `supports:` where evidence bears a claim out",
            "6:47 'step' is a relation, and cannot be restated",
            "name one of its ends",
            "6:67 claim 'a' supports evidence 'e'",
            "turn it round, or make a claim of the evidence",
            "7:55 'again' undercuts itself",
            "remove it, or name what you meant",
        ],
    ),
    (
        "illegal-relation",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: Traffic fell., supporting: [{by: e, id: step}]}
  b: {text: The charge works., supporting: [step]}
evidence:
  e: {text: Counted., cites: s}
""",
        [
            "4:45 'step' is a relation, and only claims and evidence are premises",
            "name the premise of that relation, or its target",
        ],
    ),
    (
        "duplicate-relation",
        """\
sources: {s: {title: Report}}
claims:
  a:
    text: Traffic fell.
    supporting: [e, {by: e, id: again}, [e, f], [e, e]]
    contrasting: [[f, e]]
  b: {text: Fewer cars came., restates: [a], supporting: [e]}
  c: {text: Cars were fewer., restates: [b]}
evidence:
  e: {text: Counted., cites: s, supports: [b]}
  f: {text: Measured., cites: s}
relations:
  - {by: b, stance: restates, target: c}
""",
        [
            "5:26 'again' is there already",
            "remove one of the two",
            "5:49 'e + e supports a' is there already",
            "remove one of the two",
            "5:53 'e' stands twice among the premises of one step",
            "name it once",
            "6:19 'e' and 'f' support and contrast 'a'",
            "keep one, or say in two nodes what speaks for it and what against",
            "10:44 'e supports b' is written at both ends",
            "it counts once; remove one of the two",
            "13:10 'b restates c' is there already",
            "remove one of the two",
        ],
    ),
    (
        "support-cycle",
        """\
claims:
  a: {text: One., supporting: [b, d]}
  b: {text: Two., supporting: [c]}
  c: {text: Three., supporting: [a]}
  d: {text: Four., supporting: [a]}
  x: {text: Five., supporting: [[a, y]]}
  y: {text: Six., supporting: [x]}
""",
        [
            "5:33 'a' rests on itself: a → d → a, one circle of several among 4 nodes",
            "withdraw or undercut the step that goes too far, or remove it",
            "7:32 'x' rests on itself: x → y → x",
            "withdraw or undercut the step that goes too far, or remove it",
        ],
    ),
    (
        "support-cycle",
        """\
claims:
  c0: {text: Step 0., supports: [c1]}
  c1: {text: Step 1., supports: [c2]}
  c2: {text: Step 2., supports: [c3]}
  c3: {text: Step 3., supports: [c4]}
  c4: {text: Step 4., supports: [c5]}
  c5: {text: Step 5., supports: [c6]}
  c6: {text: Step 6., supports: [c7]}
  c7: {text: Step 7., supports: [c8]}
  c8: {text: Step 8., supports: [c9]}
  c9: {text: Step 9., supports: [c10]}
  c10: {text: Step 10., supports: [c11]}
  c11: {text: Step 11., supports: [c12]}
  c12: {text: Step 12., supports: [c13]}
  c13: {text: Step 13., supports: [c14]}
  c14: {text: Step 14., supports: [c15]}
  c15: {text: Step 15., supports: [c16]}
  c16: {text: Step 16., supports: [c17]}
  c17: {text: Step 17., supports: [c18]}
  c18: {text: Step 18., supports: [c19]}
  c19: {text: Step 19., supports: [c0]}
""",
        [
            "2:34 'c0' rests on itself: c0 → c1 → c2 → c3 → c4 → … → c19 → c0 (20 nodes)",
            "withdraw or undercut the step that goes too far, or remove it",
        ],
    ),
    (
        "unreachable-node",
        """\
claims:
  a: {text: One., main: true, assumed: seen}
  b: {text: Two., assumed: seen}
  c: {text: Three., assumed: seen, supports: [b]}
""",
        [
            "3:3 'b' leads to no main claim",
            "say what it supports or contrasts, or mark it `main: true`",
        ],
    ),
    (
        "undeclared-main",
        """\
map: {title: Two theses}
claims:
  a: {text: One., assumed: seen}
  b: {text: Two., assumed: seen}
""",
        [
            "1:14 no claim is marked as main, and 2 could be",
            "mark what the map is about with `main: true`",
        ],
    ),
    (
        "undeclared-main",
        """\
claims:
  a: {text: One., assumed: seen, contrasts: [b]}
  b: {text: Two., assumed: seen, contrasts: [a]}
""",
        [
            "2:3 no claim is marked as main, and each speaks for or against another",
            "mark what the map is about with `main: true`",
        ],
    ),
    (
        "unsupported-claim",
        """\
claims:
  a: {text: One., supporting: [nobody]}
  b: {text: Two.}
""",
        [
            "2:3 nothing supports 'a'",
            "what is named under `supporting:` does not count or is not there",
            "3:3 nothing supports 'b'",
            "add evidence under `supporting:`, or say why it needs none with `assumed:`",
        ],
    ),
    (
        "ungrounded-claim",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [b]}
  b: {text: Two., supporting: [c]}
  c: {text: Three.}
  d: {text: Four., main: true, supporting: [f]}
  g: {text: Five., main: true, supporting: [h]}
  h: {text: Six., supporting: [i]}
  i: {text: Seven., assumed: seen}
  j: {text: Eight., main: true, supporting: [k]}
  k: {text: Nine., supporting: [e]}
  l: {text: Ten., main: true, supporting: [m]}
  m: {text: Eleven., supporting: [n]}
  n: {text: Twelve., supporting: [m]}
evidence:
  e: {text: Counted., cites: s, withdrawn: miscounted}
  f: {text: Measured.}
""",
        [
            "3:3 no evidence reaches 'a': a ← b ← c, and nothing supports 'c'",
            "add evidence that cites a source at the end of that way",
            "6:3 no evidence reaches 'd': d ← f, and 'f' cites no source",
            "add evidence that cites a source at the end of that way",
            "7:3 no evidence reaches 'g': g ← h, and only assumptions support 'h'",
            "add evidence that cites a source to what is assumed",
            "8:3 no evidence reaches 'h': only assumptions support it",
            "add evidence that cites a source to what is assumed",
            "10:3 no evidence reaches 'j': j ← k, and all that supported 'k' is gone",
            "add evidence that cites a source at the end of that way",
            "12:3 no evidence reaches 'l': its support runs in a circle",
            "let evidence that cites a source enter the circle",
        ],
    ),
    (
        "ungrounded-claim",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [{by: e, id: step}]}
  b: {text: Two., supporting: [{by: e, id: other}], undercuts: [step]}
  c: {text: Three., supporting: [a], undercuts: [other]}
evidence:
  e: {text: Counted., cites: s}
""",
        [
            "3:3 no evidence reaches 'a': the undercuts below it hang on each other",
            "withdraw one of the undercuts, or undercut it in turn",
            "4:3 no evidence reaches 'b': the undercuts below it hang on each other",
            "withdraw one of the undercuts, or undercut it in turn",
        ],
    ),
    (
        "ungrounded-claim",
        """\
claims:
  c0: {text: Zero., main: true}
  c1: {text: Step 1., supports: [c0]}
  c2: {text: Step 2., supports: [c1]}
  c3: {text: Step 3., supports: [c2]}
  c4: {text: Step 4., supports: [c3]}
  c5: {text: Step 5., supports: [c4]}
  c6: {text: Step 6., supports: [c5]}
  c7: {text: Step 7., supports: [c6]}
  c8: {text: Step 8., supports: [c7]}
  c9: {text: Step 9., supports: [c8]}
""",
        [
            "2:3 no evidence reaches 'c0': c0 ← c1 ← c2 ← c3 ← … ← c9, and nothing supports 'c9'",
            "add evidence that cites a source at the end of that way",
        ],
    ),
    (
        "orphan-evidence",
        """\
sources: {s: {title: Report}}
evidence:
  e: {text: Counted.}
""",
        [
            "1:11 nothing cites source 's'",
            "cite it, or remove it",
            "3:3 evidence 'e' speaks for and against nothing",
            "name it under `supporting:` or `contrasting:` of a claim, or remove it",
        ],
    ),
    (
        "unanswered-contrast",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [f, [e, f], g]}
  g: {text: Two., supporting: [f]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
""",
        [
            "3:62 'f' contrasts 'a', and nothing answers that",
            "contrast it, undercut the step, or say less in 'a'",
            "3:65 'e' and 'f' contrast 'a', and nothing answers that",
            "contrast it, undercut the step, or say less in 'a'",
            "3:73 'g' contrasts 'a', and nothing answers that",
            "contrast it, undercut the step, or say less in 'a'",
        ],
    ),
    (
        "defeated-support",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [e, b, [c, f], {by: f, id: step}]}
  b: {text: Two., contrasting: [f]}
  c: {text: Three., withdrawn: too bold}
  d: {text: Four., supporting: [c]}
  g: {text: Five., supporting: [{by: f, id: other, undercut: [[f, h]]}]}
evidence:
  e: {text: Counted., cites: s, withdrawn: miscounted}
  f: {text: Measured., cites: s}
  h: {text: Weighed., cites: s, undercuts: [step]}
""",
        [
            (
                "3:3 nothing supports 'a' any more: 'e' is withdrawn, 'b' is refuted, 'c' is"
                " withdrawn and 1 more likewise"
            ),
            "find other support, answer what defeated this, or withdraw the claim",
            "6:3 nothing supports 'd' any more: 'c' is withdrawn",
            "find other support, answer what defeated this, or withdraw the claim",
            "7:3 nothing supports 'g' any more: 'f' and 'h' undercut 'other'",
            "find other support, answer what defeated this, or withdraw the claim",
        ],
    ),
    (
        "unknown-source",
        """\
sources:
  report: {title: Report}
claims:
  a: {text: One., cites: reprot, supporting: [e]}
evidence:
  e: {text: Counted., cites: [a, {source: zebra, page: 3}, zebra]}
  f: {text: Measured., cites: [zebra, e]}
set_aside:
  - {source: nowhere, paragraph: 1, reason: a heading}
""",
        [
            "4:26 there is no source 'reprot'",
            "did you mean 'report'?",
            "6:31 there is no source 'a'",
            "'a' is a claim; `cites:` wants the id of a source",
            "6:43 there is no source 'zebra', cited in 3 places",
            "add it under `sources:`",
            "7:39 there is no source 'e'",
            "'e' is evidence; `cites:` wants the id of a source",
            "9:14 there is no source 'nowhere'",
            "add it under `sources:`",
        ],
    ),
    (
        "no-source",
        """\
evidence:
  e: {text: Counted.}
""",
        [
            "2:3 evidence 'e' cites no source",
            "say under `cites:` where it is from, or make it a claim",
        ],
    ),
    (
        "placeholder",
        """\
map: {title: Traffic TBD}
sources:
  s: {title: "Lorem ipsum dolor", url: "TODO"}
claims:
  a:
    text: >-
      A charge cuts traffic
      by FIXME percent.
    supporting: [{by: e, because: "Why \\u003f??"}]
  b: {text: Two., withdrawn: TBD}
evidence:
  e: {text: Counted., cites: {source: s, quote: "???"}, note: TODO}
""",
        [
            "1:22 'title' of the map says 'TBD'",
            "write what is missing, or move the reminder into `note:`",
            "3:15 'title' of source 's' says 'Lorem ipsum'",
            "write what is missing, or move the reminder into `note:`",
            "3:41 'url' of source 's' says 'TODO'",
            "write what is missing, or move the reminder into `note:`",
            "8:10 'text' of 'a' says 'FIXME'",
            "write what is missing, or move the reminder into `note:`",
            "9:35 'because' of 'e supports a' says '???'",
            "write what is missing, or move the reminder into `note:`",
            "10:30 'withdrawn' of 'b' says 'TBD'",
            "write what is missing, or move the reminder into `note:`",
        ],
    ),
    (
        "near-duplicate",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: The charge cuts traffic., assumed: seen}
  b: {text: "the charge: cuts traffic", assumed: seen}
  c: {text: In the whole zone the charge has reduced the traffic of cars., assumed: seen}
  d: {text: In the whole zone the charge reduced the traffic of cars., assumed: seen}
evidence:
  e: {text: The charge cuts traffic., cites: s}
  f: {text: The charge cuts traffic., cites: s}
""",
        [
            "4:13 'b' says the same as 'a'",
            "merge the two, or write `restates:` in one",
            "6:13 'd' says nearly the same as 'c'",
            "merge the two, or write `restates:` in one",
            "9:13 'f' says the same as 'e'",
            "merge the two, or write `restates:` in one",
        ],
    ),
    (
        "withdrawn-premise",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [b, [e, c], d, e, {by: g, id: step}]}
  b: {text: Two., withdrawn: "too bold, see 'two'"}
  two: {text: Two at most., supporting: [e], supports: [a]}
  c: {text: Three., withdrawn: too bold}
  three: {text: Three at most., restates: [c], supporting: [e]}
  d: {text: Four., withdrawn: too bold}
  g: {text: Five., withdrawn: too bold}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: s, undercuts: [step]}
  h: {text: Measured., cites: s, supporting: [i]}
  i: {text: Measured twice., cites: s, withdrawn: it was once}
relations:
  - {by: h, stance: supports, target: a}
""",
        [
            "3:32 'a' rests on 'b', which is withdrawn",
            "name 'two' in its place",
            "3:39 'a' rests on 'c', which is withdrawn",
            "name 'three' in its place",
            "3:43 'a' rests on 'd', which is withdrawn",
            "remove it from the step, or find another premise",
            "13:47 'h' rests on 'i', which is withdrawn",
            "remove it from the step, or find another premise",
        ],
    ),
    (
        "unsupported-claim",
        """\
claims:
  a: {text: One., supporting: [b, c, nobody]}
  b: {text: Two., supporting: [d, e]}
  c: {text: Three.}
  d: {text: Four.}
  e: {text: Five.}
  f: {text: Six., supports: [e]}
  g: {text: Seven., supports: [e]}
  h: {text: Eight., supporting: [nobody]}
""",
        [
            (
                "4:3 the map has no evidence, and nothing supports 4 of its claims:"
                " 'c', 'd', 'f' and 1 more"
            ),
            "add evidence under `supporting:`, or say why a claim needs none with `assumed:`",
            "9:3 nothing supports 'h'",
            "what is named under `supporting:` does not count or is not there",
        ],
    ),
    (
        "pointless-assumption",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., assumed: all say so, supporting: [e]}
  b: {text: Two., assumed: as above, restates: [a]}
evidence:
  e: {text: Counted., cites: s}
""",
        [
            "3:28 'a' is assumed, and evidence supports it",
            "remove `assumed:`; the evidence says more",
            "4:28 'b' is assumed, and evidence supports it",
            "remove `assumed:`; the evidence says more",
        ],
    ),
    (
        "single-source",
        """\
sources: {s: {title: Report}, t: {title: Survey}}
claims:
  a: {text: One., main: true, supporting: [b, [f, c]]}
  b: {text: Two., supporting: [e]}
  c: {text: Three., supporting: [e]}
  d: {text: Four., main: true, supporting: [g, e]}
evidence:
  e: {text: Counted., cites: [s, {source: s, page: 4}]}
  f: {text: Weighed., cites: s}
  g: {text: Asked., cites: t}
""",
        [
            "3:3 all support of 'a' comes from source 's'",
            "find support from a second source, or say less",
        ],
    ),
    (
        "overconfident",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., confidence: 0.9, supporting: [[e, f], {by: g, strength: 0.25}]}
  b: {text: Two., confidence: 1, supporting: [{by: e, strength: 0.5}]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: s, confidence: 0.5}
  g: {text: Asked., cites: s, confidence: 0.7}
""",
        [
            "3:31 'a' is held with confidence 0.9, and its support allows at most 0.75",
            "lower it, or add support",
            "4:31 'b' is held with confidence 1, and its support allows at most 0.5",
            "lower it, or add support",
        ],
    ),
    (
        "no-contrast-sought",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [b]}
  b: {text: Two., supporting: [e]}
  c: {text: Three., main: true, supporting: [{by: e, id: step}]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: s, undercuts: [step]}
""",
        [
            "3:3 nothing speaks against 'a'",
            "add the best objection under `contrasting:`, and answer it",
        ],
    ),
    (
        "load-bearing-node",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [b, c]}
  b: {text: Two., supporting: [e]}
  c: {text: Three., supporting: [e]}
  d: {text: Four., main: true, supporting: [[f, h]]}
  g: {text: Five., main: true, supporting: [[f, h]]}
  i: {text: Six., main: true, supporting: [f]}
  h: {text: Seven., assumed: as a model}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: s}
""",
        [
            "9:3 all support of 'd' and 'g' comes down to 'h'",
            "make sure of 'h', or find support that does without it",
            "11:3 all support of 'a' comes down to 'e'",
            "make sure of 'e', or find support that does without it",
            "12:3 all support of 'd', 'g' and others comes down to 'f'",
            "make sure of 'f', or find support that does without it",
        ],
    ),
    (
        "stale-evidence",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [e, f, g]}
evidence:
  e: {text: Counted., cites: s, recheck_by: 2026-01-30}
  f: {text: Weighed., cites: s, recheck_by: 2026-01-31}
  g: {text: Asked., cites: s, recheck_by: 2020-01-31, withdrawn: asked anew}
""",
        [
            "5:45 'e' was to be looked at again by 2026-01-30",
            "look at its source again; then move the day, or withdraw it",
        ],
    ),
    (
        "not-independent",
        """\
sources:
  s: {title: Report, author: Lind}
  t: {title: Survey, author: "lind "}
  u: {title: Counts, author: Lind}
  v: {title: Accounts}
claims:
  a: {text: One., main: true, supporting: [e, f]}
  b: {text: Two., main: true, supporting: [e, f, g]}
  c: {text: Three., main: true, supporting: [e, [f, h]]}
  d: {text: Four., main: true, supporting: [h, [e, i]]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: t}
  g: {text: Asked., cites: u}
  h: {text: Added., cites: v}
  i: {text: Taken away., cites: v}
""",
        [
            "7:3 both reasons for 'a' are by 'Lind'",
            "add support from elsewhere",
            "8:3 the 3 reasons for 'b' are all by 'Lind'",
            "add support from elsewhere",
            "9:3 both reasons for 'c' are by 'Lind'",
            "add support from elsewhere",
            "10:3 both reasons for 'd' are from source 'v'",
            "add support from elsewhere",
        ],
    ),
    (
        "retracted-source",
        """\
sources:
  s: {title: Report, retracted: counters were broken}
claims:
  a: {text: One., supporting: [e, f], cites: s}
evidence:
  e: {text: Counted., cites: [s, {source: s, page: 4}]}
  f: {text: Weighed., cites: {source: s, page: 3}, withdrawn: retracted}
""",
        [
            "6:31 'e' rests on 's', which is retracted",
            "find other evidence, or withdraw this one",
        ],
    ),
    (
        "incomplete-source",
        """\
sources:
  a: {title: A, type: Web Page}
  b: {title: B, type: book, publisher: Press}
  c: {title: C, type: report}
  d: {title: D, date: May 2007, url: www.example.org/a, doi: "see 10.1000/182", sha256: abc}
  e: {title: E, url: "https://example.org/a b", doi: "1234"}
  f: {title: F, url: "https:///page"}
  g: {title: G, url: "urn:"}
  h: {title: H, url: example}
  i: {title: I, type: book, isbn: 978-0-306-40615-8, doi: "10.1000/182\\u200b"}
  j: {title: J, isbn: "0306406152 (cloth)", doi: "https://doi-org.example.edu/10.1000/182"}
  k: {title: K, isbn: "12", url: "https://https://example.org/a", doi: '10.1007/978\\_3'}
  l: {title: L, url: "<https://example.org/a>", doi: "10.1002/x&lt;1"}
  m: {title: M, url: "https//example.org"}
  n: {title: N, url: 'C:\\texts\\n.pdf'}
  o: {title: O, url: "www.example.org:80/a"}
  p: {title: P, url: 'https://example.org/a"b'}
""",
        [
            "2:3 source 'a', of type 'Web Page', has no url or file",
            "say what a reader needs to find it",
            "3:3 source 'b', of type 'book', has no date",
            "say what a reader needs to find it",
            "4:3 source 'c', of type 'report', has no author or publisher and no date",
            "say what a reader needs to find it",
            "5:23 'date' of source 'd' is 'May 2007', not a date as in ISO 8601",
            "write a year, a month or a day: 2007, 2007-07 or 2007-07-31",
            "5:38 'url' of source 'd' has no scheme",
            "write the whole address, as in 'https://www.example.org/a'",
            "5:62 'doi' of source 'd' is 'see 10.1000/182', not a DOI",
            "write it as in '10.1000/182'",
            "5:89 'sha256' of source 'd' is not a SHA-256",
            "write its 64 hexadecimal digits, as `sha256sum` prints them",
            "6:22 'url' of source 'e' holds a blank",
            "write the whole address, as in 'https://example.org/a%20b'",
            "6:54 'doi' of source 'e' is '1234', not a DOI",
            "write it as in '10.1000/182'",
            "7:22 'url' of source 'f' names no host",
            "write the whole address, as in 'https://example.org/page'",
            "8:22 'url' of source 'g' ends behind its scheme",
            "write the whole address, as in 'https://example.org/page'",
            "9:22 'url' of source 'h' has no scheme",
            "write the whole address, as in 'https://example.org/page'",
            "10:3 source 'i', of type 'book', has no author or publisher and no date",
            "say what a reader needs to find it",
            "10:35 'isbn' of source 'i' is '978-0-306-40615-8', whose last digit should be 7",
            "a digit is mistyped; compare it with the one in the book",
            "10:59 'doi' of source 'i' is '10.1000/182\u200b', not a DOI",
            "write it as in '10.1000/182'",
            "11:23 'isbn' of source 'j' is '0306406152 (cloth)', not an ISBN",
            "write 10 or 13 digits, as in '0306406152'",
            "11:50 'doi' of source 'j' is 'https://doi-org.example.edu/10.1000/182', not a DOI",
            "write it as in '10.1000/182'",
            "12:23 'isbn' of source 'k' is '12', not an ISBN",
            "write 10 or 13 digits, as in '978-0-306-40615-7'",
            "12:34 'url' of source 'k' has two schemes",
            "write the whole address, as in 'https://example.org/a'",
            "12:72 'doi' of source 'k' is '10.1007/978\\_3', not a DOI",
            "write it as in '10.1007/978_3'",
            "13:22 'url' of source 'l' has no scheme",
            "write the whole address, as in 'https://example.org/a'",
            "13:54 'doi' of source 'l' is '10.1002/x&lt;1', not a DOI",
            "write it as in '10.1002/x<1'",
            "14:22 'url' of source 'm' has no scheme",
            "write the whole address, as in 'https://example.org'",
            "15:22 'url' of source 'n' has no scheme",
            "write the path of a local copy under `file:`",
            "16:22 'url' of source 'o' has no scheme",
            "write the whole address, as in 'https://www.example.org:80/a'",
            "17:22 'url' of source 'p' holds '\"'",
            "write the whole address, as in 'https://example.org/a'",
        ],
    ),
    (
        "no-quotation",
        """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [e]}
evidence:
  e: {text: Said., type: testimony, cites: s}
""",
        [
            "5:44 testimony 'e' points to no words of its source",
            "add `quote:`, or the place: `page:`, `paragraph:`, `time:`",
        ],
    ),
    (
        "invalid-waiver",
        """\
claims:
  a:
    text: One.
    assumed: seen
    waive:
      - {rule: unsuported-claim, reason: found out later, until: 2026-03-31}
      - {rule: "2xx", reason: found out later, until: 2026-03-31}
      - {rule: unused-waiver, reason: found out later, until: 2026-03-31}
      - {rule: 902, reason: found out later, until: 2026-03-31}
      - {rule: 201, reason: later, until: 2026-03-31}
      - {rule: 201, until: 2026-08-01}
      - {rule: 201, reason: found out later}
""",
        [
            "6:16 a waiver for 'a' names 'unsuported-claim', which is no rule",
            "did you mean 'unsupported-claim'?",
            "7:16 a waiver for 'a' names '2xx', which is no rule",
            "`argmap rules` lists all rules",
            "8:16 'unused-waiver' cannot be waived",
            "mend or remove the waiver that it is about",
            "9:16 '902' cannot be waived",
            "mend or remove the waiver that it is about",
            "10:29 the waiver of '201' for 'a' has a reason of fewer than 10 letters",
            "say under `reason:` why the rule does not apply here",
            "11:16 the waiver of '201' for 'a' has no reason",
            "say under `reason:` why the rule does not apply here",
            "11:28 the waiver of '201' for 'a' holds until 2026-08-01, more than 180 days ahead",
            "write `until: 2026-07-30` or sooner",
            "12:16 the waiver of '201' for 'a' has no last day",
            "write `until: 2026-07-30`",
        ],
    ),
    (
        "expired-waiver",
        """\
claims:
  a: {text: One., waive: {rule: 201, reason: found out later, until: 2026-01-30}}
  b: {text: Two., assumed: seen, waive: {rule: 201, reason: found out later, until: 2026-01-30}}
""",
        [
            "2:70 the waiver of '201' for 'a' ran out on 2026-01-30",
            "look at it again: mend what it is for, or give it another day",
        ],
    ),
    (
        "unused-waiver",
        """\
claims:
  a: {text: One., waive: {rule: 201, reason: found out later, until: 2026-01-31}}
  b: {text: Two., assumed: seen, waive: {rule: 201, reason: found out later, until: 2026-01-30}}
  c: {text: Two., assumed: seen, waive: {rule: 404, reason: found out later, until: 2026-02-01}}
""",
        [
            "3:48 the waiver of '201' for 'b' has nothing to waive",
            "remove it",
        ],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_a_message_says_what_where_and_what_to_do(
    rule: str, text: str, expected: list[str]
) -> None:
    assert told_by(rule, text) == expected


def test_what_the_reader_found_is_passed_on_as_it_is() -> None:
    file = TextFile("map.yaml", "claims: {a: {}}")
    reading = (
        Finding(101, "invalid-file", Severity.ERROR, "one", file.span(0), help="mend it"),
        Finding(102, "unknown-field", Severity.ERROR, "two", file.span(1), subject="a"),
        Finding(103, "invalid-field", Severity.ERROR, "three", file.span(2)),
        Finding(
            108,
            "duplicate-relation",
            Severity.INFO,
            "four",
            file.span(3),
            related=(Note(file.span(4), "and here"),),
        ),
    )
    assert check(ArgumentMap(), reading) == reading


def test_related_places_are_shown() -> None:
    text = """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [b, e]}
  b: {text: Two., supporting: [a]}
evidence:
  e: {text: One., cites: s, supports: [a]}
  E: {text: Counted., cites: [s, gone]}
  f: {text: Counted., cites: [gone, s]}
"""
    related = {
        finding.rule: [
            f"{note.span.line}:{note.span.column} {note.message}" for note in finding.related
        ]
        for finding in findings_in(text)
        if finding.related
    }
    assert related == {
        "duplicate-id": ["6:3 'e' is here"],
        "duplicate-relation": ["3:35 and here"],
        "near-duplicate": ["7:13 'E' is here"],
        "support-cycle": ["3:32 'b supports a' is a part of it"],
        "unknown-source": ["8:31 and here"],
    }


def test_ids_that_differ_in_encoding_only_are_one_id() -> None:
    composed, decomposed = "caf\u00e9", "cafe\u0301"
    the_map = ArgumentMap(nodes=[Claim(composed, "One."), Claim(decomposed, "Two.")])
    assert [one.message for one in check(the_map) if one.code == 104] == [
        f"'{decomposed}' is '{composed}' but for the encoding of its letters"
    ]


def test_an_id_that_stands_twice_is_reported_for_every_kind() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "One."), Claim("a", "Two."), Evidence("e", "Seen.")],
        relations=[
            Relation("supports", "e", "a", id="step"),
            Relation("contrasts", "e", "a", id="step"),
            Relation("undercuts", "a", "step", id="e"),
        ],
        sources=[Source("s", "Report"), Source("s", "Survey")],
    )
    assert sorted(one.message for one in check(the_map) if one.code == 104) == [
        "'a' is the id of a claim already",
        "'e' is the id of evidence already",
        "'s' is the id of a source already",
        "'step' is the id of a relation already",
    ]


def test_an_alias_at_the_end_of_a_relation_built_in_python_is_named() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "One."), Claim("b", "Two.", aliases="old")],
        relations=[Relation("supports", "old", "a")],
    )
    assert [told(one) for one in check(the_map) if one.code == 106] == [
        "there is no claim or evidence 'old' | 'b' had that id; name it as it is"
    ]


def test_long_and_wrapped_ids_are_shortened_in_messages() -> None:
    the_map = ArgumentMap(nodes=[Claim("a\n" + "b" * 1000, "One.", assumed="seen")])
    (finding,) = check(the_map)
    assert told(finding) == (
        f"the id 'a {'b' * 117}…' holds a blank"
        f" | use letters, digits, '-', '_' and '.', as in 'a-{'b' * 117}…'"
    )


def test_a_finding_without_a_field_of_its_own_is_at_the_node() -> None:
    (finding,) = (one for one in findings_in("claims:\n  a: {text: One.}\n") if one.code == 201)
    assert finding == Finding(
        201,
        "unsupported-claim",
        Severity.ERROR,
        "nothing supports 'a'",
        finding.span,
        help="add evidence under `supporting:`, or say why it needs none with `assumed:`",
        subject="a",
    )
    assert finding.span is not None
    assert finding.span.text == "a"
