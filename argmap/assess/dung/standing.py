"""What stands of a map under a semantics of Dung's."""

from collections.abc import Collection
from enum import StrEnum

from attrs import frozen

from argmap.assess.dung.accepting import Acceptance
from argmap.assess.dung.reductions import Reduction, framework_of
from argmap.assess.dung.sat import Limit, never
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.tasks import acceptance
from argmap.model import ArgumentMap, Node


class Verdict(StrEnum):
    """What can be said of a node.

    `accepted`: it is in all extensions. `defensible`: it is in some. `not accepted`: in none.
    `no extension`: there is none that it could be in, which only stable semantics leads to.
    `unknown`: the limit was reached first. `withdrawn`: it takes no part.
    """

    ACCEPTED = "accepted"
    DEFENSIBLE = "defensible"
    NOT_ACCEPTED = "not accepted"
    NO_EXTENSION = "no extension"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"


@frozen
class Standing:
    """What stands of one node.

    Attributes:
        node: the node.
        credulous: it is in some extension; None where that is not known, or there is none.
        skeptical: it is in all extensions; None where that is not known, or there is none.
        verdict: both in a word.
    """

    node: Node
    credulous: bool | None
    skeptical: bool | None
    verdict: Verdict


def standings(
    argument_map: ArgumentMap,
    semantics: Semantics = Semantics.GROUNDED,
    reduction: Reduction = Reduction.EVIDENTIAL,
    free_types: Collection[str] = (),
    limit: Limit = never,
) -> tuple[Standing, ...]:
    """Return what stands of every node of a map, in its order.

    Args:
        argument_map: any map.
        semantics: what can be accepted together.
        reduction: how support is read.
        free_types: types of claims that need no support.
        limit: when to give up; what is not known then is `unknown`.

    Raises:
        TooLargeError: when the map makes too large a framework.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    reduced = framework_of(argument_map, reduction, free_types)
    answers = acceptance(reduced.framework, semantics, limit)
    nodes: dict[str, Node] = {}
    for node in argument_map.nodes:
        nodes.setdefault(node.id, node)
    found = []
    for name, node in nodes.items():
        argument = reduced.arguments.get(name)
        if argument is None:
            found.append(Standing(node, None, None, Verdict.WITHDRAWN))
        elif answers is None:
            found.append(Standing(node, None, None, Verdict.NO_EXTENSION))
        else:
            answer = answers[reduced.framework.number(argument)]
            found.append(Standing(node, answer.credulous, answer.skeptical, _verdict(answer)))
    return tuple(found)


def _verdict(answer: Acceptance) -> Verdict:
    if answer.credulous is False:
        return Verdict.NOT_ACCEPTED
    if answer.credulous is None or answer.skeptical is None:
        return Verdict.UNKNOWN
    return Verdict.ACCEPTED if answer.skeptical else Verdict.DEFENSIBLE
