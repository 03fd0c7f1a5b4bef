"""Where a project begins, which maps it has, and which files each map is made of."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import field, frozen

from argmap.findings import Finding, UsageError
from argmap.nearest import nearest
from argmap.project.configuration import Configuration
from argmap.project.disk import invalid_file, read_text_file, reason_of, shown
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.text import TextFile

CONFIGURATIONS: Final = ("argmap.toml", "pyproject.toml")
"""The files that may configure a project, the first that does so counts."""

SUFFIXES: Final = (".yaml", ".yml")
"""How the names of claim files end, in any case."""

REVIEWS: Final = "reviews"
"""The directory of a map that holds reviews and no claims."""

_MAP_BLOCK: Final = re.compile(r"""^(?:map|"map"|'map')[ \t]*:""", re.MULTILINE)


@frozen
class Project:
    """A directory with maps, and what it says about itself.

    Attributes:
        root: the directory; nothing outside is read or written unless its path is given.
        configuration: what argmap.toml or pyproject.toml says.
    """

    root: Path
    configuration: Configuration = field(factory=Configuration)

    @property
    def claims(self) -> Path:
        """The directory of maps."""
        return self.root / self.configuration.claims

    @property
    def renders(self) -> Path:
        """The directory of pictures."""
        return self.root / self.configuration.renders


@frozen
class MapOnDisk:
    """The files that one map is made of.

    Attributes:
        name: what the map is called: the name of its directory, or of its file without the end.
        path: that directory or file.
        files: the claim files, sorted by path.
        findings: what was met on the way and not read.
    """

    name: str
    path: Path
    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def find_project(start: Path | None = None, unsaved: Unsaved = NOTHING_UNSAVED) -> Project:
    """Return the project that a path lies in.

    Its root is the nearest directory with an argmap.toml or a pyproject.toml that has a
    `[tool.argmap]`; else the nearest with a `.git` or a pyproject.toml; else the working
    directory.

    Args:
        start: a file or directory; the working directory where none is given.
        unsaved: configurations that count in place of those on the disk.

    Raises:
        ConfigurationError: when the configuration has mistakes.
    """
    here = Path.cwd()
    path = here if start is None else _absolute(start)
    directory = path if path.is_dir() else path.parent
    upwards = (directory, *directory.parents)
    for root in upwards:
        configuration = _configuration_in(root, unsaved)
        if configuration is not None:
            return Project(root, configuration)
    for root in upwards:
        if (root / ".git").exists() or (root / "pyproject.toml").is_file():
            return Project(root)
    return Project(here if directory.is_relative_to(here) else directory)


def maps_of(project: Project, unsaved: Unsaved = NOTHING_UNSAVED) -> tuple[MapOnDisk, ...]:
    """Return the maps of a project, by name.

    Each directory in `claims` that holds claim files is a map. A single file directly in it is a
    map too. Several are one map, called after the directory, unless two or more of them have
    a `map:` block: then each is a map of its own.
    """
    directories, files, findings = _listed(project.claims, project.root)
    maps = [_map_in(one, project.root) for one in directories if one.name != REVIEWS]
    texts = (read_text_file(file, unsaved=unsaved)[0].text for file in files)
    if sum(map(has_map_block, texts)) > 1:
        maps += [MapOnDisk(file.stem, file, (file,)) for file in files]
        files = ()
    if files or findings:
        path = files[0] if len(files) == 1 else project.claims
        maps.append(MapOnDisk(path.stem, path, files, findings))
    found = (one for one in maps if one.files or one.findings)
    return tuple(sorted(found, key=lambda one: (one.name, one.path)))


def maps_at(
    project: Project, paths: Sequence[Path], unsaved: Unsaved = NOTHING_UNSAVED
) -> tuple[MapOnDisk, ...]:
    """Return the maps that some paths stand for, each once, in the order of the paths.

    The project's `claims` directory stands for all of its maps, and what lies inside it for the
    map that it is part of. Any other directory or file is a map.

    Raises:
        UsageError: when a path does not exist.
    """
    found: dict[tuple[Path, ...], MapOnDisk] = {}
    for path in paths:
        for one in _maps_at(project, path, unsaved):
            found.setdefault((one.path, *one.files), one)
    return tuple(found.values())


def claim_files(directory: Path, root: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Return the claim files in a directory and below, sorted by path, and what was left out.

    Names that begin with a dot and the map's `reviews` are no claim files. Links that leave
    the root are not followed, and a finding says so.

    Args:
        directory: where to look.
        root: the root of the project.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    seen: set[Path] = set()
    waiting = [directory]
    while waiting:
        here = waiting.pop()
        if _real(here) in seen:
            continue
        seen.add(_real(here))
        directories, more_files, more_findings = _listed(here, root)
        waiting += [one for one in directories if one != directory / REVIEWS]
        files += more_files
        findings += more_findings
    return tuple(sorted(files)), tuple(sorted(findings, key=lambda finding: finding.place))


def reviews_directory(origin: MapOnDisk) -> Path:
    """Return the directory that holds the reviews of a map, whether it is there or not."""
    if origin.path.is_dir():
        return origin.path / REVIEWS
    return origin.path.parent / REVIEWS / origin.path.stem


def has_map_block(text: str) -> bool:
    """Say whether a claim file says what its map is called, or seems to."""
    return _MAP_BLOCK.search(text) is not None


def _maps_at(project: Project, path: Path, unsaved: Unsaved) -> Iterable[MapOnDisk]:
    path = _absolute(path)
    if not os.path.lexists(path):
        raise UsageError(_no_such_path(path))
    if path == _absolute(project.claims):
        return maps_of(project, unsaved)
    if path.is_relative_to(_absolute(project.claims)):
        for one in maps_of(project, unsaved):
            if any(file == path or path in file.parents for file in one.files):
                return (one,)
    if path.is_dir():
        return (_map_in(path, project.root),)
    return (MapOnDisk(path.stem, path, (path,)),)


def _map_in(directory: Path, root: Path) -> MapOnDisk:
    files, findings = claim_files(directory, root)
    return MapOnDisk(directory.name, directory, files, findings)


def _listed(
    directory: Path, root: Path
) -> tuple[tuple[Path, ...], tuple[Path, ...], tuple[Finding, ...]]:
    """Return the directories, claim files and findings in a directory, by name."""
    directories: list[Path] = []
    files: list[Path] = []
    findings: list[Finding] = []
    try:
        entries = sorted(entry for entry in directory.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        return (), (), ()
    except OSError as error:
        message = f"the directory cannot be read: {reason_of(error)}"
        return (), (), (_left_out(directory, message),)
    for entry in entries:
        is_claim_file = entry.suffix.lower() in SUFFIXES
        if entry.is_symlink() and not _is_within(entry, root):
            if is_claim_file or entry.is_dir():
                findings.append(_left_out(entry, "the link leaves the project and was not read"))
        elif entry.is_dir():
            directories.append(entry)
        elif is_claim_file:
            files.append(entry)
    return tuple(directories), tuple(files), tuple(findings)


def _left_out(path: Path, message: str) -> Finding:
    help_ = (
        "put a copy into the project, or remove the link"
        if path.is_symlink()
        else "make it readable for you"
    )
    return invalid_file(message, TextFile(shown(path), ""), help=help_)


def _is_within(path: Path, root: Path) -> bool:
    return _real(path).is_relative_to(_real(root))


def _real(path: Path) -> Path:
    # Not Path.resolve, which raises for links that lead in a circle before Python 3.13.
    return Path(os.path.realpath(path))


def _configuration_in(directory: Path, unsaved: Unsaved) -> Configuration | None:
    for name in CONFIGURATIONS:
        path = directory / name
        if not path.is_file():
            continue
        file, finding = read_text_file(path, unsaved=unsaved)
        if finding is not None:
            message = f"{file.path}: {finding.message}; {finding.help}"
            raise _unreadable(message, finding)
        # Most pyproject.toml on the way up speak of other things: spare them the parser.
        if name == "argmap.toml" or "argmap" in file.text:
            # A project may do without a configuration, and then without what reads one.
            from argmap.project.configuration_file import read_configuration  # noqa: PLC0415

            configuration = read_configuration(file.text, file.path)
            if configuration is not None:
                return configuration
    return None


def _unreadable(message: str, finding: Finding) -> UsageError:
    from argmap.project.toml_text import ConfigurationError  # noqa: PLC0415 - as above

    return ConfigurationError(message, (finding,))


def _no_such_path(path: Path) -> str:
    meant = nearest(path.name, _names_beside(path))
    hint = f"; did you mean '{shown(path.with_name(meant))}'?" if meant else ""
    return f"there is no '{shown(path)}'{hint}"


def _names_beside(path: Path) -> Iterator[str]:
    try:
        yield from sorted(sibling.name for sibling in path.parent.iterdir())
    except OSError:
        return


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - keeps links, unlike Path.resolve
