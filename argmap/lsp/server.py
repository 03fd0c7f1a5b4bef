"""The language server: what an editor sends goes to the desk, and answers go back."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Final, TypeVar

from attrs import define, field
from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from argmap.findings import ArgmapError
from argmap.lsp.answering import answer_all
from argmap.lsp.desk import Desk, path_of
from argmap.lsp.diagnostics import diagnostics_of
from argmap.lsp.positions import Positions
from argmap.version import __version__

_Answer = TypeVar("_Answer")

_PAUSE: Final = 0.1
"""Seconds without a keystroke after which a map is checked."""

_WATCHED: Final = "**/*.{yaml,yml,argdown,ad,toml,bib,json,txt,md,html,pdf}"
_REQUEST_FAILED: Final = -32803


def make_server(desk: Desk) -> LanguageServer:
    """Return a language server that answers from a desk."""
    # Nothing but messages may reach the editor, and it learns of errors in these.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    # Every text comes whole: pygls takes U+2028 or a form feed for the end of a line, and would
    # put a change of a part into the wrong place.
    server = LanguageServer(
        "argmap", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    session = _Session(server, desk)
    _listen(session)
    answer_all(server, desk, in_thread)
    return server


@define(eq=False)
class _Session:
    """One editor that is being talked to."""

    server: LanguageServer
    desk: Desk
    published: dict[str, list[types.Diagnostic]] = field(factory=dict)
    told: str = ""
    checking: Lock = field(factory=Lock)
    due: asyncio.TimerHandle | None = None
    running: set[asyncio.Task[None]] = field(factory=set)

    def check_soon(self, pause: float = _PAUSE) -> None:
        """Check what is open once nothing has changed for a while."""
        if self.due is not None:
            self.due.cancel()
        self.due = asyncio.get_running_loop().call_later(pause, self._start)

    def _start(self) -> None:
        task = asyncio.ensure_future(self._check())
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def _check(self) -> None:
        desk = self.desk
        changes, buffers = desk.changes, desk.buffers
        found: dict[str, list[types.Diagnostic]] = {}
        for uri in buffers:
            try:
                more = await in_thread(partial(self._diagnostics, uri, changes))
            except JsonRpcException as error:
                self._tell(str(error))
                continue
            if changes != desk.changes:
                return  # what comes next has more to say
            found |= more
        for uri in {**self.published, **found}:
            self._publish(uri, found.get(uri, []))

    def _diagnostics(self, uri: str, changes: int) -> dict[str, list[types.Diagnostic]]:
        """Return what is wrong with the map of what is open; nothing once that has changed."""
        with self.checking:
            return diagnostics_of(self.desk.page(uri)) if changes == self.desk.changes else {}

    def _tell(self, message: str) -> None:
        """Tell the user what cannot be done, once while it stays so."""
        if message != self.told:
            self.told = message
            kind = types.MessageType.Warning
            self.server.window_show_message(types.ShowMessageParams(kind, message))

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic]) -> None:
        buffer = self.desk.buffers.get(uri)
        if buffer is None and self.published.get(uri, []) == diagnostics:
            return
        self.published[uri] = diagnostics
        version = buffer.version if buffer else None
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, version)
        )
        if not diagnostics and buffer is None:
            del self.published[uri]


async def in_thread(work: Callable[[], _Answer]) -> _Answer:
    """Do some work while messages are read; what cannot be done is told to the editor.

    Raises:
        JsonRpcException: with the message for the user.
    """
    try:
        return await asyncio.get_running_loop().run_in_executor(None, work)
    except (ArgmapError, OSError) as error:
        raise JsonRpcException(str(error), _REQUEST_FAILED) from None


def _listen(session: _Session) -> None:
    """Register what is done on each notification."""
    server, desk = session.server, session.desk

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        wanted = get_capability(params.capabilities, "workspace.workspace_edit.document_changes")
        desk.takes_versions, desk.is_greeted = bool(wanted), True
        folders = [one.uri for one in params.workspace_folders or ()] or [params.root_uri or ""]
        desk.folders = tuple(path for uri in folders if (path := path_of(uri)))
        encoding = server.workspace.position_encoding or "utf-16"
        desk.positions = Positions(getattr(encoding, "value", encoding))

    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        _watch(server)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        desk.open(one.uri, one.language_id, one.text, one.version)
        session.check_soon(0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        one = params.text_document
        text = server.workspace.get_text_document(one.uri).source
        desk.change(one.uri, text, one.version)
        session.check_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)
        session.check_soon(0)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_params: types.DidSaveTextDocumentParams) -> None:
        desk.forget()
        session.check_soon(0)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(_params: types.DidChangeWatchedFilesParams) -> None:
        desk.forget()
        session.check_soon()


def _watch(server: LanguageServer) -> None:
    """Ask the editor to tell what changes on the disk, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not (watching and watching.dynamic_registration):
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
    registration = types.Registration("watched", "workspace/didChangeWatchedFiles", options)
    server.client_register_capability(types.RegistrationParams([registration]))
