"""Rules that a project makes for itself in its configuration, without code.

Each is a table `[[tool.argmap.rules]]` of pyproject.toml, or `[[rules]]` of argmap.toml:

    name       what it is called, as in `policy-needs-studies`; no rule of argmap has that name
    message    what is wrong where it is broken; `{id}` stands for the id
    when       what it is about; a table of fields, all of which have to be as it says
    require    how that has to be, as a table of fields too
    severity   error, warning (where nothing is said) or info
    help       what to do, if that is to be said

All project rules have the code 700 and run with the presets `core` and `strict`. They are
selected, ignored, levelled and waived by their names, or all together by 700.

    [[rules]]
    name = "policy-needs-studies"
    when = {kind = "claim", type = "policy"}
    require = {incoming.supports = {at-least = 2, premises.type = "study"}}
    message = "the policy {id} rests on fewer than two studies"
    severity = "error"

    [[rules]]
    name = "source-can-be-found"
    when = {kind = "source", type = ["report", "article"]}
    require = {any = [{url = true}, {doi = true}, {file = true}]}
    message = "nothing says where {id} can be read"

    [[rules]]
    name = "fresh-statistics"
    when = {kind = "evidence", type = "statistic", not.tags = "historical"}
    require = {cites = {source.date = {at-least = "2015"}, any = [{page = true}, {quote = true}]}}
    message = "{id} needs a source of 2015 or later, with a page or a quotation"

    [[rules]]
    name = "main-claim-is-doubted"
    when = {main = true, type = {not = "definition"}}
    require = {incoming.contrasts = {premises.status = ["supported", "contested"]}}
    message = "no objection with evidence behind it is raised against {id}"
    severity = "info"

    [[rules]]
    name = "analogy-says-why"
    when = {kind = "relation", scheme = {contains = "analogy"}}
    require = {because = true, premises = {every = {confidence = {at-most = 0.8}}}}
    message = "the analogy {id} has no `because:`, or is too sure of itself"

What is asked. `kind` is claim, evidence, relation or source; without it a rule is about claims
and evidence. What is withdrawn counts as not there, unless `when` names `withdrawn`.

    true, false          it is there and not empty, or it is not
    "a", ["a", "b"]      a text is that, or one of those; a list of texts has it, or one of those
    {is, not, contains, starts-with, ends-with, at-least, at-most = …, words = {at-most = 30}}
                         of a text; `contains` ignores case; dates can be compared as texts
    0.8, {at-least, at-most, above, below = …}      of a number
    {all, any, none = ["a"], at-least, at-most = 2} of a list of texts
    2, {at-least, at-most = 2, every = {…}, FIELD = …}
                         of things: so many are as the fields say (one, where no number stands
                         there), and every one is as `every` says
    {FIELD = …}, "id"    of one other thing
    any = [{…}, {…}]     one of these tables holds; not = {…}: this one does not

Fields of claims and evidence: kind, id, text, type, section, note, tags, aliases, main (also
where it is not marked, as the only end of a map), assumed, withdrawn, confidence, status
(supported, contested, refuted, unsupported, assumed), recheck-by, cites; incoming and outgoing,
followed by supports, contrasts, undercuts, restates or any. Of relations: kind, id, stance,
scheme, because, strength, linked, holds (it counts: see the status), premises, target, incoming.
Of what a node cites: source, paragraph, sentence, page, section, line, time, quote, digest. Of
sources: kind, id, title, author, publisher, date, url, doi, file, sha256, type, language,
retracted, cited-by.

A rule takes time linear in the size of the map: nothing is asked twice of the same thing.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from argmap.checks.comparisons import Mistake, Mistakes, Path
from argmap.checks.condition_fields import KINDS, Thing, World
from argmap.checks.conditions import Condition, Reader
from argmap.checks.context import Context
from argmap.checks.rule import PROJECT_CODE, Problem, as_finding, quoted
from argmap.findings import Finding, Severity
from argmap.model import Passage

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEYS: Final = ("name", "message", "when", "require", "severity", "help")
_NODES: Final = ("claim", "evidence")


@frozen(eq=False)
class ProjectRule:
    """One rule of a project.

    Attributes:
        name: what it is called.
        message: what is wrong where it is broken.
        level: what its findings weigh where nothing else is configured.
        help: what to do.
        kinds: the kinds of things that it is about.
        when: which of them it is about.
        require: how they have to be.
        asks_withdrawn: whether it is about withdrawn nodes too.
    """

    name: str
    message: str
    level: Severity = Severity.WARNING
    help: str = ""
    kinds: tuple[str, ...] = field(default=_NODES, kw_only=True)
    when: Condition = field(kw_only=True, repr=False)
    require: Condition = field(kw_only=True, repr=False)
    asks_withdrawn: bool = field(default=False, kw_only=True)

    @property
    def code(self) -> int:
        """The code that all project rules share."""
        return PROJECT_CODE

    @property
    def summary(self) -> str:
        """What it looks for, in one sentence."""
        return f"{self.message.replace('{id}', '…').rstrip('.')}."

    @property
    def why(self) -> str:
        """Why that matters."""
        return f"It is a rule of this project. To mend it, {self._advice}."

    @property
    def fires(self) -> tuple[str, ...]:
        """No examples."""
        return ()

    @property
    def silent(self) -> tuple[str, ...]:
        """No examples."""
        return ()

    def find(self, context: Context) -> Iterator[Problem]:
        """Give the things that the rule is about and that are not as it requires."""
        world = World(context)
        for thing in world.things(self.kinds, with_withdrawn=self.asks_withdrawn):
            if self.when(world, thing) and not self.require(world, thing):
                yield self._problem(thing)

    def finding(self, problem: Problem, level: Severity) -> Finding:
        """Return a problem as a finding of this rule, at a level or below."""
        return as_finding(self.code, self.name, problem, level)

    @property
    def _advice(self) -> str:
        return self.help or f"see the rule '{self.name}' in the configuration"

    def _problem(self, thing: Thing) -> Problem:
        # A rule is never about a passage, which has no id of its own.
        subject = thing.source if isinstance(thing, Passage) else thing.id
        message = self.message.rstrip(".")
        if "{id}" not in message:
            message = f"{{id}}: {message}"
        return Problem(
            message.replace("{id}", quoted(subject)),
            thing.span,
            help=self._advice,
            subject=subject,
        )


def read_rules(
    tables: object, taken: Collection[str] = (), path: Path = ("rules",)
) -> tuple[tuple[ProjectRule, ...], tuple[Mistake, ...]]:
    """Read project rules, and say what is wrong with those that cannot be read.

    Args:
        tables: what stands under `rules` in the configuration, as tomllib gives it.
        taken: names that they cannot have, of rules and presets.
        path: where the tables stand.
    """
    reading = _Reading(taken=set(taken))
    if not isinstance(tables, list):
        reading.mistakes.refuse_shape(path, "a list of tables", tables, "[[rules]]")
        return (), tuple(reading.mistakes.found)
    rules = []
    for number, table in enumerate(tables):
        before = len(reading.mistakes.found)
        rule = reading.rule(table, (*path, number))
        if rule is not None and len(reading.mistakes.found) == before:
            rules.append(rule)
    return tuple(rules), tuple(reading.mistakes.found)


@frozen
class _Reading:
    """Project rules while they are read."""

    taken: set[str]
    mistakes: Mistakes = field(factory=Mistakes)

    def rule(self, table: object, path: Path) -> ProjectRule | None:
        if not isinstance(table, Mapping):
            self.mistakes.refuse_shape(path, "a table", table, '{name = "…", require = {…}}')
            return None
        for key in table:
            if key not in _KEYS:
                self.mistakes.refuse_key((*path, key), _KEYS)
        if "require" not in table:
            self.mistakes.refuse(path, "has no 'require'", "say how things have to be")
        when = table.get("when", {})
        kinds = _kinds(when)
        reader = Reader(self.mistakes)
        of = tuple(dict.fromkeys(KINDS[kind] for kind in kinds))
        return ProjectRule(
            self._name(table, path),
            self._text(table, "message", path),
            self._severity(table.get("severity", "warning"), (*path, "severity")),
            self._text(table, "help", path) if "help" in table else "",
            kinds=kinds,
            when=reader.condition(when, of, (*path, "when")),
            require=reader.condition(table.get("require", {}), of, (*path, "require")),
            asks_withdrawn=isinstance(when, Mapping) and "withdrawn" in when,
        )

    def _name(self, table: Mapping[str, object], path: Path) -> str:
        name = self._text(table, "name", path)
        if name and not _NAME.fullmatch(name):
            advice = "write small letters, digits and '-', as in `policy-needs-studies`"
            self.mistakes.refuse((*path, "name"), f"'{name}' is no name for a rule", advice)
        elif name in self.taken:
            advice = "choose another name"
            self.mistakes.refuse((*path, "name"), f"there is a rule '{name}' already", advice)
        self.taken.add(name)
        return name

    def _text(self, table: Mapping[str, object], key: str, path: Path) -> str:
        value = table.get(key)
        if value is None:
            self.mistakes.refuse(path, f"has no '{key}'", f'write `{key} = "…"`')
        elif not isinstance(value, str) or not value.strip():
            self.mistakes.refuse_shape((*path, key), "a text", value, f'{key} = "…"')
        return " ".join(value.split()) if isinstance(value, str) else ""

    def _severity(self, value: object, path: Path) -> Severity:
        for severity in Severity:
            if severity.word == value:
                return severity
        words = [severity.word for severity in reversed(Severity)]
        self.mistakes.refuse_word(path, str(value), words)
        return Severity.WARNING


def _kinds(when: object) -> tuple[str, ...]:
    """Return the kinds of things that a rule is about, as far as they can be read."""
    named = when.get("kind") if isinstance(when, Mapping) else None
    several: Sequence[object] = named if isinstance(named, list) else (named,)
    return tuple(str(kind) for kind in several if kind in KINDS) or _NODES
