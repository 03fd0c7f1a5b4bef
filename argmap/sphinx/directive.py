"""The directive that puts a map into a page."""

from pathlib import Path
from typing import Any, ClassVar, Final, get_args

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from argmap.findings import ArgmapError, Severity
from argmap.project import Direction, Theme
from argmap.project.disk import reason_of
from argmap.render import EmbedSources, render
from argmap.sphinx.listings import note
from argmap.sphinx.reading import ReadMap, read_map
from argmap.text import printable

_LOGGER: Final = logging.getLogger(__name__)

_ONLY_FOR: Final = {
    "direction": "svg",
    "fit": "svg",
    "max-nodes": "svg",
    "embed-sources": "viewer",
}
"""The format that an option is for, where it is not for both."""


class picture(nodes.General, nodes.Element):  # noqa: N801 - docutils writes names of nodes small
    """A map in a page, until it is known who will read that.

    It has `page` or `svg`, what a viewer or an inline picture is; and for all who take neither,
    `printed`, an SVG in fixed colours, and `outline`, Markdown.
    """


def _one_of(*words: str) -> Any:  # noqa: ANN401 - docutils gives functions of options no type
    return lambda given: directives.choice(given, words)


class MapDirective(SphinxDirective):
    """A map in a page: as its picture or as a viewer; see `argmap.sphinx`."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = {
        "format": _one_of("svg", "viewer"),
        "focus": directives.unchanged_required,
        "depth": directives.nonnegative_int,
        "section": directives.unchanged_required,
        "theme": _one_of(*get_args(Theme)),
        "direction": _one_of(*get_args(Direction)),
        "max-nodes": directives.positive_int,
        "embed-sources": _one_of(*get_args(EmbedSources)),
        "height": directives.length_or_unitless,
        "fit": directives.flag,
        "alt": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "class": directives.class_option,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the map, or nothing where it cannot be shown, which a warning says."""
        try:
            return [self._shown()]
        except ArgmapError as error:
            self._warn(str(error))
        except OSError as error:
            self._warn(f"the disk refuses '{error.filename or ''}': {reason_of(error)}")
        return []

    def _shown(self) -> nodes.Element:
        argument = self.arguments[0]
        path = Path(self.env.relfn2path(argument)[1])
        read = read_map(argument, path, Path(self.env.srcdir))
        self._follow(read)
        self._tell_findings(read)
        self._tell_idle_options()
        made = self._drawn(read)
        made["alt"] = self.options.get("alt") or read.loaded.map.title or "Argument map"
        made["height"] = self.options.get("height", "")
        made["fit"] = "fit" in self.options
        # A page may show a map twice, and no two elements of it may have one id.
        made["scope"] = f"{self.env.docname}:{self.env.new_serialno('argmap')}"
        self.set_source_info(made)
        return self._around(made)

    def _follow(self, read: ReadMap) -> None:
        """Have the page made anew when the map changes."""
        note(self.env, read.on_disk.path, read.on_disk.files)
        for path in read.dependencies():
            self.env.note_dependency(str(path))

    def _tell_findings(self, read: ReadMap) -> None:
        for finding in read.loaded.findings:
            if finding.severity >= Severity.WARNING:
                help_line = f"; {finding.help}" if finding.help else ""
                place = finding.span and f"{finding.span.path}:{finding.span.line}"
                _LOGGER.warning(
                    "%s",
                    printable(f"{finding.message}{help_line}"),
                    location=place or self.get_location(),
                    type="argmap",
                    subtype=finding.rule,
                    once=True,
                )

    def _tell_idle_options(self) -> None:
        form = self.options.get("format", "svg")
        for name, only in _ONLY_FOR.items():
            if name in self.options and only != form:
                self._warn(f":{name}: does nothing for the format {form}; leave it out")
        if "depth" in self.options and "focus" not in self.options:
            self._warn(":depth: does nothing without :focus:; say how near to what")

    def _drawn(self, read: ReadMap) -> picture:
        is_viewer = self.options.get("format") == "viewer"
        chosen: dict[str, Any] = read.looks()
        for name in ("focus", "depth", "section", "theme"):
            if name in self.options:
                chosen[name] = self.options[name]
        opens_at = ""
        if is_viewer and "depth" not in chosen and "focus" in chosen:
            opens_at = read.loaded.map.node(chosen.pop("focus")).id
        argument_map, ways = read.loaded.map, read.ways()
        for option, name in (("direction", "direction"), ("max-nodes", "max_nodes")):
            if option in self.options:
                ways[name] = self.options[option]
        printed = "light" if chosen["theme"] == "auto" else chosen["theme"]
        made = picture(
            printed=render(argument_map, **{**ways, **chosen, "theme": printed}),
            outline=render(argument_map, output="markdown", **{**ways, **chosen}),
        )
        if is_viewer:
            made["page"], made["chosen"] = self._page(read, chosen), opens_at
        else:
            made["svg"] = render(argument_map, **{**ways, **chosen})
        return made

    def _page(self, read: ReadMap, chosen: dict[str, Any]) -> str:
        """Return the page of a viewer."""
        embedded = self.options.get("embed-sources", "none")
        texts = None
        if embedded != "none":
            texts = read.texts()
            for path in read.files_of_sources():
                self.env.note_dependency(str(path))
        return render(read.loaded.map, output="html", texts=texts, embed_sources=embedded, **chosen)

    def _around(self, made: picture) -> nodes.Element:
        classes = ["argmap", *self.options.get("class", [])]
        caption = self.options.get("caption")
        if not caption:
            around: nodes.Element = nodes.container("", made, classes=classes)
        else:
            words, problems = self.parse_inline(caption, lineno=self.lineno)
            below = nodes.caption(caption, "", *words, *problems)
            self.set_source_info(below)
            around = nodes.figure("", made, below, classes=classes)
        self.set_source_info(around)
        self.add_name(around)
        return around

    def _warn(self, message: str) -> None:
        _LOGGER.warning(
            "argmap: %s", printable(message), location=self.get_location(), type="argmap"
        )
