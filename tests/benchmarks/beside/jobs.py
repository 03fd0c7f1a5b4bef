"""What is measured: jobs, and for each the tools that do it, with the command of each."""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from tests.benchmarks.beside import scripts

_AF: Final = "framework.af"
_APX: Final = "framework.apx"
_QUERY: Final = "contested.txt"
_ITS: Final = ("-fo", "dimacs")

Command = Callable[[str], list[str]]
"""From the start of a tool to its whole command; it runs in the folder of its input."""


@frozen
class Contender:
    """A tool at a job.

    Attributes:
        tool: its name, as in `places`.
        command: what is run.
        reads: its inputs, as in `INPUTS`.
        makes: a pattern of the files that it has to make.
        differs: where it does less than argmap, or something else.
    """

    tool: str
    command: Command
    reads: tuple[str, ...] = ()
    makes: str = ""
    differs: str = ""


@frozen
class Job:
    """Something that argmap does, and others.

    Attributes:
        name: what is done.
        contenders: the tools that do it; the first is argmap.
        is_sized: whether it is about a map of some size, and not about starting alone.
        is_in_readme: whether the table of the README has it, which is to stay short.
    """

    name: str
    contenders: tuple[Contender, ...]
    is_sized: bool = True
    is_in_readme: bool = True


def _argmap(*arguments: str) -> Command:
    return lambda python: [python, "-m", "argmap", *arguments]


def _python(script: str, *arguments: str) -> Command:
    return lambda python: [python, "-c", script, *arguments]


def _module(*arguments: str) -> Command:
    return lambda python: [python, "-m", *arguments]


def _program(*arguments: str) -> Command:
    return lambda program: [program, *arguments]


JOBS: Final = (
    Job(
        "start",
        (
            Contender("argmap", _argmap("--help")),
            Contender("@argdown/cli", _program("--help")),
            Contender("arguebuf", _python(scripts.ARGUEBUF_IMPORT), differs="import alone"),
            Contender("arglib", _module("arglib.cli.main", "--help")),
            Contender("ideagraph", _python(scripts.IDEAGRAPH, "--help")),
            Contender("doorstop", _module("doorstop.cli.main", "--help")),
            Contender("pygarg", _python(scripts.PYGARG, "--help")),
            Contender("PyArg", _python(scripts.PYARG_IMPORT), differs="import alone"),
        ),
        is_sized=False,
    ),
    Job(
        "read",
        (
            Contender("argmap", _python(scripts.ARGMAP_LOAD, "map.yaml"), ("map.yaml",)),
            Contender(
                "arguebuf",
                _python(scripts.ARGUEBUF_LOAD, "map.arguebuf.json"),
                ("map.arguebuf.json",),
                differs="JSON, no places",
            ),
            Contender(
                "arglib",
                _python(scripts.ARGLIB_LOAD, "map.arglib.json"),
                ("map.arglib.json",),
                differs="JSON, no places",
            ),
            Contender(
                "ideagraph",
                _python(scripts.IDEAGRAPH_LOAD, "map.ideagraph.json"),
                ("map.ideagraph.json",),
                differs="JSON, no places",
            ),
        ),
    ),
    Job(
        "check",
        (
            Contender("argmap", _argmap("check", "map.yaml"), ("map.yaml",)),
            Contender(
                "ideagraph",
                _python(scripts.IDEAGRAPH, "coverage", "map.ideagraph.json"),
                ("map.ideagraph.json",),
                differs="unsupported claims alone",
            ),
            Contender(
                "arglib",
                _module("arglib.cli.main", "diagnostics", "--validate", "map.arglib.json"),
                ("map.arglib.json",),
                differs="schema, cycles, parts",
            ),
            Contender(
                "doorstop",
                _module("doorstop.cli.main", "-F", "-j", "doorstop"),
                ("doorstop",),
                differs="links alone, a file an item",
            ),
        ),
    ),
    Job(
        "draw",
        (
            Contender(
                "argmap",
                _argmap("render", "map.yaml", "-o", "argmap.svg"),
                ("map.yaml",),
                "argmap.svg",
            ),
            Contender(
                "@argdown/cli",
                _program("map", "-f", "svg", "map.argdown", "."),
                ("map.argdown",),
                "map*.svg",
            ),
            Contender(
                "arguebuf",
                _python(scripts.ARGUEBUF_DRAW, "map.arguebuf.json", "arguebuf.svg"),
                ("map.arguebuf.json",),
                "arguebuf.svg",
            ),
            Contender(
                "dot",
                _program("-Tsvg", "map.dot", "-o", "dot.svg"),
                ("map.dot",),
                "dot.svg",
                differs="reads and judges nothing",
            ),
            Contender("gsn2x", _program("map.gsn.yaml"), ("map.gsn.yaml",), "map.gsn*.svg"),
        ),
    ),
    Job(
        "draw, edges across",
        (
            Contender(
                "argmap",
                _argmap("render", "crossed.yaml", "-o", "crossed.svg"),
                ("crossed.yaml",),
                "crossed.svg",
            ),
            Contender(
                "dot",
                _program("-Tsvg", "crossed.dot", "-o", "crossed-dot.svg"),
                ("crossed.dot",),
                "crossed-dot.svg",
                differs="reads and judges nothing",
            ),
        ),
        is_in_readme=False,
    ),
    Job(
        "Argdown to JSON",
        (
            Contender(
                "argmap",
                _argmap("convert", "map.argdown", "-t", "argmap-json", "-o", "ours.json"),
                ("map.argdown",),
                "ours.json",
            ),
            Contender(
                "@argdown/cli",
                _program("json", "map.argdown", "out"),
                ("map.argdown",),
                "out/*.json",
            ),
        ),
    ),
    *(
        Job(
            f"AIF to arguebuf, {kind}",
            (
                Contender(
                    "argmap",
                    _argmap("convert", file, "-t", "arguebuf", "-o", "ours.json"),
                    (file,),
                    "ours.json",
                ),
                Contender(
                    "arguebuf",
                    _python(scripts.ARGUEBUF_CONVERT, file, "theirs.json"),
                    (file,),
                    "theirs.json",
                    differs=differs,
                ),
            ),
            is_in_readme=kind == "a dialogue",
        )
        for kind, file, differs in (
            ("arguments", "arguments.json", ""),
            ("a dialogue", "dialogue.json", "drops the locutions"),
        )
    ),
    Job(
        "strengths",
        (
            Contender(
                "argmap", _argmap("assess", "--semantics", "df-quad", "map.yaml"), ("map.yaml",)
            ),
            Contender(
                "arglib",
                _python(scripts.ARGLIB_WEIGH, "map.arglib.json"),
                ("map.arglib.json",),
                differs="a formula of its own",
            ),
        ),
    ),
    Job(
        "grounded",
        (
            Contender("argmap", _argmap("assess", "-p", "SE-GR", "-f", _AF), (_AF,)),
            Contender("clingo", _python(scripts.CLINGO, scripts.GROUNDED, _APX), (_APX,)),
            Contender("pygarg", _python(scripts.PYGARG, "-p", "SE-GR", "-f", _AF, *_ITS), (_AF,)),
            Contender("PyArg", _python(scripts.PYARG_GROUNDED, _AF), (_AF,)),
        ),
    ),
    Job(
        "one preferred",
        (
            Contender("argmap", _argmap("assess", "-p", "SE-PR", "-f", _AF), (_AF,)),
            Contender("clingo", _python(scripts.CLINGO, scripts.PREFERRED, _APX), (_APX,)),
            Contender("pygarg", _python(scripts.PYGARG, "-p", "SE-PR", "-f", _AF, *_ITS), (_AF,)),
            Contender(
                "PyArg", _python(scripts.PYARG_PREFERRED, _AF), (_AF,), differs="all preferred"
            ),
        ),
    ),
    Job(
        "in all preferred?",
        (
            Contender("argmap", _python(scripts.ARGMAP_ASK, _AF, _QUERY), (_AF, _QUERY)),
            Contender(
                "clingo",
                _python(scripts.CLINGO, scripts.PREFERRED, _APX, _QUERY),
                (_APX, _QUERY),
            ),
            Contender("pygarg", _python(scripts.PYGARG_ASK, _AF, _QUERY), (_AF, _QUERY)),
        ),
        is_in_readme=False,
    ),
)
