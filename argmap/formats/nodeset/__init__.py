"""Nodesets of the Argument Interchange Format, which AIF, xAIF and OVA have in common."""

from argmap.formats.nodeset.read import read_nodeset
from argmap.formats.nodeset.write import write_nodeset

__all__ = ["read_nodeset", "write_nodeset"]
