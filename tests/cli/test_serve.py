"""`argmap serve`: what it says before there is a page."""

import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("city")


def test_it_needs_its_extra(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = call("serve", "--by", "Ann")
    assert result.exit_code == 2
    assert result.stderr == (
        "argmap: the page for reviewers needs the package uvicorn; "
        "install it with `pip install 'argmap[web]'`\n"
    )


def test_it_needs_a_reviewer(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    result = call("serve")
    assert (result.exit_code, result.stderr[:35]) == (
        2,
        "argmap: say who reviews with `--by NAME"[:35],
    )


def test_standard_input_has_no_page(call: Call) -> None:
    result = call("serve", "-")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: the page shows maps on the disk; give paths\n",
    )


def test_a_port_that_is_taken_is_said_to_be(call: Call) -> None:
    pytest.importorskip("uvicorn", reason="needs uvicorn")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = call("serve", "--by", "Ann", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"argmap: cannot listen on 127.0.0.1, port {port}: ")
    assert result.stderr.endswith("; choose another `--port`\n")


def test_a_host_that_others_reach_is_warned_of(call: Call) -> None:
    result = call("serve", "--by", "Ann", "--host", "no-such-host.invalid")
    assert result.stderr.splitlines()[:2] == [
        (
            "argmap: others in your network reach no-such-host.invalid, "
            "and all who see the address can write"
        ),
        "argmap: it is not encrypted; use it only where you trust the network",
    ]


def test_nothing_to_show_is_said(call: Call, city: Path) -> None:
    pytest.importorskip("uvicorn", reason="needs uvicorn")
    city.unlink()
    result = call("serve", "--by", "Ann")
    assert (result.exit_code, "there is no claim file" in result.stderr) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no interrupt to one process")
def test_it_prints_its_address_and_ends_at_an_interrupt() -> None:
    pytest.importorskip("uvicorn", reason="needs uvicorn")
    command = [sys.executable, "-m", "argmap", "serve", "--no-open", "--by", "Ann"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        try:
            address = urlsplit(running.stdout.readline().strip())
            assert running.stdout.readline() == "Ctrl-C ends it\n"
            assert address.hostname == "127.0.0.1"
            assert re.fullmatch(r"token=[\w-]{32}", address.query)
            connection = HTTPConnection(address.netloc, timeout=10)
            connection.request("GET", f"/?{address.query}")
            assert connection.getresponse().status == 200
            connection.close()
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=20)
        finally:
            running.kill()  # where something above fails
    assert "Traceback" not in said
