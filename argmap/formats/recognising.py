"""How each format is told from a glance at a text."""

import re
from typing import Final

from argmap.formats.glance import Glance

_KIALO: Final = re.compile(r"Discussion Title:|Discussion Name:|1\.\s+\S")
_ARGDOWN: Final = re.compile(
    r"^(?:===[ \t\r]*$|[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>)[ \t\r]*(?::|$)"
    r"|[ \t]+(?:<?[-+_]|[-+_]>|><)[ \t]*\S)",
    re.MULTILINE,
)
_GSN: Final = re.compile(
    r"^(?:G|S|C|J|A)[-_.\w]*:[ \t]*(?:\{[ \t]*\}[ \t]*)?(?:#.*)?\r?$", re.MULTILINE
)
_GSN_MODULE: Final = re.compile(r"^module:[ \t]*\r?$", re.MULTILINE)
_GSN_FIELD: Final = re.compile(
    r"^[ \t]+(?:text|supportedBy|inContextOf|challenges|undeveloped|nodeType):", re.MULTILINE
)
_CARNEADES: Final = re.compile(
    r"^(?:meta|language|statements|arguments|issues|assumptions|tests|(?:argument|issue)_schemes):",
    re.MULTILINE,
)
_CLAIM_FILE: Final = re.compile(
    r"^(?:map|section|sources|claims|evidence|relations|set_aside)[ \t]*:", re.MULTILINE
)
_ANN: Final = re.compile(r"^(?:[TREAMN]\d+|[*#]\w*)\t", re.MULTILINE)


def is_claim_file(glance: Glance) -> bool:
    """Say whether a text seems to be a claim file of argmap."""
    return _CLAIM_FILE.search(glance.text) is not None


def is_claim_json(glance: Glance) -> bool:
    """Say whether a text seems to be a claim file in JSON."""
    return bool(glance.keys & {"claims", "evidence"}) and "nodeID" not in glance.keys


def is_xaif(glance: Glance) -> bool:
    """Say whether a text seems to be xAIF, as the AMF pipeline and OVA3 have it."""
    return bool(glance.keys & {"AIF", "aif"}) and bool(glance.keys & {"nodeID", "nodes"})


def is_ova2(glance: Glance) -> bool:
    """Say whether a text seems to be of OVA2, whose edges hold whole nodes."""
    return {"nodes", "edges", "from", "to"} <= glance.keys and "nodeID" not in glance.keys


def is_sadface(glance: Glance) -> bool:
    """Say whether a text seems to be SADFace."""
    return bool(glance.keys & {"source_id", "target_id"}) or {"core", "nodes"} <= glance.keys


def is_aif(glance: Glance) -> bool:
    """Say whether a text seems to be a nodeset of AIFdb; an empty one has only its lists."""
    return "nodeID" in glance.keys or {"nodes", "edges", "locutions"} <= glance.keys


def is_arguebuf(glance: Glance) -> bool:
    """Say whether a text seems to be of arguebuf, whose nodes are atoms and schemes."""
    keys = glance.keys
    return "nodes" in keys and bool(keys & {"atom", "scheme", "schemaVersion", "schema_version"})


def is_argdown_json(glance: Glance) -> bool:
    """Say whether a text seems to be the JSON that Argdown exports."""
    return {"statements", "arguments", "relations"} <= glance.keys


def is_arggraph(glance: Glance) -> bool:
    """Say whether a text seems to be an argument graph of the microtext corpus."""
    return glance.root == "arggraph"


def is_graphml(glance: Glance) -> bool:
    """Say whether a text seems to be GraphML."""
    return glance.root == "graphml"


def is_lkif(glance: Glance) -> bool:
    """Say whether a text seems to be LKIF, the XML of the earlier Carneades."""
    return glance.root == "lkif"


def is_brat(glance: Glance) -> bool:
    """Say whether a text seems to be standoff annotation."""
    return _ANN.match(glance.head) is not None


def is_kialo(glance: Glance) -> bool:
    """Say whether a text seems to be a discussion exported by Kialo."""
    return _KIALO.match(glance.head) is not None


def is_gsn(glance: Glance) -> bool:
    """Say whether a text seems to be an assurance case in the YAML of gsn2x."""
    text = glance.text
    has_elements = _GSN.search(text) is not None and _GSN_FIELD.search(text) is not None
    return has_elements or _GSN_MODULE.search(text) is not None


def is_carneades(glance: Glance) -> bool:
    """Say whether a text seems to be an argument graph in the YAML of Carneades."""
    return len(set(_CARNEADES.findall(glance.text))) > 1


def is_argdown(glance: Glance) -> bool:
    """Say whether a text seems to be Argdown."""
    return not glance.is_json and not glance.is_xml and _ARGDOWN.search(glance.head) is not None
