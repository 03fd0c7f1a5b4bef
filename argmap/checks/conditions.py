"""Conditions of project rules: read from tables of TOML, and asked of things in a map."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from attrs import frozen

from argmap.checks.comparisons import (
    COUNTS,
    Mistakes,
    Path,
    Test,
    is_number,
    is_there,
    never,
    read_number,
    read_text,
    read_words,
)
from argmap.checks.condition_fields import Field, Shape, Thing, World, fields_of

Condition: TypeAlias = Callable[[World, Thing], bool]
"""Says of a thing whether it is so."""

_InWorld: TypeAlias = Callable[[World, object], bool]

_DEEPEST: Final = 30
_JOINTS: Final = ("any", "not")
_EXAMPLE: Final = '{kind = "claim", main = true}'


@frozen
class Reader:
    """Reads conditions, and notes what cannot be read."""

    mistakes: Mistakes

    def condition(self, value: object, tables: Sequence[str], path: Path) -> Condition:
        """Read the condition that all fields which a table names are as it says.

        Args:
            value: a table as tomllib gives it.
            tables: which fields there are.
            path: where it stands.
        """
        if not isinstance(value, Mapping):
            self.mistakes.refuse_shape(path, "a table", value, _EXAMPLE)
            return never
        if len(path) > _DEEPEST:
            self.mistakes.refuse(path, "is nested too deep", "ask for less in one rule")
            return never
        tests = [self._part(key, part, tables, (*path, key)) for key, part in value.items()]
        return tests[0] if len(tests) == 1 else partial(_all_hold, tuple(tests))

    def _part(self, key: str, value: object, tables: Sequence[str], path: Path) -> Condition:
        fields = fields_of(tables)
        if key == "not":
            return partial(_does_not_hold, self.condition(value, tables, path))
        if key == "any":
            return self._one_of(value, tables, path)
        if f"{key}.any" in fields:
            return self._by_stance(key, value, fields, path)
        if key not in fields or "." in key:
            known = dict.fromkeys(name.partition(".")[0] for name in fields)
            self.mistakes.refuse_key(path, (*known, *_JOINTS))
            return never
        return partial(_holds_of_field, fields[key], self._field(fields[key], value, path))

    def _one_of(self, value: object, tables: Sequence[str], path: Path) -> Condition:
        if not isinstance(value, list) or not value:
            example = "any = [{url = true}, {doi = true}]"
            self.mistakes.refuse_shape(path, "a list of tables", value, example)
            return never
        several = tuple(
            self.condition(one, tables, (*path, number)) for number, one in enumerate(value)
        )
        return partial(_one_holds, several)

    def _by_stance(
        self, key: str, value: object, fields: Mapping[str, Field], path: Path
    ) -> Condition:
        stances = [name.partition(".")[2] for name in fields if name.startswith(f"{key}.")]
        if not isinstance(value, Mapping):
            example = f"{key}.supports = true"
            self.mistakes.refuse_shape(path, "a table of stances", value, example)
            return never
        tests: list[Condition] = []
        for stance, part in value.items():
            if stance in stances:
                one = fields[f"{key}.{stance}"]
                test = self._field(one, part, (*path, stance))
                tests.append(partial(_holds_of_field, one, test))
            else:
                self.mistakes.refuse_key((*path, stance), stances)
        return partial(_all_hold, tuple(tests))

    def _field(self, one: Field, value: object, path: Path) -> _InWorld:
        if isinstance(value, bool):
            return partial(_is_there_or_not, value)
        if one.shape is Shape.MANY:
            return self._many(one, value, path)
        if one.shape is Shape.ONE:
            return self._one(one, value, path)
        return partial(_passes, self._comparison(one, value, path))

    def _comparison(self, one: Field, value: object, path: Path) -> Test:
        if one.shape is Shape.TEXT:
            return read_text(value, one.words, path, self.mistakes)
        if one.shape is Shape.NUMBER:
            return read_number(value, path, self.mistakes)
        if one.shape is Shape.WORDS:
            return read_words(value, path, self.mistakes)
        self.mistakes.refuse_shape(path, "true or false", value, f"{path[-1]} = true")
        return never

    def _one(self, one: Field, value: object, path: Path) -> _InWorld:
        """Read what another thing has to be; a text alone is its id."""
        if isinstance(value, str | list):
            value = {"id": value}
        return partial(_holds_of_one, self.condition(value, one.of, path))

    def _many(self, one: Field, value: object, path: Path) -> _InWorld:
        """Read how many things there have to be, and of what kind."""
        if is_number(value):
            return partial(_are_so_many, None, None, read_number(value, path, self.mistakes))
        if not isinstance(value, Mapping):
            self.mistakes.refuse_shape(path, "true, a number or a table", value, "{at-least = 2}")
            return never
        every = (
            self.condition(value["every"], one.of, (*path, "every")) if "every" in value else None
        )
        bounds = {key: bound for key, bound in value.items() if key in COUNTS}
        rest = {key: part for key, part in value.items() if key not in {*COUNTS, "every"}}
        if not bounds and rest:
            bounds = {"at-least": 1}
        return partial(
            _are_so_many,
            self.condition(rest, one.of, path) if rest else None,
            every,
            read_number(bounds, path, self.mistakes),
        )


def _all_hold(tests: Sequence[Condition], world: World, thing: Thing) -> bool:
    return all(test(world, thing) for test in tests)


def _one_holds(tests: Sequence[Condition], world: World, thing: Thing) -> bool:
    return any(test(world, thing) for test in tests)


def _does_not_hold(test: Condition, world: World, thing: Thing) -> bool:
    return not test(world, thing)


def _holds_of_field(one: Field, test: _InWorld, world: World, thing: Thing) -> bool:
    """Ask a field of a thing; the answer is kept, for a thing can be reached by many ways."""
    asked = (id(test), id(thing))
    if asked not in world.known:
        world.known[asked] = test(world, one.get(world, thing))
    return world.known[asked]


def _is_there_or_not(wanted: bool, _world: World, found: object) -> bool:  # noqa: FBT001 - partial
    return is_there(found) is wanted


def _passes(test: Test, _world: World, found: object) -> bool:
    return test(found)


def _holds_of_one(test: Condition, world: World, found: object) -> bool:
    return isinstance(found, Thing) and test(world, found)


def _are_so_many(
    test: Condition | None, every: Condition | None, count: Test, world: World, found: object
) -> bool:
    things = [one for one in found if isinstance(one, Thing)] if isinstance(found, tuple) else []
    if every is not None and not all(every(world, one) for one in things):
        return False
    number = len(things) if test is None else sum(test(world, one) for one in things)
    return count(number)
