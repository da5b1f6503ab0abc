"""What a device in the network can ask of the second server, and what it cannot."""

import json
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest

from studio import paths
from studio.server.app import MediaServer
from studio.server.share import ShareServer
from studio.workflow.share_address import addresses
from tests.server.conftest import Answer, Served, make_map, parse

JSON = "Content-Type: application/json"


def outside() -> str:
    """An address of this machine that is not 127.0.0.1."""
    found = [one.text for one in addresses() if not one.is_loopback and ":" not in one.text]
    if found:
        return found[0]
    if sys.platform != "linux":
        pytest.skip("this machine has no other address")
    return "127.0.0.2"


@dataclass
class Shared:
    """The server, its one file, and who came in."""

    server: ShareServer
    address: str
    file_id: str
    agents: list[tuple[str, int]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    verdicts: dict[str, dict[str, object]] = field(default_factory=dict)
    room: int = 3

    @property
    def secret(self) -> str:
        return "/t/" + self.server.base_url.rpartition("/")[2]

    def send(self, raw: bytes, *, to: str | None = None) -> bytes:
        """Send bytes and return everything until the server closes."""
        with socket.create_connection((to or self.address, self.server.port), 10) as connection:
            connection.sendall(raw)
            found = b""
            while block := connection.recv(65536):
                found += block
            return found

    def ask(
        self,
        target: str,
        *lines: str,
        method: str = "GET",
        host: str | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Send one request, ask the server to close, and parse the answer."""
        head = [f"{method} {target} HTTP/1.1", f"Host: {host or self.server.host}", *lines]
        head += ["Connection: close", f"Content-Length: {len(body)}"]
        return parse(self.send("\r\n".join(head).encode() + b"\r\n\r\n" + body))

    def enter(self, body: bytes = b'{"touch_points": 5}') -> Answer:
        """Come in as a device."""
        lines = (JSON, "User-Agent: a phone")
        return self.ask(f"{self.secret}/devices", *lines, method="POST", body=body)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Shared]:
    path = tmp_path / "shared.webm"
    path.write_bytes(bytes(601_000))
    made: list[Shared] = []

    def verdict(run_id: str) -> dict[str, object] | None:
        return made[0].verdicts.get(run_id)

    def admit(agent: str, touch_points: int) -> str | None:
        made[0].agents.append((agent, touch_points))
        if len(made[0].agents) > made[0].room:
            return None
        return made[0].server.add_run({"kind": "play"}, made[0].heard.append).run_id

    address = outside()
    player = paths.resources_dir() / "player"
    server = ShareServer(player, address=address, admit=admit, verdict=verdict)
    file_id = server.add_file(make_map(path))
    made.append(Shared(server, address, file_id))
    with server:
        yield made[0]


def test_it_listens_on_the_chosen_address_only(shared: Shared) -> None:
    mine = [
        c.laddr.ip
        for c in psutil.Process().net_connections("tcp")
        if c.status == psutil.CONN_LISTEN and c.laddr.port == shared.server.port
    ]
    assert mine == [shared.address]
    for other in ("127.0.0.1", "::1"):
        with pytest.raises(OSError, match=r"refused|unreachable|assign"):
            shared.send(b"GET / HTTP/1.1\r\n\r\n", to=other)


def test_an_ipv6_address_is_written_in_brackets(tmp_path: Path) -> None:
    try:
        with MediaServer(tmp_path, address="::1") as server:
            assert server.host == f"[::1]:{server.port}"
            with socket.create_connection(("::1", server.port), 10) as connection:
                request = f"GET {server.base_url.partition(']')[2].partition('/')[2]} HTTP/1.1"
                connection.sendall(f"{request}\r\nHost: {server.host}\r\n\r\n".encode())
                assert connection.recv(100).split()[1] in {b"400", b"404"}
    except OSError:
        pytest.skip("no IPv6 here")


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "evil.example", "{ip}"])
def test_another_host_is_misdirected(shared: Shared, host: str) -> None:
    named = host.format(port=shared.server.port, ip=shared.address)
    answer = shared.ask(f"{shared.secret}/player/device.html", host=named)
    assert (answer.status, answer.body) == (421, b"")


def test_without_the_secret_nothing_is_found(shared: Shared) -> None:
    wrong = shared.secret[:-1] + ("A" if shared.secret[-1] != "A" else "B")
    for start in ("", "/t", wrong, "/t/" + "A" * 43):
        for target in ("/", "/player/device.html", "/devices", f"/media/{shared.file_id}/init"):
            answer = shared.ask(start + target)
            assert (answer.status, answer.body) == (404, b"")
    assert shared.ask(f"{wrong}/devices", JSON, method="POST", body=b"{}").status == 404
    assert shared.agents == []


def test_requests_without_the_secret_do_not_keep_it_open(shared: Shared) -> None:
    before = shared.server.idle_s
    shared.ask("/t/wrong/player/device.html")
    shared.ask(f"{shared.secret}/player/device.html", host="evil.example")
    assert shared.server.idle_s >= before
    shared.ask(f"{shared.secret}/player/nothing")
    assert shared.server.idle_s < before + 0.5


@pytest.mark.parametrize("name", ["index.html", "check.html", "nothing.html", "", "../app.py"])
def test_no_other_page_is_served(shared: Shared, name: str) -> None:
    assert shared.ask(f"{shared.secret}/player/{name}").status == 404


def test_a_file_of_the_other_server_is_not_reachable(shared: Shared, served: Served) -> None:
    run = served.server.add_run({}, lambda _: None)
    assert served.ask(f"{served.media}/init").status == 200
    assert shared.ask(f"{shared.secret}/media/{served.file_id}/init").status == 404
    assert shared.ask(f"{served.media}/init").status == 404
    assert shared.ask(f"{shared.secret}/runs/{run.run_id}/plan.json").status == 404
    assert shared.ask(f"{shared.secret}/media/{shared.file_id}/init").status == 200


@pytest.mark.parametrize("target", ["/", "/player", "/player/", "/media", "/media/", "/runs/"])
def test_nothing_is_listed(shared: Shared, target: str) -> None:
    assert shared.ask(shared.secret + target).status == 404


def test_a_device_gets_a_run_of_its_own(shared: Shared) -> None:
    first, second = (json.loads(shared.enter().body)["run"] for _ in range(2))
    assert first != second
    assert shared.agents == [("a phone", 5)] * 2
    plan = shared.ask(f"{shared.secret}/runs/{first}/plan.json")
    assert json.loads(plan.body) == {"kind": "play"}
    report = f"{shared.secret}/runs/{first}/report"
    assert shared.ask(report, JSON, method="POST", body=b'{"events": []}').status == 204
    assert shared.heard == [{"events": []}]


def test_when_it_is_full_nobody_is_let_in(shared: Shared) -> None:
    shared.room = 0
    assert shared.enter().status == 429


@pytest.mark.parametrize(
    ("line", "body", "status"),
    [
        ("Content-Type: text/plain", b"{}", 415),
        (JSON, b"{", 400),
        (JSON, b"[" * 1000, 400),
        (JSON, b"\xff", 400),
        (JSON, b'{"touch_points": "5"}' + b" " * 1024, 413),
    ],
)
def test_a_malformed_greeting_is_refused(
    shared: Shared, line: str, body: bytes, status: int
) -> None:
    target = f"{shared.secret}/devices"
    assert shared.ask(target, line, method="POST", body=body).status == status
    assert shared.agents == []


def test_a_greeting_in_chunks_is_refused(shared: Shared) -> None:
    head = f"POST {shared.secret}/devices HTTP/1.1\r\nHost: {shared.server.host}\r\n{JSON}\r\n"
    raw = head + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    assert parse(shared.send(raw.encode())).status == 413


def test_strange_numbers_of_fingers_are_none(shared: Shared) -> None:
    for told in (b"{}", b"[]", b'{"touch_points": "5"}', b'{"touch_points": 1e99}'):
        shared.room += 1
        assert shared.enter(told).status == 200
    assert {points for _, points in shared.agents} == {0}


def test_an_oversized_report_is_refused(shared: Shared) -> None:
    run = json.loads(shared.enter().body)["run"]
    report = f"{shared.secret}/runs/{run}/report"
    body = b'{"a":"' + b"x" * 65536 + b'"}'
    assert shared.ask(report, JSON, method="POST", body=body).status == 413
    assert shared.heard == []


def test_another_origin_may_neither_ask_nor_greet(shared: Shared) -> None:
    for line in ("Origin: http://evil.example", "Sec-Fetch-Site: same-site"):
        greeted = shared.ask(f"{shared.secret}/devices", JSON, line, method="POST", body=b"{}")
        assert greeted.status == 403
        assert shared.ask(f"{shared.secret}/media/{shared.file_id}/init", line).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(shared: Shared, method: str) -> None:
    assert shared.ask(f"{shared.secret}/devices", method=method).status == 405
    assert shared.ask(f"{shared.secret}/player/device.html", method=method).status == 405


def test_there_is_no_next_run(shared: Shared) -> None:
    run = json.loads(shared.enter().body)["run"]
    assert shared.ask(f"{shared.secret}/runs/{run}/next").status == 404


def test_a_verdict_is_told_when_there_is_one(shared: Shared) -> None:
    run = json.loads(shared.enter().body)["run"]
    target = f"{shared.secret}/runs/{run}/verdict"
    assert shared.ask(target).status == 404
    shared.verdicts[run] = {"outcome": "played"}
    assert json.loads(shared.ask(target).body) == {"outcome": "played"}


def test_every_answer_carries_the_security_headers(shared: Shared) -> None:
    answers = [shared.enter(), shared.ask(f"{shared.secret}/player/device.html"), shared.ask("/")]
    for answer in answers:
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert not any(name.startswith("access-control") for name in answer.headers)
        assert answer.headers["server"] == ""


def test_after_the_stop_the_port_is_closed(shared: Shared) -> None:
    shared.server.stop()
    with pytest.raises(ConnectionRefusedError):
        shared.send(b"GET / HTTP/1.1\r\n\r\n")


def test_the_secret_is_not_in_the_servers_name(shared: Shared) -> None:
    assert shared.secret.removeprefix("/t/") not in repr(shared.server)
    assert shared.server.link.startswith(f"http://{shared.server.host}{shared.secret}/player/")
