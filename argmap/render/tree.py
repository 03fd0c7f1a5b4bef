"""Which box hangs on which: a forest that spans a scene, in the order of the document."""

from collections.abc import Container, Sequence

from attrs import frozen

from argmap.render.scene import Scene

NOWHERE = -1
"""The number of no box and no arrow."""


@frozen
class Ends:
    """The ends of the arrows of a scene; boxes and arrows by their numbers.

    Attributes:
        tails: for each arrow the boxes that it starts from.
        heads: for each arrow the box that it ends at, or `NOWHERE`.
        attacked: for each arrow the arrow that it ends at, or `NOWHERE`.
    """

    tails: Sequence[tuple[int, ...]]
    heads: Sequence[int]
    attacked: Sequence[int]


@frozen
class Tree:
    """A spanning forest; boxes and arrows by their numbers in the scene.

    Attributes:
        roots: boxes that hang on nothing, theses first but for those elsewhere.
        children: for each box what hangs on it. What attacks an arrow stands right after the
            box that the arrow starts from, in the same list.
        homes: for each box the arrow that it hangs by, or `NOWHERE`.
        order: every box, each before its children, siblings in order.
        depths: for each box how many boxes it hangs below.
        ends: the ends of the arrows.
    """

    roots: tuple[int, ...]
    children: Sequence[Sequence[int]]
    homes: Sequence[int]
    order: Sequence[int]
    depths: Sequence[int]
    ends: Ends


def grow_tree(scene: Scene, leading: Container[int] = ()) -> Tree:
    """Hang every box on its first target in the order of the document.

    Targets in the part that is drawn come before those elsewhere, and targets from which arrows
    lead on to a thesis before those from which none do. A thesis
    hangs on nothing but another thesis. Where that leads around in a circle, a thesis in it
    becomes a root; without one, the box that closes the circle tries its next target.

    Args:
        scene: what to draw.
        leading: arrows that attack another one from before it, not from after it: what they
            start from stands right before the box that the attacked arrow starts from.
    """
    ends = _ends(scene)
    hosts = _hosts(ends)
    is_main = [box.is_main for box in scene.boxes]
    is_elsewhere = [box.is_elsewhere for box in scene.boxes]
    hooks = _hooks(ends.tails, hosts, len(scene.boxes))
    _rank(hooks, hosts, is_main, is_elsewhere)
    homes = _choose_homes(hooks, hosts, is_main)
    below, linked = _below(homes, ends, hosts)
    after, before = _beside(homes, ends, hosts, linked, leading)
    free = [box for box, home in enumerate(homes) if home == NOWHERE]
    free.sort(key=lambda number: is_elsewhere[number] or not is_main[number])
    if after or before:
        below = {box: _with_followers(each, after, before) for box, each in below.items()}
        free = _with_followers(free, after, before)
    children = [below.get(box, ()) for box in range(len(homes))]
    order, depths = walk(free, children)
    return Tree(tuple(free), children, homes, order, depths, ends)


def _ends(scene: Scene) -> Ends:
    boxes = {box.id: number for number, box in enumerate(scene.boxes)}
    arrows = {arrow.id: number for number, arrow in enumerate(scene.arrows)}
    return Ends(
        [tuple([boxes[tail] for tail in arrow.tails]) for arrow in scene.arrows],
        [NOWHERE if arrow.is_at_arrow else boxes[arrow.head] for arrow in scene.arrows],
        [arrows[arrow.head] if arrow.is_at_arrow else NOWHERE for arrow in scene.arrows],
    )


def _hosts(ends: Ends) -> list[int]:
    """Return for each arrow what hangs on it: its head, or the box that an attacked one leaves."""
    return [
        ends.tails[attacked][0] if head == NOWHERE else head
        for head, attacked in zip(ends.heads, ends.attacked, strict=True)
    ]


def _hooks(tails: Sequence[tuple[int, ...]], hosts: list[int], count: int) -> list[Sequence[int]]:
    """Return for each box the arrows that it could hang by; most have one."""
    hooks: list[Sequence[int]] = [()] * count
    several: dict[int, list[int]] = {}
    for arrow, members in enumerate(tails):
        host = hosts[arrow]
        for tail in members:
            if host == tail:
                continue
            if hooks[tail]:
                several.setdefault(tail, [*hooks[tail]]).append(arrow)
            else:
                hooks[tail] = (arrow,)
    for box, each in several.items():
        hooks[box] = each
    return hooks


def _rank(
    hooks: list[Sequence[int]], hosts: list[int], is_main: list[bool], is_elsewhere: list[bool]
) -> None:
    """Sort the hooks of each box, those nearby and on the way to a thesis first."""
    has_choice = any(len(each) > 1 for each in hooks)
    leads = _leads(hooks, hosts, is_main) if has_choice else is_main

    def rank(arrow: int) -> tuple[bool, bool]:
        return is_elsewhere[hosts[arrow]], not leads[hosts[arrow]]

    for box, each in enumerate(hooks):
        if is_main[box]:
            hooks[box] = [arrow for arrow in each if is_main[hosts[arrow]]]
        elif len(each) > 1:
            hooks[box] = sorted(each, key=rank)


def _leads(hooks: list[Sequence[int]], hosts: list[int], is_main: list[bool]) -> list[bool]:
    """Tell for each box whether arrows lead from it to a thesis."""
    hanging: dict[int, list[int]] = {}
    for box, each in enumerate(hooks):
        for arrow in each:
            hanging.setdefault(hosts[arrow], []).append(box)
    leads = list(is_main)
    worklist = [box for box, is_thesis in enumerate(is_main) if is_thesis]
    while worklist:
        for box in hanging.get(worklist.pop(), ()):
            if not leads[box]:
                leads[box] = True
                worklist.append(box)
    return leads


def _choose_homes(hooks: list[Sequence[int]], hosts: list[int], is_main: list[bool]) -> list[int]:
    """Choose one hook for each box so that no box hangs on itself."""
    homes = [NOWHERE] * len(hooks)
    tried = [0] * len(hooks)
    is_settled = [not options for options in hooks]
    places: dict[int, int] = {}
    for start in range(len(hooks)):
        path: list[int] = []
        box = start
        while not is_settled[box]:
            if box in places:
                circle = path[places[box] :]
                box = next((one for one in circle if is_main[one]), path[-1])
                if is_main[box]:
                    tried[box] = len(hooks[box])
                _let_go(path, box, places, tried)
            home = hooks[box][tried[box]] if tried[box] < len(hooks[box]) else NOWHERE
            tried[box] += 1
            homes[box] = home
            places[box] = len(path)
            path.append(box)
            if home == NOWHERE:
                break
            box = hosts[home]
        for one in path:
            is_settled[one] = True
        places.clear()
    return homes


def _let_go(path: list[int], box: int, places: dict[int, int], tried: list[int]) -> None:
    """Shorten a path to what leads to a box; what came after the box starts anew later."""
    while path[-1] != box:
        tried[path[-1]] -= 1
        del places[path.pop()]
    del places[path.pop()]


def _below(
    homes: list[int], ends: Ends, hosts: list[int]
) -> tuple[dict[int, list[int]], dict[int, tuple[int, int]]]:
    """Return what hangs below boxes, and the first and last of those linked ones that do."""
    below: dict[int, list[int]] = {}
    linked: dict[int, tuple[int, int]] = {}
    for arrow, members in enumerate(ends.tails):
        for box in members:
            if homes[box] == arrow:
                if len(members) > 1:
                    linked[arrow] = linked.get(arrow, (box,))[0], box
                if ends.heads[arrow] != NOWHERE:
                    below.setdefault(hosts[arrow], []).append(box)
    return below, linked


def _beside(
    homes: list[int],
    ends: Ends,
    hosts: list[int],
    linked: dict[int, tuple[int, int]],
    leading: Container[int],
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return what attacks the arrows of boxes and stands after them, or before them."""
    after: dict[int, list[int]] = {}
    before: dict[int, list[int]] = {}
    for arrow, attacked in enumerate(ends.attacked):
        if attacked != NOWHERE:
            host = hosts[arrow]
            first, last = linked.get(homes[host], (host, host))
            is_leading = arrow in leading
            beside = (before if is_leading else after).setdefault(first if is_leading else last, [])
            beside.extend(box for box in ends.tails[arrow] if homes[box] == arrow)
    return after, before


def _with_followers(
    siblings: Sequence[int], after: dict[int, list[int]], before: dict[int, list[int]]
) -> list[int]:
    found: list[int] = []
    worklist = [(box, False) for box in reversed(siblings)]
    while worklist:
        box, is_led = worklist.pop()
        if not is_led and box in before:
            worklist.append((box, True))
            worklist.extend((leader, False) for leader in reversed(before[box]))
            continue
        found.append(box)
        worklist.extend((follower, False) for follower in reversed(after.get(box, ())))
    return found


def walk(roots: Sequence[int], children: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """Return every box, each before its children, and for each how many boxes it hangs below."""
    order: list[int] = []
    depths = [0] * len(children)
    worklist = [*reversed(roots)]
    while worklist:
        box = worklist.pop()
        order.append(box)
        depth = depths[box] + 1
        for child in reversed(children[box]):
            depths[child] = depth
            worklist.append(child)
    return order, depths
