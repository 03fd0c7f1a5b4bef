"""arggraph: argument graphs of the microtext corpus, in XML.

The format is that of the corpus of Peldszus and Stede, by the `arggraph.dtd` in
<https://github.com/peldszus/arg-microtexts>. It is read and written without loss.

==========================================  ================================================
arggraph                                    argmap
==========================================  ================================================
`adu`                                       a claim, by the same id
`edu`, joined to the ADU by `seg`, also by  the text of the claim
a `joint`
edge `sup`                                  supports
edge `exa`, support by example              supports, with the scheme `example`
edge `reb`                                  contrasts
edge `und`, to an edge                      undercuts that relation
edge `add`, to an edge                      one more premise of that relation: they are
                                            linked
`id` of the graph                           the title of the map
==========================================  ================================================

Kept as data: the role of an ADU (`pro` or `opp`), `stance` and `topic_id` of the graph, how a
claim is put together of EDUs, EDUs that belong to no claim, and other attributes.

In writing, evidence becomes an ADU, and ids that XML does not allow are replaced. What the format
has no place for stands in a processing instruction `argmap`, in JSON, which other readers pass
over: what is evidence, types, tags, notes and other fields of nodes, schemes, warrants and
strengths of relations, those that restate, and the ids. Sources and passages are lost.
"""

from argmap.formats.arggraph_in import read
from argmap.formats.arggraph_out import write

__all__ = ["read", "write"]
