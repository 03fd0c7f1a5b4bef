"""What an editor can do about findings: fixes, all fixes at once, waivers, and pages of rules."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lsprotocol.types import CodeAction, CodeActionKind, Command, Range, TextEdit

from argmap.checks import RULES
from argmap.claimfile import format_text
from argmap.claimfile.renaming import Named
from argmap.claimfile.scalars import one_line
from argmap.findings import Finding, Severity, UsageError
from argmap.lsp.desk import Page
from argmap.lsp.diagnostics import diagnostic, findings_at
from argmap.lsp.edits import edits
from argmap.lsp.renaming import workspace_edit
from argmap.project.fixing import with_fixes

EXPLAIN: Final = "argmap.explain"
"""The command that shows the page of a rule."""

FIX_ALL: Final = "source.fixAll.argmap"
"""The kind of the action that applies all fixes of a file."""

KINDS: Final = (CodeActionKind.QuickFix, FIX_ALL)

_UNWAIVABLE: Final = 200  # what is wrong with the text itself is mended, not waived
_OF_WAIVERS: Final = 900


def actions(page: Page, place: Range, only: Sequence[str] | None) -> list[CodeAction]:
    """Return what can be done about the findings at a place.

    Args:
        page: the file.
        place: the stretch that is meant.
        only: the kinds of actions that are asked for; None for all.
    """
    start = page.positions.offset(page.file, place.start)
    end = page.positions.offset(page.file, place.end)
    found: list[CodeAction] = []
    if _is_asked(CodeActionKind.QuickFix, only):
        at_place = list(findings_at(page, start, end))
        found += (made for one in at_place for made in _fix(page, one))
        found += (made for one in at_place for made in _waive(page, one))
        found += _explain(page, at_place)
    if _is_asked(FIX_ALL, only):
        found += _fix_all(page)
    return found


def formatted(page: Page) -> list[TextEdit]:
    """Return the edits that put a claim file in its canonical form.

    There are none for a file with errors: these are shown already, and who formats on saving
    would be told at each turn.
    """
    if not page.is_claim_file:
        return []
    text, findings = format_text(page.file)
    if any(one.severity is Severity.ERROR for one in findings):
        return []
    return edits(page.file, text, page.positions)


def page_of_rule(name: str) -> str:
    """Return what a rule looks for and why.

    Raises:
        UsageError: when there is no such rule.
    """
    rule = next((one for one in RULES if name in {one.name, str(one.code)}), None)
    if rule is None:
        message = f"there is no rule '{name}'"
        raise UsageError(message)
    return f"{rule.name} ({rule.code}): {rule.summary}\n\n{rule.why}".rstrip()


def _is_asked(kind: str, only: Sequence[str] | None) -> bool:
    """Say whether a kind is asked for, by its name or that of a group that it is in."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _fix(page: Page, finding: Finding) -> Iterator[CodeAction]:
    if finding.fixes and page.looked.is_native:
        by_file: dict[str, list[TextEdit]] = {}
        for fix in finding.fixes:
            made = TextEdit(page.positions.range(fix.span), fix.replacement)
            by_file.setdefault(page.uri_of(fix.span.file), []).append(made)
        yield CodeAction(
            finding.fixes[0].title[:1].upper() + finding.fixes[0].title[1:],
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, page)],
            is_preferred=True,
            edit=workspace_edit(page, by_file.items()),
        )


def _fix_all(page: Page) -> Iterator[CodeAction]:
    fixes = [
        fix
        for finding in page.looked.findings
        for fix in finding.fixes
        if fix.span.path == page.file.path
    ]
    if fixes and page.looked.is_native:
        _, applied = with_fixes(page.file.text, fixes)
        made = [TextEdit(page.positions.range(fix.span), fix.replacement) for fix in applied]
        yield CodeAction(
            "Fix all that argmap can fix in this file",
            kind=FIX_ALL,
            edit=workspace_edit(page, [(page.uri_of(page.file), made)]),
        )


def _waive(page: Page, finding: Finding) -> Iterator[CodeAction]:
    """Offer a waiver whose reason is still to be written, in the last line of the node."""
    is_waivable = _UNWAIVABLE < finding.code < _OF_WAIVERS and page.looked.is_native
    node = page.looked.map.nodes_by_id.get(finding.subject)
    if node is None or not is_waivable or node.waivers or "waive" in node.spans:
        return
    given = page.looked.places.get((Named.NODE, node.id), ())
    whole = next((one.whole for one in given if one.whole), None)
    if whole is None or whole.path != page.file.path or "\n" not in whole.text:
        return
    second = whole.text.split("\n")[1]
    indent = second[: len(second) - len(second.lstrip())]
    line_end = "\r\n" if "\r\n" in page.file.text else "\n"
    line = f"{line_end}{indent}waive: {{rule: {one_line(finding.rule, in_flow=True)}, reason: ''}}"
    here = page.file.span(whole.end)
    yield CodeAction(
        f"Waive '{finding.rule}' for '{finding.subject}', with a reason to be written",
        kind=CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, page)],
        edit=workspace_edit(
            page, [(page.uri_of(page.file), [TextEdit(page.positions.range(here), line)])]
        ),
    )


def _explain(page: Page, findings: Iterable[Finding]) -> Iterator[CodeAction]:
    known = {one.name for one in RULES}
    for finding in {one.rule: one for one in findings if one.rule in known}.values():
        yield CodeAction(
            f"Explain '{finding.rule}'",
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, page)],
            command=Command("Explain", EXPLAIN, arguments=[finding.rule]),
        )
