"""A project on the disk, a server for it on a port of this machine, and a browser that reviews."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import pytest
from attrs import frozen

from argmap.cli.commands.serve import gathered
from argmap.web import Desk, Server, make_server
from tests.render.viewer.conftest import started_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CITY = """\
# yaml-language-server: $schema=claims.schema.json
map: {title: Should the city charge?, language: en}
sources:
  report: {title: Fifth report, author: Transport, date: "2007", file: report.txt}
section: Traffic
claims:
  should-charge:
    text: The city should introduce a charge.   # the thesis
    type: policy
    main: true
    supporting: [cuts-traffic]
    contrasting:
      - hurts-shops  # they say so
  # What the charge does.
  cuts-traffic:
    text: A charge cuts traffic.
    type: cause
    supporting: [counts]
  hurts-shops:
    text: A charge hurts shops.
    type: cause
evidence:
  counts:
    text: Traffic fell by 18 percent.
    type: statistic
    cites: {source: report, quote: "reduced by 18 percent"}
"""
REPORT = (
    "Results\n\nThe zone was watched for a year. Traffic entering it was reduced by 18 percent "
    "in that time. Nobody had expected so much.\n"
)
CLAIMS = Path("claims/city/all.yaml")


@frozen
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - as the page gets it
        return json.loads(self.body)


@frozen
class Visit:
    """A visitor of a server: without a cookie until they enter."""

    server: Server
    cookie: str = ""
    key: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.server.address).netloc

    @property
    def entry(self) -> str:
        return "/?" + urlsplit(self.server.address).query

    def ask(
        self,
        path: str,
        method: str = "GET",
        content: bytes | None = None,
        /,
        **headers: str | None,
    ) -> Answer:
        """Ask for something; headers are written with underscores, and None leaves one out."""
        sent = {"Host": self.host, "Cookie": self.cookie or None}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection(self.host, timeout=10)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if content is not None:
            connection.putheader("Content-Length", str(len(content)))
        connection.endheaders(content)
        answer = connection.getresponse()
        found = Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        connection.close()
        return found

    def post(self, path: str, content: object, **headers: str | None) -> Answer:
        sent = {
            "Content_Type": "application/json",
            "Origin": f"http://{self.host}",
            "X_Argmap_Key": self.key,
            **headers,
        }
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return self.ask(path, "POST", body, **sent)

    def node(self, node_id: str = "cuts-traffic") -> dict[str, Any]:
        nodes = self.ask("/api/map?map=city").json["map"]["nodes"]
        (found,) = [one for one in nodes if one["id"] == node_id]
        return dict(found)

    def act(self, verb: str, node_id: str = "cuts-traffic", /, **more: object) -> Answer:
        read = self.node(node_id)["read"]
        asked = {"map": "city", "node": node_id, "verb": verb, "read": read, **more}
        return self.post("/api/act", asked)

    def edit(self, node_id: str = "cuts-traffic", /, **more: object) -> Answer:
        digest = self.node(node_id)["digest"]
        return self.post("/api/edit", {"map": "city", "node": node_id, "digest": digest, **more})


Serve: TypeAlias = Callable[..., Visit]


@pytest.fixture
def _city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "argmap.toml").touch()
    CLAIMS.parent.mkdir(parents=True)
    CLAIMS.write_text(CITY, encoding="utf-8")
    CLAIMS.with_name("report.txt").write_text(REPORT, encoding="utf-8")


@pytest.fixture
def serve(_city: None) -> Iterator[Serve]:
    """Start servers, each with a visitor who has not entered yet."""
    pytest.importorskip("uvicorn", reason="needs uvicorn")
    started: list[tuple[Server, threading.Thread]] = []

    def start(*, is_read_only: bool = False, host: str = "127.0.0.1", by: str = "Ann") -> Visit:
        server = make_server(Desk(lambda: gathered(()), by, is_read_only), host, 0)
        thread = threading.Thread(target=server.run)
        thread.start()
        started.append((server, thread))
        return Visit(server)

    yield start
    for server, thread in started:
        server.running.should_exit = True
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def ann(serve: Serve) -> Visit:
    """Return a reviewer who has entered."""
    return entered(serve())


def entered(visit: Visit) -> Visit:
    """Return a visitor with the cookie and the key of the page."""
    cookie = visit.ask(visit.entry).headers["set-cookie"].partition(";")[0]
    page = visit.ask("/", Cookie=cookie).body
    key = page.partition('name="argmap-key" content="')[2].partition('"')[0]
    assert key
    return Visit(visit.server, cookie, key)


@pytest.fixture(scope="package")
def browser() -> "Iterator[Browser]":
    yield from started_browser()


Open: TypeAlias = "Callable[..., Page]"


@pytest.fixture
def open_page(browser: "Browser", serve: Serve) -> Iterator[Open]:
    """Open the page in a fresh window; the test fails where it has errors or asks elsewhere."""
    errors: list[str] = []
    contexts = []

    def opened(
        visit: Visit | None = None,
        *,
        width: int = 1440,
        height: int = 900,
        **screen: Any,  # noqa: ANN401 - as playwright takes them
    ) -> "Page":
        visit = visit or serve()
        settings = {"reduced_motion": "reduce", **screen}
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        own = f"http://{visit.host}/"
        page.on("request", lambda one: None if one.url.startswith(own) else errors.append(one.url))
        page.goto(visit.server.address)
        page.wait_for_selector("html[data-state=ready]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    # A conflict is an answer that the browser itself reports as an error.
    assert [one for one in errors if "status of 409" not in one] == []
