"""The formats that argmap speaks."""

from typing import Final

from argmap.formats import recognising as tell
from argmap.formats.format import Format

FORMATS: Final = (
    Format(
        "argmap",
        "claim files of argmap, in YAML",
        (".yaml", ".yml"),
        "argmap.formats.native",
        recognise=tell.is_claim_file,
    ),
    Format(
        "argmap-json",
        "claim files of argmap, in JSON",
        (".json",),
        "argmap.formats.native_json",
        recognise=tell.is_claim_json,
    ),
    Format(
        "argdown",
        "Argdown",
        (".argdown", ".ad", ".adown"),
        "argmap.formats.argdown",
        recognise=tell.is_argdown,
    ),
    Format(
        "xaif",
        "xAIF, as the AMF pipeline and OVA3 have it",
        (".json", ".xaif"),
        "argmap.formats.xaif",
        recognise=tell.is_xaif,
    ),
    Format(
        "sadface",
        "SADFace",
        (".json",),
        "argmap.formats.sadface",
        recognise=tell.is_sadface,
    ),
    Format(
        "ova2",
        "analyses of OVA2",
        (".json",),
        "argmap.formats.ova2",
        writes=False,
        recognise=tell.is_ova2,
    ),
    Format(
        "aif",
        "AIF nodesets in JSON, as AIFdb has them",
        (".json",),
        "argmap.formats.aif",
        recognise=tell.is_aif,
    ),
    Format(
        "arguebuf",
        "arguebuf, in JSON",
        (".json",),
        "argmap.formats.arguebuf",
        recognise=tell.is_arguebuf,
    ),
    Format(
        "argdown-json",
        "the JSON that Argdown exports",
        (".json",),
        "argmap.formats.argdown_json",
        writes=False,
        recognise=tell.is_argdown_json,
    ),
    Format(
        "json-ld",
        "ClaimReview of schema.org and W3C Web Annotations, in JSON-LD",
        (".jsonld", ".json"),
        "argmap.formats.json_ld",
        reads=False,
        recognise=tell.is_json_ld,
    ),
    Format(
        "arggraph",
        "argument graphs of the microtext corpus, in XML",
        (".xml",),
        "argmap.formats.arggraph",
        recognise=tell.is_arggraph,
    ),
    Format(
        "graphml",
        "GraphML, as yEd draws it",
        (".graphml", ".xml"),
        "argmap.formats.graphml",
        recognise=tell.is_graphml,
    ),
    Format(
        "brat",
        "standoff annotation of brat: .ann beside .txt",
        (".ann",),
        "argmap.formats.brat",
        recognise=tell.is_brat,
    ),
    Format(
        "kialo",
        "discussions exported by Kialo, in text",
        (".txt",),
        "argmap.formats.kialo",
        writes=False,
        recognise=tell.is_kialo,
    ),
    Format(
        "carneades",
        "argument graphs of Carneades 4, in YAML",
        (".yml", ".yaml"),
        "argmap.formats.carneades",
        writes=False,
        recognise=tell.is_carneades,
    ),
    Format(
        "lkif",
        "argument graphs of the earlier Carneades, in LKIF",
        (".xml", ".lkif"),
        "argmap.formats.lkif",
        writes=False,
        recognise=tell.is_lkif,
    ),
    Format(
        "gsn",
        "assurance cases of gsn2x, in YAML",
        (".yaml", ".yml"),
        "argmap.formats.gsn",
        recognise=tell.is_gsn,
    ),
    Format(
        "csv",
        "two tables: nodes, and relations beside them",
        (".csv",),
        "argmap.formats.csv_tables",
    ),
    Format("mermaid", "a Mermaid flowchart", (".mmd",), "argmap.formats.mermaid", reads=False),
    Format("dot", "a graph for Graphviz", (".dot", ".gv"), "argmap.formats.dot", reads=False),
    Format("markdown", "an outline in Markdown", (".md",), "argmap.formats.markdown", reads=False),
)
"""All formats; a text is of the first that recognises it."""
