"""Nodesets with the dirt of real corpora, and more of it, for Hypothesis."""

from typing import Final

from hypothesis import strategies as st

from argmap.model import Json

_IDS: Final[st.SearchStrategy[Json]] = st.one_of(
    st.integers(0, 7),
    st.integers(0, 7).map(str),
    st.sampled_from(["3_164813044708340528", "n1", "a b", "", None, True, 1.5, [], {}]),
)
_TEXTS: Final = st.one_of(
    st.sampled_from(
        [
            "Speaker Bob : the charge works",
            "Bob: it does",
            "Ann : Bob : it does",
            "R&amp;D &lt;b&gt; &#8217; &copy &amp;lt; &",
            "Default Inference",
            "Default Conflict",
            "RA",
            "CA",
            "Expert Opinion",
            "ExpertOpinion",
            "RA_8c28ff0172",
            "Some Scheme",
            "!!",
            "a\nb",
            "",
            None,
            5,
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)
_TYPES: Final = st.sampled_from(
    ["I"] * 8
    + ["RA"] * 5
    + ["CA"] * 4
    + ["MA"] * 3
    + ["L", "YA"] * 3
    + ["TA", "PA", "", "EN", None, 3]
)
_VALUES: Final = st.recursive(
    st.sampled_from([None, True, 0, 1, 1.0, "", "x", "null"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)
_MORE: Final = st.dictionaries(
    st.sampled_from(["timestamp", "lacks", "lacks'", "id", "data", "visible"]), _VALUES, max_size=2
)


def _fields(most: dict[str, st.SearchStrategy[Json]]) -> st.SearchStrategy[dict[str, Json]]:
    """Draw an object that may lack some of its fields, and have others."""
    whole = st.fixed_dictionaries(most)
    dirty = st.fixed_dictionaries({}, optional=most)
    return st.builds(lambda one, more: {**more, **one}, whole | whole | whole | dirty, _MORE)


nodes: Final[st.SearchStrategy[Json]] = _fields(
    {"nodeID": _IDS, "text": _TEXTS, "type": _TYPES}
).flatmap(
    lambda node: st.fixed_dictionaries(
        {},
        optional={
            "scheme": st.sampled_from(["ExpertOpinion", "Default Inference", "Odd One", None]),
            "schemeID": st.sampled_from(["15", 15, "72", "71", "999", None, []]),
        },
    ).map(lambda more: {**node, **more})
)
edges: Final = _fields({"edgeID": _IDS, "fromID": _IDS, "toID": _IDS})
with_form_ids: Final = edges.map(lambda edge: {**edge, "formEdgeID": None})
locutions: Final = _fields(
    {"nodeID": _IDS, "personID": _IDS, "start": st.sampled_from([None, "2020-10-15 22:17:44"])}
)
participants: Final = _fields(
    {
        "participantID": _IDS,
        "firstname": st.sampled_from(["Speaker", "Bob", "None", None]),
        "surname": st.sampled_from(["Bob", "None", "", 3]),
    }
)
_fulfilled: Final = _fields({"nodeID": _IDS, "schemeID": _IDS})


def _lists(item: st.SearchStrategy[Json], most: int = 4) -> st.SearchStrategy[Json]:
    several: st.SearchStrategy[Json] = st.lists(item, max_size=most)
    return st.one_of(several, several, several, st.lists(item | _VALUES, max_size=most), _VALUES)


nodesets: Final = st.fixed_dictionaries(
    {"nodes": _lists(nodes, 9), "edges": _lists(edges, 14) | _lists(with_form_ids, 14)},
    optional={
        "locutions": _lists(locutions),
        "participants": _lists(participants),
        "schemefulfillments": _lists(_fulfilled),
        "propositionTypes": _VALUES,
    },
) | st.fixed_dictionaries({}, optional={"nodes": _lists(nodes), "edges": _lists(edges)})

clean_nodes: Final = st.integers(1, 9).flatmap(
    lambda number: st.fixed_dictionaries(
        {
            "nodeID": st.just(str(number)),
            "text": _TEXTS,
            "type": st.sampled_from(["I", "I", "RA", "CA", "MA", "L", "YA"]),
        }
    )
)
clean_edges: Final = st.fixed_dictionaries(
    {
        "edgeID": st.integers(1, 99).map(str),
        "fromID": st.integers(1, 9).map(str),
        "toID": st.integers(1, 9).map(str),
        "formEdgeID": st.none(),
    }
)
clean: Final = st.fixed_dictionaries(
    {
        "nodes": st.lists(clean_nodes, max_size=9, unique_by=lambda node: node["nodeID"]),
        "edges": st.lists(clean_edges, max_size=16),
        "locutions": st.just([]),
    }
)

_drawn: Final = _fields(
    {"nodeID": _IDS, "visible": st.booleans(), "x": _VALUES, "y": st.integers()}
)
_lines: Final = _fields({"fromID": _IDS, "toID": _IDS, "visible": st.booleans()})
_marked: Final = st.sampled_from(
    [
        'One <span class="highlighted" id="node1">says &amp; <b>so</b></span>.<br>',
        '<span id="2">Two <span id="3">nested</span></span></p>x<span id=3>',
        "<<span></span></span><span id='node3_164813044708340528'>x",
        "",
    ]
)
xaifs: Final = st.fixed_dictionaries(
    {},
    optional={
        "AIF": nodesets | clean | _VALUES,
        "aif": nodesets,
        "text": _marked | st.fixed_dictionaries({"txt": _marked, "url": _VALUES}) | _VALUES,
        "dialog": _VALUES,
        "OVA": _VALUES
        | st.fixed_dictionaries(
            {}, optional={"nodes": _lists(_drawn), "edges": _lists(_lines), "url": _VALUES}
        ),
        "": _VALUES,
        "argmap": _VALUES,
    },
)


def sorted_json(value: Json) -> Json:
    """Return a value in which the order of lists does not count."""
    if isinstance(value, dict):
        return {name: sorted_json(one) for name, one in sorted(value.items())}
    if isinstance(value, list):
        return sorted((sorted_json(one) for one in value), key=repr)
    return value
