"""A review comes back from its file as it was, and what is wrong in a file is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Stance
from argmap.review import (
    FLAGS,
    Decision,
    Flag,
    Resolution,
    Review,
    StepRead,
    Verdict,
    read_record,
    write_record,
)
from argmap.text import TextFile
from tests.claimfile.maps import maybe, names, texts, waivers

times = st.sampled_from(("2026-01-31T12:00:00Z", "2026-11-25T00:00:00Z"))
kinds = st.sampled_from(tuple(FLAGS))
steps = st.builds(
    StepRead,
    st.sampled_from(Stance),
    st.lists(names, min_size=1, max_size=2).map(tuple),
    st.lists(names, max_size=2).map(tuple),
    maybe,
)
verdicts = st.builds(
    Verdict,
    st.sampled_from(Decision),
    times,
    st.just("n1:0"),
    st.just("a1:0"),
    maybe,
    maybe,
    maybe,
    st.lists(steps, max_size=2).map(tuple),
)
reviews = st.builds(
    Review,
    names,
    names,
    st.none() | verdicts,
    st.lists(st.builds(Flag, kinds, times, st.none() | names, maybe), max_size=2).map(tuple),
    st.lists(st.builds(Resolution, kinds, names, times, st.none() | names, maybe), max_size=2).map(
        tuple
    ),
    st.lists(waivers, max_size=2).map(tuple),
)


@given(reviews)
def test_what_is_written_reads_the_same(review: Review) -> None:
    read, _ = read_record(TextFile("r.yaml", write_record(review)))
    assert read == review


@given(texts)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read_record(TextFile("r.yaml", f"reviewer: Ann\nnode: a\n{text}"))


def test_a_record_reads_as_a_person_would_write_it() -> None:
    step = StepRead(Stance.SUPPORTS, ("counts",), ("n1:2",))
    verdict = Verdict(
        Decision.ACCEPT,
        "2026-01-31T12:00:00Z",
        "n1:1",
        "a1:1",
        "Read.",
        "It fell.",
        "fact",
        (step,),
    )
    flag = Flag("unclear", "2026-01-31T12:00:00Z", None, "Which traffic?")
    settled = Resolution("unclear", "Bob", "2026-01-31T12:00:00Z", None, "Cars.")
    assert write_record(Review("Ann Lee", "fell", verdict, (flag,), (settled,))) == (
        "reviewer: Ann Lee\n"
        "node: fell\n"
        "verdict:\n"
        "  decision: accept\n"
        "  at: 2026-01-31T12:00:00Z\n"
        "  note: Read.\n"
        "  says: n1:1\n"
        "  rests_on: a1:1\n"
        "  text: It fell.\n"
        "  type: fact\n"
        "  argument:\n"
        "    - {stance: supports, by: [counts], says: [n1:2]}\n"
        "flags:\n"
        '  - {flag: unclear, at: 2026-01-31T12:00:00Z, comment: "Which traffic?"}\n'
        "resolved:\n"
        "  - {flag: unclear, of: Bob, at: 2026-01-31T12:00:00Z, comment: Cars.}\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("reviewer: Ann", "the review has no 'node'"),
        ("node: a", "the review has no 'reviewer'"),
        (
            "reviewer: A\nnode: a\nverdict: {decision: acept, at: x, says: x, rests_on: x}",
            "'acept' is no type of verdict",
        ),
        (
            "reviewer: A\nnode: a\nflags: [{flag: unclaer, at: 2026-01-31T12:00:00Z}]",
            "'unclaer' is no type of flag",
        ),
        (
            "reviewer: A\nnode: a\nflags: [{flag: unclear, at: yesterday}]",
            "'at' of a flag of the review is 'yesterday', not a time",
        ),
        ("reviewer: A\nnode: a\nflag: x", "the review has an unknown field 'flag'"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(text: str, message: str) -> None:
    _, findings = read_record(TextFile("r.yaml", text))
    assert message in [finding.message for finding in findings]
