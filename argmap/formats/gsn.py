"""gsn: assurance cases in the YAML of gsn2x.

The Goal Structuring Notation (GSN Community Standard, version 3) as gsn2x writes it down
(<https://github.com/jonasthewolf/gsn2x>). It is read and written without loss, but for comments
and line ends at the end of a text.

==================================  ===============================================
gsn2x                               argmap
==================================  ===============================================
goal, counter goal, strategy        a claim, by the same id
solution, counter solution          evidence
context, assumption, justification  a claim that is assumed: as `context` and so on
`supportedBy`                       each of them supports it
`challenges: G1`                    contrasts `G1`
`challenges: G1 -> G2`              undercuts the relation between the two
`url`                               a source that is cited
`module`: `name`, `brief`           the title and the description of the map
`argmap` (argmap's own)             type, tags, note and other fields of a node
==================================  ===============================================

The kind of a node is told by `nodeType`, else by how its id begins, as gsn2x does: `G`, `S`, `Sn`,
`C`, `A`, `J`, `CG`, `CS`, `CSn`. Kept as data: all other keys, and `inContextOf`: a context says
how a claim is meant, which is no support.

In writing, a claim or evidence whose id does not tell its kind gets a `nodeType`. Linked premises
become several; relations lose their ids, and those that restate are left out.
"""

from argmap.formats.gsn_in import read
from argmap.formats.gsn_out import write

__all__ = ["read", "write"]
