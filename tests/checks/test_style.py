"""The rules on style: what they say of a map, and where."""

import pytest

from argmap import claimfile
from argmap.assess import assess
from argmap.checks import RULES as ALL_RULES
from argmap.checks.context import Context
from argmap.checks.rule import Problem, Rule
from argmap.model import ArgumentMap, Claim, Evidence
from argmap.text import TextFile
from tests.checks.reading import findings_in, told

RULES = tuple(rule for rule in ALL_RULES if rule.code in {602, 603, 604, 605, 607, 608})
EXAMPLES = [(rule, text) for rule in RULES for text in (*rule.fires, *rule.silent)]


def problems(rule: Rule, the_map: ArgumentMap) -> list[Problem]:
    return list(rule.find(Context(the_map, assess(the_map))))


def rule_named(name: str) -> Rule:
    return next(rule for rule in RULES if rule.name == name)


def said(name: str, text: str) -> list[str]:
    """Return what a rule says of a claim file: `line:column-column words`, message, help, ..."""
    the_map, _ = claimfile.read([TextFile("map.yaml", text)])
    lines = []
    for problem in problems(rule_named(name), the_map):
        span = problem.span
        assert span is not None
        place = f"{span.line}:{span.column}-{span.end_column} {span.text}"
        lines += [place, problem.message, problem.help]
    return lines


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_on_style_has_a_page_with_what_was_measured(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert "\n\nMeasured: right were " in rule.why
    assert rule.fires
    assert rule.silent


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_on_style_fires_on_each_claim_of_its_examples(rule: Rule) -> None:
    for text in rule.fires:
        the_map, _ = claimfile.read([TextFile("map.yaml", text)])
        found = [problem.subject for problem in problems(rule, the_map)]
        assert found == [claim.id for claim in the_map.claims]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_all_rules_on_style_are_silent_on_the_good_examples(rule: Rule) -> None:
    for text in rule.silent:
        the_map, _ = claimfile.read([TextFile("map.yaml", text)])
        assert [problem for each in RULES for problem in problems(each, the_map)] == []


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_the_rules_that_always_run_are_silent_on_the_examples(rule: Rule, text: str) -> None:
    assert [told(finding) for finding in findings_in(text)] == [], rule.name


MESSAGES = [
    (
        "compound-claim",
        """\
map: {language: en}
claims:
  a: {text: Traffic fell. Shops gained. Nobody left the city.}
  b: {text: "The city should act, because the roads are full and thus slow."}
  c: {text: "Traffic fell; the shops gained, but they were not glad."}
  d: {text: "Since they own the roads, cities may charge for them."}
""",
        [
            "3:27-39 Shops gained",
            "'a' makes 3 statements; the second begins: 'Shops gained'",
            "give each statement a claim of its own",
            "4:35-42 because",
            "'b' gives its own reason: 'because' and 'and thus'",
            "make the reason a claim of its own that supports this one",
            "5:26-27 ;",
            "'c' joins several statements: ';' and 'but they were'",
            "give each statement a claim of its own",
            "6:14-24 Since they",
            "'d' gives its own reason: 'Since they'",
            "make the reason a claim of its own that supports this one",
        ],
    ),
    (
        "compound-claim",
        """\
map: {language: de-AT}
claims:
  a: {text: Am 3. Mai fiel der Verkehr. Die Läden gewannen.}
  b: {text: "Die Stadt sollte handeln, weil die Straßen voll sind."}
  c: {text: "Der Verkehr fiel, aber die Läden gewannen nichts."}
""",
        [
            "3:41-59 Die Läden gewannen",
            "'a' makes 2 statements; the second begins: 'Die Läden gewannen'",
            "give each statement a claim of its own",
            "4:40-44 weil",
            "'b' gives its own reason: 'weil'",
            "make the reason a claim of its own that supports this one",
            "5:32-40 aber die",
            "'c' joins several statements: 'aber die'",
            "give each statement a claim of its own",
        ],
    ),
    (
        "not-a-claim",
        """\
map: {language: en}
claims:
  a: {text: "Who pays the charge?"}
  b: {text: "Please consider the poor."}
  c: {text: Because the roads are full.}
  d: {text: The role of the press}
  e: {text: "Why not? Who would mind?!"}
  f: {text: Ban nuclear power.}
""",
        [
            "3:33-34 ?",
            "'a' is a question: '?'",
            "state the answer",
            "4:14-29 Please consider",
            "'b' tells the reader to do something: 'Please consider'",
            "say what is so, or what should be done by whom",
            "5:13-20 Because",
            "'c' is half a sentence: 'Because'",
            "say it so that it stands alone",
            "6:13-34 The role of the press",
            "'d' asserts nothing",
            "write a whole sentence that says what is so, or what should be",
            "7:37-38 ?",
            "'e' is a question: '?'",
            "state the answer",
            "8:13-31 Ban nuclear power.",
            "'f' asserts nothing",
            "write a whole sentence that says what is so, or what should be",
        ],
    ),
    (
        "not-a-claim",
        """\
map: {language: de}
claims:
  a: {text: "Stell dir eine Stadt ohne Autos vor."}
  b: {text: "Da die Straßen der Stadt gehören,"}
  c: {text: Wirtschaftliche Folgen der Abgabe}
  d: {text: Trotz der großen Zahl von Radfahrern}
""",
        [
            "3:14-23 Stell dir",
            "'a' tells the reader to do something: 'Stell dir'",
            "say what is so, or what should be done by whom",
            "4:14-16 Da",
            "'b' is half a sentence: 'Da'",
            "say it so that it stands alone",
            "5:13-46 Wirtschaftliche Folgen der Abgabe",
            "'c' asserts nothing",
            "write a whole sentence that says what is so, or what should be",
            "6:13-49 Trotz der großen Zahl von Radfahrern",
            "'d' asserts nothing",
            "write a whole sentence that says what is so, or what should be",
        ],
    ),
    (
        "weasel-words",
        """\
map: {language: en}
claims:
  a: {text: "Many people believe that it works, and studies have shown it."}
  b: {text: Arguably the charge is widely considered a success.}
  c: {text: It could be argued that critics say too much.}
""",
        [
            "3:14-33 Many people believe",
            "'a' does not say who: 'Many people believe' and 'studies have shown'",
            "name them, or cite them with `cites:`",
            "4:13-21 Arguably",
            "'b' does not say who: 'Arguably' and 'is widely considered'",
            "name them, or cite them with `cites:`",
            "5:13-36 It could be argued that",
            "'c' does not say who: 'It could be argued that' and 'critics say'",
            "name them, or cite them with `cites:`",
        ],
    ),
    (
        "weasel-words",
        """\
map: {language: de}
claims:
  a: {text: "Viele Menschen glauben, dass die Maut wirkt."}
  b: {text: Laut Experten wirkt die Maut.}
  c: {text: Angeblich wirkt die Maut.}
""",
        [
            "3:14-36 Viele Menschen glauben",
            "'a' does not say who: 'Viele Menschen glauben'",
            "name them, or cite them with `cites:`",
            "4:13-26 Laut Experten",
            "'b' does not say who: 'Laut Experten'",
            "name them, or cite them with `cites:`",
            "5:13-22 Angeblich",
            "'c' does not say who: 'Angeblich'",
            "name them, or cite them with `cites:`",
        ],
    ),
    (
        "booster",
        """\
map: {language: en}
claims:
  a: {text: "Clearly, certainly, surely and undoubtedly, of course, it works."}
  b: {text: There\u2019s no doubt that the charge works.}
evidence:
  e: {text: Traffic clearly fell.}
""",
        [
            "3:14-21 Clearly",
            "'a' insists: 'Clearly', 'certainly', 'surely' and 2 more",
            "leave it out, or support what it stresses",
            "4:13-29 There\u2019s no doubt",
            "'b' insists: 'There\u2019s no doubt'",
            "leave it out, or support what it stresses",
            "6:21-28 clearly",
            "'e' insists: 'clearly'",
            "leave it out, or support what it stresses",
        ],
    ),
    (
        "booster",
        """\
map: {language: de}
claims:
  a: {text: "Natürlich wirkt die Maut, das steht außer Frage."}
""",
        [
            "3:14-23 Natürlich",
            "'a' insists: 'Natürlich' and 'steht außer Frage'",
            "leave it out, or support what it stresses",
        ],
    ),
    (
        "relative-time",
        """\
map: {language: en}
claims:
  a: {text: Traffic fell last year and is low now.}
  b: {text: The road was built two decades ago.}
evidence:
  e: {text: The count was made recently.}
""",
        [
            "3:26-35 last year",
            "'a' depends on when it is read: 'last year' and 'now'",
            "say which day or year it is",
            "4:32-47 two decades ago",
            "'b' depends on when it is read: 'two decades ago'",
            "say which day or year it is",
            "6:32-40 recently",
            "'e' depends on when it is read: 'recently'",
            "say which day or year it is",
        ],
    ),
    (
        "relative-time",
        """\
map: {language: de}
claims:
  a: {text: "Seit Jahren steigt der Verkehr, und derzeit am meisten."}
  b: {text: Im letzten Jahr fiel der Verkehr.}
  c: {text: Vor zwei Jahren fiel der Verkehr.}
""",
        [
            "3:14-25 Seit Jahren",
            "'a' depends on when it is read: 'Seit Jahren' and 'derzeit'",
            "say which day or year it is",
            "4:16-28 letzten Jahr",
            "'b' depends on when it is read: 'letzten Jahr'",
            "say which day or year it is",
            "5:13-28 Vor zwei Jahren",
            "'c' depends on when it is read: 'Vor zwei Jahren'",
            "say which day or year it is",
        ],
    ),
    (
        "too-long",
        f"claims:\n  a: {{text: {'w ' * 40}w}}\n  b: {{text: {'w ' * 39}w}}\n",
        [f"2:13-94 {'w ' * 40}w", "'a' has 41 words", "say it in 40 or fewer, or split it"],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), MESSAGES)
def test_a_rule_on_style_says_what_it_found_where_it_stands(
    name: str, text: str, expected: list[str]
) -> None:
    assert said(name, text) == expected


def test_the_place_is_that_of_the_words_outside_a_quotation() -> None:
    text = "claims:\n  a: {text: \"The man who said 'it is clearly so' is clearly wrong.\"}\n"
    assert said("booster", text)[:2] == ["2:53-60 clearly", "'a' insists: 'clearly'"]


def test_the_place_is_the_field_where_the_words_are_written_otherwise() -> None:
    text = """\
claims:
  a:
    text: "The traffic clear\\x6cy fell."
  b:
    text: >-
      The traffic fell last
      year.
"""
    assert said("booster", text)[:2] == [
        '3:11-41 "The traffic clear\\x6cy fell."',
        "'a' insists: 'clearly'",
    ]
    place, message, _ = said("relative-time", text)
    assert place.startswith("5:11-")
    assert message == "'b' depends on when it is read: 'last year'"


def test_a_map_built_in_python_has_no_places() -> None:
    the_map = ArgumentMap(language="en", nodes=(Claim("a", "Clearly so."),))
    (problem,) = problems(rule_named("booster"), the_map)
    assert (problem.subject, problem.span) == ("a", None)


def test_withdrawn_and_refuted_claims_are_left_alone() -> None:
    text = """\
map: {language: en}
sources: {s: {title: Report}}
claims:
  a: {text: "Clearly, experts say that it works now.", withdrawn: nonsense}
  b: {text: "Clearly, experts say that it works now.", contrasting: [e]}
evidence:
  e: {text: It does not., cites: s}
"""
    the_map, _ = claimfile.read([TextFile("map.yaml", text)])
    assert not assess(the_map).is_live("b")
    assert [problem for rule in RULES for problem in problems(rule, the_map)] == []


def test_the_words_of_others_are_left_alone() -> None:
    words = "Clearly, it fell last year."
    nodes = (
        Claim("a", f"The mayor said: \u201c{words}\u201d"),
        Evidence("b", words, type="testimony"),
        Evidence("c", words, type="quotation"),
    )
    the_map = ArgumentMap(language="en", nodes=nodes)
    assert [problem for rule in RULES for problem in problems(rule, the_map)] == []


def test_evidence_is_not_asked_to_be_one_short_claim() -> None:
    text = "Experts say it fell. " * 20 + "Is that so?"
    the_map = ArgumentMap(language="en", nodes=(Evidence("e", text),))
    assert [problem for rule in RULES for problem in problems(rule, the_map)] == []


def test_a_claim_that_ends_with_a_question_is_a_claim() -> None:
    text = "The charge is unfair to the poor. Who would deny it?"
    the_map = ArgumentMap(language="en", nodes=(Claim("a", text),))
    assert problems(rule_named("not-a-claim"), the_map) == []


def test_a_claim_gets_one_finding_of_each_rule() -> None:
    text = "Clearly, experts say now that it fell recently; obviously they say much. " * 30
    the_map = ArgumentMap(language="en", nodes=(Claim("a", text),))
    assert [len(problems(rule, the_map)) for rule in RULES] == [1, 0, 1, 1, 1, 1]
