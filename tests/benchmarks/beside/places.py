"""Where other tools are, and in which version; none of them is a part of the project.

Programs are looked for in the folders that the variable ARGMAP_PEERS lists and on the path;
libraries in the Pythons of these folders (`bin` of a virtual environment), then in this one.
"""

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

_PROGRAMS: Final[Mapping[str, tuple[str, str]]] = {
    "@argdown/cli": ("argdown", "--version"),
    "dot": ("dot", "-V"),
    "gsn2x": ("gsn2x", "--version"),
}
_LIBRARIES: Final[Mapping[str, tuple[str, str]]] = {
    "arguebuf": ("arguebuf", "arguebuf"),
    "arglib": ("arglib", "arglib"),
    "ideagraph": ("ideagraph", "ideagraph"),
    "doorstop": ("doorstop", "doorstop"),
    "clingo": ("clingo", "clingo"),
    "pygarg": ("pygarg", "pygarg"),
    "PyArg": ("py_arg", "python-argumentation"),
}
_TELLS: Final = (
    "import sys, importlib.util, importlib.metadata\n"
    "module, package = sys.argv[1:]\n"
    "if importlib.util.find_spec(module): print(importlib.metadata.version(package))"
)


@frozen
class Place:
    """Where a tool is.

    Attributes:
        start: the beginning of its command: a program, or the Python that has the library.
        version: as it tells itself; empty where it tells none.
    """

    start: str
    version: str


def places() -> dict[str, Place]:
    """Return the tools that are here, by name; argmap itself is always the first."""
    ours = Place(sys.executable, importlib.metadata.version("argmap"))
    programs = {name: _program(*asked) for name, asked in _PROGRAMS.items()}
    libraries = {name: _library(*asked) for name, asked in _LIBRARIES.items()}
    found = programs | libraries
    return {"argmap": ours} | {name: place for name, place in found.items() if place}


def gaps(here: Mapping[str, Place]) -> list[str]:
    """Return the names of the tools that are not here."""
    return [name for name in (*_PROGRAMS, *_LIBRARIES) if name not in here]


def machine() -> str:
    """Return in general words what this machine is."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, {python}"


def _folders() -> list[str]:
    return [one for one in os.environ.get("ARGMAP_PEERS", "").split(os.pathsep) if one]


def _program(name: str, flag: str) -> Place | None:
    path = os.pathsep.join((*_folders(), os.environ.get("PATH", os.defpath)))
    found = shutil.which(name, path=path)
    if not found:
        return None
    told = subprocess.run([found, flag], capture_output=True, text=True, check=False)
    number = re.search(r"\d+(\.\d+)+", told.stdout + told.stderr)
    return Place(found, number.group() if number else "")


def _library(module: str, package: str) -> Place | None:
    for python in (*(str(Path(folder) / "python") for folder in _folders()), sys.executable):
        if shutil.which(python):
            asked = [python, "-c", _TELLS, module, package]
            told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
            if told.strip():
                return Place(python, told.strip())
    return None
