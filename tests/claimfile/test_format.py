"""Formatting changes the layout of a claim file and nothing else."""

import re
from collections import Counter
from random import Random
from textwrap import dedent

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.claimfile import format_text, read, write
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.text import TextFile
from tests.claimfile.maps import maps


def formatted(text: str) -> str:
    return format_text(TextFile("claims.yaml", text))[0]


def comments(text: str) -> Counter[str]:
    """Find the comments by blanking out the texts that YAML's scanner sees."""
    rest = list(text)
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in {"|", ">"}:
                header = re.match(r"[^\r\n#]*(#[^\r\n]*)?", text[start:end])
                start += header.end() if header else 0
            rest[start:end] = ["\n" if sign in "\r\n" else "x" for sign in rest[start:end]]
    return Counter(
        found.rstrip() for found in re.findall("#[^\r\n\x85\u2028\u2029]*", "".join(rest))
    )


def said(findings: tuple[Finding, ...]) -> Counter[tuple[int, str]]:
    return Counter((one.code, one.message) for one in findings)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """Draw a claim file with comments, empty lines and other indentation here and there."""
    dice = Random(draw(st.integers(0, 2**32)))  # noqa: S311  (for speed; the seed is Hypothesis's)
    written: list[str] = []
    for number, line in enumerate(write(draw(maps())).split("\n")):
        if dice.random() < 0.1:
            written.append(" " * dice.randrange(10) + dice.choice(("", f"# own {number}")))
        after = dice.choice(("",) * 6 + (f" # after {number}", " ", " #"))
        wider = dice.choice((line,) * 9 + (line.replace(": ", ":  "), line.replace("- ", "-  ")))
        written.append(f"{wider}{after}")
    return dice.choice(("\n", "\r\n")).join(written)


@settings(max_examples=100, deadline=None)
@given(layouts())
def test_formatting_keeps_the_map_and_the_comments(text: str) -> None:
    result, findings = format_text(TextFile("claims.yaml", text))
    before = read([TextFile("claims.yaml", text)])
    assume(not findings)
    after = read([TextFile("claims.yaml", result)])
    assert after[0] == before[0]
    assert said(after[1]) == said(before[1])
    assert comments(result) == comments(text)
    assert formatted(result) == result


@settings(max_examples=100, deadline=None)
@given(maps())
def test_what_argmap_writes_is_formatted_already(argument_map: ArgumentMap) -> None:
    text = write(argument_map)
    assert formatted(text) == text


def same(text: str) -> bool:
    return formatted(dedent(text)) == dedent(text)


def test_a_file_is_laid_out_by_the_schema() -> None:
    before = """\
        evidence:
           counts:
              type: statistic
              cites: {quote: "fell by 18 percent", "source": 'tfl-2007', page: "12"}
              text: Traffic fell.
           taxis: {text: Taxi trips rose., contrasts: charge}


        claims:
          charge:
            tags:
            - traffic
            - prices
            contrasting: [other]
            supporting:
            - counts
            - [panel, prices]
            - {because: "It is comparable.", by: stockholm, undercut: differs}
            text: 'A charge cuts traffic.'
            type:   cause

            aliases: old
        map: {title: "Charge: yes or no?", note: }
        """
    after = """\
        map:
          title: "Charge: yes or no?"
          note:

        claims:
          charge:
            text: A charge cuts traffic.
            type: cause
            supporting:
              - counts
              - [panel, prices]
              - by: stockholm
                because: It is comparable.
                undercut:
                  - differs
            contrasting:
              - other
            tags: [traffic, prices]
            aliases: [old]

        evidence:
          counts:
            text: Traffic fell.
            type: statistic
            cites: {source: tfl-2007, page: "12", quote: fell by 18 percent}

          taxis:
            text: Taxi trips rose.
            contrasts:
              - charge
        """
    assert formatted(dedent(before)) == dedent(after)


def test_comments_stay_with_what_they_are_about() -> None:
    before = """\
        # yaml-language-server: $schema=claim-file.schema.json
        # about the evidence
        evidence:
            # above the node
            e:   # behind the id
                type: event      # behind a value
                # above the text
                text: |          # in the header
                    one
                    two
                # note: for later

            # above the next node
            f:
                supports: [c, # behind an item
                  # above an item
                  d]  # behind the list
                text: x
                # - a comment at the end of the node
        # above the claims
        claims:
            c: {text: y} # behind a node in braces
            # at the end of the block
        # at the end of the file
        """
    after = """\
        # yaml-language-server: $schema=claim-file.schema.json
        # above the claims
        claims:
          c:  # behind a node in braces
            text: y
          # at the end of the block

        # about the evidence
        evidence:
          # above the node
          e:  # behind the id
            # above the text
            text: |  # in the header
              one
              two
            type: event  # behind a value
            # note: for later

          # above the next node
          f:
            text: x
            supports:  # behind the list
              - c  # behind an item
              # above an item
              - d
            # - a comment at the end of the node

        # at the end of the file
        """
    assert formatted(dedent(before)) == dedent(after)


def test_a_comment_above_an_empty_line_at_the_start_is_about_the_file() -> None:
    before = "# License\n\n# about e\nevidence:\n# about c\nclaims:\n"
    after = "# License\n\n# about c\nclaims:\n\n# about e\nevidence:\n"
    assert formatted(before) == after


def test_long_texts_keep_the_lines_of_their_author() -> None:
    assert same(
        """\
        claims:
          a:
            text: One plain text
              over two lines,

              with a new paragraph.
            note: >-
              A folded text
              over two lines,
                with a line indented.
          # the end
        """
    )
    assert same(
        """\
        claims:
          a:
            text: "A quoted text: \\
              over two lines."
            note: |-
              A literal text\x20\x20
               over two lines.
        """.replace("\\x20", " ")
    )


def test_quotes_are_kept_where_other_readers_of_yaml_would_not_see_a_text() -> None:
    text = (
        'claims: {a: {text: "plain", note: "no", tags: ["1.10", \'2007-07-31\', "~", \'it\'\'s\']}}'
    )
    assert formatted(text) == (
        "claims:\n"
        "  a:\n"
        "    text: plain\n"
        '    tags: ["1.10", "2007-07-31", "~", it\'s]\n'
        '    note: "no"\n'
    )


def test_a_list_or_passage_over_100_characters_stands_on_several_lines() -> None:
    short, long = "x" * 20, "x" * 30
    assert formatted(
        "claims: {a: {text: t, "
        f"cites: [{{source: {short}, quote: {short}}}, "
        f"{{source: {long}, quote: {long}, page: {long}}}], "
        f"supporting: [[{short}, {short}], [{long}, {long}, {long}]]}}}}"
    ) == (
        "claims:\n"
        "  a:\n"
        "    text: t\n"
        "    cites:\n"
        f"      - {{source: {short}, quote: {short}}}\n"
        f"      - source: {long}\n"
        f"        page: {long}\n"
        f"        quote: {long}\n"
        "    supporting:\n"
        f"      - [{short}, {short}]\n"
        f"      - - {long}\n"
        f"        - {long}\n"
        f"        - {long}\n"
    )


def test_unknown_keys_are_kept_after_the_known_ones() -> None:
    assert formatted("claims: {a: {colour: [red, {a: b}], text: x, size:\n}}\nmore: yes\n") == (
        "claims:\n  a:\n    text: x\n    colour: [red, {a: b}]\n    size:\n\nmore: yes\n"
    )


def test_a_file_keeps_its_line_ends() -> None:
    assert formatted("claims: {a: {text: x}}\r\n# end\r\n") == (
        "claims:\r\n  a:\r\n    text: x\r\n\r\n# end\r\n"
    )


def test_a_key_too_long_for_one_line_keeps_its_question_mark() -> None:
    name = "k" * 1100
    text = f"claims:\n  ? {name}\n  :\n    text: x\n"
    assert formatted(f"claims: {{? {name} : {{text: x}}}}") == text
    assert same(text)


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    text = "claims:\n   a:\n     text: x: y\n"
    result, findings = format_text(TextFile("a.yaml", text))
    assert result == text
    assert [finding.code for finding in findings] == [101]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "# one\n\n# two\n"])
def test_a_file_without_keys_stays_as_it_is(text: str) -> None:
    assert formatted(text) == text


# Each of these was once formatted to something else in a second run, or lost something.
@pytest.mark.parametrize(
    "text",
    [
        "claims: {a: {text: x, b}}",
        "claims:\n  a:\n    text: >\n      folded\n\n      more  - \n        deeper\n      end\n",
        "claims:\n  a:\n    text: >-\n      x\n\u2028\n    type: fact\n",
        "claims:\n  a:\n    waive:\n      - rule: [ # z\n# own\n]\n        reason: x\n",
        "claims:\n  a:\n    text: x\n    tags: [ # c\n    ]\n",
        "claims:\n  a:\n    supporting:\n    - b\n    # about the next key\n    text: x\n",
        "claims:\n  a:\n    supporting:\n    - # c\n      by: x\n",
        "claims: {a: {text: x, cites: [{page: 3,\n # c\n source: s}]}}",
        "claims: {a: {text: x, tags: [b: \n # c\n d]}}",
        "--- # c\nclaims: {a: {text: x}}\n... # d\n",
        "? claims # c\n: # d\n  a: # e\n    text: # f\n      x # g\n",
    ],
)
def test_formatting_twice_is_formatting_once(text: str) -> None:
    before, findings = read([TextFile("a.yaml", text)])
    once = formatted(text)
    assert formatted(once) == once
    assert read([TextFile("a.yaml", once)])[0] == before
    assert said(read([TextFile("a.yaml", once)])[1]) == said(findings)
    assert comments(once) == comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "sources: refs.bib  # from Zotero\n",
        "sources: [refs.bib, ../more.json]\n",
        "sources:\n  # ours\n  - refs.bib\n  - ../more.json  # theirs\n",
    ],
)
def test_bibliographies_are_kept_as_they_are(text: str) -> None:
    assert formatted(text) == text


def test_a_list_of_many_bibliographies_is_one_a_line() -> None:
    names = [f"a-file-with-a-long-name-{number}.bib" for number in range(4)]
    assert formatted(f"sources: [{', '.join(names)}]\n") == "".join(
        ("sources:\n", *(f"  - {name}\n" for name in names))
    )
