"""What a careful person writes, and the rules must leave alone."""

import pytest

from argmap.checks import Selection
from tests.checks.reading import findings_in, told, told_by

DEBATE = """\
map:
  title: Should the city introduce a congestion charge?
  language: en
sources:
  counts-2007: {title: "Fifth annual impacts report", author: Transport Office, date: 2007-07}
  survey: {title: Survey of shopkeepers, date: 2006}
  study: {title: "Prices and trips: a panel study", author: Lind, date: 2010}
claims:
  introduce-charge:
    text: The city should introduce a congestion charge.
    type: policy
    main: true
    supporting:
      - charge-cuts-traffic
      - [charge-raises-money, buses-need-money]
    contrasting: [shops-suffer, charge-is-unfair]
  charge-cuts-traffic:
    text: A charge cuts car traffic in the zone.
    type: cause
    supporting:
      - counts-2003
      - {by: [panel-data, prices-matter], id: by-prices, scheme: cause to effect}
    contrasting: [taxis-rose]
  fewer-cars-with-charge:
    text: Where people pay to drive in, fewer of them do.
    restates: [charge-cuts-traffic]
  charge-raises-money:
    text: The charge brings in more than it costs.
    supporting: [accounts]
  buses-need-money:
    text: The buses of the city need money.
    assumed: both parties say so
  prices-matter:
    text: What is true of the panel is true of the city.
    assumed: the panel was drawn by lot
  shops-suffer:
    text: Shops in the zone lose customers.
    supporting: [shopkeepers-say]
    contrasting: [sales-rose]
  charge-is-unfair:
    text: The charge burdens the poor more than the rich.
    supporting: [poor-pay-same]
    contrasting: [poor-take-bus]
  everybody-hates-it:
    text: Nobody wants the charge.
    contrasts: [introduce-charge]
    contrasting: [half-agree]
  trams-would-do:
    text: Trams would do as well.
    withdrawn: nobody pays for trams
    contrasts: [introduce-charge]
evidence:
  counts-2003:
    text: Traffic entering the zone fell by 18 percent in the first year.
    type: statistic
    cites: {source: counts-2007, page: 12, quote: "reduced by ??? percent"}
  counts-2004:
    text: Traffic entering the zone fell by 19 percent in the second year.
    cites: {source: counts-2007, page: 13}
    supports: [charge-cuts-traffic]
  panel-data: {text: Households on the panel drove less as petrol rose., cites: study}
  taxis-rose: {text: Taxi trips rose in the same year., cites: counts-2007}
  taxis-are-few:
    text: Taxis are a tenth of the traffic.
    cites: counts-2007
    contrasts: [taxis-rose]
  accounts: {text: The charge brought in 122 million., cites: counts-2007}
  shopkeepers-say: {text: Two shopkeepers in five report fewer customers., cites: survey}
  sales-rose: {text: Sales in the zone rose., cites: survey, note: TODO find the newer survey}
  poor-pay-same: {text: All drivers pay the same., cites: counts-2007}
  poor-take-bus: {text: Households with low income take the bus., cites: study}
  half-agree: {text: Half of those asked agree with the charge., cites: survey}
  half-agree-too: {text: Half of those asked agree with the charge., cites: study}
  roads-closed:
    text: In that year no roads were closed.
    cites: counts-2007
    supports: [charge-cuts-traffic]
relations:
  - {by: half-agree-too, stance: contrasts, target: everybody-hates-it}
set_aside:
  - {source: study, paragraph: 1, reason: only thanks the sponsors}
"""


@pytest.mark.parametrize("preset", ["core", "strict"])
def test_a_realistic_debate_yields_nothing(preset: str) -> None:
    found = findings_in(DEBATE, selection=Selection(preset))
    assert [told(finding) for finding in found] == []


QUIET = {
    "undeclared-main: one claim that all speaks for needs no mark": """\
claims:
  a: {text: One., assumed: seen}
  b: {text: Two., assumed: seen, supports: [a]}
""",
    "unsupported-claim: an objection that is answered": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [b]}
  b: {text: Two., contrasting: [e]}
evidence:
  e: {text: Counted., cites: s}
""",
    "unsupported-claim: a restatement of what is assumed": """\
claims:
  a: {text: One., main: true, assumed: seen}
  b: {text: Two., restates: [a]}
  c: {text: Three., restates: [b]}
""",
    "unreachable-node: a view that the map argues against": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e]}
  b: {text: Two., supporting: [e], contrasting: [a]}
evidence:
  e: {text: Counted., cites: s}
""",
    "unanswered-contrast: contrast without ground": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [b]}
  b: {text: Two., assumed: said by some}
evidence:
  e: {text: Counted., cites: s}
""",
    "unanswered-contrast: two claims that contrast each other": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [b]}
  b: {text: Two., supporting: [f], contrasting: [a]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
""",
    "unanswered-contrast: an undercut is an answer": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [{by: f, id: step}]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
  g: {text: Weighed., cites: s, undercuts: [step]}
""",
    "unanswered-contrast: an answer need not prevail": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [f]}
  b: {text: Two., assumed: seen, contrasts: [f]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
""",
    "support-cycle: an undercut opens the circle": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [b, e]}
  b: {text: Two., supporting: [{by: a, id: back}, f]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
  g: {text: Weighed., cites: s, undercuts: [back]}
""",
    "defeated-support: a step that is left is enough": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., main: true, supporting: [{by: e, id: step}, f]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
  g: {text: Weighed., cites: s, undercuts: [step]}
""",
    "duplicate-relation: linked and alone are two steps": """\
sources: {s: {title: Report}}
claims:
  a: {text: One., supporting: [e, [e, f], f]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Measured., cites: s}
""",
    "near-duplicate: a pair that differs in one word, number or denial": """\
claims:
  a: {text: A charge for driving cuts the traffic in the middle of Rome., main: true, assumed: x}
  b: {text: A charge for driving cuts the traffic in the middle of Oslo., main: true, assumed: x}
  c: {text: A charge for driving cuts no traffic in the middle of Rome., main: true, assumed: x}
  d: {text: Traffic in the middle of the city fell by 18 percent that year., main: true, assumed: x}
  e: {text: Traffic in the middle of the city fell by 81 percent that year., main: true, assumed: x}
  f: {text: Driving there without a permit was legal in those days., main: true, assumed: x}
  g: {text: Driving there without a permit was illegal in those days., main: true, assumed: x}
""",
    "near-duplicate: what is withdrawn": """\
claims:
  a: {text: A charge cuts traffic., main: true, assumed: seen}
  b: {text: A charge cuts traffic., withdrawn: said above}
""",
    "placeholder: other words": """\
claims:
  a: {text: "Mañana, todo es posible??? XXX Todo TODOS mastodon tbd.", main: true, assumed: seen}
""",
    "bad-id: ids of any language": """\
claims:
  größe-2_b.c: {text: One., main: true, assumed: seen}
  यातायात: {text: Two., main: true, assumed: seen}
  _x: {text: Three., main: true, assumed: seen}
  9: {text: Four., main: true, assumed: seen}
""",
}


HEAD = """\
sources:
  s: {title: Report, author: Lind}
  t: {title: Survey}
"""

QUIET_RULES = {
    "withdrawn-premise: the claim is withdrawn, too": """\
claims:
  a: {text: One., withdrawn: nobody said so, supporting: [b]}
  b: {text: Two., withdrawn: nobody said so}
""",
    "withdrawn-premise: it contrasted or restated": """\
claims:
  a: {text: One., assumed: seen, contrasting: [b], restates: [c]}
  b: {text: Two., withdrawn: nobody said so}
  c: {text: Three., withdrawn: nobody said so}
""",
    "withdrawn-premise: defeated-support says it": """\
claims:
  a: {text: One., supporting: [b]}
  b: {text: Two., withdrawn: nobody said so}
""",
    "pointless-assumption: only assumptions support it": """\
claims:
  a: {text: One., assumed: seen, supporting: [b]}
  b: {text: Two., assumed: seen}
""",
    "pointless-assumption: it is withdrawn": """\
claims: {a: {text: One., assumed: seen, withdrawn: nobody said so, supporting: [e]}}
evidence: {e: {text: Counted., cites: s}}
""",
    "single-source: one piece of evidence from two sources": """\
claims: {a: {text: One., main: true, supporting: [e]}}
evidence: {e: {text: Counted., cites: [s, t]}}
""",
    "single-source: claims that are not main": """\
claims:
  a: {text: One., main: true, supporting: [b, c]}
  b: {text: Two., supporting: [e]}
  c: {text: Three., supporting: [f]}
evidence: {e: {text: Counted., cites: s}, f: {text: Asked., cites: t}}
""",
    "single-source: no evidence reaches the claim": """\
claims: {a: {text: One., main: true, supporting: [b]}, b: {text: Two.}}
evidence:
  e: {text: Counted., cites: s, contrasts: [a]}
  f: {text: Asked., cites: t, contrasts: [a]}
""",
    "overconfident: as sure as the least sure premise": """\
claims: {a: {text: One., confidence: 0.7, supporting: [[e, f]]}}
evidence:
  e: {text: Counted., cites: s, confidence: 0.7}
  f: {text: Asked., cites: t}
""",
    "overconfident: sums that are not exact in binary": """\
claims: {a: {text: One., confidence: 0.3, supporting: [e, f]}}
evidence:
  e: {text: Counted., cites: s, confidence: 0.1}
  f: {text: Asked., cites: t, confidence: 0.2}
""",
    "overconfident: a step that declares nothing": """\
claims: {a: {text: One., confidence: 0.9, supporting: [e, f]}}
evidence:
  e: {text: Counted., cites: s, confidence: 0.1}
  f: {text: Asked., cites: t}
""",
    "overconfident: an assumption": """\
claims: {a: {text: One., confidence: 0.9, assumed: seen, supporting: [e]}}
evidence: {e: {text: Counted., cites: s, confidence: 0.1}}
""",
    "no-contrast-sought: a contrast that was withdrawn": """\
claims:
  a: {text: One., main: true, supporting: [e], contrasting: [b]}
  b: {text: Two., withdrawn: nobody says so}
evidence: {e: {text: Counted., cites: s}}
""",
    "no-contrast-sought: a restatement was contrasted": """\
claims:
  a: {text: One., main: true, supporting: [e]}
  b: {text: Two., restates: [a], contrasting: [c]}
  c: {text: Three.}
evidence: {e: {text: Counted., cites: s}}
""",
    "no-contrast-sought: nothing supports it, or it is assumed": """\
claims:
  a: {text: One., main: true}
  b: {text: Two., main: true, assumed: seen, supporting: [a]}
""",
    "load-bearing-node: a chain, a tree and a linked step": """\
claims:
  a: {text: One., main: true, supporting: [b, [e, f]]}
  b: {text: Two., supporting: [c]}
  c: {text: Three., supporting: [g]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Asked., cites: t}
  g: {text: Weighed., cites: t}
""",
    "stale-evidence: the day itself, and what is withdrawn": """\
claims: {a: {text: One., supporting: [e, f]}}
evidence:
  e: {text: Counted., cites: s, recheck_by: 2026-01-31}
  f: {text: Asked., cites: t, recheck_by: 2020-01-31, withdrawn: asked anew}
""",
    "not-independent: a third from elsewhere, or a claim": """\
claims:
  a: {text: One., supporting: [e, f, g]}
  b: {text: Two., supporting: [e, f, a]}
evidence:
  e: {text: Counted., cites: s}
  f: {text: Weighed., cites: s}
  g: {text: Asked., cites: t}
""",
    "not-independent: sources without an author": """\
claims: {a: {text: One., supporting: [e, f]}}
sources: {u: {title: One}, v: {title: Two}}
evidence: {e: {text: Counted., cites: u}, f: {text: Asked., cites: v}}
""",
    "not-independent: one reason of two premises": """\
claims: {a: {text: One., supporting: [[e, f]]}}
evidence: {e: {text: Counted., cites: s}, f: {text: Asked., cites: s}, g: {text: C., cites: t}}
""",
    "retracted-source: a claim about it, and evidence that is withdrawn": """\
sources: {u: {title: One, retracted: counters were broken}}
claims: {a: {text: The report is wrong., cites: u, supporting: [e]}}
evidence: {e: {text: Counted anew., cites: s}, f: {text: Old., cites: u, withdrawn: wrong}}
""",
    "incomplete-source: forms that people write": """\
sources:
  a: {title: A, url: "https://user@example.org:8080/a_(b)?c=d#e", doi: 10.1000/182}
  b: {title: B, url: "http://[::1]/", doi: "https://doi.org/10.1000.10/12(3)<4>"}
  c: {title: C, url: "urn:isbn:0451450523", doi: "DOI: 10.1000/182"}
  d: {title: D, url: "https://пример.рф/страница", doi: doi.org/10.1000/182, date: 1632}
  e: {title: E, url: "ftp://example.org", date: 2007-07, type: clay tablet}
  f: {title: F, type: Dataset, publisher: Office, file: texts/f.csv, date: 2007-07-31}
  g: {title: G, type: treaty, url: "https://example.org/treaty", date: 2001}
  h: {title: H, type: Web  page, url: "https://example.org"}
  i: {title: I, type: book, isbn: 978 0 306 40615 7, doi: 10/gfvhzk}
  j: {title: J, type: chapter, isbn: "ISBN-10: 0-8044-2957-X"}
  k: {title: K, type: article, doi: "https://doi.org/10.1002%2Fabc.123"}
  l: {title: L, doi: 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}
  m: {title: M, doi: info:doi/10.5281/zenodo.1, url: "https://example.org/a?b=https://c.org/"}
  n: {title: N, doi: DOI 10.1038/s41586-020-2649-2, url: "mailto:a@example.org"}
""",
    "no-quotation: any place is enough, and not all evidence is of words": """\
claims: {a: {text: One., supporting: [e, f, g, h]}}
evidence:
  e: {text: A., type: testimony, cites: [t, {source: s, time: "00:12:30"}]}
  f: {text: B., type: document, cites: {source: s, digest: "h1:0123456789abcdef0123456789abcdef"}}
  g: {text: C., type: event, cites: s}
  h: {text: D., cites: s}
""",
}


@pytest.mark.parametrize(
    ("rule", "text"),
    [(name.partition(":")[0], text) for name, text in QUIET_RULES.items()],
    ids=QUIET_RULES.keys(),
)
def test_a_rule_leaves_alone(rule: str, text: str) -> None:
    assert told_by(rule, HEAD, text) == []


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_a_careful_map_yields_nothing(text: str) -> None:
    assert [told(finding) for finding in findings_in(text)] == []


def test_claims_that_restate_each_other_are_one_claim() -> None:
    text = """\
claims:
  a: {text: One., main: true}
  b: {text: Two., restates: [a]}
  c: {text: Three., supporting: [b]}
"""
    assert told_by("unsupported-claim", text) == [
        "2:3 nothing supports 'a'",
        "add evidence under `supporting:`, or say why it needs none with `assumed:`",
    ]


def test_many_claims_on_one_leaf_are_one_error_and_one_warning() -> None:
    names = [f"c{number}" for number in range(20)]
    between = "".join(f"  {name}: {{text: Step {name}., supports: [a]}}\n" for name in names)
    leaf = f"  leaf: {{text: Leaf., supports: [{', '.join(names)}]}}\n"
    findings = findings_in(f"claims:\n  a: {{text: One., main: true}}\n{between}{leaf}")
    assert [(finding.rule, finding.subject) for finding in findings] == [
        ("ungrounded-claim", "a"),
        ("unsupported-claim", "leaf"),
    ]
