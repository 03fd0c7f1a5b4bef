"""JSON-LD out: claims, reviews, sources and annotations."""

import json
from typing import Any

from hypothesis import given

from argmap.formats import Loss, format_named
from argmap.model import ArgumentMap, Claim, Evidence, Extent, Passage, Relation, Source
from tests.formats.whole_maps import whole_maps

JSON_LD = format_named("json-ld")
A_MAP = ArgumentMap(
    "Should we?",
    language="en",
    nodes=[
        Claim("cuts", "A charge cuts traffic.", main=True, tags=["city"]),
        Evidence(
            "the counts",
            "Counts fell.",
            passages=[Passage("tfl", page="12", quote="reduced […] by 18 percent")],
        ),
        Claim("not-long", "It will not last.", withdrawn="no data"),
    ],
    relations=[
        Relation("supports", ["the counts"], "cuts"),
        Relation("contrasts", ["not-long"], "cuts"),
    ],
    sources=[Source("tfl", "Report", doi="10.1/a b", retracted="wrong")],
)


def graph(argument_map: ArgumentMap) -> dict[str, dict[str, Any]]:
    items = json.loads(JSON_LD.write(argument_map).text)["@graph"]
    return {item.get("@id") or item["id"]: item for item in items}


def test_claims_evidence_and_sources_are_in_the_words_of_schema_org() -> None:
    items = graph(A_MAP)
    assert items["#map"] == {
        "@type": "CreativeWork",
        "@id": "#map",
        "name": "Should we?",
        "inLanguage": "en",
        "hasPart": [{"@id": "#cuts"}, {"@id": "#the%20counts"}, {"@id": "#not-long"}],
    }
    assert items["#cuts"] == {
        "@type": "Claim",
        "@id": "#cuts",
        "identifier": "cuts",
        "text": "A charge cuts traffic.",
        "keywords": ["city"],
        "cito:isSupportedBy": [{"@id": "#the%20counts"}],
        "cito:isDisputedBy": [{"@id": "#not-long"}],
    }
    assert items["#the%20counts"]["@type"] == "Statement"
    assert items["#the%20counts"]["citation"] == [{"@id": "https://doi.org/10.1/a%20b"}]
    assert items["#not-long"]["creativeWorkStatus"] == "withdrawn: no data"
    assert items["https://doi.org/10.1/a%20b"] == {
        "@type": "CreativeWork",
        "@id": "https://doi.org/10.1/a%20b",
        "name": "Report",
        "identifier": [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1/a b"}],
        "creativeWorkStatus": "retracted: wrong",
    }


def test_main_claims_are_reviewed_by_their_status() -> None:
    items = graph(A_MAP)
    reviews = [item for item in items.values() if item.get("@type") == "ClaimReview"]
    assert [review["itemReviewed"] for review in reviews] == [{"@id": "#cuts"}]
    assert reviews[0]["claimReviewed"] == "A charge cuts traffic."
    assert reviews[0]["reviewRating"]["alternateName"] == "supported"


def test_a_quotation_with_an_omission_has_two_targets() -> None:
    annotation = graph(A_MAP)["#the%20counts.passage-1"]
    page = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc8118",
        "value": "page=12",
    }
    assert annotation["body"] == "#the%20counts"
    assert [target["selector"] for target in annotation["target"]] == [
        [{"type": "TextQuoteSelector", "exact": "reduced"}, page],
        [{"type": "TextQuoteSelector", "exact": "by 18 percent"}, page],
    ]


def test_places_without_words_are_fragments_or_the_whole_source() -> None:
    passages = [
        Passage("s", line=Extent(10, 14)),
        Passage("s", time="00:12:30"),
        Passage("s", section="Two"),
    ]
    source = Source("s", "S", url="http://x.org/a")
    items = graph(ArgumentMap(nodes=[Claim("a", passages=passages)], sources=[source]))
    targets = [items[f"#a.passage-{number}"]["target"] for number in (1, 2, 3)]
    assert targets[0]["selector"]["value"] == "line=9,14"
    assert targets[1]["selector"]["value"] == "t=00:12:30"
    assert targets[2] == "http://x.org/a"


def test_what_has_no_word_is_counted() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "A", type="fact", passages=[Passage("s", page="xi")])],
        relations=[
            Relation("supports", ["a"], "gone", id="r"),
            Relation("undercuts", ["a"], "r"),
        ],
    )
    assert JSON_LD.write(the_map).losses == (
        Loss("names of relations", 1),
        Loss("pages of passages that are no numbers", 1),
        Loss("relations to what is no node", 1),
        Loss("types of claims", 1),
        Loss("undercuts", 1),
    )


@given(whole_maps)
def test_every_map_is_written_and_every_node_once(the_map: ArgumentMap) -> None:
    items = json.loads(JSON_LD.write(the_map).text)["@graph"]
    written = [item["identifier"] for item in items if item.get("@type") in {"Claim", "Statement"}]
    assert written == [node.id for node in the_map.nodes]
