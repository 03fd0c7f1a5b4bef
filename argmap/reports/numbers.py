"""Strengths, bounds and verdicts of proof standards in words, with what they assume."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.assess.bounds import Bounds
from argmap.assess.carneades import Label, MapLabels
from argmap.assess.gradual import SEMANTICS, Influences, MapStrengths
from argmap.reports.printable import folded

_MOST: Final = 20
_MARGIN: Final = 12


def describe_strengths(strengths: MapStrengths) -> str:
    """Describe how strong the nodes of a map are, the strongest first."""
    return _text(_strength_lines(strengths))


def describe_influences(influences: Influences, most: int = _MOST) -> str:
    """Describe what moves the strength of a claim, the largest loss first.

    Args:
        influences: what moves it.
        most: so many lines are shown.
    """
    return _text(_influence_lines(influences, most))


def describe_bounds(bounds: Mapping[str, Bounds]) -> str:
    """Describe between what bounds the support of each node holds, in the order of the map."""
    return _text(_bound_lines(bounds))


def describe_labels(labels: MapLabels) -> str:
    """Describe what a proof standard says of the nodes of a map, in their order."""
    return _text(_label_lines(labels))


def _strength_lines(strengths: MapStrengths) -> Iterator[str]:
    source = SEMANTICS[strengths.semantics].source
    yield f"strength by {strengths.semantics} ({source}), which is no probability"
    yield f"  linked premises by their {strengths.linked}"
    yield f"  base score {strengths.unstated:g} where no confidence is declared"
    yield ""
    ranked = sorted(strengths.values.items(), key=lambda item: -round(item[1], 6))
    for name, value in ranked:
        yield f"  {value:.3f}  {folded(name)}"
    warnings = tuple(_warnings(strengths))
    if warnings:
        yield ""
        yield from warnings


def _warnings(strengths: MapStrengths) -> Iterator[str]:
    for names, loop in zip(strengths.circles, strengths.found.loops, strict=True):
        shown = _listed(names)
        if not loop.has_converged:
            yield (
                f"no strengths were found in the circle of {shown}: after {loop.rounds} rounds"
                f" one would still move by {loop.residual:.2g}; do not rely on them and what"
                " they bear on"
            )
        else:
            yield f"in a circle strengths feed on themselves: {shown}"
    if strengths.unmoved:
        yield (f"{strengths.semantics} moves no confidence of 0 or 1: {_listed(strengths.unmoved)}")


def _influence_lines(influences: Influences, most: int) -> Iterator[str]:
    yield f"'{folded(influences.claim)}' has strength {influences.strength:.3f}"
    if not influences.influences:
        yield "  nothing bears on it"
        return
    yield f"  {'if it is lost':<{_MARGIN + 2}}  {'gradient':<{_MARGIN - 2}}  of"
    for one in influences.influences[:most]:
        loss, gradient = f"{-one.loss:+.3f}", f"{one.gradient:+.3f}"
        yield f"  {loss:<{_MARGIN + 2}}  {gradient:<{_MARGIN - 2}}  {folded(one.node)}"
    hidden = influences.all_nodes - min(most, len(influences.influences))
    if hidden > 0:
        yield f"  and {hidden} more"
    if not influences.has_converged:
        yield "  a circle has not converged: do not rely on these numbers"


def _bound_lines(bounds: Mapping[str, Bounds]) -> Iterator[str]:
    yield "between what bounds support holds, however premises depend on each other (Fréchet)"
    for name, one in bounds.items():
        yield f"  {one.low:.3f} to {one.high:.3f}  {folded(name)}"
    if not bounds:
        yield "  no evidence that cites a source reaches anything"


def _label_lines(labels: MapLabels) -> Iterator[str]:
    yield f"proof standard {labels.standard}; thresholds {labels.found.thresholds}"
    for name, label in labels.labels.items():
        against = "; its opposite is in" if name in labels.opposed else ""
        yield f"  {label:<{len(Label.UNDECIDED)}}  {folded(name)}{against}"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"'{folded(name)}'" for name in names[:_MOST])
    return f"{shown} and {len(names) - _MOST} more" if len(names) > _MOST else shown


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
