"""The words that choose what a picture is like."""

from typing import Final, Literal, TypeAlias, get_args

from argmap.findings import InvalidValueError

Output: TypeAlias = Literal["svg", "dot", "mermaid", "markdown", "html"]
"""SVG, the DOT language of Graphviz, a Mermaid flowchart, an outline in Markdown, or a viewer."""

Engine: TypeAlias = Literal["tree", "dot"]
"""What finds the places: the tidy tree of argmap, or Graphviz where it is installed."""

Theme: TypeAlias = Literal["auto", "light", "dark", "print", "contrast"]
"""As the reader's system has it, light, dark, in greys for paper, or in colours that stand out."""

Direction: TypeAlias = Literal["lr", "rl", "tb", "bt"]
"""Where a picture grows from its theses: from left to right, from top to bottom, and so on."""

CrossEdges: TypeAlias = Literal["auto", "draw", "stub"]
"""What becomes of lines outside of the tree: drawn, told in notes, or told where they are many."""

EmbedSources: TypeAlias = Literal["none", "excerpt", "full"]
"""What a viewer carries of its sources: nothing, what is around the words cited, or all."""

Order: TypeAlias = Literal["author", "crossings"]
"""What stands above what: as the author has it, or so that lines cross less."""

CHOICES: Final = {
    "output": get_args(Output),
    "engine": get_args(Engine),
    "theme": get_args(Theme),
    "direction": get_args(Direction),
    "cross_edges": get_args(CrossEdges),
    "embed_sources": get_args(EmbedSources),
    "order": get_args(Order),
}
"""The words for each option."""


def refuse_unknown(**chosen: str) -> None:
    """Refuse a word that an option does not know.

    Raises:
        InvalidValueError: naming the option and its words.
    """
    for name, value in chosen.items():
        if value not in CHOICES[name]:
            message = f"'{value}' is no {name}; choose one of {', '.join(CHOICES[name])}"
            raise InvalidValueError(message)
