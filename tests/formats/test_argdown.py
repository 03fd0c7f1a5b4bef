"""Argdown as argmap reads it: each line of the page."""

from argmap.formats.argdown import read
from argmap.model import ArgumentMap, Claim, Relation, Stance
from argmap.text import TextFile
from tests.formats.argdown_maps import document, links, read_text


def test_a_statement_becomes_a_claim_with_its_title_as_id() -> None:
    assert read_text("[Charge]: A charge cuts traffic.\n").nodes == (
        Claim("Charge", "A charge cuts traffic."),
    )


def test_a_title_of_several_words_is_kept_beside_its_slug() -> None:
    (claim,) = read_text("[The Charge]: It cuts traffic.").nodes
    assert (claim.id, claim.data) == ("the-charge", {"argdown": {"title": "The Charge"}})


def test_a_text_without_a_title_is_called_by_its_words() -> None:
    assert [one.id for one in read_text("A charge cuts.\n\nA charge cuts.").nodes] == [
        "a-charge-cuts",
        "a-charge-cuts-2",
    ]


def test_titles_tell_capitals_and_blanks_apart() -> None:
    found = document("[a B]: 1\n\n[A b]: 2\n\n[ a B ]: 3\n\n[a  B]: 4").statements
    assert [one.title for one in found] == ["a B", "A b", " a B ", "a  B"]


def test_statements_and_arguments_may_have_the_same_title() -> None:
    nodes = read_text("[A]: x\n\n<A>: y\n\n[A]").nodes
    assert [(one.id, one.text) for one in nodes] == [("A", "x"), ("A-2", "y")]


def test_the_last_text_under_a_title_counts_and_the_others_are_kept() -> None:
    (claim,) = read_text("[A]: first\n\n[A]: second").nodes
    assert (claim.text, claim.data) == ("second", {"argdown": {"others": ["first"]}})


def test_the_canonical_text_counts_wherever_it_stands() -> None:
    (claim,) = read_text("[A]: first {isCanonical: true}\n\n[A]: second").nodes
    assert claim.text == "first"


def test_what_is_only_referred_to_says_its_title() -> None:
    nodes = read_text("[A]: x\n  + [B]\n  + <C>").nodes
    assert [(one.id, one.text) for one in nodes] == [("A", "x"), ("B", "B"), ("C", "C")]


def test_each_sign_of_a_relation_has_its_direction() -> None:
    signs = ("+", "<+", "+>", "-", "<-", "->", "_ ", "<_", "_>", "><")
    assert [links(f"[P]\n  {sign}[C]")[0] for sign in signs] == [
        "C support P",
        "C support P",
        "P support C",
        "C attack P",
        "C attack P",
        "P attack C",
        "C undercut P",
        "C undercut P",
        "P undercut C",
        "P contradictory C",
    ]


def test_relations_nest_by_their_blanks() -> None:
    assert links("[A]\n  + [B]\n    - [C]\n  + [D]\n\t+ [E]\n") == [
        "B support A",
        "C attack B",
        "D support A",
        "E support A",
    ]


def test_a_text_goes_on_below_a_relation() -> None:
    nodes = read_text("a\n  + b\nand c\n     and d").nodes
    assert [one.text for one in nodes] == ["a", "b and c and d"]


def test_the_same_relation_counts_once() -> None:
    assert links("[A]\n  + [B]\n  + [B]\n  >< [B]\n\n[B]\n  >< [A]\n  +> [A]") == [
        "B support A",
        "A contradictory B",
    ]


def test_strict_mode_makes_entailments_and_contraries_of_statements_alone() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[A]\n  + [B]\n  - [C]\n  + <D>\n\n[C]\n  - [A]"
    assert links(text) == ["B entails A", "C contrary A", "<D> support A"]
    kept = [one.data for one in read_text(text).relations]
    assert kept == [
        {"argdown": {"relation": "entails"}},
        {"argdown": {"relation": "contrary"}},
        {},
    ]


def test_premises_become_one_linked_relation() -> None:
    text = "<Why>: Because.\n\n(1) [P]: p\n(2) [Q]: q\n-- Modus ponens, Rule two --\n(3) [C]: c"
    assert read_text(text) == ArgumentMap(
        nodes=(Claim("P", "p"), Claim("Q", "q"), Claim("C", "c")),
        relations=(
            Relation(
                Stance.SUPPORTS,
                ("P", "Q"),
                "C",
                id="Why",
                because="Because.",
                scheme="Modus ponens, Rule two",
            ),
        ),
    )


def test_each_step_starts_from_the_conclusion_before() -> None:
    text = "(1) [P]\n----\n(2) [M]\n(3) [Q]\n----\n(4) [C]"
    assert [one.id for one in read_text(text).relations] == [
        "P supports M",
        "M + Q supports C",
    ]


def test_a_step_starts_from_the_premises_that_it_uses() -> None:
    text = "(1) [P]\n(2) [Q]\n----\n(3) [M]\n--\n{uses: [2, 1]}\n--\n(4) [C]"
    assert [one.premises for one in read_text(text).relations] == [("P", "Q"), ("Q", "P")]


def test_uses_that_name_no_premise_are_kept_as_data() -> None:
    (relation,) = read_text("(1) [P]\n--\n{uses: [7]}\n--\n(2) [C]").relations
    assert relation.premises == ("P",)
    assert relation.data == {"argdown": {"inference": {"uses": [7]}}}


def test_relations_of_an_argument_start_at_its_conclusion() -> None:
    text = "[A]\n  - <B>\n\n<B>\n\n(1) [P]\n----\n(2) [C]"
    assert links(text) == ["C attack A"]


def test_an_argument_does_not_support_its_own_conclusion_once_more() -> None:
    text = "[C]\n  + <B>\n\n<B>\n\n(1) [P]\n----\n(2) [C]"
    assert [one.id for one in read_text(text).relations] == ["B"]


def test_an_undercut_aims_at_the_inference() -> None:
    below_inference = "<A>\n\n(1) [P]\n-----\n  <_ [U]\n(2) [C]"
    below_conclusion = "<A>\n\n(1) [P]\n-----\n(2) [C]\n  <_ [U]"
    below_argument = "<A>\n  _ [U]\n\n(1) [P]\n-----\n(2) [C]"
    for text in (below_inference, below_conclusion, below_argument):
        assert "U undercuts A" in [one.id for one in read_text(text).relations]


def test_an_argument_that_is_attacked_is_undercut() -> None:
    the_map = read_text("<A>\n  - [X]\n  + [Y]\n\n(1) [P]\n-----\n(2) [C]")
    assert [(one.id, one.data) for one in the_map.relations] == [
        ("X undercuts A", {"argdown": {"relation": "attack"}}),
        ("Y supports C", {"argdown": {"to": "A"}}),
        ("A", {}),
    ]


def test_an_undercut_of_a_reason_aims_at_what_it_is_the_reason_of() -> None:
    text = "[A]\n  + <B>\n    _ <C>\n      _ <D>"
    assert {one.id for one in read_text(text).relations} == {
        "B supports A",
        "C undercuts B supports A",
        "D undercuts C undercuts B supports A",
    }


def test_an_undercut_of_a_statement_contrasts() -> None:
    (relation,) = read_text("[A]\n  _ [B]").relations
    assert (relation.id, relation.data) == (
        "B contrasts A",
        {"argdown": {"relation": "undercut"}},
    )


def test_arguments_that_undercut_each_other_contrast() -> None:
    relations = read_text("<A>\n  _ <B>\n\n<B>\n  _ <A>").relations
    assert [one.stance for one in relations] == [Stance.CONTRASTS, Stance.CONTRASTS]


def test_headings_are_sections() -> None:
    the_map = read_text("a\n\n# One #t\n\nb\n\n## Two\n\nc {k: v}")
    assert [one.section for one in the_map.nodes] == [None, "One", "Two"]
    assert the_map.data == {
        "argdown": {
            "headings": [
                {"level": 1, "title": "One", "tags": ["t"]},
                {"level": 2, "title": "Two"},
            ]
        }
    }


def test_tags_at_the_end_are_no_part_of_the_text() -> None:
    (claim,) = read_text("A #b in it. #c #(d e)").nodes
    assert (claim.text, claim.tags) == ("A #b in it.", ("b", "c", "d e"))


def test_signs_of_bold_italics_and_links_are_kept_apart() -> None:
    (claim,) = read_text("A **b _c_** [d](http://e//f) @[G].").nodes
    assert claim.text == "A b c d @[G]."
    assert claim.data == {"argdown": {"markup": "A **b _c_** [d](http://e//f) @[G]."}}


def test_shortcodes_become_signs() -> None:
    (claim,) = read_text("p .->. q :heart: a.b.c 3:4:5").nodes
    assert claim.text == "p → q ❤ a.b.c 3:4:5"


def test_escapes_give_the_sign_itself() -> None:
    (claim,) = read_text(r"\# 5 \< 6 \[1\] \{x\} \*s \\ \.~\.").nodes
    assert claim.text == r"# 5 < 6 [1] {x} *s \ .~."


def test_signs_that_stand_alone_are_text() -> None:
    for text in ("5 < 6", "a > b", "a {x", "a * b", "me@x.org", "a #", "[-x]", "x (1) y", "a -- b"):
        (claim,) = read_text(text).nodes
        assert claim.text == text


def test_comments_are_left_out_and_part_nothing() -> None:
    text = "a <!-- x\n\ny --> b // c\n/* d */\n  + e /* f */ g\n  // h\n  - i\n"
    the_map = read_text(text)
    assert [one.text for one in the_map.nodes] == ["a b", "e g", "i"]
    assert [one.stance.value for one in the_map.relations] == ["supports", "contrasts"]


def test_data_are_kept_as_yaml_1_2_has_them() -> None:
    (claim,) = read_text("[A]: x {k: yes, l: [1, 2.5, true, null], d: 2020-01-01}").nodes
    assert claim.data == {
        "argdown": {"data": {"k": "yes", "l": [1, 2.5, True, None], "d": "2020-01-01"}}
    }


def test_data_may_stand_in_lines() -> None:
    (claim,) = read_text("[A]: x\n{\n  k:\n    - v\n\n  l: w\n}").nodes
    assert claim.data == {"argdown": {"data": {"k": ["v"], "l": "w"}}}


def test_data_of_a_title_are_put_together() -> None:
    (claim,) = read_text("[A] {a: {b: 1}, c: 2}\n\n[A] {a: {d: 3}, c: 4}").nodes
    assert claim.data == {"argdown": {"data": {"a": {"b": 1, "d": 3}, "c": 4}}}


def test_front_matter_is_kept_and_its_title_is_that_of_the_map() -> None:
    the_map = read_text("/* c */\n===\ntitle: T\nauthor: [A, B]\n===\n\nx")
    assert the_map.title == "T"
    assert the_map.data == {"argdown": {"front": {"author": ["A", "B"]}}}


def test_tags_can_be_taken_out_of_all_texts() -> None:
    text = "===\nmodel: {removeTagsFromText: true}\n===\n\nx #a. #b"
    (claim,) = read_text(text).nodes
    assert (claim.text, claim.tags) == ("x .", ("a", "b"))


def test_lists_hold_statements_with_relations() -> None:
    assert links("* [A]\n* <B>\n  + [C]\n\n1. d\n2. e") == ["C support <B>"]


def test_line_ends_of_windows_and_tabs_are_read() -> None:
    the_map = read_text("a\r\n\t+ b\r\n\t  c\r\n\t\r\nd\r\n")
    assert [one.text for one in the_map.nodes] == ["a", "b c", "d"]


def test_places_are_those_of_the_file() -> None:
    the_map = read_text("/* x\n*/\n[A]: a // c\n  b {k: v}\n   + [B]: y\n")
    assert [str(one.span) for one in the_map.nodes] == ["x.argdown:3:1", "x.argdown:5:6"]
    assert [str(one.span) for one in the_map.relations] == ["x.argdown:5:4"]


def test_three_hundred_levels_are_read() -> None:
    deep = "\n".join(f"{' ' * level}+ [S{level}]" for level in range(1, 301))
    assert len(read_text(f"[S0]\n{deep}").relations) == 300


def test_an_empty_text_is_an_empty_map() -> None:
    assert read_text("") == ArgumentMap()


def test_files_are_included_once_and_their_places_are_their_own() -> None:
    files = {
        "parts/one.argdown": "One\n\n@include(two.argdown)\n",
        "parts/two.argdown": "Two\n\n@include(one.argdown)\n\n(1) x",
    }

    def beside(path: str) -> TextFile | None:
        return TextFile(path, files[path]) if path in files else None

    the_map, findings = read(
        TextFile("main.argdown", "Zero\n\n@include(parts/one.argdown)\n\nEnd"), beside
    )
    assert [(one.text, str(one.span)) for one in the_map.nodes] == [
        ("Zero", "main.argdown:1:1"),
        ("One", "parts/one.argdown:1:1"),
        ("Two", "parts/two.argdown:1:1"),
        ("x", "parts/two.argdown:5:5"),
        ("End", "main.argdown:5:1"),
    ]
    assert [str(one.span) for one in findings] == ["parts/two.argdown:5:1"]
