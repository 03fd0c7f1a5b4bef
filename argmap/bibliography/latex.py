"""LaTeX in the fields of BibTeX as plain text: accents, symbols, quotation marks, no commands.

What LaTeX parsers do is more than is wanted, and on texts of many brackets they take more than
linear time; so the symbols are those of pylatexenc, and the text is gone through once.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.bibliography.printed import HIGH, LOW

_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?[ \t\r\n]*|\\(?P<sign>.?)|(?P<special>---?|``|''|[{}$~_^`])"
    r"|(?P<text>[^\\{}$~_^`'-]+|['-])",
    re.DOTALL,
)
_SPECIALS: Final = re.compile(r"[\\{}$~`]|--|''")
_DOLLAR: Final = re.compile(r"(?<!\\)\$")
_ESCAPED: Final = re.compile(
    r"\\([%&#_$~{}])(?:\{\})?|\{\\?([_&%#~])\}"
    r"|\{?\$?\\(?:textasciitilde|sim)(?:\{\})? ?\$?\}?"
)
_SYMBOL: Final = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)(?:\{\})?\}?")

_ACCENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict(zip("`'^~=.\"", "\u0300\u0301\u0302\u0303\u0304\u0307\u0308", strict=True)),
        **dict(
            zip("uvrHckdbt", "\u0306\u030c\u030a\u030b\u0327\u0328\u0323\u0331\u0361", strict=True)
        ),
    }
)
_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {**dict.fromkeys("/-!@()[]", ""), **dict.fromkeys(" ,;:\\\t\r\n", " ")}
)
_OF_FORMULAS: Final = frozenset("()[]")
_QUOTES_AND_DASHES: Final[Mapping[str, str]] = MappingProxyType(
    {"---": "\u2014", "--": "\u2013", "``": "\u201c", "''": "\u201d", "`": "\u2018", "~": " "}
)
_MORE_SYMBOLS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textunderscore": "_",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textbackslash": "\\",
        "slash": "/",
        "copyright": "\u00a9",
        "pounds": "\u00a3",
        "S": "\u00a7",
        "P": "\u00b6",
        "euro": "\u20ac",
        "EUR": "\u20ac",
        "yen": "\u00a5",
        "degree": "\u00b0",
        "ne": "\u2260",
        "LaTeX": "LaTeX",
        "TeX": "TeX",
        "BibTeX": "BibTeX",
        "and": "and",
        "SS": "SS",
        "glqq": "\u201e",
        "grqq": "\u201c",
        "flqq": "\u00ab",
        "frqq": "\u00bb",
        "textquotedbl": '"',
        "nobreakspace": " ",
        "space": " ",
        "quad": " ",
        "qquad": " ",
        "hyphen": "-",
        "ordfeminine": "\u00aa",
        "ordmasculine": "\u00ba",
        "ddag": "\u2021",
    }
)
_ARGUMENTS: Final = """
    begin end href label ref footnote cite citep citet citealp parencite textcite footcite hspace
    vspace color textcolor foreignlanguage selectlanguage noopsort sortas fontsize bibinfo input
    phantom hphantom vphantom
"""
_UNSEEN: Final = frozenset(_ARGUMENTS.split())
"""Commands whose first argument is not printed."""

_SCRIPTS: Final = MappingProxyType(
    {"_": LOW, "^": HIGH, "textsubscript": LOW, "textsuperscript": HIGH}
)


def symbols() -> Mapping[str, str]:
    r"""Return the characters that commands such as `\ss` and `\alpha` stand for."""
    # Few maps have a bibliography in BibTeX; the others are spared the tables.
    from pylatexenc.latex2text import get_default_latex_context_db  # noqa: PLC0415
    from pylatexenc.latexencode import get_builtin_uni2latex_dict  # noqa: PLC0415

    found: dict[str, str] = {}
    for character, command in get_builtin_uni2latex_dict().items():
        written = _SYMBOL.fullmatch(command)
        if written:
            found.setdefault(written[1], chr(character))
    for spec in get_default_latex_context_db().iter_macro_specs():
        printed = spec.simplify_repl
        if isinstance(printed, str) and printed and "%" not in printed:
            found[spec.macroname] = printed
    return {**found, **_MORE_SYMBOLS}


def plain(latex: str, known: Mapping[str, str]) -> str:
    """Return a text in LaTeX as it is printed, on one line.

    Commands that are not known are left out, and their arguments kept. Small and raised digits
    of formulas become the characters for them.

    Args:
        latex: the text; anything is taken.
        known: what `symbols` returns.
    """
    if _SPECIALS.search(latex):
        decoder = _Decoder(known, has_formulas=len(_DOLLAR.findall(latex)) % 2 == 0)
        decoder.read(latex)
        latex = "".join(decoder.parts)
    return " ".join(unicodedata.normalize("NFC", latex).split())


def verbatim(written: str) -> str:
    """Return an address or number without the backslashes that LaTeX wants in it."""
    return _ESCAPED.sub(lambda found: found[1] or found[2] or "~", written).strip()


class _Decoder:
    """Goes through a text once.

    Attributes:
        parts: what is printed, in pieces.
    """

    def __init__(self, known: Mapping[str, str], *, has_formulas: bool) -> None:
        self.parts: list[str] = []
        self._known = known
        self._has_formulas = has_formulas
        self._in_formula = False
        self._accents: list[str] = []
        self._script: Mapping[int, int] | None = None
        self._is_in_script = False  # all that the group holds is small or raised
        self._is_unseen = False  # the next group is not printed
        self._hidden = 0  # how many groups that are not printed are open

    def read(self, latex: str) -> None:
        """Take a text."""
        for token in _TOKEN.finditer(latex):
            if self._is_hidden(token[0]):
                continue
            if token["word"] is not None:
                self._command(token["word"])
            elif token["sign"] is not None:
                self._sign(token["sign"])
            elif token["special"] is not None:
                self._special(token["special"])
            else:
                self._print(token["text"])

    def _is_hidden(self, written: str) -> bool:
        """Say whether a token belongs to an argument that is not printed."""
        if self._hidden:
            self._hidden += (written == "{") - (written == "}")
            return True
        if not self._is_unseen:
            return False
        self._is_unseen = written.isspace() or written.startswith("[")
        self._hidden = int(written == "{")
        return self._is_unseen or self._hidden > 0

    def _command(self, word: str) -> None:
        if word in _ACCENTS:
            self._accents.append(_ACCENTS[word])
        elif word in _UNSEEN:
            self._is_unseen = True
        elif word in _SCRIPTS:
            self._script = _SCRIPTS[word]
        elif self._accents and word in {"i", "j"}:
            self._print(word)
        else:
            self._print(self._known.get(word, ""))

    def _sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self._accents.append(_ACCENTS[sign])
            return
        if sign in _OF_FORMULAS:
            self._in_formula = sign in "(["
        self._print(_SIGNS.get(sign, sign))

    def _special(self, sign: str) -> None:
        if sign == "}":
            self._accents.clear()
            self._script, self._is_in_script = None, False
        elif sign == "{":
            self._is_in_script = self._script is not None
        elif sign == "$" and self._has_formulas:
            self._in_formula = not self._in_formula
        elif sign in _SCRIPTS and self._in_formula:
            self._script = _SCRIPTS[sign]
        else:
            self._print(_QUOTES_AND_DASHES.get(sign, sign))

    def _print(self, text: str) -> None:
        if self._accents:
            text = text.lstrip()
        if not text:
            return
        if self._accents:
            text = f"{text[0]}{''.join(reversed(self._accents))}{text[1:]}"
            self._accents.clear()
        if self._script is not None:
            size = len(text) if self._is_in_script else 1
            text = f"{text[:size].translate(self._script)}{text[size:]}"
            if not self._is_in_script:
                self._script = None
        self.parts.append(text)
