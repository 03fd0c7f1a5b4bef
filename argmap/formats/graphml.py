"""GraphML, as yEd and other programs for graphs have it.

It follows GraphML 1.0 (http://graphml.graphdrawing.org) with the `y:` elements of yEd for boxes,
labels, colours and places. Places are those of argmap's own pictures; yEd can lay them out anew.

==========================  ==========================================================
in GraphML                  in a map
==========================  ==========================================================
node                        claim, or evidence where its `kind` is `evidence`
edge                        relation with one premise, of its `stance`
node of kind `relation`     relation with linked premises, or one that others aim at
node of kind `missing`      no node: an id that relations name
`id` and the like           fields by their names: text, type, main, assumed, withdrawn,
                            confidence, section, note; scheme, because, strength
`more`                      all other fields, as JSON: passages, tags, data
data of the graph           title, language, description, note; `more` has the sources
group of nodes in yEd       section of the nodes in it
==========================  ==========================================================

Nothing of a map is lost whose ids are unique. What XML cannot hold is shown as U+FFFD, and kept in
`more`. A label that was changed in yEd is the text. Files of other programs are read by what they
most likely mean: the text is `text`, `label`, `name`, `title` or the label in yEd; the stance is
told by words such as `attack`, `con` or `rephrase` in `stance`, `relation`, `type` or the label,
and is `supports` where nothing tells. Colours, places, ports and hyperedges of other programs are
not kept.
"""

from argmap.formats.graphml_in import read
from argmap.formats.graphml_out import write

__all__ = ["read", "write"]
