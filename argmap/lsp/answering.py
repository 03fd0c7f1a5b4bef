"""The requests of an editor, each with what answers it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import AttrsInstance
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from argmap.findings import UsageError
from argmap.lsp.acting import EXPLAIN, KINDS, actions, formatted, page_of_rule
from argmap.lsp.completing import TRIGGERS, completion
from argmap.lsp.desk import Desk
from argmap.lsp.hovering import hover
from argmap.lsp.navigating import definition, highlights, outline, references, symbols_like
from argmap.lsp.renaming import prepare, rename

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

Answer = Callable[[Desk, Any], object]
"""Answers a request; what it is about is a value of the protocol."""

InThread = Callable[[Callable[[], object]], Any]
"""Does some work while messages are read."""


def _hover(desk: Desk, params: types.HoverParams) -> object:
    return hover(desk.page(params.text_document.uri), params.position)


def _definition(desk: Desk, params: types.DefinitionParams) -> object:
    return definition(desk.page(params.text_document.uri), params.position)


def _references(desk: Desk, params: types.ReferenceParams) -> object:
    return references(
        desk.page(params.text_document.uri),
        params.position,
        with_definition=params.context.include_declaration,
    )


def _highlights(desk: Desk, params: types.DocumentHighlightParams) -> object:
    return highlights(desk.page(params.text_document.uri), params.position)


def _outline(desk: Desk, params: types.DocumentSymbolParams) -> object:
    return outline(desk.page(params.text_document.uri))


def _symbols(desk: Desk, params: types.WorkspaceSymbolParams) -> object:
    return symbols_like(desk.pages(), params.query)


def _completion(desk: Desk, params: types.CompletionParams) -> object:
    return completion(desk.page(params.text_document.uri, at_once=True), params.position)


def _prepare(desk: Desk, params: types.PrepareRenameParams) -> object:
    return prepare(desk.page(params.text_document.uri), params.position)


def _rename(desk: Desk, params: types.RenameParams) -> object:
    return rename(desk.page(params.text_document.uri), params.position, params.new_name)


def _actions(desk: Desk, params: types.CodeActionParams) -> object:
    return actions(desk.page(params.text_document.uri), params.range, params.context.only)


def _formatted(desk: Desk, params: types.DocumentFormattingParams) -> object:
    return formatted(desk.page(params.text_document.uri))


_ANSWERS: Final[dict[str, tuple[Answer, object]]] = {
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_DEFINITION: (_definition, None),
    types.TEXT_DOCUMENT_REFERENCES: (_references, None),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (_highlights, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_outline, None),
    types.WORKSPACE_SYMBOL: (_symbols, None),
    types.TEXT_DOCUMENT_COMPLETION: (
        _completion,
        types.CompletionOptions(trigger_characters=list(TRIGGERS)),
    ),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare, None),
    types.TEXT_DOCUMENT_RENAME: (_rename, types.RenameOptions(prepare_provider=True)),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(code_action_kinds=list(KINDS)),
    ),
    types.TEXT_DOCUMENT_FORMATTING: (_formatted, None),
}


def answer_all(server: "LanguageServer", desk: Desk, in_thread: InThread) -> None:
    """Register what answers each request."""
    for method, (answer, options) in _ANSWERS.items():
        server.feature(method, options)(_handler(desk, answer, in_thread))

    @server.command(EXPLAIN)
    def explain(rule: str) -> None:
        try:
            message = page_of_rule(rule)
        except UsageError as error:
            raise JsonRpcInvalidParams(str(error)) from None
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))


def _handler(desk: Desk, answer: Answer, in_thread: InThread) -> Callable[[AttrsInstance], object]:
    # pygls would hand over the server in place of what may be any object.
    async def handle(params: AttrsInstance) -> object:
        return await in_thread(partial(answer, desk, params))

    return handle
