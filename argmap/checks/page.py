"""The page of a rule for its users, read from the docstring of the rule's function."""

from collections.abc import Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argmap.checks.selection import AnyRule

_HEADINGS: Final = ("Why", "Fires", "Silent")


def explain(rule: "AnyRule") -> str:
    """Return the page of a rule as plain text: what it looks for, why, and examples."""
    head = f"{rule.name} ({rule.code}), {rule.level.word}"
    examples = (
        f"{heading}\n\n{_indented(example)}"
        for heading, examples in (("It fires on", rule.fires), ("It is silent on", rule.silent))
        for example in examples
    )
    return "\n\n".join((head, rule.summary, rule.why, *examples)) + "\n"


def parts_of_page(docstring: str, heading: str) -> tuple[str, ...]:
    """Return what stands under each heading of a name; under the empty name what comes first."""
    return tuple(text for name, text in _parts(cleandoc(docstring)) if name == heading)


def _parts(docstring: str) -> Iterator[tuple[str, str]]:
    name, lines = "", list[str]()
    for line in docstring.splitlines():
        heading, colon, rest = line.partition(":")
        if colon and heading in _HEADINGS:
            yield name, _joined(lines)
            name, lines = heading, [rest.strip()]
        else:
            lines.append(line)
    yield name, _joined(lines)


def _joined(lines: list[str]) -> str:
    # The line of the heading may hold the first words; all others are indented alike, or not.
    first, *others = lines or [""]
    return cleandoc("\n".join((first, *others))).strip("\n")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())
