"""The server itself: a socket of this machine, and a token that only its starter knows."""

import secrets
import socket
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from argmap.findings import MissingPackageError, UsageError
from argmap.web.desk import Desk

if TYPE_CHECKING:
    import uvicorn

_LETTERS: Final = 24  # bytes, at random
_MOST_AT_ONCE: Final = 100


@frozen
class Server:
    """A server that holds its port and waits to be run.

    Attributes:
        address: with the token.
        opening: the same, with a token that counts once.
        listening: the socket.
        running: the server of uvicorn.
    """

    address: str = field(repr=False)
    opening: str = field(repr=False)
    listening: socket.socket
    running: "uvicorn.Server"

    def run(self) -> None:
        """Answer until the server is told to end, or Ctrl-C."""
        self.running.run(sockets=[self.listening])


def make_server(desk: Desk, host: str, port: int) -> Server:
    """Return a server for reviewers.

    Args:
        desk: where the maps lie.
        host: where to listen.
        port: on which port; 0 for any that is free.

    Raises:
        MissingPackageError: without the extra.
        UsageError: when maps cannot be read at all, or when host or port
            cannot be had.
    """
    try:
        import starlette  # noqa: F401, PLC0415 - an extra
        import uvicorn  # noqa: PLC0415 - an extra
    except ImportError as error:
        what = "the page for reviewers"
        raise MissingPackageError(what, error.name or "starlette", "web") from None
    from argmap.web.application import make_application  # noqa: PLC0415 - needs the extra

    desk.seen()
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    token, once = secrets.token_urlsafe(_LETTERS), secrets.token_urlsafe(_LETTERS)
    configuration = uvicorn.Config(
        make_application(desk, token, once, host, port),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,  # it would have the token
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=1,  # listeners to changes never hang up themselves
    )
    place = f"http://{_in_address(host)}:{port}/?token="
    return Server(place + token, place + once, listening, uvicorn.Server(configuration))


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, OverflowError) as error:
        message = f"cannot listen on {host}, port {port}: {error}; choose another `--port`"
        raise UsageError(message) from error


def _in_address(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return "localhost"
    return f"[{host}]" if ":" in host else host
