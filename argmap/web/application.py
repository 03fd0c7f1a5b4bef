"""What the server answers: the page, maps, sources, changes, and what reviewers write."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from attrs import frozen
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.checks import RULES
from argmap.findings import ArgmapError
from argmap.render import render
from argmap.render.look import look_of
from argmap.render.viewer.look import style_sheet
from argmap.review import FLAGS
from argmap.web.acting import act
from argmap.web.asking import read_json
from argmap.web.described import describe, marks_of
from argmap.web.desk import Desk, Laid
from argmap.web.editing import edit
from argmap.web.gate import VIEWER_POLICY, Gate
from argmap.web.reading import read_source
from argmap.web.refusals import RefusalError

Record: TypeAlias = dict[str, object]

_TYPES: Final[Mapping[str, str]] = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
ASSETS: Final = (
    "icon.svg",
    "page.css",
    "parts.css",
    "narrow.css",
    "desk.js",
    "findings.js",
    "forms.js",
    "keys.js",
    "list.js",
    "making.js",
    "map.js",
    "node.js",
    "source.js",
    "start.js",
    "talk.js",
)
"""The files of the page; no others are sent, whatever a request names."""

_LOOKS: Final = 0.5  # seconds between two looks at the disk
_PINGS: Final = 30  # looks between two signs of life


def make_application(desk: Desk, token: str, once: str, host: str, port: int) -> Gate:
    """Return the server of a desk, behind its gate."""
    answers = _Answers(desk)
    routes = [
        Route("/", answers.page),
        Route("/static/colours.css", _colours),
        Route("/static/{name}", _asset),
        Route("/viewer", answers.viewer),
        Route("/api/maps", answers.maps),
        Route("/api/map", answers.map),
        Route("/api/source", answers.source),
        Route("/api/changes", answers.changes),
        Route("/api/act", answers.act, methods=["POST"]),
        Route("/api/edit", answers.edit, methods=["POST"]),
    ]
    handlers: dict[type[Exception], Callable[[Request, Exception], Response]] = {
        ArgmapError: _refused,
        OSError: _broken,
        HTTPException: _no_such,
        Exception: _broken,
    }
    inner = Starlette(routes=routes, exception_handlers=handlers)
    gate = Gate(inner, token, host, port, [once])
    inner.state.key = gate.key
    return gate


@frozen
class _Answers:
    """Answers requests that are let in."""

    desk: Desk

    def page(self, request: Request) -> Response:
        """Answer with the page; it asks for the rest itself."""
        text = _resource("page.html").replace("$key", request.app.state.key)
        return HTMLResponse(text)

    def maps(self, _request: Request) -> Response:
        """Answer with what there is to review, and by whom."""
        seen = self.desk.seen()
        configuration = seen.project.configuration
        return JSONResponse(
            {
                "version": seen.version,
                "reviewer": self.desk.reviewer,
                "read_only": self.desk.is_read_only,
                "maps": list(seen.maps),
                "flags": [{"name": kind.name, "about": kind.about} for kind in FLAGS.values()],
                "rules": [*(one.name for one in RULES), *(one.name for one in configuration.rules)],
                "claim_types": list(configuration.claim_types),
                "evidence_types": list(configuration.evidence_types),
                "longest_waiver": configuration.longest_waiver,
            }
        )

    def map(self, request: Request) -> Response:
        """Answer with one map."""
        seen = self.desk.seen()
        made = seen.make("map", _asked(request, "map"), lambda laid: _json(describe(laid)))
        return Response(f'{{"version":"{seen.version}","map":{made}}}', media_type=_JSON)

    def source(self, request: Request) -> Response:
        """Answer with the text of a source."""
        laid = self.desk.seen().map(_asked(request, "map"))
        node = laid.loaded.map.nodes_by_id.get(_asked(request, "node"))
        return JSONResponse(read_source(laid, _asked(request, "source"), node))

    def viewer(self, request: Request) -> Response:
        """Answer with the viewer of a map, as `argmap render` writes it."""
        made = self.desk.seen().make("viewer", _asked(request, "map"), _viewer)
        return HTMLResponse(made, headers={"content-security-policy": VIEWER_POLICY})

    async def act(self, request: Request) -> Response:
        """Do what a reviewer says."""
        asked = await read_json(request)
        await run_in_threadpool(act, self.desk, asked)
        return JSONResponse({"done": True})

    async def edit(self, request: Request) -> Response:
        """Change a node."""
        asked = await read_json(request)
        await run_in_threadpool(edit, self.desk, asked)
        return JSONResponse({"done": True})

    async def changes(self, request: Request) -> Response:
        """Answer with the version of the files now, and with each that follows."""
        return StreamingResponse(self._versions(request), media_type="text/event-stream")

    async def _versions(self, request: Request) -> AsyncIterator[str]:
        told, quiet = "", 0
        while not await request.is_disconnected():
            version = await run_in_threadpool(self.desk.version)
            quiet += 1
            if version != told:
                told, quiet = version, 0
                yield f"data: {version}\n\n"
            elif quiet % _PINGS == 0:
                yield ": still here\n\n"
            await asyncio.sleep(_LOOKS)


_JSON: Final = "application/json"


def _json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=True, separators=(",", ":"))


def _viewer(laid: Laid) -> str:
    return render(laid.loaded.map, output="html", assessment=laid.assessment, marks=marks_of(laid))


def _asked(request: Request, name: str) -> str:
    return request.query_params.get(name, "")


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ASSETS:
        raise RefusalError(404, "there is no such file")
    return Response(_resource(name), media_type=_TYPES[name.rpartition(".")[2]])


def _colours(_request: Request) -> Response:
    """Answer with the colours of the viewer."""
    return Response(style_sheet("auto", look_of("auto")), media_type=_TYPES["css"])


@cache
def _resource(name: str) -> str:
    return files("argmap.web").joinpath("static", name).read_text(encoding="utf-8")


def _refused(_request: Request, error: Exception) -> Response:
    if isinstance(error, RefusalError):
        return JSONResponse({"error": str(error), **error.more}, error.status)
    return JSONResponse({"error": str(error)}, 409)


def _no_such(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return JSONResponse({"error": "there is nothing here"}, status)


def _broken(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "argmap failed; its terminal says how"}, 500)
