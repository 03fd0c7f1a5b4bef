"""SADFace, the Simple Argument Description Format, in JSON.

It follows the Python library `sadface` 0.5.4 (Wells 2020, https://github.com/ARG-ENU/SADFace).
Both dialects are read: the older one with nodes of type `scheme`, and that of the library, with
`inference` and `conflict`. The library's is written. Its validator knows the older types alone,
and neither titles nor descriptions: it faults what the library itself writes, and so this.

==========================  ======================================================
in SADFace                  in a map
==========================  ======================================================
atom                        claim; `metadata.argmap` tells where it is evidence
inference, name             relation that supports, its scheme; `support` is none
conflict                    relation that contrasts; one with a scheme undercuts
inference named `rephrase`  relation that restates
premises of one scheme      linked premises
scheme with two targets     two relations
source of an atom           passage with its quotation
resource                    source; its `metadata.core` has title, author, url, doi
core: title, description,   title, description and note of the map; the main claim
notes, claim
==========================  ======================================================

What SADFace has no word for is written under `argmap` in the metadata of nodes, resources and the
whole, and read again: nothing of a map is lost whose ids are unique. Ids have to be UUIDs there:
others are told by a UUID made from them. Kept as data are edge ids, analyst, dates and other
metadata, offsets and texts of resources, names of conflicts, and schemes without premise or target.
"""

from argmap.formats.sadface_in import read
from argmap.formats.sadface_out import write

__all__ = ["read", "write"]
