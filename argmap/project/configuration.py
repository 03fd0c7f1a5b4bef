"""The configuration of a project: `[tool.argmap]` in pyproject.toml, or argmap.toml.

Every key is optional. In argmap.toml the keys stand at the top; in pyproject.toml they stand in
`[tool.argmap]`. Where a directory has both, argmap.toml counts.

    claims = "claims"            # where the maps are
    renders = "renders"          # where pictures go
    select = ["core"]            # rules that run: names, codes (201, 2xx) or presets
    ignore = ["near-duplicate"]  # rules that do not
    fail-on = "error"            # error, warning, info or never
    free-types = ["value"]       # types of claims that need no support
    claim-types = ["promise"]    # types of claims beside those of argmap
    evidence-types = ["map"]     # types of evidence beside those of argmap

    [levels]                     # in pyproject.toml [tool.argmap.levels]
    single-source = "error"      # error, warning, info or off

    [render]                     # in pyproject.toml [tool.argmap.render]
    theme = "auto"               # auto, light or dark
    direction = "lr"             # lr, rl, tb or bt
    engine = "tree"              # tree or dot
    sections = true              # one picture a section too
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Final, Literal, NoReturn, TypeAlias, get_args

from attrs import field, frozen

from argmap.findings import UsageError
from argmap.model import CLAIM_TYPES, EVIDENCE_TYPES
from argmap.nearest import nearest
from argmap.project.toml_lines import line_of_key

Level: TypeAlias = Literal["error", "warning", "info", "off"]
"""What the severity of a rule can be set to."""

FailOn: TypeAlias = Literal["error", "warning", "info", "never"]
"""The least severity at which a check fails."""

Theme: TypeAlias = Literal["auto", "light", "dark"]
Direction: TypeAlias = Literal["lr", "rl", "tb", "bt"]
Engine: TypeAlias = Literal["tree", "dot"]


@frozen
class RenderConfiguration:
    """How pictures are drawn where the command line says nothing else.

    Attributes:
        theme: the colours; `auto` follows the reader's screen.
        direction: where the argument grows to from its main claims.
        engine: what places the boxes.
        sections: whether each section of a map gets a picture of its own.
    """

    theme: Theme = "auto"
    direction: Direction = "lr"
    engine: Engine = "tree"
    sections: bool = True


@frozen
class Configuration:
    """What a project says about itself.

    Attributes:
        claims: the directory of maps, relative to the root.
        renders: the directory of pictures, relative to the root.
        select: rules that run; empty for the usual ones.
        ignore: rules that do not run.
        fail_on: the least severity at which a check fails.
        levels: what the findings of rules weigh: from a name or code to a `Level`.
        free_types: types of claims that need no support.
        claim_types: all types that claims may have.
        evidence_types: all types that evidence may have.
        render: how pictures are drawn.
    """

    claims: str = "claims"
    renders: str = "renders"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    levels: Mapping[str, str] = field(factory=lambda: MappingProxyType({}))
    free_types: tuple[str, ...] = ()
    claim_types: tuple[str, ...] = CLAIM_TYPES
    evidence_types: tuple[str, ...] = EVIDENCE_TYPES
    render: RenderConfiguration = RenderConfiguration()


def read_configuration(text: str, path: str) -> Configuration | None:
    """Read a configuration; None where a pyproject.toml has no `[tool.argmap]`.

    Args:
        text: the text of the file.
        path: its path, as it is to be shown; a file named pyproject.toml has a `[tool.argmap]`.

    Raises:
        UsageError: with every mistake in the file, a line each.
    """
    in_pyproject = path.endswith("pyproject.toml")
    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: {_uncapitalized(str(error))}"
        raise UsageError(message) from None
    if in_pyproject:
        tool = table.get("tool") if isinstance(table, dict) else None
        if not isinstance(tool, dict) or "argmap" not in tool:
            return None
        table = tool["argmap"]
    return _Reading(text, path, "tool.argmap" if in_pyproject else "").configuration(table)


_Read: TypeAlias = Callable[[object], object]


class _WrongValueError(Exception):
    """A value that a key cannot have; the message says what it should be."""


@frozen
class _Reading:
    """One configuration file while it is read, with the mistakes that it has."""

    text: str
    path: str
    top: str
    mistakes: list[str] = field(factory=list)

    def configuration(self, table: object) -> Configuration:
        values = dict(self._values(table, self.top, _KEYS))
        levels = dict(self._levels(values.pop("levels", {})))
        render = dict(self._values(values.pop("render", {}), self._name("render"), _RENDER_KEYS))
        if self.mistakes:
            raise UsageError("\n".join(self.mistakes))
        # The function beside each key has made sure of the type of its value.
        return Configuration(
            **values,  # type: ignore[arg-type] # see above
            levels=MappingProxyType(levels),
            render=RenderConfiguration(**render),  # type: ignore[arg-type] # see above
        )

    def _values(
        self, table: object, name: str, keys: Mapping[str, _Read]
    ) -> Iterator[tuple[str, object]]:
        for key, value in self._items(table, name):
            if key not in keys:
                self._note(name, key, _unknown_key(key, name, keys))
                continue
            try:
                yield key.replace("-", "_"), keys[key](value)
            except _WrongValueError as mistake:
                self._note(name, key, f"'{key}' {mistake}")

    def _levels(self, table: object) -> Iterator[tuple[str, str]]:
        name = self._name("levels")
        for rule, value in self._items(table, name):
            try:
                _rules([rule])
            except _WrongValueError as mistake:
                self._note(name, rule, f"[{name}] {mistake}")
                continue
            try:
                yield rule, _one_of(Level)(value)
            except _WrongValueError as mistake:
                self._note(name, rule, f"the level of '{rule}' {mistake}")

    def _items(self, table: object, name: str) -> Iterator[tuple[str, object]]:
        if isinstance(table, dict):
            yield from table.items()
        else:
            head, _, key = name.rpartition(".")
            self._note(head, key, f"'{key}' should be a table, not {_shown(table)}")

    def _name(self, key: str) -> str:
        return f"{self.top}.{key}" if self.top else key

    def _note(self, table: str, key: str, message: str) -> None:
        line = line_of_key(self.text, table, key)
        self.mistakes.append(
            f"{self.path}:{line}: {message}" if line else f"{self.path}: {message}"
        )


def _unknown_key(key: str, table: str, keys: Mapping[str, _Read]) -> str:
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


def _rules(value: object) -> tuple[str, ...]:
    # Most configurations name no rule; they are spared the loading of all of them.
    from argmap.checks.selection import UnknownRuleError, matching  # noqa: PLC0415

    names = _texts(value)
    for name in names:
        try:
            matching(name)
        except UnknownRuleError as error:
            hint = f"; did you mean '{error.nearest}'?" if error.nearest else ""
            message = f"names '{name}', which is no rule{hint}"
            raise _WrongValueError(message) from None
    return names


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
    path = _a_text(value)
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if not parts or ".." in parts or parts[0] == "/" or PureWindowsPath(path).drive:
        _refuse("a directory within the project", value)
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


def _uncapitalized(text: str) -> str:
    return text[:1].lower() + text[1:]


_KEYS: Final[Mapping[str, _Read]] = {
    "claims": _directory,
    "renders": _directory,
    "select": _rules,
    "ignore": _rules,
    "fail-on": _one_of(FailOn),
    "free-types": _texts,
    "claim-types": _types(CLAIM_TYPES),
    "evidence-types": _types(EVIDENCE_TYPES),
    "levels": _as_it_is,
    "render": _as_it_is,
}
_RENDER_KEYS: Final[Mapping[str, _Read]] = {
    "theme": _one_of(Theme),
    "direction": _one_of(Direction),
    "engine": _one_of(Engine),
    "sections": _true_or_false,
}
