"""What is fuzzed: functions of bytes that fail when something happens that must not."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from attrs import frozen

from argmap.assess import assess
from argmap.bibliography import read_bibliography
from argmap.checks import check
from argmap.claimfile import write
from argmap.coverage import cover
from argmap.extract.at_hand import TextAtHand
from argmap.extract.source import extract
from argmap.findings import ArgmapError
from argmap.formats import Format, format_named, format_of
from argmap.model import ArgumentMap, Evidence, Extent, Passage, Source
from argmap.passages import SourceText, find, plain_source
from argmap.passages.locating import locate
from argmap.project.configuration_file import read_configuration
from argmap.render import Output, render
from argmap.reports.checked import CheckedMap
from argmap.reports.markdown import markdown_report
from argmap.reports.whole.markdown import report_markdown
from argmap.reports.whole.page import report_page
from argmap.reports.whole.values import MapReport
from argmap.review.records import read_record, write_record
from argmap.text import TextFile
from tests.fuzz.fence import fence
from tests.fuzz.harmless import hold_page
from tests.fuzz.map_of import map_of
from tests.fuzz.seeds import others, read_formats, seeds_of, some_maps
from tests.fuzz.supply import Supply
from tests.fuzz.web import SEEDS as REQUESTS
from tests.fuzz.web import answer_requests
from tests.render.test_svg import assert_is_safe

Act: TypeAlias = Callable[[bytes], None]

_DRAWINGS: Final = (bytes(range(256)), b"\x03abc" * 60, b"\x01\x02\x03\x04" * 50)


@frozen
class Target:
    """Something to be fuzzed.

    Attributes:
        act: takes bytes; it fails when an invariant does not hold.
        seeds: bytes to begin with.
        cost: how long one input takes beside a small reader, for the shares of a run.
    """

    act: Act
    seeds: tuple[bytes, ...]
    cost: int = 1


def _reading(form: Format) -> Act:
    """Read a text, and what is behind U+001E in place of every file beside it."""

    def act(data: bytes) -> None:
        text, _, rest = data.decode("utf-8", "replace").partition("\x1e")
        file = TextFile(f"fuzz{form.suffixes[0]}", text)
        with fence():
            found, findings = form.read(file, lambda path: TextFile(path, rest) if rest else None)
        for one in findings:
            assert one.message
            assert one.span is None or 0 <= one.span.start <= one.span.end
        # Whatever was understood can be judged and kept.
        assess(found)
        write(found)

    return act


def _told(data: bytes) -> None:
    """Tell the format of a text by its content alone, and read it."""
    file = TextFile("fuzz", data.decode("utf-8", "replace"))
    try:
        format_of(file).read(file)
    except ArgmapError:
        return


def _configuration(data: bytes) -> None:
    try:
        found = read_configuration(data.decode("utf-8", "replace"), "pyproject.toml")
    except ArgmapError:
        return
    if found is not None:
        check(some_maps()[0], selection=found.selection())


def _review(data: bytes) -> None:
    review, _ = read_record(TextFile("review.yaml", data.decode("utf-8", "replace")))
    if review is not None:
        again, findings = read_record(TextFile("review.yaml", write_record(review)))
        assert again == review, findings


def _bibliography(suffix: str) -> Act:
    def act(data: bytes) -> None:
        with fence():
            found = read_bibliography(TextFile(f"refs{suffix}", data.decode("utf-8", "replace")))
        write(ArgumentMap(sources=found.sources))

    return act


def _extracting(name: str) -> Act:
    def act(data: bytes) -> None:
        try:
            with fence():
                source = extract(name, data).source
        except ArgmapError:
            return
        end = 0
        for block in source.blocks:
            assert end <= block.start < block.end <= len(source.text)
            end = block.end
        assert all(source.text[start:stop].strip() for start, stop in source.all_sentences)

    return act


def _finding(data: bytes) -> None:
    """Look for words in a text that they were partly taken from."""
    supply = Supply(data)
    start, length, paragraph, mode = (supply.number(255) for _ in range(4))
    text = supply.rest().decode("utf-8", "replace")
    source = plain_source(text)
    words = text[start : start + length % 80]
    words = (words, words[::-1], words.swapcase(), f"{words} […] {text[-9:]}")[mode % 4]
    for wanted in (words, Passage("s", quote=words or "x", paragraph=Extent(1 + paragraph % 9))):
        found = find(source, wanted)
        assert all(0 <= first <= last <= len(text) for first, last in found.places)
    for one in locate(source, words, "s"):
        assert one.place[1] <= len(text)
    if mode % 4 == 0 and words.strip() and words.strip()[0].isalnum():
        _hold_covered(source, words)


def _hold_covered(source: SourceText, words: str) -> None:
    """Cover a text by what cites it, and check the map against it."""
    cited = Evidence("e", "E.", passages=(Passage("s", quote=words),))
    argument_map = ArgumentMap(nodes=(cited,), sources=(Source("s", "S"),))
    cover(argument_map, argument_map.sources[0], source)
    check(argument_map, texts={"s": TextAtHand("s.txt", "0" * 64, source)})


def _svg(data: bytes) -> None:
    assert_is_safe(render(map_of(Supply(data))))


def _viewer(data: bytes) -> None:
    hold_page(render(map_of(Supply(data)), output="html"), scripts=2)


def _pages(data: bytes) -> None:
    """Check a map, and write what a report tells of it."""
    argument_map = map_of(Supply(data))
    assessment = assess(argument_map)
    found = CheckedMap("fuzz", argument_map, check(argument_map, assessment=assessment))
    picture = render(argument_map, assessment=assessment)
    report = MapReport(found, assessment, picture=picture)
    hold_page(report_page([report]), scripts=0)
    report_markdown([report])
    markdown_report([found])


def _texts(data: bytes) -> None:
    """Write maps in every format of text; what is written is read again without a crash."""
    argument_map = map_of(Supply(data))
    outputs: tuple[Output, ...] = ("mermaid", "dot", "markdown")
    for output in outputs:
        render(argument_map, output=output)
    for name in read_formats():
        form = format_named(name)
        if not form.writes:
            continue
        try:
            written = form.write(argument_map)
        except ArgmapError:
            continue
        form.read(TextFile(f"a{form.suffixes[0]}", written.text))


def _targets() -> Mapping[str, Target]:
    texts = others()
    readers = {
        f"read-{name}": Target(_reading(format_named(name)), seeds_of(name))
        for name in read_formats()
    }
    every = tuple(seed for target in readers.values() for seed in target.seeds)
    return {
        **readers,
        "tell-format": Target(_told, every),
        "configuration": Target(_configuration, texts["configuration"]),
        "review": Target(_review, texts["review"]),
        "bibtex": Target(_bibliography(".bib"), texts["bibtex"], 2),
        "csl": Target(_bibliography(".json"), texts["csl"]),
        "extract-html": Target(_extracting("a.html"), texts["html"], 2),
        "extract-markdown": Target(_extracting("a.md"), texts["markdown"], 2),
        "extract-plain": Target(_extracting("a.txt"), texts["plain"], 2),
        "find": Target(_finding, tuple(b"\x05\x20\x01\x00" + one for one in texts["plain"]), 4),
        "svg": Target(_svg, _DRAWINGS, 8),
        "viewer": Target(_viewer, _DRAWINGS, 8),
        "pages": Target(_pages, _DRAWINGS, 20),
        "texts": Target(_texts, _DRAWINGS, 20),
        "requests": Target(answer_requests, REQUESTS, 8),
    }


TARGETS: Final = _targets()
