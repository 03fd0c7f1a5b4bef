"""The words of BibTeX and CSL for types of publications and for languages, in those of argmap."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OF_BIBTEX: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("article", "suppperiodical"), "article"),
        **dict.fromkeys(("inproceedings", "conference"), "paper"),
        **dict.fromkeys(("book", "mvbook", "booklet", "collection", "mvcollection"), "book"),
        **dict.fromkeys(("reference", "mvreference", "proceedings", "mvproceedings"), "book"),
        **dict.fromkeys(("inbook", "bookinbook", "suppbook", "incollection"), "chapter"),
        **dict.fromkeys(("suppcollection", "inreference"), "chapter"),
        **dict.fromkeys(("techreport", "report"), "report"),
        **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
        **dict.fromkeys(("online", "electronic", "www"), "website"),
        **dict.fromkeys(("legislation", "legal"), "law"),
        **dict.fromkeys(("movie", "video"), "film"),
        **dict.fromkeys(("audio", "music"), "recording"),
        **dict.fromkeys(("artwork", "image"), "image"),
        "dataset": "dataset",
        "software": "software",
        "manual": "manual",
        "patent": "patent",
        "standard": "standard",
        "jurisdiction": "ruling",
        "letter": "letter",
        "review": "review",
        "unpublished": "manuscript",
        "periodical": "periodical",
        "performance": "performance",
        "commentary": "commentary",
    }
)
"""Types of entries, in lower case. `misc` and what is not here says nothing about the source."""

OF_CSL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article-journal": "article",
        "article-magazine": "magazine",
        "article": "preprint",
        "article-newspaper": "newspaper",
        "paper-conference": "paper",
        "book": "book",
        **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), "chapter"),
        **dict.fromkeys(("review", "review-book"), "review"),
        **dict.fromkeys(("post", "post-weblog"), "post"),
        **dict.fromkeys(("legislation", "bill", "regulation"), "law"),
        **dict.fromkeys(("broadcast", "motion_picture"), "film"),
        **dict.fromkeys(("figure", "graphic", "map"), "image"),
        "report": "report",
        "thesis": "thesis",
        "dataset": "dataset",
        "webpage": "website",
        "legal_case": "ruling",
        "treaty": "treaty",
        "patent": "patent",
        "standard": "standard",
        "interview": "interview",
        "personal_communication": "letter",
        "speech": "speech",
        "song": "recording",
        "hearing": "testimony",
        "manuscript": "manuscript",
        "software": "software",
        "periodical": "periodical",
        "performance": "performance",
        "pamphlet": "pamphlet",
        "musical_score": "score",
    }
)
"""Types of items. `document` and what is not here says nothing about the source."""

PERIODICAL: Final = frozenset({"article", "magazine", "newspaper", "review"})
"""Types of what appears in a journal: that is named rather than the house that prints it."""

_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("english", "american", "british", "canadian", "australian"), "en"),
        **dict.fromkeys(("usenglish", "ukenglish"), "en"),
        **dict.fromkeys(("german", "ngerman", "austrian", "naustrian", "deutsch"), "de"),
        **dict.fromkeys(("nswissgerman", "swissgerman"), "de"),
        **dict.fromkeys(("french", "francais", "français", "canadien", "acadian"), "fr"),
        **dict.fromkeys(("spanish", "español", "castilian"), "es"),
        **dict.fromkeys(("portuguese", "português", "portuges", "brazilian", "brazil"), "pt"),
        **dict.fromkeys(("norwegian", "norsk"), "no"),
        **dict.fromkeys(("chinese", "中文"), "zh"),
        **dict.fromkeys(("russian", "русский"), "ru"),
        "italian": "it",
        "italiano": "it",
        "dutch": "nl",
        "nederlands": "nl",
        "latin": "la",
        "swedish": "sv",
        "svenska": "sv",
        "danish": "da",
        "finnish": "fi",
        "icelandic": "is",
        "nynorsk": "nn",
        "polish": "pl",
        "czech": "cs",
        "slovak": "sk",
        "slovene": "sl",
        "slovenian": "sl",
        "croatian": "hr",
        "serbian": "sr",
        "bulgarian": "bg",
        "ukrainian": "uk",
        "belarusian": "be",
        "romanian": "ro",
        "hungarian": "hu",
        "magyar": "hu",
        "greek": "el",
        "turkish": "tr",
        "arabic": "ar",
        "hebrew": "he",
        "persian": "fa",
        "farsi": "fa",
        "hindi": "hi",
        "bengali": "bn",
        "urdu": "ur",
        "japanese": "ja",
        "korean": "ko",
        "vietnamese": "vi",
        "thai": "th",
        "indonesian": "id",
        "malay": "ms",
        "estonian": "et",
        "latvian": "lv",
        "lithuanian": "lt",
        "catalan": "ca",
        "basque": "eu",
        "galician": "gl",
        "irish": "ga",
        "welsh": "cy",
        "afrikaans": "af",
        "esperanto": "eo",
    }
)


def language_tag(written: str) -> str | None:
    """Return a language as in BCP 47, from such a tag or a name; None where it is not known."""
    written = written.strip()
    return _NAMES.get(written.casefold()) or (
        written.replace("_", "-") if _TAG.fullmatch(written) else None
    )
