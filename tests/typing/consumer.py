"""What users of argmap write, with the types that they may count on; type checkers read it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, assert_type

import networkx as nx

import argmap

DAY: Final = date(2027, 1, 31)


def build() -> argmap.ArgumentMap:
    """Build a map of values."""
    report = argmap.Source("report", "Fifth report", date="2007-07", file="report.txt")
    cited = argmap.Passage("report", paragraph=argmap.Extent(2), quote="fell by 18 percent")
    cuts = argmap.Claim(
        "cuts", "It cuts traffic.", type="cause", main=True, tags=["traffic"], confidence=0.8
    )
    counts = argmap.Evidence("counts", "Counts fell.", passages=[cited], recheck_by=DAY)
    waiver = argmap.Waiver("unsupported-claim", "The study is being read.", DAY)
    alone = argmap.Claim("alone", "It stands alone.", waivers=[waiver], assumed="All agree.")
    step = argmap.Relation("supports", ["counts"], "cuts", because="Fewer cars, less traffic.")
    built = (
        argmap.ArgumentMap(
            "Should we?",
            bibliographies=[argmap.Bibliography("refs.bib")],
            set_aside=[argmap.SetAside("report", reason="a greeting")],
        )
        .with_source(report)
        .with_claim(cuts)
        .with_claim(alone)
        .with_evidence(counts)
        .with_relation(step)
    )
    assert_type(built, argmap.ArgumentMap)
    assert_type(built.claims, tuple[argmap.Claim, ...])
    assert_type(built.evidence, tuple[argmap.Evidence, ...])
    assert_type(built.relations, tuple[argmap.Relation, ...])
    assert_type(built.nodes_by_id, Mapping[str, argmap.Claim | argmap.Evidence])
    assert_type(built.node("cuts"), argmap.Claim | argmap.Evidence)
    assert_type(step.stance, argmap.Stance)
    assert_type(step.premises, tuple[str, ...])
    assert_type(cuts.tags, tuple[str, ...])
    assert_type(cuts.confidence, float | None)
    assert_type(counts.passages, tuple[argmap.Passage, ...])
    return built.without("alone")


def read(path: Path) -> argmap.ArgumentMap:
    """Read and write maps."""
    the_map, findings = argmap.load(path)
    assert_type(the_map, argmap.ArgumentMap)
    assert_type(findings, tuple[argmap.Finding, ...])
    assert_type(argmap.loads("claims: {}"), tuple[argmap.ArgumentMap, tuple[argmap.Finding, ...]])
    assert_type(argmap.dumps(the_map), str)
    assert_type(argmap.dumps(the_map, "argdown"), str)
    assert_type(argmap.save(the_map, path), bool)
    assert_type(argmap.FORMATS, tuple[argmap.Format, ...])
    written = argmap.format_named("aif").write(the_map)
    assert_type(written, argmap.Written)
    assert_type(written.text, str)
    assert_type(written.losses, tuple[argmap.Loss, ...])
    return the_map


def check(path: Path, the_map: argmap.ArgumentMap) -> list[str]:
    """Check a map beside its texts and reviews."""
    texts = argmap.texts_of(path, {"report": path})
    assert_type(texts, Mapping[str, argmap.TextAtHand | argmap.NoText])
    reviews = argmap.reviews_of(path)
    selection = argmap.Selection(select=["core"], ignore="style", levels={"201": "warning"})
    found = argmap.check(the_map, (), selection, texts=texts, reviews=reviews, today=DAY)
    assert_type(found, tuple[argmap.Finding, ...])
    assert_type(argmap.examine(the_map), argmap.Checked)
    assert_type(argmap.RULES, tuple[argmap.Rule, ...])
    assert_type([rule.name for rule in argmap.RULES], list[str])
    told: list[str] = []
    for finding in found:
        assert_type(finding.span, argmap.Span | None)
        assert_type(finding.severity, argmap.Severity)
        assert_type(finding.related, tuple[argmap.Note, ...])
        assert_type(finding.fixes, tuple[argmap.Fix, ...])
        if finding.span is not None:
            assert_type(finding.span.file, argmap.TextFile)
        if finding.severity >= argmap.Severity.WARNING:
            told.append(f"{finding.span}: {finding.message}")
    return told


def weigh(the_map: argmap.ArgumentMap) -> argmap.Status:
    """Ask what stands, and what of a text is covered."""
    assessment = argmap.assess(the_map, free_types=["value"])
    assert_type(assessment, argmap.Assessment)
    assert_type(assessment.statuses, Mapping[str, argmap.Status])
    text = argmap.plain_source("Counts fell by 18 percent.")
    assert_type(text, argmap.SourceText)
    argmap.find(text, "fell by 18 percent")
    assert_type(argmap.cover(the_map, the_map.sources[0], text), argmap.SourceCoverage)
    return assessment.statuses["cuts"]


def draw(the_map: argmap.ArgumentMap) -> str:
    """Draw a map."""
    viewer = argmap.view(the_map, theme="dark", focus="cuts")
    assert_type(viewer, argmap.Viewer)
    assert_type(viewer.page, str)
    svg = argmap.render(the_map, output="svg", engine="tree", direction="tb", depth=2)
    assert_type(svg, str)
    return svg


def analyse(the_map: argmap.ArgumentMap) -> argmap.ArgumentMap:
    """Hand a map to other libraries, and take it back."""
    frames = argmap.to_frames(the_map, "polars")
    assert_type(frames, argmap.Frames)
    graph: nx.DiGraph[Any] = argmap.to_networkx(the_map)
    assert nx.is_directed(graph)
    return argmap.from_networkx(graph)


def describe(node: argmap.Node) -> str:
    """Tell claims and evidence apart."""
    if isinstance(node, argmap.Claim):
        assert_type(node.main, bool)
        assert_type(node.assumed, str | None)
    else:
        assert_type(node, argmap.Evidence)
    assert_type(argmap.CLAIM_TYPES, tuple[str, ...])
    assert_type(argmap.EVIDENCE_TYPES, tuple[str, ...])
    return f"{node.id} {argmap.__version__}"


def go_wrong(the_map: argmap.ArgumentMap) -> str:
    """Meet the errors of argmap, all children of one."""
    try:
        the_map.node("nobody")
    except argmap.UnknownIdError as error:
        assert_type(error.wanted, str)
        return error.nearest
    except (argmap.DuplicateIdError, argmap.InvalidValueError, argmap.UsageError) as error:
        return str(error)
    except argmap.ArgmapError as error:
        return str(error)
    return ""
