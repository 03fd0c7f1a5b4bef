"""Bibliographies in: the sources that a file of BibTeX or CSL-JSON holds, and findings."""

from collections.abc import Container

from attrs import frozen

from argmap.bibliography.bibtex_sources import BibTeX
from argmap.bibliography.csl import CSL
from argmap.bibliography.problems import MOST, unreadable
from argmap.findings import Finding
from argmap.model import Source
from argmap.text import TextFile


@frozen
class ReadBibliography:
    """What a file of sources says.

    Attributes:
        sources: in the order written; all, or those that were wanted.
        keys: the ids of all that are in the file.
        findings: what could not be read, and what is wrong with the sources, by place.
    """

    sources: tuple[Source, ...] = ()
    keys: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def read_bibliography(file: TextFile, wanted: Container[str] | None = None) -> ReadBibliography:
    """Read the sources of a file, as CSL-JSON where its name ends in `.json`, else as BibTeX.

    Ids are the keys of entries and the ids of items, as they are. Any text is read as well as it
    goes. What is wrong with a source that is not wanted is not looked at; what cannot be read at
    all is a finding in any case.

    Args:
        file: with a path that tells the format.
        wanted: the ids of the sources that are needed; None for all of them.
    """
    reader = CSL(file) if file.path.lower().endswith(".json") else BibTeX(file)
    chosen = [key for key in reader.keys if wanted is None or key in wanted]
    sources = tuple(reader.source(key) for key in chosen)
    findings = sorted(reader.findings, key=lambda finding: finding.place)
    if len(findings) > MOST:
        message = f"there are {len(findings) - MOST:,} more findings in this file"
        more = unreadable(file.span(0), message, "mend the first ones, and look again")
        findings = [*findings[:MOST], more]
    return ReadBibliography(sources, frozenset(reader.keys), tuple(findings))
