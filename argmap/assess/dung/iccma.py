"""Problems as the ICCMA competitions ask them, and answers as they want them printed.

ICCMA 2023 for .af: `w` lines of arguments, and a witness with YES or NO where there is one. The
rules of 2015 to 2021 for .apx and .tgf: lists in brackets, and YES or NO alone.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, Self

from attrs import frozen

from argmap.assess.dung.framework import Framework
from argmap.assess.dung.reading import FrameworkFormat
from argmap.assess.dung.sat import Limit, never
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.tasks import (
    count_extensions,
    extension,
    extensions,
    is_credulous,
    is_skeptical,
)
from argmap.findings import UsageError
from argmap.nearest import nearest


class Task(StrEnum):
    """What is asked."""

    SOME = "SE"
    ALL = "EE"
    COUNT = "CE"
    CREDULOUS = "DC"
    SKEPTICAL = "DS"


_SEMANTICS: Final = {
    "CO": Semantics.COMPLETE,
    "GR": Semantics.GROUNDED,
    "PR": Semantics.PREFERRED,
    "ST": Semantics.STABLE,
    "SST": Semantics.SEMI_STABLE,
    "ID": Semantics.IDEAL,
}
PROBLEMS: Final = tuple(f"{task}-{code}" for code in _SEMANTICS for task in Task)
"""All problems that can be solved, by their names in the competitions."""

_ABOUT_ARGUMENT: Final = {Task.CREDULOUS, Task.SKEPTICAL}


@frozen
class Problem:
    """A task under a semantics.

    Attributes:
        task: what is asked.
        semantics: what counts as an extension.
    """

    task: Task
    semantics: Semantics

    @classmethod
    def of(cls, name: str) -> Self:
        """Return the problem of a name like `DS-PR`, in any case.

        Raises:
            UsageError: when there is no such problem.
        """
        task, _, code = name.upper().partition("-")
        if f"{task}-{code}" not in PROBLEMS:
            meant = nearest(name.upper(), PROBLEMS)
            hint = f"did you mean '{meant}'?" if meant else "`argmap assess --problems` lists them"
            message = f"there is no problem '{name}'; {hint}"
            raise UsageError(message)
        return cls(Task(task), _SEMANTICS[code])


def solve(
    problem: Problem,
    framework: Framework,
    form: FrameworkFormat,
    argument: str | None = None,
    limit: Limit = never,
) -> str:
    """Return the answer to a problem, as the competition of that format wants it printed.

    Args:
        problem: what is asked.
        framework: the arguments and their attacks.
        form: decides between the rules of 2023 (.af) and those before.
        argument: the one that DC and DS ask about.
        limit: when to give up.

    Raises:
        UsageError: when an argument is needed and not given, or given and not needed.
        UnknownArgumentError: when there is no such argument.
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    is_of_2023 = form is FrameworkFormat.AF
    if problem.task in _ABOUT_ARGUMENT:
        if argument is None:
            message = f"{problem.task} asks about an argument; name it with `-a`"
            raise UsageError(message)
        decide = _with_witness if is_of_2023 else _plainly
        return decide(problem, framework, argument, limit)
    if argument is not None:
        message = f"{problem.task} asks about no argument; leave `-a` away"
        raise UsageError(message)
    if problem.task is Task.COUNT:
        return f"{count_extensions(framework, problem.semantics, limit)}\n"
    shown = _witness if is_of_2023 else _bracketed
    if problem.task is Task.SOME:
        found = extension(framework, problem.semantics, limit=limit)
        return "NO\n" if found is None else f"{shown(found)}\n"
    lines = [shown(one) for one in extensions(framework, problem.semantics, limit)]
    if is_of_2023:
        return "".join(f"{line}\n" for line in lines or ["NO"])
    return "".join(f"{line}\n" for line in ("[", *lines, "]"))


def vacuous(problem: Problem, framework: Framework, limit: Limit = never) -> bool:
    """Say whether a YES to a skeptical problem says nothing: there is no extension at all.

    Raises:
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    return (
        problem == Problem(Task.SKEPTICAL, Semantics.STABLE)
        and extension(framework, Semantics.STABLE, limit=limit) is None
    )


def _with_witness(problem: Problem, framework: Framework, argument: str, limit: Limit) -> str:
    if problem.task is Task.CREDULOUS:
        found = extension(framework, problem.semantics, having=argument, limit=limit)
        return "NO\n" if found is None else f"YES\n{_witness(found)}\n"
    found = extension(framework, problem.semantics, lacking=argument, limit=limit)
    return "YES\n" if found is None else f"NO\n{_witness(found)}\n"


def _plainly(problem: Problem, framework: Framework, argument: str, limit: Limit) -> str:
    ask = is_credulous if problem.task is Task.CREDULOUS else is_skeptical
    return "YES\n" if ask(framework, problem.semantics, argument, limit) else "NO\n"


def _witness(names: Sequence[str]) -> str:
    return " ".join(("w", *names))


def _bracketed(names: Sequence[str]) -> str:
    return f"[{','.join(names)}]"
