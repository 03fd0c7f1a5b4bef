from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named, format_of
from argmap.model import ArgumentMap, Claim, Passage, Relation, Source, Stance
from argmap.text import TextFile
from tests.formats.shared_checks import corpus, findings, mutated, read

DISCUSSION = """Discussion Title: Should fines rise?

1. Fines should rise.
1.1. Pro: They work \\(mostly\\), as
2. a report says: [the report](https://www.example.org/a_(b)?c).

A second paragraph.
1.1.1. Con: Its numbers are old.
1.2. Con: -> See 1.1.1.
1.2.1. Pro: They are of 1990 [1](https://example.org/x).
1.3. Con: They annoy. [1](https://example.org/x)
"""


def test_a_discussion_is_read_as_its_page_says() -> None:
    assert read("kialo", DISCUSSION.replace("\n", "\r\n")) == read("kialo", DISCUSSION)
    assert read("kialo", DISCUSSION) == ArgumentMap(
        "Should fines rise?",
        nodes=(
            Claim("1", "Fines should rise.", main=True),
            Claim(
                "1.1",
                "They work (mostly), as\n2. a report says: the report.\n\nA second paragraph.",
                passages=(Passage("example.org"),),
            ),
            Claim("1.1.1", "Its numbers are old."),
            Claim("1.2.1", "They are of 1990 1.", passages=(Passage("example.org-2"),)),
            Claim("1.3", "They annoy. 1", passages=(Passage("example.org-2"),)),
        ),
        relations=(
            Relation(Stance.SUPPORTS, "1.1", "1"),
            Relation(Stance.CONTRASTS, "1.1.1", "1.1"),
            Relation(Stance.CONTRASTS, "1.1.1", "1"),
            Relation(Stance.SUPPORTS, "1.2.1", "1.1.1"),
            Relation(Stance.CONTRASTS, "1.3", "1"),
        ),
        sources=(
            Source("example.org", "the report", url="https://www.example.org/a_(b)?c"),
            Source("example.org-2", "https://example.org/x", url="https://example.org/x"),
        ),
    )
    assert format_of(TextFile("x.txt", DISCUSSION)).name == "kialo"


def test_several_theses_are_main_claims() -> None:
    found = read("kialo", "1. One.\n1.1. Pro: a\n2. Two.\n2.1. Con: b\n\n3. Three.\n")
    assert [(one.id, one.main) for one in found.claims] == [
        ("1", True),
        ("1.1", False),
        ("2", True),
        ("2.1", False),
        ("3", True),
    ]


def test_a_claim_can_point_forward_or_to_nothing() -> None:
    found = read("kialo", "1. One.\n1.1. Pro: -> See 1.2.\n1.2. Con: a\n1.3. Con: -> See 7.7.\n")
    assert [one.id for one in found.relations] == [
        "1.2 supports 1",
        "1.2 contrasts 1",
        "7.7 contrasts 1",
    ]
    assert [one.text for one in found.claims] == ["One.", "a"]


def test_claims_that_point_to_each_other_end() -> None:
    text = "1. One.\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n1.2.1. Pro: a\n"
    assert len(read("kialo", text).relations) == 3


def test_each_fault_is_reported() -> None:
    cases = {
        "": "1:1 error 101 this is no discussion of Kialo: no line begins with a number as in "
        "`1. `; export the discussion from Kialo once more",
        "words\n1. One.": "1:1 error 103 'words' stands above the first claim; "
        "it was left out; begin a claim with `1. `",
        "1. ": "1:1 warning 103 '1' has no text; write it behind the number",
        "1. One.\n1.1. a": "2:1 warning 103 '1.1' is neither Pro nor Con; "
        "write `1.1. Pro:` or `1.1. Con:`",
        "1. One.\n1.1. Pro: a\n1.1. Con: b": "3:1 warning 103 '1.1' stands twice; "
        "it is read as '1.1-2'",
    }
    assert {text: findings("kialo", text) for text in cases} == {
        text: [message] for text, message in cases.items()
    }


def test_the_real_discussions_are_read_whole() -> None:
    counts = {}
    for file in corpus("kialo/*-*.txt"):
        assert format_of(file).name == "kialo"
        found = read("kialo", file.text)
        see = file.text.count("-> See")
        assert len(found.claims) + see == file.text.strip().count("\n") + 1 - 2
        counts[file.path[:24]] = (
            len(found.claims),
            sum(one.stance is Stance.SUPPORTS for one in found.relations),
            sum(one.stance is Stance.CONTRASTS for one in found.relations),
            len(found.sources),
        )
    assert counts == {
        "free-speech-on-the-inter": (839, 534, 430, 429),
        "should-hate-speech-be-il": (105, 42, 63, 7),
        "should-hate-speech-be-le": (512, 196, 348, 119),
    }


@given(st.text() | mutated(DISCUSSION))
def test_no_text_stops_the_reader(text: str) -> None:
    format_named("kialo").read(TextFile("a.txt", text))


@given(st.text(st.sampled_from("[]()\\ a1.\n:->SeProCon"), max_size=60))
def test_no_signs_of_the_format_stop_the_reader(text: str) -> None:
    format_named("kialo").read(TextFile("a.txt", "1. a\n" + text))
