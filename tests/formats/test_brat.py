from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Loss, format_named, format_of
from argmap.formats.brat_in import joined
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.formats.shared_checks import mutated, told, whole_maps, without_data

TEXT = """Should fines rise?

We should raise "fines" now.
They keep cafés tidy. A count of 2019 shows it.
But they annoy, as
all fines do. So let us raise them.
"""


def at(words: str) -> str:
    return f"{TEXT.index(words)} {TEXT.index(words) + len(words)}"


LINES = (
    f"T1\tMajorClaim {at('We should raise')};{at('now.')}\tWe should raise now.",
    f"T2\tMajorClaim {at('let us raise them.')}\tlet us raise them.",
    f"T3\tClaim {at('They keep cafés tidy.')}\tThey keep cafés tidy.",
    "A1\tStance T3 For",
    f"T4\tEvidence {at('A count of 2019 shows it.')}\tA count of 2019 shows it.",
    f"T5\tPremise {at('they annoy, as')};{at('all fines do.')}\tthey annoy, as all fines do.",
    f'T6\tPremise {at(chr(34) + "fines" + chr(34))}\t"fines"',
    "R1\tsupports Arg1:T4 Arg2:T3\t",
    "R2\tattack Arg1:T5 Arg2:T1\t",
    "R3\tundercuts Arg1:T6 Arg2:R1\t",
    "*\tEquiv T5 T6",
    "A2\tStance T5 Against",
    "#1\tAnnotatorNotes T3\tnot of a shop",
    "#2\tAnnotatorNotes R1\tsurely",
    "E1\tShow:T4 Theme:T3",
    "A3\tSure T3",
    "N1\tReference T4 Wiki:12\tcount",
)
ANNOTATIONS = "".join(f"{line}\n" for line in LINES)


def beside(path: str) -> TextFile | None:
    return TextFile(path, TEXT) if path == "essay.txt" else None


def read(text: str) -> ArgumentMap:
    found, findings = format_named("brat").read(TextFile("essay.ann", text), beside)
    assert findings == ()
    return found


def findings(text: str) -> list[str]:
    return [told(one) for one in format_named("brat").read(TextFile("essay.ann", text), beside)[1]]


def test_annotations_are_read_as_their_page_says() -> None:
    found = read(ANNOTATIONS)
    quoted = [Passage("essay", quote="We should raise […] now.")]
    assert [(one.id, one.text) for one in found.nodes] == [
        ("T1", "We should raise now."),
        ("T2", "let us raise them."),
        ("T3", "They keep cafés tidy."),
        ("T4", "A count of 2019 shows it."),
        ("T5", "they annoy, as\nall fines do."),
        ("T6", '"fines"'),
    ]
    assert found.nodes[0] == Claim(
        "T1",
        "We should raise now.",
        main=True,
        passages=quoted,
        data={"brat": {"spans": [[20, 35], [44, 48]]}},
    )
    assert found.nodes[2].note == "not of a shop"
    assert isinstance(found.nodes[3], Evidence)
    assert [(one.id, one.stance, one.premises, one.target) for one in found.relations] == [
        ("R1", Stance.SUPPORTS, ("T4",), "T3"),
        ("R2", Stance.CONTRASTS, ("T5",), "T1"),
        ("R3", Stance.UNDERCUTS, ("T6",), "R1"),
        ("T3 supports T1", Stance.SUPPORTS, ("T3",), "T1"),
        ("T3 supports T2", Stance.SUPPORTS, ("T3",), "T2"),
        ("T5 contrasts T1", Stance.CONTRASTS, ("T5",), "T1"),
        ("T5 contrasts T2", Stance.CONTRASTS, ("T5",), "T2"),
        ("T6 restates T5", Stance.RESTATES, ("T6",), "T5"),
        ("T2 restates T1", Stance.RESTATES, ("T2",), "T1"),
    ]
    assert found.sources == (
        Source("essay", "essay", file="essay.txt", data={"brat": {"text": TEXT}}),
    )
    others = ["#2\tAnnotatorNotes R1\tsurely", *LINES[-3:]]
    assert found.data == {"brat": {"lines": others}}
    assert format_of(TextFile("x.ann", ANNOTATIONS)).name == "brat"


def test_annotations_come_back_as_they_were() -> None:
    written = format_named("brat").write(read(ANNOTATIONS.replace("\n", "\r\n")))
    assert sorted(written.text.splitlines()) == sorted(LINES)
    assert written.beside == {".txt": TEXT}
    assert written.losses == ()


def test_a_byte_order_mark_that_counts_in_the_offsets_is_told_and_comes_back() -> None:
    text = "T1\tClaim 1 5\tWord\nT2\tClaim 6 9\tand\n"
    words = TextFile("e.txt", "Word and more")
    found, findings = format_named("brat").read(TextFile("e.ann", text), lambda _: words)
    assert [one.text for one in found.nodes] == ["Word", "and"]
    assert findings == ()
    written = format_named("brat").write(found)
    assert (written.text, written.beside) == (text, {".txt": "\ufeffWord and more"})


def test_what_was_changed_is_written_and_not_what_was_kept() -> None:
    before = read(ANNOTATIONS)
    nodes = (
        before.nodes[0],
        evolve(before.nodes[2], text="They\nhelp."),
        Claim("new", "New."),
    )
    relations = (
        before.relations[3],
        Relation(Stance.UNDERCUTS, "new", "T3 supports T1", id="so"),
    )
    written = format_named("brat").write(evolve(before, nodes=nodes, relations=relations))
    assert written.beside[".txt"] == TEXT + "\nThey\nhelp.\nNew."
    assert written.text.splitlines() == [
        LINES[0],
        "T3\tClaim 153 157;158 163\tThey help.",
        "T2\tClaim 164 168\tNew.",
        "R2\tsupports Arg1:T3 Arg2:T1\t",
        "R3\tundercuts Arg1:T2 Arg2:R2\t",
        "#1\tAnnotatorNotes T3\tnot of a shop",
        "#3\tName T2\tnew",
        "#4\tName R3\tso",
        "A3\tSure T3",
    ]


def test_without_its_text_the_words_of_the_annotations_are_taken() -> None:
    found, findings = format_named("brat").read(TextFile("essay.ann", ANNOTATIONS))
    message = (
        "1:1 warning 103 there is no 'essay.txt' beside this file; "
        "put the text there, so that passages can point into it"
    )
    assert [told(one) for one in findings] == [message]
    assert [one.text for one in found.nodes][4] == "they annoy, as all fines do."
    assert found.sources == ()


def test_each_fault_is_reported() -> None:
    cases = {
        "T1\tClaim\tx": "1:1 error 101 'T1 Claim x' is no piece of the text; "
        "it was left out; write `T1`, tab, `Claim 0 5`, tab, the words",
        "T1\tClaim 0 999\twords": "1:1 warning 103 'T1' points behind the end of the text; "
        "its own words are taken",
        "T1\tClaim 0 6\tShall": "1:1 warning 103 'T1' has other words than the text at its place; "
        "those of the text are taken: Should",
        "T1\tClaim 0 6\tShould\nT1\tClaim 0 6\tShould": "2:1 warning 103 'T1' stands twice; "
        "it is read as 'T1-2'",
        "R1\tlikes Arg1:T1 Arg2:T2": "1:1 error 103 'R1 likes Arg1:T1 Arg2:T2' is no relation "
        "that argmap knows; it counts for nothing, and is kept as data",
        "hello": "1:1 error 103 'hello' is no annotation; "
        "it counts for nothing, and is kept as data",
    }
    assert {text: findings(text) for text in cases} == {
        text: [message] for text, message in cases.items()
    }


def test_pieces_that_lie_over_each_other_fill_no_memory() -> None:
    text = TextFile("e.txt", "word " * 2000)
    lines = "".join(f"T{number}\tClaim 0 10000\tw\n" for number in range(1, 2000))
    found, findings = format_named("brat").read(TextFile("e.ann", lines), lambda _: text)
    assert sum(len(one.text) for one in found.nodes) < 1_100_000
    assert told(findings[-1]) == ("1999:1 warning 103 'T1999' is too much; its own words are taken")


def test_what_cannot_be_carried_is_counted() -> None:
    argument_map = ArgumentMap(
        "Fines?",
        nodes=(
            Claim("a", "A", main=True, note="one\ntwo"),
            Claim("b", "B", main=True),
            Claim("c\nd", "C"),
        ),
        relations=(Relation(Stance.SUPPORTS, ("a", "c\nd"), "z", because="so"),),
    )
    written = format_named("brat").write(argument_map)
    assert written.losses == (
        Loss("ids of missing ends", 1),
        Loss("ids with line breaks", 1),
        Loss("linked premises, which became several relations", 1),
        Loss("title of the map", 1),
        Loss("warrants", 1),
    )


def test_what_bears_on_all_main_claims_is_written_as_a_stance() -> None:
    argument_map = ArgumentMap(
        nodes=(Claim("T1", "A", main=True), Claim("T2", "B"), Claim("T3", "C")),
        relations=(
            Relation(Stance.CONTRASTS, "T2", "T1"),
            Relation(Stance.SUPPORTS, "T3", "T1", id="R1"),
        ),
    )
    written = format_named("brat").write(argument_map)
    assert written.text.splitlines()[3:] == [
        "R1\tsupports Arg1:T3 Arg2:T1\t",
        "A1\tStance T2 Against",
    ]


def test_claims_keep_their_ids_and_texts() -> None:
    argument_map = ArgumentMap(
        nodes=(Claim("a-claim", "A\r\nclaim\n"), Evidence("e", "\n", note="N"), Claim("T2", "")),
        relations=(
            Relation(Stance.SUPPORTS, "e", "a-claim", id="first"),
            Relation(Stance.RESTATES, "T2", "a-claim"),
        ),
    )
    written = format_named("brat").write(argument_map)
    file, text = TextFile("m.ann", written.text), TextFile("m.txt", written.beside[".txt"])
    found, findings = format_named("brat").read(file, lambda _: text)
    assert findings == ()
    assert [(one.id, one.text, one.note) for one in found.nodes] == [
        ("a-claim", "A\r\nclaim\n", None),
        ("e", "\n", "N"),
        ("T2", "", None),
    ]
    assert found.relations[0].id == "first"
    assert found.relations[1].id == "T2 restates a-claim"


def test_other_fields_of_claims_are_carried_in_notes() -> None:
    argument_map = ArgumentMap(
        nodes=(
            Claim("a", "A", main=True, type="fact", tags=("x",), note="one\ntwo"),
            Claim("b", "B", main=True, confidence=0.5, assumed="so"),
            Evidence("c", "C", type="study", aliases=("d",), section="S", withdrawn="no"),
        ),
    )
    written = format_named("brat").write(argument_map)
    assert written.losses == ()
    file, text = TextFile("m.ann", written.text), TextFile("m.txt", written.beside[".txt"])
    found, findings = format_named("brat").read(file, lambda _: text)
    assert findings == ()
    assert [evolve(one, passages=(), data={}) for one in found.nodes] == list(argument_map.nodes)


def test_carried_fields_that_do_not_fit_are_left_out() -> None:
    lines = "T1\tClaim 0 6\tShould\n#1\tArgmap T1\t"
    for note in (
        "{",
        "[1]",
        "[" * 100_000,
        '{"type": 1, "main": "yes", "confidence": 2, "tags": "x", "id": "y"}',
        '{"note": "\\ud800"}',
    ):
        found = read(f"{lines}{note}\n").nodes[0]
        assert evolve(found, data={}, passages=()) == Claim("T1", "Should")


def test_lines_that_follow_each_other_stay_lines() -> None:
    assert joined("a\nb c d", [(0, 1), (2, 3), (6, 7)]) == "a\nb d"
    assert joined("abc", [(2, 3), (0, 1)]) == "c a"
    assert joined("abc", [(2, 4)]) is None


@given(maps())
def test_any_map_is_written_and_its_texts_come_back(argument_map: ArgumentMap) -> None:
    brat = format_named("brat")
    written = brat.write(argument_map)
    text = TextFile("m.txt", written.beside[".txt"])
    once, _ = brat.read(TextFile("m.ann", written.text), lambda _: text)
    assert [one.text for one in once.nodes] == [one.text for one in argument_map.nodes]
    again = brat.write(once)
    assert again.beside == written.beside
    assert brat.read(TextFile("m.ann", again.text), lambda _: text)[0] == once


@given(whole_maps(most_premises=1))
def test_a_whole_map_comes_back_as_it_was(argument_map: ArgumentMap) -> None:
    written = format_named("brat").write(argument_map)
    text = TextFile("m.txt", written.beside[".txt"])
    found, findings = format_named("brat").read(TextFile("m.ann", written.text), lambda _: text)
    assert findings == ()
    back = without_data(found)
    assert back.nodes == argument_map.nodes
    ends = sorted((one.stance, one.premises) for one in argument_map.relations)
    assert sorted((one.stance, one.premises) for one in back.relations) == ends
    assert [one.what for one in written.losses] == ["title of the map"]


@given(st.text() | mutated(ANNOTATIONS), st.none() | st.text() | mutated(TEXT))
def test_no_text_stops_the_reader(text: str, words: str | None) -> None:
    brat = format_named("brat")
    other = None if words is None else TextFile("e.txt", words)
    found, _ = brat.read(TextFile("e.ann", text), lambda _: other)
    brat.write(found)
