"""A node says something else; nothing else in its file changes."""

from hypothesis import given
from hypothesis import strategies as some

from argmap.claimfile import read
from argmap.claimfile.revising import Revision, Step, with_revision
from argmap.model import Stance
from argmap.text import TextFile

CITY = """\
# At the head.
claims:
  # What it does.
  cuts-traffic:
    text: A charge cuts traffic.   # short
    type: cause  # a kind
    supporting:
      - counts  # one year
      - [panel, price]
      - {by: model, because: It fits.}
    contrasting: taxis
evidence:
  counts:
    text: >-
      Traffic fell
      by a fifth.
"""
SUPPORTS, CONTRASTS = Stance.SUPPORTS, Stance.CONTRASTS


def revised(node_id: str, revision: Revision, text: str = CITY) -> str:
    changed, missed, findings = with_revision(TextFile("city.yaml", text), node_id, revision)
    assert (missed, findings) == ((), ())
    return changed


def test_a_text_is_exchanged_and_its_comment_stays() -> None:
    assert "    text: It halves traffic.  # short\n" in revised(
        "cuts-traffic", Revision(text="It halves traffic.")
    )


def test_a_text_over_several_lines_is_exchanged() -> None:
    assert revised("counts", Revision(text="It fell.")).endswith("  counts:\n    text: It fell.\n")


def test_a_comment_of_what_goes_stays_in_the_node() -> None:
    changed = revised("cuts-traffic", Revision(type=""))
    assert "type:" not in changed
    assert "# a kind" in changed


def test_a_type_comes_where_there_was_none() -> None:
    assert revised("counts", Revision(type="statistic")).count("type: statistic\n") == 1


def test_relations_go_in_whatever_form_they_are_written() -> None:
    removed = (
        Step(SUPPORTS, ("panel", "price")),
        Step(SUPPORTS, ("model",)),
        Step(CONTRASTS, ("taxis",)),
    )
    changed = revised("cuts-traffic", Revision(removed=removed))
    assert (
        "    supporting: [counts]  # one year\n" in changed or "- counts  # one year\n" in changed
    )
    assert not {"panel", "model", "taxis"} & set(changed.replace("[", " ").split())


def test_relations_come_at_the_end() -> None:
    added = (Step(CONTRASTS, ("shops",)), Step(CONTRASTS, ("a", "b")))
    changed = revised("cuts-traffic", Revision(added=added))
    assert "    contrasting:\n      - taxis\n      - shops\n      - [a, b]\n" in changed


def test_what_is_not_written_at_the_node_is_named() -> None:
    step = Step(SUPPORTS, ("taxis",))
    file = TextFile("city.yaml", CITY)
    _, missed, _ = with_revision(file, "cuts-traffic", Revision(removed=(step,)))
    assert missed == (step,)


def test_a_file_with_errors_stays_as_it_is() -> None:
    file = TextFile("city.yaml", "claims:\n  a:\n    text: One.\n    text: Two.\n")
    text, _, findings = with_revision(file, "a", Revision(text="Three."))
    assert (text, [one.rule for one in findings]) == (file.text, ["invalid-file"])


@given(some.text(min_size=1, max_size=80))
def test_any_text_can_be_said_and_changes_nothing_else(words: str) -> None:
    wanted = " ".join(words.encode("utf-8", "ignore").decode().split())
    if not wanted.isprintable() or not wanted:
        return
    changed = revised("cuts-traffic", Revision(text=wanted))
    before, _ = read([TextFile("city.yaml", CITY)])
    after, _ = read([TextFile("city.yaml", changed)])
    assert after.node("cuts-traffic").text == wanted
    assert after.relations == before.relations
    assert after.node("counts") == before.node("counts")
    assert [one for one in CITY.split() if one == "#"] == [
        one for one in changed.split() if one == "#"
    ]
