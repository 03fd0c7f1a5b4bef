"""The argument graphs of Carneades 4, read for tests: with schemes made into arguments."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from argmap.assess.carneades import (
    Argument,
    CarneadesGraph,
    Constant,
    Convergent,
    Criteria,
    Criterion,
    Cumulative,
    Factorized,
    Issue,
    Linked,
    Preference,
    Standard,
    Weighing,
)
from tests.assess.carneades.terms import Binding, bound, matches, parsed, predicate, written

YAML: TypeAlias = Any  # what a file holds, which is looked at without checks

BUILT_IN: Mapping[str, Weighing] = {
    "linked": Linked(),
    "convergent": Convergent(),
    "cumulative": Cumulative(),
    "factorized": Factorized(),
}


def read(path: Path) -> tuple[CarneadesGraph, dict[str, str]]:
    """Read a graph, and the labels that its authors expect."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    schemes = {one["id"]: one for one in data.get("argument_schemes") or ()}
    weighings = {
        name: _weighing(one, {}) for name, one in (data.get("weighing_functions") or {}).items()
    }
    assumed = {_name(one) for one in data.get("assumptions") or ()}
    statements = {}
    for name, body in (data.get("statements") or {}).items():
        statements[_name(name)] = body
        if isinstance(body, dict) and body.get("assumed"):
            assumed.add(_name(name))
    arguments = [
        _argument(name, body, schemes, weighings)
        for name, body in (data.get("arguments") or {}).items()
    ]
    arguments += _instances(schemes, weighings, assumed | {one.conclusion for one in arguments})
    issues = [
        Issue(name, map(_name, body["positions"]), Standard(body.get("standard", "PE")))
        for name, body in (data.get("issues") or {}).items()
    ]
    graph = CarneadesGraph(statements, arguments, issues, assumed)
    issues += _issues(data.get("issue_schemes") or {}, graph.all_statements())
    expected = {
        _name(one): label for label, some in (data.get("tests") or {}).items() for one in some
    }
    return CarneadesGraph(statements, arguments, issues, assumed), expected


def _name(text: object) -> str:
    return written(parsed(str(text)))


def _weighing(body: YAML, named: Mapping[str, Weighing]) -> Weighing:
    if body is None:
        return Linked()
    if isinstance(body, str):
        return named[body] if body in named else BUILT_IN[body]
    if "constant" in body:
        return Constant(body["constant"])
    if "preference" in body:
        return Preference(
            tuple(
                (one["property"], () if isinstance(one["order"], str) else tuple(one["order"]))
                for one in body["preference"]
            )
        )
    soft = body["criteria"]["soft"]
    return Criteria(
        tuple(Criterion(role, one["factor"], one["values"]) for role, one in soft.items()),
        tuple(body["criteria"]["hard"]),
    )


def _argument(
    name: str, body: YAML, schemes: Mapping[str, Any], named: Mapping[str, Weighing]
) -> Argument:
    premises = body.get("premises") or ()
    pairs = premises.items() if isinstance(premises, dict) else [("", one) for one in premises]
    scheme = schemes.get(body.get("scheme"), {})
    weight = scheme.get("weight") if scheme else body.get("scheme")
    undercutter = body.get("undercutter")
    return Argument(
        name,
        _name(body["conclusion"]),
        [(role, _name(one)) for role, one in pairs],
        undercutter=None if undercutter is None else _name(undercutter),
        weighing=_weighing(weight, named),
        properties=scheme.get("meta", {}),
    )


def _instances(
    schemes: Mapping[str, Any], named: Mapping[str, Weighing], facts: set[str]
) -> Iterator[Argument]:
    """Apply schemes to what is assumed or concluded, until nothing new is concluded."""
    numbers = count(1)
    known = dict.fromkeys(sorted(facts))
    made: set[tuple[str, str]] = set()
    is_new = True
    while is_new:
        is_new = False
        for scheme in schemes.values():
            if not scheme.get("variables") or "deletions" in scheme:
                continue
            premises = [parsed(one) for one in scheme.get("premises") or ()]
            for binding in list(_bindings(premises, [parsed(one) for one in known])):
                for pattern in scheme["conclusions"]:
                    conclusion = written(bound(parsed(pattern), binding))
                    some = [written(bound(one, binding)) for one in premises]
                    if (key := (scheme["id"], repr((conclusion, some)))) in made:
                        continue
                    made.add(key)
                    is_new = True
                    known[conclusion] = None
                    name = f"{scheme['id']}-{next(numbers)}"
                    exceptions = scheme.get("exceptions") or ()
                    yield Argument(
                        name,
                        conclusion,
                        [(predicate(one), one) for one in some],
                        undercutter=f"undercut({name})" if exceptions else None,
                        weighing=_weighing(scheme.get("weight"), named),
                    )
                    for number, one in enumerate(exceptions):
                        exception = written(bound(parsed(one), binding))
                        yield Argument(f"{name}-not-{number}", f"undercut({name})", [exception])


def _bindings(patterns: Sequence[Any], facts: Sequence[Any]) -> Iterator[Binding]:
    found: list[Binding] = [{}]
    for pattern in patterns:
        found = [
            more
            for binding in found
            for fact in facts
            if (more := matches(pattern, fact, binding)) is not None
        ]
    yield from found


def _issues(schemes: Mapping[str, Sequence[str]], statements: Sequence[str]) -> Iterator[Issue]:
    for name, patterns in schemes.items():
        groups: dict[str, dict[str, None]] = {}
        for pattern in patterns:
            for statement in () if pattern == "..." else statements:
                binding = matches(parsed(pattern), parsed(statement), {})
                if binding is not None:
                    shared = {
                        one: term
                        for one, term in binding.items()
                        if "..." not in patterns or one[-1:] not in "0123456789n"
                    }
                    groups.setdefault(repr(sorted(shared.items())), {})[statement] = None
        for number, positions in enumerate(groups.values()):
            if len(positions) > 1:
                yield Issue(f"{name}-{number}", positions)
