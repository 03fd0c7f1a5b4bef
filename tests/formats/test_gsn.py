from collections import Counter

import yaml
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.formats import Loss, format_named, format_of
from argmap.model import ArgumentMap, Claim, Evidence, Json, Passage, Relation, Source, Stance
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.formats.shared_checks import corpus, findings, mutated, read, whole_maps, without_data

CASE = """module:
  name: Bridge
  brief: Whether it holds
  uses: [other.yaml]
G1:
  text: The bridge holds.   # as built
  supportedBy: [S1]
  inContextOf: C1
C1: {text: Cars only}
S1:
  text: |
    By parts
  supportedBy: [G2, Sn1]
  horizontalIndex: {relative: -1}
G2:
  text: The deck holds.
  undeveloped: true
Sn1:
  text: Test of 2019
  url: https://www.example.org/t.pdf
CG1:
  text: It rusts.
  challenges: G2
X:
  nodeType: countersolution
  text: It was painted.
  challenges: G2 -> CG1
"""


def test_a_case_is_read_as_its_page_says() -> None:
    assert read("gsn", CASE) == ArgumentMap(
        "Bridge",
        description="Whether it holds",
        nodes=(
            Claim("G1", "The bridge holds.", data={"gsn": {"inContextOf": ["C1"]}}),
            Claim("C1", "Cars only", assumed="context"),
            Claim("S1", "By parts", data={"gsn": {"horizontalIndex": {"relative": -1}}}),
            Claim("G2", "The deck holds.", data={"gsn": {"undeveloped": True}}),
            Evidence("Sn1", "Test of 2019", passages=(Passage("example.org"),)),
            Claim("CG1", "It rusts."),
            Evidence("X", "It was painted.", data={"gsn": {"nodeType": "countersolution"}}),
        ),
        relations=(
            Relation(Stance.SUPPORTS, "S1", "G1"),
            Relation(Stance.SUPPORTS, "G2", "S1"),
            Relation(Stance.SUPPORTS, "Sn1", "S1"),
            Relation(Stance.CONTRASTS, "CG1", "G2"),
            Relation(Stance.UNDERCUTS, "X", "CG1 contrasts G2"),
        ),
        sources=(
            Source(
                "example.org",
                "https://www.example.org/t.pdf",
                url="https://www.example.org/t.pdf",
            ),
        ),
        data={"gsn": {"module": {"uses": ["other.yaml"]}}},
    )


def canonical(text: str) -> dict[str, Json]:
    """Return a case without what gsn2x does not tell apart."""
    found: dict[str, Json] = yaml.safe_load(text)
    for name, element in found.items():
        if name == "module" or element is None:
            continue
        assert isinstance(element, dict)
        if "text" in element:
            element["text"] = str(element["text"]).rstrip("\n")
        for key in {"supportedBy", "inContextOf", "challenges"} & element.keys():
            if isinstance(element[key], str):
                element[key] = [element[key]]
    return {name: element or {} for name, element in found.items()}


def test_a_case_comes_back_as_it_was() -> None:
    written = format_named("gsn").write(read("gsn", CASE))
    assert canonical(written.text) == canonical(CASE)
    assert written.losses == ()
    assert written.text.startswith(
        "module:\n  name: Bridge\n  brief: Whether it holds\n  uses: [other.yaml]\n"
        "G1:\n  text: The bridge holds.\n  supportedBy: [S1]\n  inContextOf: [C1]\n"
    )


def test_what_was_changed_is_written_and_not_what_was_kept() -> None:
    before = read("gsn", CASE)
    nodes = (
        before.nodes[0],
        Claim("C1", "Cars only"),
        before.nodes[3],
        Claim("Crime", "Crime"),
        Evidence("e", "E", tags=("x",)),
    )
    relations = (Relation(Stance.SUPPORTS, ("Crime", "e"), "G2"),)
    after = evolve(before, title="", nodes=nodes, relations=relations, sources=())
    assert canonical(format_named("gsn").write(after).text) == {
        "module": {"brief": "Whether it holds", "uses": ["other.yaml"]},
        "G1": {"text": "The bridge holds.", "inContextOf": ["C1"]},
        "C1": {"text": "Cars only", "nodeType": "Goal"},
        "G2": {"text": "The deck holds.", "supportedBy": ["Crime", "e"]},
        "Crime": {"text": "Crime", "nodeType": "Goal"},
        "e": {"text": "E", "nodeType": "Solution", "argmap": {"tags": ["x"]}},
    }


def test_what_cannot_be_carried_is_counted() -> None:
    argument_map = ArgumentMap(
        "Fines",
        note="N",
        nodes=(Claim("module", "A", main=True, note="n"), Claim("G1", "B", confidence=0.5)),
        relations=(
            Relation(Stance.SUPPORTS, ("module", "G1"), "G1", id="s", because="so"),
            Relation(Stance.UNDERCUTS, "G1", "u"),
            Relation(Stance.UNDERCUTS, "G1", "s", id="u"),
            Relation(Stance.SUPPORTS, "G1", "nowhere"),
            Relation(Stance.RESTATES, "G1", "module"),
            Relation(Stance.CONTRASTS, "G1", "module"),
        ),
        sources=(Source("a", "A", url="https://example.org"),),
    )
    written = format_named("gsn").write(argument_map)
    assert written.losses == (
        Loss("ids that are taken", 1),
        Loss("linked premises, which became several relations", 1),
        Loss("names of relations", 2),
        Loss("note of the map", 1),
        Loss("relations of elements that are missing", 1),
        Loss("restatements", 1),
        Loss("sources", 1),
        Loss("undercuts of undercuts", 1),
        Loss("undercuts of what is no step between two elements", 1),
        Loss("undercuts that read as those of another step", 1),
        Loss("warrants", 1),
    )
    back = read("gsn", written.text)
    assert [(one.id, one.note) for one in back.nodes] == [("module-2", "n"), ("G1", None)]
    assert back.nodes[1].confidence == 0.5


def test_each_fault_is_reported() -> None:
    cases = {
        "G1: words": "1:1 error 103 'G1' is no element; write `text:` below it",
        "G1:\n  text: [a]": "2:9 error 103 a text is expected in 'G1'; it was left out",
        "G1:\n  supportedBy: [[a]]": "2:17 error 103 a text is expected in 'G1'; it was left out",
        "X1:\n  text: a": "1:1 warning 103 'X1' is of no known kind; "
        "it is read as a goal; let its id begin with G, S, Sn, C, A or J",
        "G1:\n  challenges: a -> b": "2:15 error 103 'G1' challenges a step that is not there: "
        "'a -> b'; it is kept as data",
        "- a": "1:1 error 101 this file cannot be a list; begin with a key in the first column",
        "G1: &a {text: a}": "1:5 error 101 '&' begins an anchor here, which argmap does not read; "
        "if it is part of a text, put the text in quotes",
    }
    assert {text: findings("gsn", text)[0] for text in cases} == cases


def test_a_challenge_of_a_missing_step_is_kept() -> None:
    text = "G1:\n  challenges: a -> b\n"
    found, _ = format_named("gsn").read(TextFile("a.yaml", text))
    assert format_named("gsn").write(found).text == "G1:\n  challenges: a -> b\n"


def test_yaml_that_blows_up_is_refused() -> None:
    lines = ["G1: &a {text: aaaaaaaaaa}"]
    lines += [f"G{n}: &b{n} [*a, *a, *a, *a, *a]" for n in range(2, 40)]
    bomb = "\n".join(lines)
    assert all("101" in one or "103" in one for one in findings("gsn", bomb))
    deep = "G1: " + "[" * 100_000
    assert any("more than 32 deep" in one for one in findings("gsn", deep))


def test_the_real_cases_come_back_without_loss() -> None:
    counts: Counter[str] = Counter()
    for file in corpus("gsn2x/**/*.yaml"):
        if "invalid" in file.path or file.path == "empty.yaml":
            continue
        assert format_of(file).name == "gsn"
        found = read("gsn", file.text)
        written = format_named("gsn").write(found)
        assert (canonical(written.text), written.losses) == (canonical(file.text), ())
        counts["claims"] += len(found.claims)
        counts["evidence"] += len(found.evidence)
        counts.update(str(one.stance) for one in found.relations)
    assert counts == {
        "claims": 237,
        "evidence": 84,
        "supports": 222,
        "contrasts": 10,
        "undercuts": 1,
    }


@given(maps())
def test_any_map_is_written_and_its_texts_come_back(argument_map: ArgumentMap) -> None:
    gsn = format_named("gsn")
    once, found = gsn.read(TextFile("m.yaml", gsn.write(argument_map).text))
    assert [one for one in found if one.code == 101] == []
    assert [one.text for one in once.nodes] == [
        one.text.rstrip("\r\n") for one in argument_map.nodes
    ]
    assert gsn.read(TextFile("m.yaml", gsn.write(once).text))[0] == once


@given(whole_maps(most_premises=1))
def test_a_whole_map_comes_back_as_it_was(argument_map: ArgumentMap) -> None:
    written = format_named("gsn").write(argument_map)
    back = without_data(format_named("gsn").read(TextFile("m.yaml", written.text))[0])
    assert back.nodes == argument_map.nodes
    assume(written.losses == ())
    assert {one.id for one in back.relations} == {one.id for one in argument_map.relations}


@given(st.text() | mutated(CASE))
def test_no_text_stops_the_reader(text: str) -> None:
    gsn = format_named("gsn")
    found, _ = gsn.read(TextFile("a.yaml", text))
    gsn.write(found)
