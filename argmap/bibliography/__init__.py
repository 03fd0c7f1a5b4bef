"""Sources as people keep them: files of BibTeX and CSL-JSON, and what argmap takes from them."""

from argmap.bibliography.reading import ReadBibliography, read_bibliography

__all__ = ["ReadBibliography", "read_bibliography"]
