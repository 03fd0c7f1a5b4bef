"""An editor that speaks the protocol to the real server, as bytes on its standard streams."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Final

OURS: Final = (sys.executable, "-m", "argmap", "lsp", "--stdio")

_PATIENCE: Final = 60
"""Seconds that an answer may take on a busy machine."""


class RefusedError(Exception):
    """The server answered with an error."""


class Editor:
    """One process of the server, and what it sent that was not asked for.

    Attributes:
        root: the directory that is open as a workspace.
        capabilities: what the server says that it can do.
        told: messages for the user.
        asked: what the server asked the editor for.
    """

    def __init__(
        self,
        root: Path,
        *,
        encoding: str = "utf-16",
        capabilities: dict[str, Any] | None = None,
        command: Sequence[str] = OURS,
    ) -> None:
        """Start the server, or another one, in a directory, and greet it."""
        self.root = root
        self.told: list[str] = []
        self.asked: list[str] = []
        self._diagnostics: dict[str, list[tuple[int | None, list[dict[str, Any]]]]] = {}
        self._number = 0
        self._versions: dict[str, int] = {}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=root,
        )
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        wanted = {"general": {"positionEncodings": [encoding]}, **(capabilities or {})}
        folder = {"uri": root.as_uri(), "name": root.name}
        greeted = self.ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            capabilities=wanted,
            workspaceFolders=[folder],
        )
        self.capabilities = greeted["capabilities"]
        self.tell("initialized")

    def uri(self, name: str) -> str:
        """Return the URI of a file of the workspace; one that is a URI stays."""
        return name if ":" in name else (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "yaml") -> None:
        """Open a file, with its text on the disk or another one."""
        shown = (self.root / name).read_bytes().decode() if text is None else text
        uri = self.uri(name)
        self._versions[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": shown}
        self.tell("textDocument/didOpen", textDocument=item)

    def type(self, name: str, text: str) -> int:
        """Change the text of what is open, and return its new version."""
        uri = self.uri(name)
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        return self._versions[uri]

    def close(self, name: str) -> None:
        """Close a file."""
        del self._versions[self.uri(name)]
        self.tell("textDocument/didClose", textDocument={"uri": self.uri(name)})

    def close_all(self) -> None:
        """Close what is open, and forget what was said of it."""
        for uri in tuple(self._versions):
            self.close(uri)
        # All that was open is taken back before anything is said of what is opened last.
        self.open("untitled:last", "")
        self.diagnostics("untitled:last", 1)
        self.close("untitled:last")
        self._diagnostics.clear()
        self.told.clear()
        self.asked.clear()

    def diagnostics(self, name: str, version: int | None = None) -> list[dict[str, Any]]:
        """Wait for the next diagnostics of a file, or those of a version, and return them."""
        uri = self.uri(name)
        while True:
            waiting = self._diagnostics.get(uri, [])
            while waiting:
                of, found = waiting.pop(0)
                if version is None or of == version:
                    return found
            self._take(self._inbox.get(timeout=_PATIENCE))

    def at(self, method: str, name: str, line: int, character: int, **more: object) -> Any:  # noqa: ANN401 - whatever the server says
        """Ask about a place, from 0, and return the answer."""
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": self.uri(name)},
            position={"line": line, "character": character},
            **more,
        )

    def about(self, method: str, name: str, **more: object) -> Any:  # noqa: ANN401 - as above
        """Ask about a whole file."""
        return self.ask(f"textDocument/{method}", textDocument={"uri": self.uri(name)}, **more)

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - as above
        """Send a request, and return the answer.

        Raises:
            RefusedError: when the answer is an error.
        """
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._inbox.get(timeout=_PATIENCE)
            if message.get("id") == self._number and "method" not in message:
                if "error" in message:
                    raise RefusedError(message["error"]["message"])
                return message["result"]
            self._take(message)

    def tell(self, method: str, **params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def leave(self) -> tuple[int, str]:
        """End the server as editors do; return its exit code and what it said aside."""
        self.ask("shutdown")
        self.tell("exit")
        code = self._process.wait(_PATIENCE)
        return code, self._end()

    def hang_up(self) -> None:
        """Close the line, as an editor does that crashes."""
        if self._process.stdin:
            self._process.stdin.close()

    def wait(self) -> int:
        """Return the exit code of the server once it has ended."""
        return self._process.wait(_PATIENCE)

    def stop(self) -> None:
        """End the server whatever it does."""
        self._process.kill()
        self._process.wait()
        self._end()

    def _end(self) -> str:
        self._reader.join(_PATIENCE)
        said = ""
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is None or stream.closed:
                continue
            if stream is self._process.stderr:
                said = stream.read().decode()
            stream.close()
        return said

    def _take(self, message: dict[str, Any]) -> None:
        """Keep what comes without being asked for; answer what the server asks."""
        method, params = message.get("method"), message.get("params") or {}
        if method == "textDocument/publishDiagnostics":
            told = (params.get("version"), params["diagnostics"])
            self._diagnostics.setdefault(params["uri"], []).append(told)
        elif method in {"window/showMessage", "window/logMessage"}:
            self.told.append(params["message"])
        elif "id" in message and method is not None:
            self.asked.append(method)
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=True).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        stream.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._inbox.put(json.loads(stream.read(length)))
