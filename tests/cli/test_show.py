"""`argmap show` and `argmap stats`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.mark.usefixtures("city")
def test_a_claim_is_told_with_the_way_to_its_evidence(call: Call) -> None:
    result = call("show", "should-charge")
    assert result.exit_code == 0
    assert result.output == (
        "should-charge\n"
        "  We should charge.\n"
        "  claim, main; claims/city/all.yaml:5:3\n"
        "\n"
        "status: supported: evidence that cites a source reaches it\n"
        "   1. 'counts' cites Fifth report\n"
        "   2. 'counts' supports 'cuts-traffic'\n"
        "   3. 'cuts-traffic' supports 'should-charge'\n"
        "\n"
        "supported by\n"
        "  + cuts-traffic (claim, supported)\n"
        "      A charge cuts traffic.\n"
        "\n"
        "falls with each of\n"
        "  ! cuts-traffic (claim)\n"
        "      A charge cuts traffic.\n"
        "  ! counts (evidence)\n"
        "      Counts fell.\n"
    )


def test_a_main_claim_with_two_reasons_falls_with_both_and_not_with_one(
    call: Call, city: Path
) -> None:
    city.write_text(
        "sources: {s: {title: S}}\n"
        "claims: {m: {text: M., main: true, supporting: [e, f]}}\n"
        "evidence:\n"
        "  e: {text: E., cites: s}\n"
        "  f: {text: F., cites: s}\n"
    )
    assert (
        "falls with no single node; with these 2 together, and not with fewer\n"
        "  ! e (evidence)\n"
        "      E.\n"
        "  ! f (evidence)\n"
        "      F.\n"
    ) in call("show", "m").output
    assert "falls" not in call("show", "e").output


def test_what_is_wrong_with_a_node_is_told_with_it(call: Call, city: Path) -> None:
    city.write_text("claims:\n  a: {text: Alone.}\n")
    assert call("show", "a").output.split("\nfindings\n")[1] == (
        "claims/city/all.yaml:2:3: error unsupported-claim (201): nothing supports 'a'\n"
        "    2 |   a: {text: Alone.}\n"
        "      |   ^\n"
        "  help: add evidence under `supporting:`, or say why it needs none with `assumed:`\n"
    )


@pytest.mark.usefixtures("city")
def test_a_relation_is_told_by_its_id(call: Call) -> None:
    result = call("show", "counts supports cuts-traffic")
    assert result.exit_code == 0
    assert "\nstatus: it holds\n" in result.output


def test_an_alias_leads_to_its_node(call: Call, city: Path) -> None:
    city.write_text("claims: {new: {text: X., aliases: [old], assumed: it is said}}\n")
    assert call("show", "old").output.startswith("new\n")


@pytest.mark.usefixtures("city")
def test_an_unknown_id_suggests_the_nearest(call: Call) -> None:
    result = call("show", "cut-trafic")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: there is no 'cut-trafic' in the map city; did you mean 'cuts-traffic'?\n"
    )
    assert call("show", "xyz").stderr == (
        "argmap: there is no 'xyz' in the map city; "
        "`argmap render MAP -f markdown -o -` lists a map\n"
    )


@pytest.mark.usefixtures("city")
def test_an_id_of_several_maps_needs_the_name_of_one(call: Call) -> None:
    Path("claims/town").mkdir()
    Path("claims/town/a.yaml").write_text("claims: {counts: {text: A claim here.}}\n")
    result = call("show", "counts")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: 'counts' is in the maps city and town; say which with `--map`\n",
    )
    assert "A claim here." in call("show", "counts", "--map", "town").output
    assert call("show", "counts", "--map", "twon").stderr == (
        "argmap: there is no map 'twon'; did you mean 'town'?\n"
    )
    assert call("show", "counts", "--map", "xyz").stderr == (
        "argmap: there is no map 'xyz'; there are city, town\n"
    )


@pytest.mark.usefixtures("city")
def test_maps_are_counted(call: Call) -> None:
    assert call("stats").output == (
        "city: Should we?\n"
        "  claims         2   2 no type\n"
        "                     2 supported\n"
        "  evidence       1   1 no type\n"
        "                     1 supported\n"
        "  relations      2   2 supports\n"
        "  sources        1\n"
        "  passages       1\n"
    )
    report = json.loads(call("stats", "claims/city", "-f", "json").output)
    assert [one["name"] for one in report["maps"]] == ["city"]


def test_there_may_be_nothing_to_count_or_show(call: Call) -> None:
    message = (
        "argmap: there is no claim file in 'claims'; make one with `argmap init`, or give a path\n"
    )
    for arguments in (("stats",), ("show", "x"), ("render",)):
        result = call(*arguments)
        assert (result.exit_code, result.stderr) == (2, message)
