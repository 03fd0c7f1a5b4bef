"""Tables in CSV: one of nodes, one of relations beside it, and one of sources.

It follows RFC 4180. `city.csv` has the nodes, `city.relations.csv` the relations, and
`city.sources.csv` the sources; the last two may be missing.
Columns stand in any order, and of the nodes only `text` is needed. Other columns are kept as data.
Commas, semicolons or tabs part the cells; what is written has commas, and CRLF at the end of lines.

==========================  ==========================================================
column                      in a map
==========================  ==========================================================
nodes: kind                 `claim`, or `evidence`; a claim where it is empty
nodes: id, text, type,      the fields of the same names; `main` is `true` or empty,
main, section, ...          degrees go from 0 to 1
relations: stance,          a relation; also by words such as `attack` or `con`
premises, target, ...
sources: id, title, ...     a source
tags, aliases, premises     several with `; ` between them, or a list in JSON
passages, waivers, data     JSON
==========================  ==========================================================

An empty cell is a field that is absent. Lost are title, language, description, note and data of the
map, sentences set aside, and fields that are there but empty.

A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, and may run it. Such texts
are written with an apostrophe before them, as OWASP advises, and read without it.
"""

from argmap.formats.csv_tables_in import read
from argmap.formats.csv_tables_out import write

__all__ = ["read", "write"]
