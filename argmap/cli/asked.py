"""What `argmap assess` is asked for."""

from attrs import frozen


@frozen
class Asked:
    """What was asked for.

    Attributes:
        semantics: by what it is told what stands.
        reduction: how Dung's semantics read support.
        standard: the proof standard.
        thresholds: what clear and reasonable mean in it.
        linked: how strong linked premises are.
        limit: when to give up, in seconds.
        reason_of: the node whose reasons are told.
        flips_of: the node of which is told what would change its status.
        suppositions: what is supposed of nodes, as `counts=out`.
    """

    semantics: str
    reduction: str
    standard: str
    thresholds: str
    linked: str
    limit: float
    reason_of: str | None
    flips_of: str | None
    suppositions: tuple[str, ...]
