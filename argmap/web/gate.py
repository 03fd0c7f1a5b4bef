"""Who is let in: this machine, with the token, from the page itself; and what answers may do."""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from attrs import field, frozen
from starlette.responses import HTMLResponse, JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.web.addresses import is_address, is_loopback

_READING: Final = frozenset({"GET", "HEAD"})
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
VIEWER_POLICY: Final = "frame-ancestors 'self'"
"""The page of the viewer brings the rest of its policy itself, with fingerprints of its script."""

_ENTRY: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>argmap</title>'
    '<link rel="icon" href="/static/icon.svg">'
    '<meta http-equiv="refresh" content="0; url=/"><p><a href="/">On to the map</a></p></html>'
)
_HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


@frozen
class Gate:
    """Lets a request through to the application, or answers it itself.

    Attributes:
        application: what is behind it.
        token: what the address has that argmap prints.
        host: where the server listens, as it was named.
        port: and on which port.
        once: tokens that let one browser in; others of this machine may see how it is called.
    """

    application: ASGIApp = field(repr=False)
    token: str = field(repr=False)
    host: str
    port: int
    once: list[str] = field(factory=list, repr=False)

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers do not keep those of two ports apart."""
        return f"argmap-{self.port}"

    @property
    def key(self) -> str:
        """What the page sends along with what it writes."""
        return hmac.new(self.token.encode(), b"write", sha256).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.application(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        sending = _with_headers(send)
        headers = _headers_of(scope)
        refusal = self._refusal(scope, headers)
        if refusal:
            status, message = refusal
            await JSONResponse({"error": message}, status)(scope, receive, sending)
        elif self._is_entry(scope):
            await self._enter(scope, receive, sending)
        else:
            await self.application(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Mapping[str, list[str]]) -> tuple[int, str] | None:
        hosts = headers.get("host", [])
        if len(hosts) != 1 or not self._is_own(hosts[0]):
            return 421, "this is not the address that argmap printed"
        if scope["method"] in _READING:
            is_own = headers.get("sec-fetch-site", ["none"])[0] in {"none", "same-origin"}
            if not is_own and headers.get("sec-fetch-mode") != ["navigate"]:
                return 403, "another page asks; open the address that argmap printed"
        else:
            if headers.get("origin") != [f"http://{hosts[0]}"]:
                return 403, "another page asks; write from the page of argmap"
            given = headers.get("x-argmap-key", [""])
            if len(given) != 1 or not _same(given[0], self.key):
                return 403, "the page is of another run; reload it"
        if self._is_entry(scope) or self._has_cookie(headers):
            return None
        return 403, "the token is missing; open the whole address that argmap printed"

    def _is_own(self, host: str) -> bool:
        """Say whether a Host header names this server; foreign names are rebound ones."""
        name, _, port = host.rpartition(":") if ":" in host else (host, "", "80")
        if port != str(self.port):
            return False
        if name.lower() in {"localhost", "127.0.0.1", "[::1]"}:
            return True
        if is_loopback(self.host):
            return False
        return name.lower() == self.host.lower() or is_address(name.strip("[]"))

    def _is_entry(self, scope: Scope) -> bool:
        if scope["method"] not in _READING or scope["path"] != "/":
            return False
        try:
            fields = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=8)
        except ValueError:
            return False
        given = fields.get("token", [])
        return len(given) == 1 and any(_same(given[0], one) for one in (self.token, *self.once))

    def _has_cookie(self, headers: Mapping[str, list[str]]) -> bool:
        for header in headers.get("cookie", []):
            try:
                found = SimpleCookie(header).get(self.cookie)
            except CookieError:
                continue
            if found is not None and _same(found.value, self.token):
                return True
        return False

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Put the token into a cookie, and take it out of the address.

        A redirection would be one of the page that the address was clicked on, if any, and a
        strict cookie is not sent along then.
        """
        query = scope["query_string"].decode("latin-1")
        self.once[:] = [one for one in self.once if one not in query]
        answer = HTMLResponse(_ENTRY)
        answer.set_cookie(self.cookie, self.token, path="/", httponly=True, samesite="strict")
        await answer(scope, receive, send)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())


def _headers_of(scope: Scope) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _with_headers(send: Send) -> Send:
    """Add what holds for every answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            if not any(name == b"content-security-policy" for name, _ in headers):
                headers.append((b"content-security-policy", _POLICY.encode()))
            headers.append((b"x-frame-options", b"SAMEORIGIN"))
            message = {**message, "headers": [*headers, *_HEADERS]}
        await send(message)

    return sending
