"""Many maps at once: what is found below a path, what each gives, and who works on it."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest
from attrs import define, field

from argmap.corpus import Outcome, State, Summary, Task, run, running, work_on
from argmap.corpus.processes import Processes
from argmap.corpus.running import Chunk
from argmap.corpus.working import _clean
from argmap.findings import UsageError
from argmap.project.walking import Place, count_below, is_known, places_below

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"

CLAIM_FILE = "map: {title: Rain}\nclaims: {a: {text: It rains., contrasts: [b]}, b: {text: Dry.}}\n"
ARGDOWN = "[a]: It rains.\n  - [b]: It is dry.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("argmap.toml").touch()


@pytest.fixture(name="texts")
def _texts() -> Path:
    """Make a directory with two maps, a bad one, and two files in no known format."""
    texts = Path("texts")
    texts.mkdir()
    (texts / "a.yaml").write_text(CLAIM_FILE)
    (texts / "b.argdown").write_text(ARGDOWN)
    (texts / "c.yaml").write_text("claims: [\n")
    (texts / "d.txt").write_text("- a list\n  - of things\n")
    (texts / "e.png").write_bytes(b"\x89PNG")
    return texts


def _places(*paths: Path) -> list[Place]:
    return list(places_below(paths))


def _come_upon(path: Path) -> Place:
    return Place(path, (path,), is_named=False)


def test_files_are_found_in_the_order_of_their_names(texts: Path) -> None:
    names = ("a.yaml", "b.argdown", "c.yaml", "d.txt", "e.png")
    assert _places(texts) == [_come_upon(texts / name) for name in names]
    assert count_below([texts]) == 5


def test_the_claims_of_a_project_are_its_maps() -> None:
    for path in ("claims/city/one.yaml", "claims/city/two.yaml", "claims/sea.yaml"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(CLAIM_FILE)
    here = Path.cwd()
    city = here / "claims" / "city"
    sea = here / "claims" / "sea.yaml"
    both = [Place(city, (city / "one.yaml", city / "two.yaml")), Place(sea, (sea,))]
    assert [one for one in _places(Path()) if one.is_named] == both
    assert _places(Path("claims")) == both
    assert _places(Path("claims/city/two.yaml")) == both[:1]


def test_a_file_that_is_read_with_another_is_no_map() -> None:
    for name in ("a.ann", "a.txt", "b.csv", "b.relations.csv", "c.relations.csv"):
        Path("texts").mkdir(exist_ok=True)
        Path("texts", name).write_text("T1\tClaim 0 1\ta\n")
    known = [place.path.name for place in _places(Path("texts")) if is_known(place.path)]
    assert known == ["a.ann", "b.csv", "c.relations.csv"]


def test_yaml_that_is_no_map_is_passed_over() -> None:
    Path("texts").mkdir()
    Path("texts/ci.yaml").write_text("on: push\njobs: {}\n")
    (done,) = work_on(Task("stats"), _places(Path("texts")))
    assert done == Outcome("texts/ci.yaml", State.PASSED)


def test_links_are_not_followed(texts: Path) -> None:
    (texts / "again").symlink_to(Path.cwd() / "texts")
    link = next(place for place in _places(texts) if place.path.name == "again")
    assert link.problem == "it is a link, and links are not followed; give what it is"


def test_a_bad_configuration_costs_its_project_only(texts: Path) -> None:
    (texts / "p").mkdir()
    (texts / "p" / "argmap.toml").write_text("claim = 1\n")
    bad = [place for place in _places(texts) if place.problem]
    assert [place.path for place in bad] == [texts / "p"]
    assert "claim" in bad[0].problem


def test_a_path_that_is_not_there_is_refused_at_once(texts: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no 'text'; did you mean 'texts'\?"):
        places_below([texts, Path("text")])


def test_stats_are_counts_of_each_map(texts: Path) -> None:
    done = work_on(Task("stats"), _places(texts))
    assert [outcome.state for outcome in done] == ["read", "read", "bad", "passed", "passed"]
    assert done[0].records == (
        {
            "map": "texts/a.yaml",
            "format": "argmap",
            "title": "Rain",
            "claims": 2,
            "evidence": 0,
            "relations": 1,
            "supports": 0,
            "contrasts": 1,
            "undercuts": 0,
            "restates": 0,
            "supported": 0,
            "contested": 0,
            "refuted": 0,
            "unsupported": 2,
            "assumed": 0,
            "withdrawn": 0,
            "sources": 0,
            "passages": 0,
        },
    )
    assert done[2].reason == "1:9: 'claims' must be a mapping of ids, not a list"


def test_findings_have_their_place(texts: Path) -> None:
    (done,) = work_on(Task("check", select=("unsupported-claim",)), _places(texts / "a.yaml"))
    assert done.records[0] == {
        "map": "texts/a.yaml",
        "path": "texts/a.yaml",
        "line": 2,
        "column": 10,
        "code": 201,
        "rule": "unsupported-claim",
        "severity": "error",
        "subject": "a",
        "message": "the map has no evidence, and nothing supports 2 of its claims: 'a' and 'b'",
    }
    assert len(done.records) == 1


def test_strengths_come_where_a_semantics_is_named(texts: Path) -> None:
    places = _places(texts / "a.yaml")
    (plain,) = work_on(Task("assess"), places)
    (weighed,) = work_on(Task("assess", semantics="df-quad"), places)
    a, b = {"map": "texts/a.yaml", "id": "a"}, {"map": "texts/a.yaml", "id": "b"}
    assert plain.records == (
        {**a, "status": "unsupported", "strength": None},
        {**b, "status": "unsupported", "strength": None},
    )
    assert weighed.records == (
        {**a, "status": "unsupported", "strength": 0.5},
        {**b, "status": "unsupported", "strength": 0.25},
    )


def test_half_a_character_does_not_stop_the_writing() -> None:
    assert _clean({"map": "a", "title": "\ud800 ö", "claims": 1, "strength": None}) == {
        "map": "a",
        "title": "? ö",
        "claims": 1,
        "strength": None,
    }


def test_a_named_file_in_no_known_format_is_passed_over() -> None:
    Path("a.png").write_text("x")
    assert work_on(Task("stats"), _places(Path("a.png"))) == (Outcome("a.png", State.PASSED),)


def test_processes_give_what_one_would_in_order(texts: Path) -> None:
    for number in range(20):
        (texts / f"m{number:02}.yaml").write_text(CLAIM_FILE)
    places = _places(texts)
    alone = work_on(Task("assess"), places)
    assert tuple(run(Task("assess"), places, jobs=2, chunk=3)) == alone


@pytest.mark.parametrize(
    ("task", "message"),
    [
        (Task("check", select=("unsuported-claim",)), "did you mean 'unsupported-claim'"),
        (Task("assess", semantics="x"), "there is no semantics 'x'; there are "),
    ],
)
def test_what_is_not_there_is_refused_before_anything_is_read(task: Task, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        next(run(task, []))


@define
class _Mortal(Processes):
    """Processes in which some files are deadly."""

    deadly: str = field(default="", kw_only=True)

    def submit(self, chunk: Chunk) -> "Future[tuple[Outcome, ...]]":
        future = super().submit(chunk)
        assert self._many is not None
        if any(place.path.name == self.deadly for place in chunk):
            return self._many.submit(_die)
        return future

    def alone(self, place: Place) -> "Future[tuple[Outcome, ...]]":
        future = super().alone(place)
        assert self._one is not None
        return self._one.submit(_die) if place.path.name == self.deadly else future


def _die() -> tuple[Outcome, ...]:
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return ()


def test_a_worker_that_dies_costs_its_file_only(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mortal(task: Task, jobs: int) -> Processes:
        return _Mortal(task, jobs, deadly="b.argdown")

    monkeypatch.setattr(running, "Processes", mortal)
    places = _places(texts)
    expected = list(work_on(Task("stats"), places))
    reason = "the process that read it died; it may need more memory than there is"
    expected[1] = Outcome("texts/b.argdown", State.BAD, reason=reason)
    assert list(run(Task("stats"), places, jobs=2, chunk=2)) == expected


@define
class _Faulty:
    """A worker in this process, with a fault."""

    task: Task

    def submit(self, chunk: Sequence[Place]) -> "Future[tuple[Outcome, ...]]":
        future: Future[tuple[Outcome, ...]] = Future()
        if any(place.path.name == "a.yaml" for place in chunk):
            future.set_exception(ValueError("odd"))
        else:
            future.set_result(work_on(self.task, chunk))
        return future

    def alone(self, place: Place) -> "Future[tuple[Outcome, ...]]":
        return self.submit((place,))


def test_a_fault_of_argmap_costs_one_file_and_is_told(texts: Path) -> None:
    chunk = tuple(_places(texts)[:2])
    done = list(running._in_order(_Faulty(Task("stats")), [chunk], 1))
    reason = "it stopped argmap with ValueError: odd; please report that"
    assert done[0] == Outcome("texts/a.yaml", State.BAD, reason=reason)
    assert done[1].state is State.READ


def test_places_are_taken_as_they_are_needed(texts: Path) -> None:
    taken = []

    def chunks() -> Iterator[Chunk]:
        for place in _places(texts):
            taken.append(place.path.name)
            yield (place,)

    outcomes = running._in_order(_Faulty(Task("stats")), chunks(), 1)
    next(outcomes)
    assert taken == ["a.yaml", "b.argdown"]


def test_the_summary_counts_findings_by_rule_and_maps(texts: Path) -> None:
    summary = Summary("check")
    for outcome in work_on(Task("check", select=("201", "110")), _places(texts)):
        summary.add(outcome)
    assert summary.text() == (
        "severity  code  rule               findings  maps\n"
        "error     201   unsupported-claim         2     2\n"
        "read 2 maps; 2 passed over, in no known format; 1 bad\n"
    )


with_corpora = pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not here")


@with_corpora
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_microtexts_have_the_counts_of_their_authors(language: str) -> None:
    summary = Summary("stats")
    for outcome in work_on(Task("stats"), _places(CORPORA / "microtexts" / language)):
        summary.add(outcome)
    numbers = {row["what"]: row["number"] for row in json.loads(summary.json())["rows"]}
    wanted = {"claims": 576, "supports": 263 + 9, "contrasts": 108, "undercuts": 63}
    assert (summary.maps, summary.passed, summary.bad) == (112, 112, 0)
    assert {key: numbers[key] for key in wanted} == wanted
