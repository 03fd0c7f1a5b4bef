"""LaTeX as plain text."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography.latex import plain, symbols, verbatim

KNOWN = symbols()

PRINTED = {
    # accents
    r"M{\"u}ller": "Müller",
    r"Gr\"o{\ss}e": "Größe",
    r"{\'\i}": "í",
    r"\'{\i}x": "íx",
    r"Na{\"\i}ve": "Naïve",
    r"\c{c}\v{s}\H{o}\k{a}\.{z}\r a": "çšőążå",
    r"\'{\^a}": "ấ",
    r"\' e": "é",
    r"\'{}x": "x",
    # symbols
    r"{\AA}ngstr{\"o}m \o{} \aa": "Ångström ø å",
    r"{\OE}uvre \ae r": "Œuvre ær",
    r"\textless{}b\textgreater{} \copyright": "<b> ©",
    r"5\,\% \& 3\$ \#1 a\_b \{c\}": "5 % & 3$ #1 a_b {c}",
    r"\LaTeX{} x": "LaTeX x",
    # braces and commands
    r"{The {NASA} Budget}": "The NASA Budget",
    r"\textit{city} of \emph{{Roads}}": "city of Roads",
    r"{\it x} y": "x y",
    r"\unknown{abc} d": "abc d",
    r"{\noopsort{1973}}b": "b",
    r"\href{https://example.org/{a}}{text} z": "text z",
    r"x\cite[12]{key} y": "x y",
    r"x\footnote{No.} y": "x y",
    # quotation marks and dashes
    "``q'' and `x'": "“q” and \u2018x'",
    "1--2 --- 3-4": "1\u20132 — 3-4",
    "a~b\\\\c\n  d": "a b c d",
    "don't": "don't",
    # formulas
    r"$\alpha$-blockers": "\u03b1-blockers",
    r"CO$_2$ and H$_{2}$O": "CO₂ and H₂O",
    r"$10^{-3}$ and \(x_1y\)": "10⁻³ and x₁y",
    r"H\textsubscript{2}O, m\textsuperscript{2}": "H₂O, m²",
    "costs $5": "costs $5",
    "snake_case": "snake_case",
    # what is broken
    "{x": "x",
    "x}": "x",
    "a\\": "a",
    r"\textit": "",
    # what LaTeX would not take, and people write
    "50% of A & B #1": "50% of A & B #1",
}


@pytest.mark.parametrize(("latex", "text"), PRINTED.items(), ids=PRINTED)
def test_latex_is_read_as_it_is_printed(latex: str, text: str) -> None:
    assert plain(latex, KNOWN) == text


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (r"10.1007/978-3\_12", "10.1007/978-3_12"),
        (r"10.1007/978-3{\_}12", "10.1007/978-3_12"),
        (r"https://example.org/\%7Ea\#b\&c", "https://example.org/%7Ea#b&c"),
        (r"http://example.org/\~{}me", "http://example.org/~me"),
        (r"http://example.org/{\textasciitilde}me", "http://example.org/~me"),
        (r"http://example.org/$\sim$me", "http://example.org/~me"),
        (" https://example.org/a_b%20c ", "https://example.org/a_b%20c"),
    ],
)
def test_addresses_lose_the_backslashes_of_latex(written: str, number: str) -> None:
    assert verbatim(written) == number


@given(st.text("\\{}$~_^`'\"-abci[] \n", max_size=40) | st.text(max_size=40))
def test_any_text_is_read_as_latex_on_one_line(latex: str) -> None:
    text = plain(latex, KNOWN)
    assert text == " ".join(text.split())
    verbatim(latex)


@given(st.text(st.characters(exclude_characters="\\{}$~`'-", codec="utf-8"), max_size=40))
def test_a_text_without_latex_stays(text: str) -> None:
    assert re.sub(r"\s", "", plain(text, {})) == re.sub(r"\s", "", plain(plain(text, {}), {}))
    assert plain(f"{{{text}}}", {}) == plain(text, {})


@pytest.mark.parametrize("part", ["{", r"\'", r"\textit{", "$_", r"\cite[", r"\sqrt[", "{\\'"])
def test_hostile_latex_is_read_in_linear_time(part: str) -> None:
    start = process_time()
    plain(part * 50_000, KNOWN)
    assert process_time() - start < 3
