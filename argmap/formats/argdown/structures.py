"""The premises and conclusions of an argument that is taken apart."""

from typing import Final

from argmap.formats.argdown.blocks import Item, Kind
from argmap.formats.argdown.document import End, Step
from argmap.formats.argdown.gathering import Gathering
from argmap.formats.argdown.trees import Tree
from argmap.formats.problems import shortened
from argmap.model import Json

_BLANKS: Final = " \t\r\n"


class Structure:
    """Reads the premises and conclusions of one argument."""

    def __init__(self, gathering: Gathering, argument: int | None) -> None:
        self._gathering = gathering
        taken = argument is not None and bool(gathering.arguments[argument].steps)
        self._second = argument if taken else None
        self._argument = gathering.anonymous() if argument is None or taken else argument
        self._entry = gathering.arguments[self._argument]
        self._labels: dict[str, int] = {}
        self._premises: list[int] = []
        self._before: int | None = None
        self._inference: Item | None = None
        self._rules: tuple[tuple[str, ...], dict[str, Json] | None] = ((), None)

    def build(self, items: list[Item]) -> None:
        """Read them."""
        gathering = self._gathering
        self._begin(items)
        tree = Tree(gathering)
        for item in items:
            if item.kind is Kind.INFERENCE:
                self._infer(item, tree)
            elif item.kind is Kind.NUMBERED:
                self._numbered(item, tree)
            else:
                self._relation(item, tree)
        if self._inference is not None:
            advice = "put a conclusion below it; argmap left it out"
            gathering.remark(self._inference, "an inference has no conclusion", advice, heavy=True)
        elif self._premises:
            last = items[-1]
            advice = "put '----' between the premises and their conclusion"
            gathering.remark(last, "these premises lead to no conclusion", advice, heavy=True)

    def _begin(self, items: list[Item]) -> None:
        gathering = self._gathering
        span = gathering.span(items[0].start, items[-1].end)
        self._entry.span = span
        self._entry.section = len(gathering.headings) - 1 if gathering.headings else None
        if self._second is not None:
            title = shortened(gathering.arguments[self._second].title)
            message = f"'{title}' is taken apart a second time"
            advice = "give these premises an argument of their own; argmap did so"
            gathering.remark(items[0], message, advice, heavy=True)

    def _infer(self, item: Item, tree: Tree) -> None:
        gathering = self._gathering
        if self._inference is not None or not (self._premises or self._before is not None):
            advice = "put premises above it, and a conclusion below"
            gathering.remark(item, "an inference stands where none can be", advice, heavy=True)
            return
        self._inference = item
        self._rules = self._read_rules(item)
        tree.root(End("inference", self._argument, len(self._entry.steps)))

    def _read_rules(self, item: Item) -> tuple[tuple[str, ...], dict[str, Json] | None]:
        gathering = self._gathering
        text = gathering.cleaned.text[item.content : item.end]
        closed = item.sign != "--" or text.endswith("--")
        inner = text.rstrip("- \t\r") if closed else text
        if not inner.strip(_BLANKS):
            return (), None
        if item.sign != "--":
            message = "the rules of an inference stand between too many hyphens"
            gathering.remark(item, message, f"write `-- {shortened(inner.strip(_BLANKS))} --`")
        read = gathering.inline(item.content, item.content + len(inner), alone=True)
        return tuple(rule.strip() for rule in read.full.split(",") if rule.strip()), read.data

    def _numbered(self, item: Item, tree: Tree) -> None:
        gathering = self._gathering
        concludes = self._inference is not None
        end = gathering.member(item.content, item.end, "conclusion" if concludes else "premise")
        self._labels[item.sign[1:-1].lstrip("0")] = end.number
        if concludes:
            self._conclude(end.number)
        else:
            self._premises.append(end.number)
        tree.root(end)

    def _conclude(self, conclusion: int) -> None:
        inference = self._inference
        if inference is None:
            return
        rules, data = self._rules
        before = () if self._before is None else (self._before,)
        named = self._named(data)
        premises = named or (*before, *self._premises)
        span = self._gathering.span(inference.start, inference.end)
        self._entry.steps.append(Step(premises, conclusion, rules, data, bool(named), span))
        self._inference, self._premises, self._before = None, [], conclusion

    def _named(self, data: dict[str, Json] | None) -> tuple[int, ...]:
        """Return the premises that the data of an inference name; none where they do not fit."""
        uses = (data or {}).get("uses")
        if not isinstance(uses, list) or not uses:
            return ()
        found = [self._labels.get(str(one)) for one in uses if not isinstance(one, bool)]
        if len(found) < len(uses) or not set(self._premises) <= set(found):
            return ()
        return tuple(one for one in found if one is not None) if None not in found else ()

    def _relation(self, item: Item, tree: Tree) -> None:
        concluded = self._inference is None and not self._premises and self._entry.steps
        step = End("inference", self._argument, len(self._entry.steps) - 1) if concluded else None
        tree.add(item, inference=step)
