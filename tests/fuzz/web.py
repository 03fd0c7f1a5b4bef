"""Requests to the page for reviewers, made from bytes; nothing but answers may come of them."""

import asyncio
import json
import os
import tempfile
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from argmap.cli.commands.serve import gathered
from argmap.web import Desk
from argmap.web.application import make_application
from argmap.web.gate import Gate
from tests.fuzz.fence import fence
from tests.fuzz.supply import Supply
from tests.web.conftest import CITY, CLAIMS, REPORT

_PORT: Final = 8000
_TOKEN: Final = "token"  # noqa: S105 - that of this test
_METHODS: Final = ("GET", "POST", "HEAD", "PUT", "OPTIONS")
_PATHS: Final = (
    "/",
    "/api/map",
    "/api/maps",
    "/api/source",
    "/api/act",
    "/api/edit",
    "/viewer",
    "/static/colours.css",
    "/static/../gate.py",
    "/static/%2e%2e%2fgate.py",
)
_QUERIES: Final = ("", "map=city", "map=city&id=report", "map=city&source=report&node=counts")
_BODIES: Final = (
    {"map": "city", "node": "cuts-traffic", "verb": "accept", "read": "x"},
    {"map": "city", "node": "cuts-traffic", "verb": "flag", "kind": "unclear", "comment": "?"},
    {"map": "city", "node": "cuts-traffic", "digest": "x", "text": "A.", "type": "fact"},
    {"map": "city", "node": "should-charge", "digest": "x", "supporting": [{"by": ["counts"]}]},
)
SEEDS: Final = tuple(
    bytes((method, path, 1, query, 0)) + json.dumps(body).encode()
    for method, path, query, body in (
        (0, 1, 1, {}),
        (0, 3, 3, {}),
        *((1, 4, 0, body) for body in _BODIES[:2]),
        *((1, 5, 0, body) for body in _BODIES[2:]),
    )
)


def answer_requests(data: bytes) -> None:
    """Ask the server something; it answers, and touches nothing but its project."""
    gate, folder = _serving()
    supply = Supply(data)
    method, path = supply.one_of(_METHODS), supply.one_of((*_PATHS, "/" + supply.text()))
    is_own = supply.number(3) != 0
    query = supply.one_of((*_QUERIES, supply.text()))
    headers = [
        (b"host", b"127.0.0.1:8000" if is_own else supply.text().encode()),
        (b"cookie", f"argmap-{_PORT}={_TOKEN}".encode() if is_own else supply.text().encode()),
        (b"origin", b"http://127.0.0.1:8000"),
        (b"x-argmap-key", gate.key.encode() if is_own else supply.text().encode()),
        (b"content-type", b"application/json"),
    ]
    if supply.number(3) == 1:
        headers.append((supply.text().lower().encode(), supply.text().encode()))
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", _PORT),
    }
    with fence(folder):
        status, content = asyncio.run(_asked(gate, scope, supply.rest()))
    assert 200 <= status < 500, (status, content)
    assert b"Traceback" not in content
    _lay(folder)


async def _asked(gate: Gate, scope: dict[str, Any], body: bytes) -> tuple[int, bytes]:
    """Return the status of the answer, and its content."""
    sent: list[MutableMapping[str, Any]] = []
    asked = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> MutableMapping[str, Any]:
        return asked.pop() if asked else {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await gate(scope, receive, send)
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent)


@cache
def _serving() -> tuple[Gate, Path]:
    folder = Path(os.path.realpath(tempfile.mkdtemp(prefix="argmap-fuzz-")))
    _lay(folder)
    (folder / "argmap.toml").touch()
    os.chdir(folder)
    desk = Desk(lambda: gathered(()), "Ann")
    return make_application(desk, _TOKEN, "once", "127.0.0.1", _PORT), folder


def _lay(folder: Path) -> None:
    """Put the project back as it was, where a request has changed it."""
    for name, text in ((CLAIMS, CITY), (CLAIMS.with_name("report.txt"), REPORT)):
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    reviews = folder / CLAIMS.parent / "reviews"
    for one in reviews.glob("**/*.yaml") if reviews.exists() else ():
        one.unlink()
