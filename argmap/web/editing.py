"""A node said anew in the page: written only where its file still is what the reviewer saw."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from argmap.claimfile.revising import Revision, Step, with_revision
from argmap.model import Claim, Node, Stance
from argmap.project import ChangedFile, load_texts, path_of, write_changed
from argmap.project.loaded import NATIVE
from argmap.project.locking import held
from argmap.text import TextFile
from argmap.web.asking import optional_text_in, text_in
from argmap.web.described import digest_of
from argmap.web.desk import Desk, Laid, Seen
from argmap.web.refusals import RefusalError

_MOST_STEPS: Final = 50
_STANCES: Final = (Stance.SUPPORTS, Stance.CONTRASTS)


@frozen
class _Case:
    """A node that is to be edited, and how."""

    seen: Seen
    laid: Laid
    node: Node
    file: TextFile
    revision: Revision


def edit(desk: Desk, asked: Mapping[str, object]) -> None:
    """Change what a node says, its type, and what speaks for and against it.

    Args:
        desk: where the maps lie.
        asked: `map`, `node`, the fingerprint `digest` of the text of the file that was seen, and
            what is to be different: `text`, `type`, `add` and `remove`.

    Raises:
        RefusalError: when nothing may be written, something makes no sense, or the file is not
            what was seen; then both versions go back, and nothing is written.
        UsageError: when the file changes at the very moment, or the disk refuses.
    """
    if desk.is_read_only:
        raise RefusalError(403, "this page is for reading only; start it without --read-only")
    with desk.lock:
        case = _case(desk, asked)
        path = path_of(case.laid.loaded, case.file)
        if path is None:
            raise RefusalError(400, "this map does not lie in files that can be edited")
        text = _revised(case)
        with held(path.resolve().parent):
            write_changed([ChangedFile(case.file, path, text, 1)])


def _case(desk: Desk, asked: Mapping[str, object]) -> _Case:
    seen = desk.seen()
    laid = seen.map(text_in(asked, "map"))
    node = laid.loaded.map.nodes_by_id.get(text_in(asked, "node"))
    revision = _revision(asked)
    if node is None:
        raise RefusalError(409, "this node is gone; nothing was written", _both(revision, None))
    if laid.loaded.format != NATIVE or node.span is None:
        raise RefusalError(400, "only claim files are edited here; convert this map first")
    file = node.span.file
    if text_in(asked, "digest") != digest_of(file):
        message = "the file was changed since you read it; nothing was written"
        raise RefusalError(409, message, _both(revision, node))
    _refuse(seen, laid, node, revision)
    return _Case(seen, laid, node, file, revision)


def _both(revision: Revision, node: Node | None) -> dict[str, object]:
    """Return what the reviewer wants and what the file has, for the page to show."""
    theirs = None if node is None else {"text": node.text, "type": node.type or ""}
    return {"yours": {"text": revision.text, "type": revision.type}, "theirs": theirs}


def _revision(asked: Mapping[str, object]) -> Revision:
    text = optional_text_in(asked, "text")
    if text is not None:
        text = " ".join(text.split())
        if not text:
            raise RefusalError(400, "a node says something; write its text")
    return Revision(
        text,
        optional_text_in(asked, "type"),
        tuple(_steps(asked.get("add"), "add")),
        tuple(_steps(asked.get("remove"), "remove")),
    )


def _steps(wanted: object, name: str) -> Sequence[Step]:
    if wanted is None:
        return ()
    if not isinstance(wanted, list) or len(wanted) > _MOST_STEPS:
        raise RefusalError(400, f"'{name}' is no list of at most {_MOST_STEPS} relations")
    steps = []
    for one in wanted:
        stance = one.get("stance") if isinstance(one, dict) else None
        premises = one.get("from") if isinstance(one, dict) else None
        if stance not in _STANCES or not isinstance(premises, list) or not premises:
            raise RefusalError(400, "a relation supports or contrasts, and has premises")
        if not all(isinstance(premise, str) for premise in premises):
            raise RefusalError(400, "premises are named by their ids")
        steps.append(Step(Stance(stance), tuple(premises)))
    return steps


def _refuse(seen: Seen, laid: Laid, node: Node, revision: Revision) -> None:
    if sum(one.id == node.id for one in laid.loaded.map.nodes) > 1:
        raise RefusalError(409, f"'{node.id}' stands twice in the map; mend that first")
    configuration = seen.project.configuration
    is_claim = isinstance(node, Claim)
    types = configuration.claim_types if is_claim else configuration.evidence_types
    if revision.type and revision.type not in types and revision.type != node.type:
        raise RefusalError(400, f"there is no type '{revision.type}'; there are {', '.join(types)}")
    known = laid.loaded.map.nodes_by_id
    there = {(one.stance, one.premises) for one in laid.loaded.map.incoming(node.id)}
    for step in revision.added:
        missing = next((one for one in step.premises if one not in known), None)
        if missing is not None:
            raise RefusalError(400, f"there is no node '{missing[:80]}'; name one that is there")
        if node.id in step.premises:
            raise RefusalError(400, f"'{node.id}' cannot speak for or against itself")
        if (step.stance, step.premises) in there:
            raise RefusalError(400, "this relation is there already")


def _revised(case: _Case) -> str:
    """Return the new text of the file, once it is sure that it says what is wanted."""
    text, missed, findings = with_revision(case.file, case.node.id, case.revision)
    if findings:
        raise RefusalError(409, f"'{case.file.path}' has errors; mend them first: `argmap check`")
    if missed:
        names = " + ".join(missed[0].premises)
        message = f"the relation of '{names}' is not written at '{case.node.id}'; edit its file"
        raise RefusalError(400, message)
    again = load_texts("edited", [TextFile(case.file.path, text)], case.seen.project.configuration)
    node = again.map.nodes_by_id.get(case.node.id)
    wanted = case.node.text if case.revision.text is None else case.revision.text
    if node is None or node.text != wanted:
        raise RefusalError(400, "a claim file cannot hold this text; take unusual signs out of it")
    return text
