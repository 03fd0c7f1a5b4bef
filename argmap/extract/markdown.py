"""The text of a Markdown file, as a reader of the page made from it sees it."""

from argmap.extract.extracted import Extracted
from argmap.extract.html import extract_html


def extract_markdown(text: str) -> Extracted:
    """Return what a reader of the page sees that a Markdown text stands for.

    It is read as CommonMark with tables, footnotes, strikethrough, task lists and alerts of GitHub;
    front matter in YAML or TOML is left out. Inline marks are gone, HTML counts as in a page, and
    lines that only wrap are joined.

    Args:
        text: the file, decoded.

    Raises:
        SourceTextError: when blocks nest too deep.
    """
    # Only some sources are Markdown.
    from pyromark import Options, html  # noqa: PLC0415

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_GFM
        | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    )
    return extract_html(html(text, options=options))
