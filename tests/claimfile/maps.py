"""Any map that the model can hold, for Hypothesis: nasty texts, missing ends, double ids."""

from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from argmap.model import (
    CLAIM_TYPES,
    EVIDENCE_TYPES,
    ArgumentMap,
    Claim,
    Evidence,
    Extent,
    Json,
    Passage,
    Relation,
    SetAside,
    Source,
    Stance,
    Waiver,
)

NASTY: Final = (
    "no",
    "Yes",
    "on",
    "null",
    "~",
    "1.10",
    "0x1F",
    "1e3",
    ".inf",
    "2007-07",
    "2007-07-31",
    "12:30:00",
    ": ",
    "a: b",
    "a:",
    " #",
    "a #b",
    "#",
    "- a",
    "-",
    "---",
    "...",
    "--- a",
    "? a",
    "?",
    "[a]",
    "{a: b}",
    "a, b",
    "*a",
    "&a",
    "!a",
    "|",
    "> 5",
    "%a",
    "@a",
    "`a`",
    "'",
    '"',
    "it's",
    '"a" b',
    "a\\b",
    "\\",
    "<<",
    "=",
    " a",
    "a ",
    "\ta",
    "a\tb",
    "a\nb",
    "a\nb\n",
    "\na",
    "a\n\n",
    "a\n\nb\n\n\n",
    "a \nb",
    "a\n b",
    " a\nb",
    "a\n\tb",
    "a\n#b",
    "a\n\n  \nb",
    "\n",
    "\n\n",
    " \n",
    "a\r\nb",
    "a\rb",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "a\x85b",
    "a\u2028b",
    "a\u2029b\n",
    "\ufeff",
    "a\ufeffb",
    "\ufffe",
    "\U0010ffff",
    "a\xa0b",
    "\u200b",
    "😀 b",
    "é",
    "e\u0301",
    "</text><script>",
    "a + b supports c",
    "text",
    "word " * 30,
    "k" * 1100,
    "k k" * 400,
)

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.text("ab \n\t:#-'\"\\[]{},|>&*!%@`?\x85\u2028\r", max_size=10),
)
names = texts.filter(bool)
ids = st.one_of(st.sampled_from(("a", "b", "c", "long-slug", "d e")), names)
maybe = st.none() | texts
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
data: st.SearchStrategy[dict[str, Json]] = st.just({}) | st.dictionaries(
    st.sampled_from(("aif", "x y")), json_values, max_size=2
)
degrees = st.none() | st.floats(0, 1)
days = st.none() | st.dates()


@st.composite
def extents(draw: st.DrawFn) -> Extent | None:
    first = draw(st.none() | st.integers(1, 999_999_998))
    if first is None:
        return None
    return Extent(first, draw(st.integers(first, 999_999_999)))


passages = st.builds(
    Passage,
    ids,
    paragraph=extents(),
    sentence=extents(),
    page=maybe,
    section=maybe,
    line=extents(),
    time=maybe,
    quote=maybe,
    digest=maybe,
)
waivers = st.builds(Waiver, names, texts, days)
COMMON: Final = {
    "withdrawn": maybe,
    "passages": st.lists(passages, max_size=2),
    "confidence": degrees,
    "section": st.none() | st.sampled_from(("One", "Two", "")) | texts,
    "tags": st.lists(texts, max_size=3),
    "note": maybe,
    "aliases": st.lists(ids, max_size=2),
    "waivers": st.lists(waivers, max_size=2),
    "data": data,
}
claims = st.builds(
    Claim,
    ids,
    texts,
    type=st.none() | st.sampled_from(CLAIM_TYPES) | texts,
    main=st.booleans(),
    assumed=maybe,
    **COMMON,
)
evidence = st.builds(
    Evidence,
    ids,
    texts,
    type=st.none() | st.sampled_from(EVIDENCE_TYPES) | texts,
    recheck_by=days,
    **COMMON,
)
sources = st.builds(
    Source,
    ids,
    texts,
    author=maybe,
    publisher=maybe,
    date=maybe,
    url=maybe,
    doi=maybe,
    isbn=maybe,
    file=maybe,
    sha256=maybe,
    type=maybe,
    language=maybe,
    retracted=maybe,
    data=data,
)
set_aside = st.builds(SetAside, ids, paragraph=extents(), sentence=extents(), reason=texts)


@st.composite
def relations(draw: st.DrawFn, ends: st.SearchStrategy[str]) -> Relation:
    stance = draw(st.sampled_from(Stance))
    most = 1 if stance is Stance.RESTATES else 3
    premises = draw(st.lists(ends, min_size=1, max_size=most))
    made = Relation(
        stance,
        premises,
        draw(ends),
        scheme=draw(maybe),
        because=draw(maybe),
        strength=draw(degrees),
        data=draw(data),
    )
    name = draw(st.none() | ids)
    return made if name is None else evolve(made, id=name)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    nodes = draw(st.lists(claims | evidence, max_size=5))
    made: list[Relation] = []
    for _ in range(draw(st.integers(0, 5))):
        known = [node.id for node in nodes] + [one.id for one in made]
        made.append(draw(relations(st.sampled_from(known) | ids if known else ids)))
    return ArgumentMap(
        draw(texts),
        language=draw(maybe),
        description=draw(maybe),
        note=draw(maybe),
        data=draw(data),
        nodes=nodes,
        relations=made,
        sources=draw(st.lists(sources, max_size=3)),
        set_aside=draw(st.lists(set_aside, max_size=2)),
    )
