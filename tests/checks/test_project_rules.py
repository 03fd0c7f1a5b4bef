"""Rules that a project makes in its configuration: what they ask, and how mistakes are told."""

import tomllib
from inspect import cleandoc

import pytest

from argmap import claimfile
from argmap.checks import (
    PRESETS,
    RULES,
    ProjectRule,
    Selection,
    UnknownRuleError,
    check,
    examine,
    explain,
    project_rules,
    read_rules,
    rule,
)
from argmap.findings import Severity
from argmap.model import ArgumentMap, Claim, Evidence, Relation
from argmap.text import TextFile
from tests.checks.reading import TODAY, findings_in, told

MAP = """\
map: {title: Should the city charge for driving?}
sources:
  old: {title: A study, type: report, date: 1999-05, author: Lind}
  new: {title: Counts, type: report, date: 2020, url: "https://example.org"}
claims:
  charge:
    text: The city should charge.
    type: policy
    main: true
    confidence: 0.8
    tags: [city, headline]
    supporting: [cuts, {by: study, id: by-analogy, scheme: From Analogy}]
    contrasting: [unfair]
  cuts:
    text: It cuts the traffic that fills the streets.
    type: cause
    supporting: [[counts, model]]
  model: {text: People are rational., assumed: as usual}
  unfair: {text: It is unfair., contrasting: [counts]}
  gone: {text: It is too late., withdrawn: it is not, supports: [charge]}
evidence:
  study: {text: Elsewhere it did., type: study, cites: {source: old, page: 4}}
  counts: {text: Counts fell., type: statistic, cites: new, recheck_by: 2027-01-31}
"""


def read(toml: str) -> tuple[ProjectRule, ...]:
    rules, mistakes = read_rules(tomllib.loads(toml).get("rules", []))
    assert [str(mistake) for mistake in mistakes] == []
    return rules


def broken(when: str, require: str, text: str = MAP) -> list[str]:
    """Return the ids of what breaks a rule."""
    rules = read(f'[[rules]]\nname="own"\nmessage="no"\nwhen={when}\nrequire={require}\n')
    the_map, _ = claimfile.read([TextFile("map.yaml", text)])
    return [one.subject for one in check(the_map, (), Selection("own", rules=rules))]


def asked(condition: str) -> list[str]:
    """Return the ids of what a condition holds of."""
    return broken(condition, '{id = ""}')


CONDITIONS = [
    ('{kind = "claim"}', "charge cuts model unfair"),
    ('{kind = "evidence"}', "study counts"),
    ('{kind = ["evidence", "source"]}', "old new study counts"),
    ("{}", "charge cuts model unfair study counts"),
    ('{id = "charge"}', "charge"),
    ('{type = ["policy", "study"]}', "charge study"),
    ('{kind = "claim", type = false}', "model unfair"),
    ("{type = true}", "charge cuts study counts"),
    ('{type = {is = ["cause", "policy"]}}', "charge cuts"),
    ('{type = {not = ["cause", "policy"]}}', "model unfair study counts"),
    ('{text = {contains = ["TRAFFIC  that", "fair"]}}', "cuts unfair"),
    ('{text = {starts-with = "It"}}', "cuts unfair"),
    ('{text = {ends-with = "rational."}}', "model"),
    ("{text = {words = {at-least = 8}}}", "cuts"),
    ("{text = {words = 3}}", "model unfair study"),
    ("{main = true}", "charge"),
    ('{kind = "claim", main = false}', "cuts model unfair"),
    ("{assumed = true}", "model"),
    ("{withdrawn = true}", "gone"),
    ("{confidence = true}", "charge"),
    ("{confidence = 0.8}", "charge"),
    ("{confidence = {at-least = 0.8, at-most = 1}}", "charge"),
    ("{confidence = {above = 0.8}}", ""),
    ("{confidence = {below = 0.9}}", "charge"),
    ('{tags = "city"}', "charge"),
    ('{tags = ["none", "city"]}', "charge"),
    ('{tags = {all = ["city", "headline"]}}', "charge"),
    ('{tags = {all = ["city", "none"]}}', ""),
    ('{tags = {any = ["city", "none"], at-most = 2}}', "charge"),
    ('{kind = "claim", tags = {none = ["city"]}}', "cuts model unfair"),
    ("{tags = {at-least = 1}}", "charge"),
    ('{status = "supported"}', "charge cuts study counts"),
    ('{status = ["refuted", "assumed"]}', "model unfair"),
    ("{recheck-by = {at-most = 2027-01-31}}", "counts"),
    ('{recheck-by = {at-most = "2026"}}', ""),
    ("{cites = 1}", "study counts"),
    ("{cites.page = true}", "study"),
    ('{cites.source = "new"}', "counts"),
    ('{cites.source.date = {at-least = "2015"}}', "counts"),
    ('{cites.source.date = {at-most = "1999"}}', "study"),
    ("{incoming.supports = true}", "charge cuts"),
    ("{incoming.supports = 2}", "charge"),
    ("{incoming.any = 3}", "charge"),
    ("{incoming.supports = {at-least = 2}}", "charge"),
    ('{incoming.supports = {premises.type = "study"}}', "charge"),
    ('{incoming.supports = {every = {premises.kind = "evidence"}, at-least = 1}}', "cuts"),
    ("{incoming.supports.linked = true}", "cuts"),
    ("{kind = 'claim', outgoing.any = false}", "charge"),
    ("{outgoing = {supports = true, contrasts = true}}", "counts"),
    ("{outgoing.supports.target.main = true}", "cuts study"),
    ("{any = [{main = true}, {assumed = true}]}", "charge model"),
    ("{not.kind = 'claim'}", "study counts"),
    ("{kind = 'claim', not = {any = [{main = true}, {assumed = true}]}}", "cuts unfair"),
    ("{kind = 'relation', scheme = {contains = 'analogy'}}", "by-analogy"),
    (
        "{kind = 'relation', stance = 'contrasts'}",
        "unfair contrasts charge counts contrasts unfair",
    ),
    ("{kind = 'relation', linked = true, holds = true}", "counts + model supports cuts"),
    ("{kind = 'relation', premises = 2, target = 'cuts'}", "counts + model supports cuts"),
    ("{kind = 'source', cited-by.type = 'study'}", "old"),
    ("{kind = 'source', url = true}", "new"),
]


@pytest.mark.parametrize(("condition", "ids"), CONDITIONS)
def test_a_condition_holds_of(condition: str, ids: str) -> None:
    assert sorted(" ".join(asked(condition)).split()) == sorted(ids.split())


def test_an_undercut_of_a_relation_can_be_asked_for() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a"), Evidence("e"), Evidence("f")],
        relations=[
            Relation("supports", "e", "a", id="step"),
            Relation("undercuts", "f", "step", id="doubt"),
            Relation("supports", "nobody", "a", id="lost"),
        ],
    )
    toml = """
    [[rules]]
    name = "undercut"
    message = "no"
    when.kind = "relation"
    require = {incoming.undercuts = {premises.kind = "evidence"}}
    [[rules]]
    name = "aim"
    message = "no"
    when.kind = "evidence"
    require = {outgoing.undercuts.target = {kind = "claim"}}
    """
    found = check(the_map, (), Selection("7xx", rules=read(toml)))
    assert [(one.rule, one.subject) for one in found] == [
        ("undercut", "doubt"),
        ("aim", "e"),
        ("aim", "f"),
    ]


def documented() -> tuple[ProjectRule, ...]:
    """Return the rules that the module's documentation has as examples."""
    lines = cleandoc(project_rules.__doc__ or "").splitlines()
    first = next(number for number, line in enumerate(lines) if line == "    [[rules]]")
    last = next(number for number, line in enumerate(lines) if line.startswith("What is asked"))
    return read(cleandoc("\n".join(lines[first:last])))


def test_the_examples_of_the_documentation_do_what_they_say() -> None:
    found = findings_in(MAP, selection=Selection("7xx", rules=documented()))
    assert [f"{one.rule} {one.severity.word}: {told(one)}" for one in found] == [
        (
            "source-can-be-found warning: 3:3 nothing says where 'old' can be read"
            " | see the rule 'source-can-be-found' in the configuration"
        ),
        (
            "main-claim-is-doubted info: 6:3 no objection with evidence behind it is raised against"
            " 'charge' | see the rule 'main-claim-is-doubted' in the configuration"
        ),
        (
            "policy-needs-studies error: 6:3 the policy 'charge' rests on fewer than two studies"
            " | see the rule 'policy-needs-studies' in the configuration"
        ),
        (
            "analogy-says-why warning: 12:29 the analogy 'by-analogy' has no `because:`,"
            " or is too sure of itself | see the rule 'analogy-says-why' in the configuration"
        ),
        (
            "fresh-statistics warning: 23:3 'counts' needs a source of 2015 or later, with a page"
            " or a quotation | see the rule 'fresh-statistics' in the configuration"
        ),
    ]


RULE = """
[[rules]]
name = "own"
message = "it is not so."
help = "make it so"
when.id = "charge"
require.assumed = true
"""


def test_a_message_without_an_id_gets_one() -> None:
    found = findings_in(MAP, selection=Selection("own", rules=read(RULE)))
    assert [told(one) for one in found] == ["6:3 'charge': it is not so | make it so"]
    assert [one.code for one in found] == [700]


def test_project_rules_run_with_the_presets_that_hold_them() -> None:
    rules = read(RULE)
    for names, runs in (
        ((), True),
        (("core",), True),
        (("strict",), True),
        (("700",), True),
        (("7",), True),
        (("own",), True),
        (("evidence",), False),
        (("2xx",), False),
    ):
        found = findings_in(MAP, selection=Selection(names, rules=rules))
        assert ("own" in {one.rule for one in found}) is runs, names


def test_project_rules_are_ignored_and_levelled_by_name() -> None:
    rules = read(RULE + RULE.replace("own", "other"))
    both = Selection("7xx", ["own"], {"other": "error"}, rules=rules)
    found = findings_in(MAP, selection=both)
    assert [(one.rule, one.severity) for one in found] == [("other", Severity.ERROR)]
    assert findings_in(MAP, selection=Selection("own", levels={"7xx": "off"}, rules=rules)) == ()


def test_project_rules_are_waived_by_name_and_code() -> None:
    for name in ("own", "700"):
        waiver = f"{{rule: {name}, reason: it is so here, until: 2026-03-01}}"
        text = MAP.replace("    main: true\n", f"    main: true\n    waive: {waiver}\n")
        the_map, _ = claimfile.read([TextFile("map.yaml", text)])
        found = examine(the_map, (), Selection(["own", "9xx"], rules=read(RULE)), today=TODAY)
        assert (found.findings, [one.finding.rule for one in found.waived]) == ((), ["own"])


def test_a_project_rule_has_a_page() -> None:
    (own,) = read(RULE)
    assert rule("own", [own]) is own
    assert explain(own) == (
        "own (700), warning\n\nit is not so.\n\n"
        "It is a rule of this project. To mend it, make it so.\n"
    )


def test_an_unknown_name_suggests_a_project_rule() -> None:
    with pytest.raises(UnknownRuleError, match=r"did you mean 'policy-needs-studies'\?$"):
        Selection("policy-need-studies", rules=documented())


def test_the_code_of_project_rules_can_be_named_where_there_are_none() -> None:
    assert findings_in(MAP, selection=Selection(["7xx"], ["700"])) == ()


MISTAKES = [
    ("", "rules[0]: has no 'require'; say how things have to be"),
    (
        "require = {incoming.suports = true}",
        "rules[0].require.incoming.suports: unknown key; did you mean 'supports'?",
    ),
    (
        "require = {incomming.supports = true}",
        "rules[0].require.incomming: unknown key; did you mean 'incoming'?",
    ),
    (
        'require = {any = [{main = true}, {typ = "x"}]}',
        "rules[0].require.any[1].typ: unknown key; did you mean 'type'?",
    ),
    (
        "require = {any = {main = true}}",
        (
            "rules[0].require.any: should be a list of tables, not a table;"
            " as in `any = [{url = true}, {doi = true}]`"
        ),
    ),
    (
        "require = 4",
        'rules[0].require: should be a table, not 4; as in `{kind = "claim", main = true}`',
    ),
    (
        "require = {main = 1}",
        "rules[0].require.main: should be true or false, not 1; as in `main = true`",
    ),
    (
        'require = {status = "suported"}',
        "rules[0].require.status: is never 'suported'; did you mean 'supported'?",
    ),
    (
        'when = {kind = "clam"}\nrequire = {main = true}',
        "rules[0].when.kind: is never 'clam'; did you mean 'claim'?",
    ),
    (
        "require = {confidence = {atleast = 1}}",
        "rules[0].require.confidence.atleast: unknown key; did you mean 'at-least'?",
    ),
    (
        'require = {confidence = {at-least = "x"}}',
        "rules[0].require.confidence.at-least: should be a number, not 'x'; as in `at-least = 2`",
    ),
    (
        'require = {confidence = "high"}',
        (
            "rules[0].require.confidence: should be a number or a table, not 'high';"
            " as in `{at-least = 2}`"
        ),
    ),
    (
        "require = {text = {like = 'x'}}",
        (
            "rules[0].require.text.like: unknown key;"
            " known: is, not, contains, starts-with, ends-with, words, at-least, at-most"
        ),
    ),
    (
        "require = {type = [1]}",
        (
            "rules[0].require.type: should be a text or a list of texts, not a list;"
            ' as in `["one", "two"]`'
        ),
    ),
    (
        "require = {type = []}",
        (
            "rules[0].require.type: should be a text or a list of texts, not a list;"
            ' as in `["one", "two"]`'
        ),
    ),
    (
        "require = {tags = {every = 'x'}}",
        "rules[0].require.tags.every: unknown key; known: all, any, none, at-least, at-most",
    ),
    (
        'require = {incoming = "supports"}',
        (
            "rules[0].require.incoming: should be a table of stances, not 'supports';"
            " as in `incoming.supports = true`"
        ),
    ),
    (
        'require = {cites = "s"}',
        (
            "rules[0].require.cites: should be true, a number or a table, not 's';"
            " as in `{at-least = 2}`"
        ),
    ),
    (
        'when = {kind = "source"}\nrequire = {tags = true}',
        (
            "rules[0].require.tags: unknown key; known: kind, id, title, author, publisher, date,"
            " url, doi, file, sha256, type, language, retracted, cited-by, any, not"
        ),
    ),
    (
        'require = {"incoming.supports" = true}',
        "rules[0].require.incoming.supports: unknown key; did you mean 'incoming'?",
    ),
    (
        'severity = "fatal"\nrequire = {}',
        "rules[0].severity: is never 'fatal'; known: error, warning, info",
    ),
    ("wen = {}\nrequire = {}", "rules[0].wen: unknown key; did you mean 'when'?"),
    ("help = 3\nrequire = {}", 'rules[0].help: should be a text, not 3; as in `help = "…"`'),
]


@pytest.mark.parametrize(("toml", "message"), MISTAKES)
def test_a_mistake_says_where_what_and_what_to_do(toml: str, message: str) -> None:
    table = tomllib.loads(f'[[rules]]\nname = "own"\nmessage = "no"\n{toml}\n')
    rules, mistakes = read_rules(table["rules"])
    assert (rules, [str(mistake) for mistake in mistakes]) == ((), [message])


TAKEN = (*(one.name for one in RULES), *PRESETS)


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        ({}, ["rules: should be a list of tables, not a table; as in `[[rules]]`"]),
        ([1], ['rules[0]: should be a table, not 1; as in `{name = "…", require = {…}}`']),
        ([{"require": {}}], [
            'rules[0]: has no \'name\'; write `name = "…"`',
            'rules[0]: has no \'message\'; write `message = "…"`',
        ]),
        ([{"name": "core", "message": "no", "require": {}}], [
            "rules[0].name: there is a rule 'core' already; choose another name"
        ]),
        ([{"name": "orphan-evidence", "message": "no", "require": {}}], [
            "rules[0].name: there is a rule 'orphan-evidence' already; choose another name"
        ]),
        ([{"name": "a", "message": "no", "require": {}}] * 2, [
            "rules[1].name: there is a rule 'a' already; choose another name"
        ]),
        ([{"name": "2xx", "message": "no", "require": {}}], [
            ("rules[0].name: '2xx' is no name for a rule;"
            " write small letters, digits and '-', as in `policy-needs-studies`")
        ]),
        ([{"name": "a", "message": " ", "require": {}}], [
            'rules[0].message: should be a text, not \' \'; as in `message = "…"`'
        ]),
    ],
)  # fmt: skip
def test_rules_have_names_of_their_own(tables: object, messages: list[str]) -> None:
    _, mistakes = read_rules(tables, TAKEN)
    assert [str(mistake) for mistake in mistakes] == messages


def test_good_rules_are_read_beside_bad_ones() -> None:
    tables = tomllib.loads(RULE)["rules"]
    rules, mistakes = read_rules([{}, *tables])
    assert ([one.name for one in rules], len(mistakes)) == (["own"], 3)


def test_a_rule_that_is_nested_too_deep_is_refused() -> None:
    deep: dict[str, object] = {}
    for _ in range(1000):
        deep = {"not": deep}
    _, mistakes = read_rules([{"name": "a", "message": "no", "require": deep}])
    assert [mistake.message for mistake in mistakes] == ["is nested too deep"]


def test_the_same_is_not_asked_twice() -> None:
    size = 3000
    the_map = ArgumentMap(
        nodes=[Claim("a"), *(Evidence(f"e{number}") for number in range(size))],
        relations=[Relation("supports", f"e{number}", "a") for number in range(size)],
    )
    toml = """
    [[rules]]
    name = "around"
    message = "no"
    when.kind = "evidence"
    [rules.require]
    outgoing.supports.target.incoming.supports.premises.outgoing.supports.target.main = true
    """
    assert check(the_map, (), Selection("around", rules=read(toml))) == ()
