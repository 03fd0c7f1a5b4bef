"""arguebuf, in JSON: argument graphs of the ReCAP project and its case-based reasoning.

It follows the schema `arg_services.graph.v1` as arguebuf 2 for Python writes it, that is the JSON
of Protocol Buffers (Lenz & Bergmann 2023, https://github.com/recap-utr/arguebuf-python).

==========================  ========================================================
in arguebuf                 in a map
==========================  ========================================================
atom                        claim; `userdata.argmap` tells where it is evidence
scheme: support             relation that supports; `SUPPORT_EXPERT_OPINION` is the
                            scheme `expert opinion`, `SUPPORT_DEFAULT` none
scheme: attack              relation that contrasts; one with a scheme undercuts
scheme: rephrase            relation that restates
premises of one scheme      linked premises
scheme with two targets     two relations
majorClaim                  the main claim
reference of an atom        passage with its quotation
resource                    source: `title`, and `source` is the URL
==========================  ========================================================

What arguebuf has no word for is written under `argmap` in the `userdata` of nodes, resources and
the whole, and read again: nothing of a map is lost whose ids are unique. Kept as data are times,
participants, analysts, other `userdata`, edge ids, offsets, texts of resources, preferences, and
schemes without premise or target. Names in snake case are read as well.
"""

from argmap.formats.arguebuf_in import read
from argmap.formats.arguebuf_out import write

__all__ = ["read", "write"]
