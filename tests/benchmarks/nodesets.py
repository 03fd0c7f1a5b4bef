"""Large nodesets of AIF: arguments alone, and with the dialogue that they come from."""

from itertools import pairwise

from argmap.formats.json_text import write_json

_WORDS = "the charge cuts traffic in the zone because fewer drivers enter it each day"
_TIME = "2021-01-14 20:17:05"


class _Nodeset:
    def __init__(self) -> None:
        self.nodes: list[object] = []
        self.edges: list[object] = []
        self.locutions: list[object] = []

    def node(self, kind: str, text: str) -> str:
        name = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": name, "text": text, "type": kind, "timestamp": _TIME})
        return name

    def path(self, *names: str) -> None:
        for start, end in pairwise(names):
            name = str(len(self.edges) + 1)
            self.edges.append({"edgeID": name, "fromID": start, "toID": end, "formEdgeID": None})

    def text(self) -> str:
        return write_json({"nodes": self.nodes, "edges": self.edges, "locutions": self.locutions})


def arguments(size: int) -> str:
    """Return a nodeset of claims, each of which supports one before, or contrasts it."""
    made = _Nodeset()
    claims = [made.node("I", _WORDS)]
    while len(made.nodes) < size - 1:
        number = len(claims)
        claim = made.node("I", f"{_WORDS} {number}")
        kind, text = ("RA", "Default Inference") if number % 3 else ("CA", "Default Conflict")
        made.path(claim, made.node(kind, text), claims[number // 2])
        claims.append(claim)
    return made.text()


def dialogue(size: int) -> str:
    """Return a nodeset of claims with the locutions that put them forward.

    Of five nodes, one is a claim, one a step, one a locution, one an illocution, one a transition.
    """
    made = _Nodeset()
    before: tuple[str, str] | None = None
    while len(made.nodes) < size - 4:
        number = len(made.locutions)
        claim = made.node("I", f"{_WORDS} {number}")
        locution = made.node("L", f"Speaker {number % 7} : {_WORDS} {number}")
        made.path(locution, made.node("YA", "Asserting"), claim)
        if before:
            made.path(claim, made.node("RA", "Default Inference"), before[0])
            made.path(before[1], made.node("TA", "Default Transition"), locution)
        made.locutions.append({"nodeID": locution, "personID": str(number % 7), "start": None})
        before = claim, locution
    return made.text()
