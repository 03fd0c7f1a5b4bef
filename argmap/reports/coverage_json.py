"""How much of its sources a map accounts for, for programs.

    {
      "version": 1,
      "maps": [
        {
          "map": "sundays",
          "sources": [
            {
              "source": "article",
              "sentences": 44, "cited": 36, "setAside": 8, "missing": 0, "share": 1.0,
              "sections": [{"heading": "Who Comes", "sentences": 12, …}],
              "places": [
                {"paragraph": 1, "sentence": 1, "start": 0, "end": 96, "heading": "",
                 "citedBy": [{"node": "keep-sundays", "roles": ["claim"]}], "setAside": null}
              ],
              "unplaced": [{"node": "counts", "locator": "paragraph 99"}]
            }
          ],
          "absent": [{"source": "book", "why": "the map names no file for it"}]
        }
      ],
      "total": {"sentences": 111, "cited": 68, "setAside": 8, "missing": 35, "share": 0.6602}
    }

`start` and `end` count code points of the text as it was read, from 0. `share` is the part of the
sentences not set aside that is cited, from 0 to 1, with four digits. The texts themselves are not
part of the report. Keys may be added while `version` is 1.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from argmap.coverage import Counts, CoveredSentence, MapCoverage, SourceCoverage, Unplaced
from argmap.model import Passage

_Object: TypeAlias = Mapping[str, object]


def coverage_json(maps: Sequence[MapCoverage]) -> str:
    """Return how much is accounted for, in the shape of this module's description."""
    report = {
        "version": 1,
        "maps": [_map(one) for one in maps],
        "total": _counts(Counts.sum(one.counts for one in maps)),
    }
    return json.dumps(report, indent=2) + "\n"


def _map(one: MapCoverage) -> _Object:
    return {
        "map": one.name,
        "sources": [_source(source) for source in one.sources],
        "absent": [{"source": source_id, "why": why} for source_id, why in one.absent],
    }


def _source(source: SourceCoverage) -> _Object:
    return {
        "source": source.source.id,
        **_counts(source.counts),
        "sections": [
            {"heading": heading, **_counts(Counts.of(sentences))}
            for heading, sentences in source.sections()
        ],
        "places": [_place(sentence) for sentence in source.sentences],
        "unplaced": [_unplaced(one) for one in source.unplaced],
    }


def _place(sentence: CoveredSentence) -> _Object:
    return {
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "heading": sentence.section,
        "citedBy": [{"node": one.node_id, "roles": list(one.roles)} for one in sentence.citations],
        "setAside": sentence.set_aside,
    }


def _unplaced(one: Unplaced) -> _Object:
    locator = one.passage.locator if isinstance(one.passage, Passage) else "set aside"
    return {"node": one.node_id, "locator": locator}


def _counts(counts: Counts) -> _Object:
    return {
        "sentences": counts.sentences,
        "cited": counts.cited,
        "setAside": counts.set_aside,
        "missing": counts.missing,
        "share": round(counts.share, 4),
    }
