"""Attacks on the local server, by raw bytes. The numbers are those of the checklist in S1-S20."""

import contextlib
import logging
import random
import socket
import threading
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import pytest

from studio import paths
from studio.errors import StudioError
from studio.server import app
from studio.server.app import MediaServer
from studio.server.connections import MAX_CONNECTIONS
from tests.server.conftest import Served, parse, serving


def test_s01_listens_on_loopback_only(served: Served) -> None:
    mine = [
        c.laddr.ip
        for c in psutil.Process().net_connections("tcp")
        if c.status == psutil.CONN_LISTEN and c.laddr.port == served.server.port
    ]
    assert mine == ["127.0.0.1"]
    others = [
        one.address
        for found in psutil.net_if_addrs().values()
        for one in found
        if one.family is socket.AF_INET and not one.address.startswith("127.")
    ]
    for address in (*others, "127.0.0.2"):
        with pytest.raises(OSError, match=r"refused|unreachable|assign|timed out"):
            socket.create_connection((address, served.server.port), 2)


def test_s02_wrong_tokens_get_an_empty_404(served: Served) -> None:
    chance = random.Random(1)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    right = served.secret.removeprefix("/t/")
    wrong = ["", right[:-1], right + "A", right.swapcase(), "%00", ".."]
    wrong += ["".join(chance.choices(alphabet, k=43)) for _ in range(100)]
    for token in wrong:
        answer = served.ask(f"/t/{token}/media/{served.file_id}/index.json")
        assert (answer.status, answer.body) == (404, b""), token


@pytest.mark.parametrize("target", ["/", "/t", "/t/", "/media", "/index.html", "/favicon.ico"])
def test_s02_a_path_without_token_is_404(served: Served, target: str) -> None:
    assert served.ask(target).status == 404


def test_s03_the_token_is_never_logged(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        served.ask(f"{served.media}/index.json")
        served.ask(f"{served.media}/nothing")
        served.ask(f"{served.media}/file", host="evil.example")
        served.send(b"GET " + served.media.encode() + b"\r\n\r\n")
    assert served.secret.removeprefix("/t/") not in caplog.text + repr(served.server)


HOSTS = [
    "evil.example", "127.0.0.1.evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "",
    "127.0.0.1.:{port}", "localhost:{port}", "[::1]:{port}", "user@127.0.0.1:{port}",
    "127.1:{port}", "0.0.0.0:{port}", "127.0.0.1:{port}, evil.example", "127.0.0.1:0{port}",
]  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_s04_another_host_is_misdirected(served: Served, host: str) -> None:
    answer = served.ask(f"{served.media}/init", host=host.format(port=served.server.port))
    assert answer.status in {421, 400}
    assert answer.body == b""


def test_s04_no_host_and_two_hosts_are_refused(served: Served) -> None:
    request = f"GET {served.media}/init HTTP/1.1\r\n"
    none = parse(served.send(f"{request}\r\n".encode()))
    two = parse(served.send(f"{request}Host: {served.host}\r\nHost: x\r\n\r\n".encode()))
    assert none.status in {421, 400}
    assert two.status in {421, 400}


def test_s04_absolute_form_is_refused(served: Served) -> None:
    assert served.ask(f"http://{served.host}{served.media}/init").status == 400


ORIGINS = [
    "http://evil.example", "null", "http://127.0.0.1:{port}.evil.example", "http://127.0.0.1",
    "https://127.0.0.1:{port}", "http://localhost:{port}", "HTTP://127.0.0.1:{port}",
    "http://a@127.0.0.1:{port}", "http://127.0.0.1:{port}/", "file://",
]  # fmt: skip


@pytest.mark.parametrize("origin", ORIGINS)
def test_s05_s06_another_origin_is_forbidden(served: Served, origin: str) -> None:
    line = "Origin: " + origin.format(port=served.server.port)
    assert served.ask(f"{served.media}/init", line).status == 403


@pytest.mark.parametrize("site", ["same-site", "cross-site", "evil", ""])
@pytest.mark.parametrize("mode", ["cors", "no-cors", "websocket", "navigate"])
def test_s05_requests_of_other_sites_are_forbidden(served: Served, site: str, mode: str) -> None:
    lines = (f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}", "Sec-Fetch-Dest: video")
    assert served.ask(f"{served.media}/init", *lines).status == 403


def test_s05_only_our_pages_may_be_opened_from_outside(served: Served) -> None:
    opened = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
    framed = (*opened[:2], "Sec-Fetch-Dest: iframe")
    page = f"{served.secret}/player/check.html"
    assert served.ask(page, *opened).status == 200
    assert served.ask(page, *framed).status == 403
    assert served.ask(f"{served.media}/index.json", *opened).status == 403


def test_own_origin_is_let_in(served: Served) -> None:
    lines = (f"Origin: http://{served.host}", "Sec-Fetch-Site: same-origin")
    assert served.ask(f"{served.media}/init", *lines).status == 200


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "POST"]
)
def test_s07_other_methods_are_not_allowed(served: Served, method: str) -> None:
    answer = served.ask(f"{served.media}/init", method=method)
    assert answer.status in {405, 400}
    assert answer.body == b""


PATHS = [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd",
    "..\\..\\windows\\win.ini", "....//....//etc/passwd", "..;/etc/passwd", "%00", "index.html%00",
    "index.html/", "INDEX.HTML", "index.html.", "index.html%20", "index.html::$DATA", ".git/config",
    "C:/windows/win.ini", "//server/share", "file:///etc/passwd", "~root/.bashrc", "player.js.map",
    "%c0%ae%c0%ae/etc/passwd", "..%252f..%252fetc/passwd", "./index.html", "sub/../index.html",
]  # fmt: skip


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("room", ["player", "media", "media/{id}", "media/{id}/segments", "runs"])
def test_s08_no_path_leads_to_a_file(served: Served, room: str, name: str) -> None:
    answer = served.ask(f"{served.secret}/{room.format(id=served.file_id)}/{name}")
    assert (answer.status, answer.body) == (404, b"")


@pytest.mark.parametrize("name", ["", "player", "player/", "media", "media/", "runs/"])
def test_s09_nothing_is_listed(served: Served, name: str) -> None:
    assert served.ask(f"{served.secret}/{name}").status == 404


def test_s05_s11_s12_s20_headers_of_every_answer(served: Served) -> None:
    targets = [
        "player/room/index.html",
        f"media/{served.file_id}/file",
        "nothing",
        "player/room/room.js",
    ]
    answers = [served.ask(f"{served.secret}/{target}") for target in targets]
    answers.append(served.ask(f"{served.media}/file", "Range: bytes=9-1"))
    answers.append(served.ask("/t/wrong/x"))
    answers.append(served.ask(f"{served.media}/init", host="x"))
    answers.append(parse(served.send(b"NONSENSE\r\n\r\n")))
    for answer in answers:
        found = answer.headers
        assert found["server"] == ""
        assert found["x-content-type-options"] == "nosniff"
        assert found["referrer-policy"] == "no-referrer"
        assert found["cross-origin-resource-policy"] == "same-origin"
        assert found["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in found["content-security-policy"]
        assert not [name for name in found if name.startswith("access-control")]
        assert "location" not in found


def test_s11_html_named_as_video_is_served_as_video(served: Served) -> None:
    answer = served.ask(f"{served.media}/file")
    assert answer.headers["content-type"] == "video/webm"


MALFORMED = [
    b"GET\r\n\r\n", b"\x00\x01\x02\x03\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nA: b\r\n folded: c\r\n\r\n", b"GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
    b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nA: " + b"b" * 20_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\nhello",
]  # fmt: skip


@pytest.mark.parametrize("raw", MALFORMED, ids=range(len(MALFORMED)))
def test_s15_malformed_requests_are_refused(served: Served, raw: bytes) -> None:
    assert 400 <= parse(served.send(raw)).status < 500
    assert served.ask(f"{served.media}/init").status == 200


def test_s18_mutated_requests_never_break_the_server(served: Served) -> None:
    chance = random.Random(7)
    good = f"GET {served.media}/init HTTP/1.1\r\nHost: {served.host}\r\nRange: bytes=0-5\r\n"
    plain = good.encode() + b"Connection: close\r\n\r\n"
    for _ in range(300):
        raw = bytearray(plain)
        for _ in range(chance.randint(1, 6)):
            raw[chance.randrange(len(raw) - 4)] = chance.randrange(256)
        with socket.create_connection(("127.0.0.1", served.server.port), 5) as connection:
            connection.sendall(bytes(raw))
            connection.shutdown(socket.SHUT_WR)
            try:
                found = connection.recv(200)
            except ConnectionResetError:
                found = b""
        assert b" 500 " not in found[:20], bytes(raw)
    assert served.ask(f"{served.media}/init").status == 200


def connect(served: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", served.server.port), 5)


def test_s14_half_open_connections_do_not_slow_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert app.IDLE_TIMEOUT_S <= 15
    monkeypatch.setattr(app, "IDLE_TIMEOUT_S", 1.0)
    with serving(tmp_path) as served:
        lurk(served)


def lurk(served: Served) -> None:
    """Have 200 clients begin a request and not go on, and ask for something meanwhile."""
    before = threading.active_count()
    lurkers = [connect(served) for _ in range(200)]
    try:
        for lurker in lurkers:
            with contextlib.suppress(ConnectionError):  # turned away already
                lurker.sendall(b"GET /t/")
        refused_until = time.monotonic() + 20  # they are known as unfinished once they were read
        while served.ask(f"{served.media}/init").status == 503:
            assert time.monotonic() < refused_until
        took_s = []
        for _ in range(40):
            started = time.monotonic()
            assert served.ask(f"{served.media}/init").status == 200
            took_s.append(time.monotonic() - started)
        assert sorted(took_s)[20] < 0.2  # the usual one: the machine may be busy
        assert threading.active_count() <= before + 8
        end = time.monotonic() + 5
        for lurker in lurkers:
            lurker.settimeout(max(0.1, end - time.monotonic()))
            with contextlib.suppress(ConnectionError):
                while lurker.recv(4096):
                    pass
    finally:
        for lurker in lurkers:
            lurker.close()


def test_s14_one_connection_too_many_is_told_so_at_once(served: Served) -> None:
    many = [connect(served) for _ in range(MAX_CONNECTIONS)]
    try:
        for one in many:
            one.sendall(f"GET {served.media}/file HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
            assert one.recv(12) == b"HTTP/1.1 200"
        started = time.monotonic()
        with connect(served) as late:
            late.sendall(
                f"GET {served.media}/init HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode()
            )
            answer = parse(late.recv(4096))
        assert (answer.status, answer.body) == (503, b"")
        assert time.monotonic() - started < 5
    finally:
        for one in many:
            one.close()
    assert served.ask(f"{served.media}/init").status == 200


def test_s16_nothing_listens_after_the_stop(served: Served) -> None:
    port, before = served.server.port, threading.active_count()
    with socket.create_connection(("127.0.0.1", port), 5) as idle:
        idle.sendall(b"GET /")
        started = time.monotonic()
        served.server.stop()
        served.server.stop()
        assert time.monotonic() - started < 10
    assert threading.active_count() < before
    with pytest.raises(OSError, match=r".*"):
        socket.create_connection(("127.0.0.1", port), 1)


def test_s16_stop_is_certain_while_a_client_reads_slowly(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.server.port), 5) as slow:
        slow.sendall(f"GET {served.media}/file HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
        slow.recv(100)
        started = time.monotonic()
        served.server.stop()
        assert time.monotonic() - started < 10


def test_names_with_markup_stay_text(served: Served) -> None:
    answer = served.ask(f"{served.secret}/player/{quote('<img src=x onerror=alert(1)>')}")
    assert (answer.status, answer.body) == (404, b"")


def test_g1_a_port_that_is_taken_is_a_sentence_and_port_0_finds_another(served: Served) -> None:
    port = served.server.port
    second = MediaServer(paths.resources_dir() / "player", port=port)
    with pytest.raises(StudioError) as caught:
        second.start()
    assert caught.value.what == f"The server could not be started: port {port} is taken."
    assert "port 0" in caught.value.hint
    with MediaServer(paths.resources_dir() / "player", port=0) as third:
        assert third.port not in {0, port}
    assert served.ask(f"{served.media}/init").status == 200
