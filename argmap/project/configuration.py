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
    longest-waiver = 180         # days that a waiver may hold; 0 for any number
    baseline = "argmap-baseline.json"  # findings that are known; counts where the file is there

    [levels]                     # in pyproject.toml [tool.argmap.levels]
    single-source = "error"      # error, warning, info or off

    [ages]                       # in pyproject.toml [tool.argmap.ages]
    statistic = 5                # years after which sources of a type are stale

    [render]                     # in pyproject.toml [tool.argmap.render]
    theme = "auto"               # auto, light, dark, print or contrast
    direction = "lr"             # lr, rl, tb or bt
    engine = "tree"              # tree or dot
    order = "author"             # author, or crossings to have fewer of them
    sections = true              # one picture a section too
    max-nodes = 250              # deepest branches are folded away from there on
    frames = true                # frames around sections in the picture of the whole map
    fonts = ["Source Sans 3"]    # tried before the usual ones

    [render.colours]             # in pyproject.toml [tool.argmap.render.colours]
    supports = "#1a8a66"         # one for all pages, or one for each kind of them
    contrasts = {light = "#b34700", dark = "#ff9a57"}

    [[rules]]                    # in pyproject.toml [[tool.argmap.rules]]
    name = "policy-needs-studies"
    when = {type = "policy"}
    require = {incoming.supports = {premises.type = "study"}}
    message = "the policy {id} rests on no study"

What can be asked of a map in such a rule is told by `argmap.checks.project_rules`.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from argmap.findings import Finding
from argmap.model import CLAIM_TYPES, EVIDENCE_TYPES

if TYPE_CHECKING:
    # Most configurations name no rule; they are spared the loading of all of them.
    from argmap.checks import ProjectRule, Selection

Level: TypeAlias = Literal["error", "warning", "info", "off"]
"""What the severity of a rule can be set to."""

FailOn: TypeAlias = Literal["error", "warning", "info", "never"]
"""The least severity at which a check fails."""

Theme: TypeAlias = Literal["auto", "light", "dark", "print", "contrast"]
Direction: TypeAlias = Literal["lr", "rl", "tb", "bt"]
Engine: TypeAlias = Literal["tree", "dot"]
Order: TypeAlias = Literal["author", "crossings"]


@frozen
class RenderConfiguration:
    """How pictures are drawn where the command line says nothing else.

    Attributes:
        theme: the colours; `auto` follows the reader's screen.
        direction: where the argument grows to from its main claims.
        engine: what places the boxes.
        order: what stands above what.
        sections: whether each section of a map gets a picture of its own.
        frames: whether sections are framed in the picture of the whole map; None for where
            they lie together.
        max_nodes: how many nodes a picture has at most; None for any number.
        colours: by their names, for light pages and for dark ones, in place of the usual ones.
        fonts: to be tried before the usual ones.
    """

    theme: Theme = "auto"
    direction: Direction = "lr"
    engine: Engine = "tree"
    order: Order = "author"
    sections: bool = True
    frames: bool | None = None
    max_nodes: int | None = None
    colours: Mapping[str, tuple[str, str]] = field(factory=lambda: MappingProxyType({}))
    fonts: tuple[str, ...] = ()


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
        longest_waiver: for how many days ahead a waiver may hold; None for any number.
        baseline: the file of findings that are known, relative to the root.
        ages: for how many years sources of a type count.
        rules: rules of the project itself.
        render: how pictures are drawn.
        findings: what is wrong with `rules`; those that can be read count nevertheless.
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
    longest_waiver: int | None = 180
    baseline: str = "argmap-baseline.json"
    ages: Mapping[str, float] = field(factory=lambda: MappingProxyType({}))
    rules: "tuple[ProjectRule, ...]" = ()
    render: RenderConfiguration = RenderConfiguration()
    findings: tuple[Finding, ...] = ()

    def selection(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Selection":
        """Return which rules run, and how.

        Args:
            select: rules in place of those that the project names.
            ignore: rules in place of those that the project names.
        """
        from argmap.checks import Selection  # noqa: PLC0415 - most of a configuration needs no rules

        return Selection(
            select=tuple(select) or self.select,
            ignore=tuple(ignore) or self.ignore,
            levels=self.levels,
            free_types=self.free_types,
            rules=self.rules,
            ages=self.ages,
            longest_waiver=self.longest_waiver,
        )
