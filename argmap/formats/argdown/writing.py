"""Writes a map as Argdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from argmap.formats.argdown.inexact import inexact, taken_others, texts_of
from argmap.formats.argdown.kept import held, kept
from argmap.formats.argdown.native import (
    EXPORTED,
    id_of_title,
    is_plain_rule,
    plain_tags,
    squeezed,
    written_tag,
)
from argmap.formats.argdown.planning import Plan, Sketch, argdown, is_argument, plan
from argmap.formats.argdown.spelling import (
    free_title,
    spelled,
    spelled_as_before,
    spelled_data,
    spelled_json,
    spelled_key,
    title_for,
)
from argmap.formats.argdown.values import filled, items, mapping
from argmap.model import ArgumentMap, Evidence, Json, Node, Relation

_DEEPEST: Final = 100


def as_argdown(argument_map: ArgumentMap) -> str:
    """Return a map as the text of an Argdown file; reading it gives the same map."""
    return _Writer(argument_map).text()


@define
class _Writer:
    map: ArgumentMap
    titles: dict[int, str] = field(factory=dict)
    """By the number of the node."""
    by_id: dict[str, str] = field(factory=dict)
    """How nodes are referred to, by their ids."""
    argument_titles: set[str] = field(factory=set)
    ids: Counter[str] = field(factory=Counter)
    plan: Plan = field(factory=Plan)
    headings: list[dict[str, Json]] = field(factory=list)
    heading_places: dict[str, list[int]] = field(factory=dict)
    heading: int = -1

    def text(self) -> str:
        """Write the whole."""
        front = mapping(argdown(self.map).get("front"))
        model = mapping(front.get("model"))
        self.plan = plan(self.map, is_strict=model.get("mode") == "strict")
        self.headings = [mapping(one) for one in items(argdown(self.map).get("headings"))]
        for place, heading in enumerate(self.headings):
            title = squeezed(str(heading.get("title", "")))
            self.heading_places.setdefault(title, []).append(place)
        self._name()
        blocks = [self._front(front), *self._body()]
        return "\n\n".join(blocks) + "\n"

    # Front matter

    def _front(self, front: dict[str, Json]) -> str:
        own = kept(self.map, ("title", "nodes", "relations", "bibliographies", "data"))
        lines = [f"title: {spelled_json(self.map.title)}"] if self.map.title else []
        taken = {"title", "argmap"} & front.keys()
        plain = {name: one for name, one in front.items() if name not in taken}
        fits = not taken and set(argdown(self.map)) <= {"front", "headings"}
        data = {name: one for name, one in self.map.data.items() if name != "argdown" or not fits}
        if not fits:
            plain = {name: one for name, one in plain.items() if name == "model"}
        if data:
            own["data"] = held(data)
        added = {name: one for name, one in EXPORTED.items() if name not in plain}
        listed: list[Json] = [
            {**_relation(one), **filled(drawn=list(drawn))} for one, drawn in self.plan.listed
        ]
        own.update(filled(added=list(added), relations=listed))
        plain = {**plain, **added, "argmap": own}
        lines += [f"{spelled_key(name)}: {spelled_json(one)}" for name, one in plain.items()]
        return "\n".join(("===", *lines, "==="))

    # Titles and ids

    def _name(self) -> None:
        taken: dict[bool, set[str]] = {True: set(), False: set()}
        self.ids = Counter(node.id for node in self.map.nodes)
        self.ids.update(one.id for one in self.map.relations if one.is_named)
        for nth, node in enumerate(self.map.nodes):
            titles = taken[is_argument(node)]
            title = free_title(
                title_for(argdown(node), node.id, is_argument=is_argument(node)), titles
            )
            titles.add(title)
            self.titles[nth] = title
            opener, closer = "<>" if is_argument(node) else "[]"
            self.by_id.setdefault(node.id, f"{opener}{title}{closer}")
        self.argument_titles = taken[True]

    # Blocks

    def _body(self) -> Iterator[str]:
        nodes = list(enumerate(self.map.nodes))
        apart = [(nth, node) for nth, node in nodes if not squeezed(node.section or "")]
        rest = [(nth, node) for nth, node in nodes if squeezed(node.section or "")]
        now = ""
        for nth, node in (*apart, *rest):
            section = squeezed(node.section or "")
            if section != now:
                yield from self._headings(section)
                now = section
            yield from self._node(nth, node)
            if self.by_id[node.id] in {f"[{self.titles[nth]}]", f"<{self.titles[nth]}>"}:
                for steps in self.plan.apart.get(node.id, ()):
                    yield from self._argument(steps)
        for heading in self.headings[self.heading + 1 :]:
            yield _heading(heading)

    def _headings(self, section: str) -> Iterator[str]:
        """Give the heading of a section, and those that stand between it and the last."""
        places = self.heading_places.get(section, [])
        found = next((place for place in places if place > self.heading), None)
        if found is None:
            level = self.headings[places[0]].get("level", 1) if places else 1
            yield _heading({"level": level, "title": section})
            return
        for heading in self.headings[self.heading + 1 : found + 1]:
            yield _heading(heading)
        self.heading = found

    def _node(self, nth: int, node: Node) -> Iterator[str]:
        data = dict(argdown(node))
        title = self.titles[nth]
        others = taken_others(data, node.text if node.text != title else "")
        for one in others:
            yield self._named(node, title, f": {spelled(one)}")
        own, more, text = self._own(node, data, title)
        native = mapping(data.get("data"))
        if "argmap" in native:
            more["data"] = native
            native = {}
        if more:
            own["data"] = {**mapping(own.get("data")), "argdown": more}
        if "data" in own:
            own["data"] = held(mapping(own["data"]))
        head = self._named(node, title, text)
        tags = "".join(f" {written_tag(tag)}" for tag in plain_tags(node.tags))
        block = [head + tags]
        if native or own:
            block.append(spelled_data({**native, **({"argmap": own} if own else {})}))
        if self.by_id[node.id] == head[: len(self.by_id[node.id])]:
            block += self._sketches(self.plan.below.get(node.id, ()))
        yield "\n".join(block)

    def _named(self, node: Node, title: str, text: str) -> str:
        return f"<{title}>{text}" if is_argument(node) else f"[{title}]{text}"

    def _own(
        self, node: Node, data: dict[str, Json], title: str
    ) -> tuple[dict[str, Json], dict[str, Json], str]:
        """Return what argmap keeps with a node, what Argdown's data say besides, and its text."""
        own = kept(node, ("id", "text", "tags", "section", "data"))
        if isinstance(node, Evidence):
            own["evidence"] = True
        if id_of_title(title) != node.id or self.ids[node.id] > 1:
            own["id"] = node.id
        told = data.pop("title", "")
        if told != (title if title != node.id else ""):
            own["title"] = told if isinstance(told, str) else ""
        markup = data.pop("markup", "")
        text = ""
        if squeezed(node.text) and node.text != title:
            text = f": {spelled_as_before(markup, node.text) or spelled(squeezed(node.text))}"
        own.update(inexact(node, squeezed(node.text) if text else title))
        more = {name: one for name, one in data.items() if name not in {"argument", "data"}}
        if markup and not text.endswith(str(markup)):
            more["markup"] = markup
        if told and not isinstance(told, str):
            more["title"] = told
        return own, more, text

    def _sketches(self, sketches: Iterable[Sketch], indent: str = "  ") -> list[str]:
        return [f"{indent}{one.sign} {self.by_id[one.source]}" for one in sketches]

    # Arguments that are taken apart

    def _argument(self, steps: Sequence[Relation]) -> Iterator[str]:
        last = steps[-1]
        data = dict(argdown(last))
        below = self.plan.below_argument.get(last.id, ())
        own: dict[str, Json] = {}
        named = last.is_named or last.because is not None or below
        described = {name for name in ("markup", "others", "tags", "data") if data.get(name)}
        if named or described:
            title = self._title(data if last.is_named else {}, last.id)
            self.argument_titles.add(title)
            yield from self._described(last, title, data, own, below)
        inner = self._steps(steps, data, own, is_titled=bool(named or described))
        yield "\n".join(inner)

    def _title(self, data: dict[str, Json], relation_id: str) -> str:
        return free_title(title_for(data, relation_id, is_argument=True), self.argument_titles)

    def _described(
        self,
        last: Relation,
        title: str,
        data: dict[str, Json],
        own: dict[str, Json],
        below: Sequence[Sketch],
    ) -> Iterator[str]:
        """Give the blocks in which an argument has its title and its description."""
        for one in taken_others(data, last.because or ""):
            yield f"<{title}>: {spelled(one)}"
        if not last.is_named:
            own["id"] = None
        elif id_of_title(title) != last.id or self.ids[last.id] > 1:
            own["id"] = last.id
        told = data.pop("title", "")
        if told != (title if last.is_named and title != last.id else ""):
            own["title"] = told if isinstance(told, str) else ""
        because = last.because or ""
        markup = data.pop("markup", "")
        text = spelled_as_before(markup, because) or spelled(squeezed(because))
        if markup and text != markup:
            data["markup"] = markup
        if last.because is not None and (squeezed(because) != because or not because):
            own["because"] = because
        tags = texts_of(data.get("tags"))
        if plain_tags(tags) == tuple(tags):
            data.pop("tags", None)
        else:
            tags = []
        block = [f"<{title}>{f': {text}' if text else ''}"]
        block[0] += "".join(f" {written_tag(tag)}" for tag in tags)
        native = mapping(data.get("data"))
        if native and "argmap" not in native:
            data.pop("data")
            block.append(spelled_data(native))
        yield "\n".join((*block, *self._sketches(below)))

    def _steps(
        self,
        steps: Sequence[Relation],
        data: dict[str, Json],
        own: dict[str, Json],
        *,
        is_titled: bool,
    ) -> list[str]:
        lines: list[str] = []
        labels: dict[str, int] = {}
        number, conclusion = 0, ""
        for step in steps:
            is_last = step is steps[-1]
            more = data if is_last else dict(argdown(step))
            mine = own if is_last else {}
            if not is_last:
                more.pop("of", None)
                more.pop("step", None)
                if step.is_named:
                    mine["id"] = step.id
                if step.because is not None:
                    mine["because"] = step.because
            elif not is_titled and step.because is not None:
                mine["because"] = step.because
            new = [one for one in step.premises if one not in labels]
            before = [conclusion] if labels else []
            for premise in new:
                number += 1
                labels[premise] = number
                lines.append(f"({number}) {self.by_id[premise]}")
            uses = (
                [] if [*before, *new] == list(step.premises) else [labels[p] for p in step.premises]
            )
            lines += self._inference(step, more, mine, uses)
            lines += self._sketches(self.plan.below_step.get(step.id, ()))
            number += 1
            labels[step.target] = number
            conclusion = step.target
            lines.append(f"({number}) {self.by_id[step.target]}")
        return lines

    def _inference(
        self, step: Relation, more: dict[str, Json], own: dict[str, Json], uses: Sequence[int]
    ) -> list[str]:
        rule = step.scheme if step.scheme is not None and is_plain_rule(step.scheme) else ""
        if step.scheme is not None and not rule:
            own["scheme"] = step.scheme
        if step.strength is not None:
            own["strength"] = step.strength
        native = mapping(more.get("inference"))
        if native and not {"uses", "argmap"} & native.keys():
            more.pop("inference")
        else:
            native = {}
        foreign = {name: one for name, one in step.data.items() if name != "argdown"}
        if more:
            foreign["argdown"] = more
        if foreign:
            own["data"] = held(foreign)
        data = {**native, **filled(uses=list(uses), argmap=own)}
        if not rule and not data:
            return ["-----"]
        line = " ".join(part for part in (rule, spelled_data(data) if data else "") if part)
        return ["--", line, "--"]


def _heading(heading: Mapping[str, Json]) -> str:
    level = heading.get("level")
    signs = "#" * (level if isinstance(level, int) and 0 < level <= _DEEPEST else 1)
    title = str(heading.get("title", ""))
    line = f"{signs} {spelled(squeezed(title))}"
    exact = texts_of(heading.get("tags"))
    tags = "".join(f" {written_tag(tag)}" for tag in plain_tags(exact))
    data = dict(mapping(heading.get("data")))
    own: dict[str, Json] = {} if title == squeezed(title) else {"title": title}
    if tuple(exact) != plain_tags(exact):
        own["tags"] = [*exact]
    if own:
        data["argmap"] = own
    return f"{line}{tags}{f' {spelled_data(data)}' if data else ''}"


def _relation(relation: Relation) -> dict[str, Json]:
    but = () if relation.is_named else ("id",)
    return kept(relation, but)
