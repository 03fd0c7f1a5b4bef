"""Nobody gets in without the token, from another page or by another name."""

import pytest

from argmap.web.addresses import is_loopback
from tests.web.conftest import CITY, CLAIMS, Serve, Visit, entered

REVIEWS = CLAIMS.parent / "reviews"
PATHS = ("/", "/static/page.css", "/viewer?map=city", "/api/maps", "/api/map?map=city")


@pytest.mark.parametrize("path", [*PATHS, "/api/changes", "/api/source?map=city&source=report"])
def test_without_the_token_there_is_nothing(serve: Serve, path: str) -> None:
    answer = serve().ask(path)
    assert (answer.status, answer.json["error"]) == (
        403,
        "the token is missing; open the whole address that argmap printed",
    )


@pytest.mark.parametrize("token", ["", "x", "\u00e9", "x" * 5000])
def test_a_wrong_token_opens_nothing(serve: Serve, token: str) -> None:
    visit = serve()
    assert visit.ask(f"/?token={token.encode().hex() if token else ''}").status == 403
    name = f"argmap-{visit.server.listening.getsockname()[1]}"
    assert visit.ask("/", Cookie=f"{name}={token.encode().hex()}").status == 403
    assert visit.ask("/?" + "&".join(["a=1"] * 50)).status == 403


def test_the_token_becomes_a_strict_cookie_and_leaves_the_address(serve: Serve) -> None:
    visit = serve()
    answer = visit.ask(visit.entry)
    assert (answer.status, 'content="0; url=/"' in answer.body) == (200, True)
    assert visit.entry.partition("=")[2] not in answer.body
    parts = answer.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(parts)


def test_the_address_that_a_browser_is_called_with_counts_once(serve: Serve) -> None:
    visit = serve()
    path = "/?" + visit.server.opening.partition("?")[2]
    assert visit.ask(path, "HEAD").status == 200
    assert [visit.ask(path).status for _ in range(2)] == [403, 403]
    assert [visit.ask(visit.entry).status for _ in range(2)] == [200, 200]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "10.0.0.1:{port}"]
)
def test_a_name_that_was_rebound_is_refused(ann: Visit, host: str) -> None:
    port = ann.host.partition(":")[2]
    for path in (*PATHS, ann.entry):
        assert ann.ask(path, Host=host.format(port=port)).status == 421
    assert ann.ask("/", Host=None).status == 400


@pytest.mark.parametrize(
    "origin", [None, "null", "https://evil.example", "http://127.0.0.1:1", "https://{host}"]
)
def test_a_write_from_another_page_is_refused(ann: Visit, origin: str | None) -> None:
    sent = origin and origin.format(host=ann.host)
    answer = ann.post("/api/act", {}, Origin=sent)
    assert (answer.status, answer.json["error"]) == (
        403,
        "another page asks; write from the page of argmap",
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_read(ann: Visit, site: str) -> None:
    headers = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": "no-cors"}
    assert ann.ask("/api/map?map=city", **headers).status == 403
    assert ann.ask("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate").status == 200


@pytest.mark.parametrize("key", ["", "x", None])
def test_a_write_without_the_key_of_the_page_is_refused(ann: Visit, key: str | None) -> None:
    answer = ann.post("/api/act", {}, X_Argmap_Key=key)
    assert (answer.status, answer.json["error"]) == (403, "the page is of another run; reload it")


def test_a_write_without_the_cookie_is_refused(ann: Visit) -> None:
    assert ann.post("/api/act", {}, Cookie=None).status == 403


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_a_write_of_another_kind_of_content_is_refused(ann: Visit, kind: str | None) -> None:
    assert ann.post("/api/act", {}, Content_Type=kind).status == 415


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[]", 400),
        (b"[" * 60_000, 400),
        (b" " * 70_000, 413),
    ],
)
def test_a_body_that_is_too_large_or_no_object_is_refused(
    ann: Visit, body: bytes, status: int
) -> None:
    for path in ("/api/act", "/api/edit"):
        answer = ann.post(path, body)
        assert answer.status == status
        assert list(answer.json) == ["error"]


NAMES = ("../../argmap.toml", "..", "/etc/passwd", "%2e%2e%2fargmap.toml", "a\x00b", "c:\\x", "~")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_request_reaches_the_disk(ann: Visit, name: str) -> None:
    asked = {"map": "city", "node": name, "verb": "accept", "read": "x", "digest": "x"}
    assert ann.post("/api/act", asked).status in {400, 404}
    assert ann.post("/api/act", {**asked, "map": name}).status in {400, 404}
    assert ann.post("/api/edit", {**asked, "text": "x"}).status in {400, 409}
    assert not REVIEWS.exists()
    sent = "".join(f"%{byte:02x}" for byte in name.encode())
    for path in (
        f"/static/{sent}",
        f"/static/{name.replace(chr(0), '')}".replace(" ", ""),
        f"/api/map?map={sent}",
        f"/api/source?map=city&source={sent}&node={sent}",
        f"/viewer?map={sent}",
    ):
        assert ann.ask(path).status == 404


def test_nothing_is_written_where_the_page_is_for_reading(serve: Serve) -> None:
    reader = entered(serve(is_read_only=True))
    for answer in (reader.act("accept"), reader.edit(text="Mine.")):
        assert (answer.status, answer.json["error"]) == (
            403,
            "this page is for reading only; start it without --read-only",
        )
    assert CLAIMS.read_text(encoding="utf-8") == CITY
    assert not REVIEWS.exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(ann: Visit, method: str) -> None:
    assert ann.ask("/api/act", method).status == 403
    origin = f"http://{ann.host}"
    assert ann.ask("/api/act", method, Origin=origin, X_Argmap_Key=ann.key).status == 405


def test_answers_have_no_traceback(ann: Visit, capfd: pytest.CaptureFixture[str]) -> None:
    CLAIMS.unlink()
    answer = ann.ask("/api/map?map=city")
    assert (answer.status, "claim file" in answer.json["error"]) == (409, True)
    assert "Traceback" not in answer.body + capfd.readouterr().err


@pytest.mark.parametrize("path", PATHS)
def test_answers_may_run_own_scripts_alone_and_stand_in_no_frame(ann: Visit, path: str) -> None:
    headers = ann.ask(path).headers
    policy = headers["content-security-policy"]
    if path.startswith("/viewer"):
        assert policy == "frame-ancestors 'self'"
    else:
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
        assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in {name.lower() for name in headers}


def test_where_others_may_come_only_addresses_in_numbers_are_let_in(serve: Serve) -> None:
    visit = serve(host="0.0.0.0")  # noqa: S104 - what is tested
    port = visit.server.listening.getsockname()[1]
    assert visit.ask("/", Host=f"evil.example:{port}").status == 421
    assert visit.ask("/", Host=f"192.168.1.9:{port}").status == 403
    assert visit.ask(visit.entry, Host=f"192.168.1.9:{port}").status == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("me", False)],  # noqa: S104 - compared
)
def test_a_host_is_known_to_be_this_machine_alone(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_claim_file_that_names_a_directory_as_source_is_not_walked(ann: Visit) -> None:
    CLAIMS.write_text(CITY.replace("report.txt", "../../.."), encoding="utf-8")
    found = ann.ask("/api/source?map=city&source=report").json
    assert found["missing"].startswith("the text of 'report' is not at hand: it lies outside of")
    assert found["blocks"] == []
