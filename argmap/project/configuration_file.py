"""A configuration read from TOML, with every mistake that it has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias, get_args

from attrs import evolve, field, frozen

from argmap.findings import Finding, Severity
from argmap.model import CLAIM_TYPES, EVIDENCE_TYPES
from argmap.nearest import nearest
from argmap.project.configuration import (
    Configuration,
    Direction,
    Engine,
    FailOn,
    Level,
    Order,
    RenderConfiguration,
    Theme,
)
from argmap.project.toml_places import Path, line_of, place_of
from argmap.project.toml_text import ConfigurationError, finding_at, read_toml
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.checks import ProjectRule

_INVALID_FIELD: Final = 103
_MOST_YEARS: Final = 1e300  # a whole number may be larger than any other can be


def read_configuration(text: str, path: str) -> Configuration | None:
    """Read a configuration; None where a pyproject.toml has no `[tool.argmap]`.

    Args:
        text: the text of the file.
        path: its path, as it is to be shown; a file named pyproject.toml has a `[tool.argmap]`.

    Raises:
        ConfigurationError: with every mistake in the file, a line each.
    """
    in_pyproject = path.endswith("pyproject.toml")
    file = TextFile(path, text)
    table: object = read_toml(file)
    if in_pyproject:
        tool = table.get("tool") if isinstance(table, dict) else None
        if not isinstance(tool, dict) or "argmap" not in tool:
            return None
        table = tool["argmap"]
    top = ("tool", "argmap") if in_pyproject else ()
    own: tuple[ProjectRule, ...] = ()
    findings: tuple[Finding, ...] = ()
    if isinstance(table, dict) and "rules" in table:
        own, findings = _own_rules(file, top, table["rules"])
    return evolve(_Reading(file, top, own).configuration(table), findings=findings)


_Read: TypeAlias = Callable[[object], object]


class _WrongValueError(Exception):
    """A value that a key cannot have; the message says what it should be."""


@frozen
class _Reading:
    """One configuration file while it is read, with the mistakes that it has."""

    file: TextFile
    top: tuple[str, ...]
    own: "tuple[ProjectRule, ...]" = ()
    mistakes: list[tuple[int, str]] = field(factory=list)

    def configuration(self, table: object) -> Configuration:
        values = dict(self._values(table, self.top, _KEYS))
        for key in ("select", "ignore"):
            names = _values_of(values.get(key, ()))
            self._wrong_names(names, (*self.top, key), f"'{key}'")
        levels = dict(self._levels(values.pop("levels", {})))
        ages = dict(self._ages(values.pop("ages", {})))
        render = dict(self._values(values.pop("render", {}), (*self.top, "render"), _RENDER_KEYS))
        if "colours" in render:
            render["colours"] = self._colours(render["colours"])
        values.pop("rules", None)
        if self.mistakes:
            raise self._error()
        # The function beside each key has made sure of the type of its value.
        return Configuration(
            **values,  # type: ignore[arg-type] # see above
            levels=MappingProxyType(levels),
            ages=MappingProxyType(ages),
            rules=self.own,
            render=RenderConfiguration(**render),  # type: ignore[arg-type] # see above
        )

    def _error(self) -> ConfigurationError:
        told = sorted(self.mistakes)
        places = (f"{self.file.path}:{line}" if line else self.file.path for line, _ in told)
        text = "\n".join(
            f"{place}: {message}" for place, (_, message) in zip(places, told, strict=True)
        )
        findings = (
            finding_at(_INVALID_FIELD, "invalid-field", self.file, max(1, line), message)
            for line, message in told
        )
        return ConfigurationError(text, tuple(findings))

    def _values(
        self, table: object, path: tuple[str, ...], keys: Mapping[str, _Read]
    ) -> Iterator[tuple[str, object]]:
        for key, value in self._items(table, path):
            if key not in keys:
                self._note((*path, key), _unknown_key(key, path, keys))
                continue
            try:
                yield key.replace("-", "_"), keys[key](value)
            except _WrongValueError as mistake:
                self._note((*path, key), f"'{key}' {mistake}")

    def _levels(self, table: object) -> Iterator[tuple[str, str]]:
        path = (*self.top, "levels")
        for rule, value in self._items(table, path):
            if self._wrong_names([rule], (*path, rule), f"[{'.'.join(path)}]"):
                continue
            try:
                yield rule, _one_of(Level)(value)
            except _WrongValueError as mistake:
                self._note((*path, rule), f"the level of '{rule}' {mistake}")

    def _ages(self, table: object) -> Iterator[tuple[str, float]]:
        path = (*self.top, "ages")
        for kind, value in self._items(table, path):
            if (
                isinstance(value, bool)
                or not isinstance(value, int | float)
                or not 0 < value <= _MOST_YEARS
            ):
                message = f"the age of '{kind}' should be a number of years, not {_shown(value)}"
                self._note((*path, kind), message)
            else:
                yield kind, float(value)

    def _colours(self, table: object) -> Mapping[str, tuple[str, str]]:
        # Few configurations name colours; the others are spared the loading of the usual ones.
        from argmap.render.colours import read_colours  # noqa: PLC0415

        path = (*self.top, "render", "colours")
        colours, mistakes = read_colours(dict(self._items(table, path)))
        for name, message in mistakes:
            self._note((*path, name), message)
        return MappingProxyType(colours)

    def _wrong_names(self, names: Sequence[str], path: Path, where: str) -> bool:
        """Note the names that no rule has, and say whether there are any."""
        if not names:
            return False
        # Most configurations name no rule; they are spared the loading of all of them.
        from argmap.checks.selection import UnknownRuleError, matching  # noqa: PLC0415

        before = len(self.mistakes)
        for name in names:
            try:
                matching(name, self.own)
            except UnknownRuleError as error:
                hint = f"; did you mean '{error.nearest}'?" if error.nearest else ""
                self._note(path, f"{where} names '{name}', which is no rule{hint}")
        return len(self.mistakes) > before

    def _items(self, table: object, path: tuple[str, ...]) -> Iterator[tuple[str, object]]:
        if isinstance(table, dict):
            yield from table.items()
        else:
            self._note(path, f"'{path[-1]}' should be a table, not {_shown(table)}")

    def _note(self, path: Path, message: str) -> None:
        self.mistakes.append((line_of(self.file.text, path), message))


def _own_rules(
    file: TextFile, top: tuple[str, ...], tables: object
) -> "tuple[tuple[ProjectRule, ...], tuple[Finding, ...]]":
    """Read the rules of a project, and what is wrong with the others as findings."""
    from argmap.checks import PRESETS, RULES, read_rules  # noqa: PLC0415 - as above

    taken = (*(rule.name for rule in RULES), *PRESETS)
    rules, mistakes = read_rules(tables, taken, (*top, "rules"))
    findings = (
        Finding(
            _INVALID_FIELD,
            "invalid-field",
            Severity.ERROR,
            f"{mistake.place}: {mistake.message}",
            file.span(*place_of(file.text, mistake.path)),
            help=mistake.help,
        )
        for mistake in mistakes
    )
    return rules, tuple(findings)


def _values_of(names: object) -> tuple[str, ...]:
    return names if isinstance(names, tuple) else ()


def _unknown_key(key: str, path: tuple[str, ...], keys: Mapping[str, _Read]) -> str:
    table = ".".join(path)
    if (key, table) == ("tool", ""):
        return "unknown key 'tool'; in argmap.toml the keys stand at the top, without [tool.argmap]"
    where = f" in [{table}]" if table else ""
    meant = nearest(key, sorted(keys))
    hint = f"did you mean '{meant}'?" if meant else f"known are {', '.join(sorted(keys))}"
    return f"unknown key '{key}'{where}; {hint}"


def _a_text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        _refuse("a text in quotation marks", value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        _refuse('a list of texts such as ["one", "two"]', value)
    return tuple(value)


def _fonts(value: object) -> tuple[str, ...]:
    from argmap.render.colours import read_font  # noqa: PLC0415 - as above

    fonts: list[str] = []
    for name in value if isinstance(value, list) else [None]:
        font = read_font(name)
        if font is None:
            wrong = name if isinstance(value, list) else value
            _refuse('a list of names of fonts such as ["Source Sans 3"]', wrong)
        fonts.append(font)
    return tuple(fonts)


def _days(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        _refuse("a number of days, or 0 for any number", value)
    return value or None


def _a_count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        _refuse("a number from 1", value)
    return value


def _true_or_false(value: object) -> bool:
    if not isinstance(value, bool):
        _refuse("true or false", value)
    return value


def _one_of(literal: object) -> Callable[[object], str]:
    words: tuple[str, ...] = get_args(literal)

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            _refuse(f"{', '.join(words[:-1])} or {words[-1]}", value)
        return value

    return read


def _directory(value: object) -> str:
    return _inside(value, "a directory within the project")


def _file(value: object) -> str:
    return _inside(value, "a file within the project")


def _inside(value: object, wanted: str) -> str:
    path = _a_text(value)
    parts = PurePosixPath(path.replace("\\", "/")).parts
    is_elsewhere = ".." in parts or parts[:1] == ("/",) or PureWindowsPath(path).drive
    if not parts or is_elsewhere or "\0" in path:  # the system refuses a zero with a ValueError
        _refuse(wanted, value)
    return "/".join(parts)


def _types(usual: tuple[str, ...]) -> Callable[[object], tuple[str, ...]]:
    def read(value: object) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*usual, *_texts(value))))

    return read


def _as_it_is(value: object) -> object:
    return value


def _refuse(wanted: str, value: object) -> NoReturn:
    message = f"should be {wanted}, not {_shown(value)}"
    raise _WrongValueError(message)


def _shown(value: object) -> str:
    """Say in the words of TOML what a value is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f"'{value}'" if isinstance(value, str) else str(value)


_KEYS: Final[Mapping[str, _Read]] = {
    "claims": _directory,
    "renders": _directory,
    "select": _texts,
    "ignore": _texts,
    "fail-on": _one_of(FailOn),
    "free-types": _texts,
    "claim-types": _types(CLAIM_TYPES),
    "evidence-types": _types(EVIDENCE_TYPES),
    "longest-waiver": _days,
    "baseline": _file,
    "ages": _as_it_is,
    "levels": _as_it_is,
    "render": _as_it_is,
    "rules": _as_it_is,
}
_RENDER_KEYS: Final[Mapping[str, _Read]] = {
    "theme": _one_of(Theme),
    "direction": _one_of(Direction),
    "engine": _one_of(Engine),
    "order": _one_of(Order),
    "sections": _true_or_false,
    "frames": _true_or_false,
    "max-nodes": _a_count,
    "colours": _as_it_is,
    "fonts": _fonts,
}
