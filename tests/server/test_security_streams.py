"""The checklist S1-S20 once more, where streams are: POST and WebSockets, names, two folders."""

import ast
import base64
import contextlib
import getpass
import json
import logging
import os
import random
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import psutil
import pytest

from studio.errors import InputError
from studio.server.origins import read_origins
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.status_part import StatusPart
from studio.streams.viewers import ViewerLedger
from tests.server.conftest import Answer, make_map, parse
from tests.server.test_security import HOSTS, ORIGINS, PATHS
from tests.streams.live_fakes import HandFeed
from tests.streams.origin import Origin, offered

PAGE = "https://player.example.test"
SOCKETS = ("live/hand/socket", "live/hand/status", "vod/clip/status")
QUESTION = b'{"current": 0}'


@contextlib.contextmanager
def both(folder: Path, *allow_origins: str) -> Iterator[Origin]:
    """Offer a VOD (random bytes) and a live stream that has told its init segment."""
    path = folder / "clip of mine.webm"
    path.write_bytes(os.urandom(601_000))
    with offered(make_map(path), allow_origins=allow_origins) as origin:
        origin.stream.add_part(StatusPart(origin.stream, origin.ledger))
        feed = HandFeed()
        live = LiveStream(StreamAddress(StreamKind.LIVE, "hand"), feed, ledger=ViewerLedger())
        origin.service.add(live)
        live.start()
        feed.init()
        feed.unit(0)
        yield origin
        live.stop()


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Origin]:
    """A VOD and a live stream; nobody else is let in."""
    with both(tmp_path_factory.mktemp("streams")) as found:
        yield found


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Origin]:
    """The same, and the pages of one other origin are let in."""
    with both(tmp_path_factory.mktemp("shared"), PAGE, "null") as found:
        yield found


def ask_all(origin: Origin, *lines: str, secret: str = "", host: str | None = None) -> list[Answer]:
    """Ask as every kind of client does: a file, a chunk by POST, the WebSockets, the page."""
    base = secret or origin.secret
    answers = [
        origin.ask(f"{base}/{path}", *lines, host=host)
        for path in ("vod/clip/file", "vod/clip/page", "vod/clip/status", "vod/clip/index.json")
    ]
    kind = "Content-Type: application/json"
    chunk = f"{base}/vod/clip/page/video"
    answers.append(origin.ask(chunk, kind, *lines, method="POST", host=host, body=QUESTION))
    answers += [upgrade(origin, f"{base}/{path}", *lines, host=host) for path in SOCKETS]
    return answers


def upgrade(origin: Origin, target: str, *lines: str, host: str | None = None) -> Answer:
    """Ask for a WebSocket and return the first answer."""
    key = base64.b64encode(os.urandom(16)).decode()
    head = [
        f"GET {target} HTTP/1.1",
        f"Host: {origin.host if host is None else host}",
        *lines,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
    ]
    with socket.create_connection(("127.0.0.1", origin.server.port), 10) as line:
        line.sendall("\r\n".join(head).encode("latin-1") + b"\r\n\r\n")
        found = b""
        while b"\r\n\r\n" not in found and (block := line.recv(4096)):
            found += block
    answer = parse(found)
    return Answer(answer.status, answer.headers, b"") if answer.status == 101 else answer


def test_all_that_is_asked_below_is_there(origin: Origin) -> None:
    own = (f"Origin: http://{origin.host}", "Sec-Fetch-Site: same-origin")
    for lines in ((), own):
        answers = ask_all(origin, *lines)
        assert [one.status for one in answers] == [200] * 5 + [101] * 3
        assert not [name for one in answers for name in one.headers if name.startswith("access-")]


def test_s02_without_the_token_there_is_nothing(origin: Origin) -> None:
    right = origin.secret
    for wrong in ("", "/t", "/t/", right[:-1], right + "A", right.swapcase(), "/t/..", "/t/%00"):
        for answer in ask_all(origin, secret=wrong or "/"):
            assert (answer.status, answer.body) in {(404, b""), (400, b"")}, wrong


def test_s03_the_token_is_neither_logged_nor_on_a_command_line(
    origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    token = origin.secret.removeprefix("/t/")
    with caplog.at_level(logging.DEBUG):
        ask_all(origin)
        ask_all(origin, "Origin: https://evil.example")
        origin.ask(f"{origin.vod}/page/video", method="POST", body=b"{")
    assert token not in caplog.text + repr(origin.server) + repr(origin.stream)
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            assert token not in " ".join(process.cmdline())


@pytest.mark.parametrize("host", HOSTS)
def test_s04_under_a_rebound_name_there_is_nothing(origin: Origin, host: str) -> None:
    for answer in ask_all(origin, host=host.format(port=origin.server.port)):
        assert answer.status in {421, 400}
        assert answer.body == b""


@pytest.mark.parametrize("name", ORIGINS)
def test_s05_s06_pages_of_others_get_nothing(origin: Origin, shared: Origin, name: str) -> None:
    for served in (origin, shared):
        if served is shared and name == "null":
            continue
        for answer in ask_all(served, "Origin: " + name.format(port=served.server.port)):
            assert (answer.status, answer.body) == (403, b"")


@pytest.mark.parametrize("site", ["same-site", "cross-site", "evil"])
def test_s05_requests_of_other_sites_without_an_origin_get_nothing(
    origin: Origin, shared: Origin, site: str
) -> None:
    lines = (f"Sec-Fetch-Site: {site}", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: video")
    for served in (origin, shared):
        for answer in ask_all(served, *lines):
            assert (answer.status, answer.body) == (403, b"")


def test_s05_nobody_may_ask_beforehand(origin: Origin) -> None:
    own = f"Origin: http://{origin.host}"
    asks = "Access-Control-Request-Method: POST"
    for target in ("vod/clip/page/video", "vod/clip/file", "live/hand/status", "media/x"):
        for lines in ((), (own, asks)):
            answer = origin.ask(f"{origin.secret}/{target}", *lines, method="OPTIONS")
            assert answer.status == 405
            assert not [name for name in answer.headers if name.startswith("access-")]
        answer = origin.ask(f"{origin.secret}/{target}", f"Origin: {PAGE}", asks, method="OPTIONS")
        assert answer.status == 403


@pytest.mark.parametrize("name", [PAGE, "null"])
def test_an_origin_that_was_let_in_may_use_streams(shared: Origin, name: str) -> None:
    lines = (f"Origin: {name}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors")
    answers = ask_all(shared, *lines)
    assert [one.status for one in answers] == [200] * 5 + [101] * 3
    part = shared.ask(f"{shared.vod}/file", *lines, "Range: bytes=0-4")
    missing = shared.ask(f"{shared.vod}/segments/7", *lines)
    assert (part.status, missing.status) == (206, 404)
    for answer in (*answers, part, missing):
        assert answer.headers["access-control-allow-origin"] == name
        assert answer.headers["vary"] == "Origin"
        assert "Content-Range" in answer.headers["access-control-expose-headers"]
        assert "access-control-allow-credentials" not in answer.headers
    asks = ("Access-Control-Request-Method: POST", "Access-Control-Request-Private-Network: true")
    before = shared.ask(f"{shared.vod}/page/video", *lines, *asks, method="OPTIONS")
    assert (before.status, before.body) == (204, b"")
    assert before.headers["access-control-allow-origin"] == name
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "Range" in before.headers["access-control-allow-headers"]
    assert before.headers["access-control-allow-private-network"] == "true"
    assert shared.ask(f"{shared.vod}/file", *lines, method="OPTIONS").status == 405


def test_an_origin_that_was_let_in_may_use_nothing_else(shared: Origin) -> None:
    file_id = shared.server.add_file(shared.stream.segment_map)
    for target in (
        f"media/{file_id}/init", "player/stream/chunks.html", "player/player.css", "rooms/x/socket",
        "runs/x/plan.json", "", "vodx/clip/file", "VOD/clip/file",
    ):  # fmt: skip
        for method in ("GET", "OPTIONS"):
            asks = "Access-Control-Request-Method: GET"
            answer = shared.ask(f"{shared.secret}/{target}", f"Origin: {PAGE}", asks, method=method)
            assert (answer.status, answer.body) == (403, b"")
            assert not [name for name in answer.headers if name.startswith("access-")]


def test_answers_to_others_do_not_name_an_origin(shared: Origin) -> None:
    for lines in ((), (f"Origin: http://{shared.host}",)):
        answer = shared.ask(f"{shared.vod}/init", *lines)
        assert answer.headers["vary"] == "Origin"  # for caches between
        assert not [name for name in answer.headers if name.startswith("access-")]
    assert "vary" not in shared.ask(f"{shared.secret}/player/player.css").headers


@pytest.mark.parametrize(
    "name",
    [PAGE.upper(), f"{PAGE}/", f"{PAGE}:443", f"{PAGE}.evil.example", f"http{PAGE[5:]}",
     "null, null", f"https://user@{PAGE[8:]}", f"{PAGE}:8443", f"{PAGE} ", "*", "NULL",
     f"{PAGE}, {PAGE}"],
)  # fmt: skip
def test_s06_only_that_very_origin_is_let_in(shared: Origin, name: str) -> None:
    allowed = name.strip() == PAGE  # blanks around a header's value do not count
    for answer in ask_all(shared, f"Origin: {name}"):
        assert (answer.status == 403) is not allowed


def test_s06_two_origins_are_none(shared: Origin) -> None:
    for answer in ask_all(shared, f"Origin: {PAGE}", f"Origin: {PAGE}"):
        assert answer.status == 403


NO_ORIGINS = [
    "*", "", "example.test", "https://", "https://a.example/", "https://a.example/x",
    "ftp://a.example", "https://*.example", "https://u@a.example", "https://a:b",
    "https://a.example:0", "https://a.example:65536", "https://a b", "file://",
]  # fmt: skip


def test_s06_origins_are_read_as_browsers_write_them() -> None:
    given = [
        "https://A.example",
        "http://localhost:8000",
        "https://b.example:443",
        "http://[::1]:80",
    ]
    assert read_origins(given) == {
        "https://a.example", "http://localhost:8000", "https://b.example", "http://[::1]",
    }  # fmt: skip
    for wrong in NO_ORIGINS:
        with pytest.raises(InputError, match="is not the origin"):
            read_origins([wrong])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "CONNECT", "PATCH", "FOO"])
def test_s07_no_other_method_does_anything(origin: Origin, method: str) -> None:
    for target in ("index.json", "file", "segments/0", "page", "page/video", "status"):
        answer = origin.ask(f"{origin.vod}/{target}", method=method)
        assert answer.status in {405, 400}
    for target in ("socket", "status"):
        assert origin.ask(f"{origin.secret}/live/hand/{target}", method=method).status in {405, 400}


FOLDERS = [
    "vod", "vod/clip", "vod/clip/segments", "vod/clip/page", "vod/clip/page/video", "live",
    "live/hand", "live/hand/segments", "live/hand/hls", "vod/..", "vod/%2e%2e",
]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_s08_no_path_leads_to_a_file(origin: Origin, folder: str) -> None:
    canary = origin.path.name
    for name in (
        *PATHS,
        canary,
        quote(canary),
        f"../{canary}",
        f"..%2f{quote(canary)}",
        "clip.part",
    ):
        answer = origin.ask(f"{origin.secret}/{folder}/{name}")
        assert (answer.status, answer.body) in {(404, b""), (400, b"")}, name
        if not folder.startswith("vod/clip/page"):
            posted = origin.ask(f"{origin.secret}/{folder}/{name}", method="POST", body=QUESTION)
            assert posted.status in {404, 400, 405}


@pytest.mark.parametrize(
    "name", ["vod", "vod/", "live", "live/", "vod/clip", "vod/clip/", "live/hand", "live/hand/"]
)
def test_s09_streams_are_not_listed(origin: Origin, name: str) -> None:
    answer = origin.ask(f"{origin.secret}/{name}")
    assert (answer.status, answer.body) == (404, b"")


def test_s10_only_what_is_offered_is_there_and_only_in_its_folder(tmp_path: Path) -> None:
    with both(tmp_path) as origin:
        for target in ("live/clip/file", "vod/hand/socket", "vod/Clip/file", "vod/clip2/file"):
            assert origin.ask(f"{origin.secret}/{target}").status == 404
        origin.service.remove(origin.stream.address)
        for answer in ask_all(origin)[:5]:
            assert answer.status == 404


def test_s11_types_are_ours_whatever_is_inside(tmp_path: Path) -> None:
    path = tmp_path / "page.webm"
    path.write_bytes(b"<!doctype html><script>alert(1)</script>".ljust(601_000))
    with offered(make_map(path)) as origin:
        for target in ("file", "init", "segments/0", "file.webm"):
            answer = origin.ask(f"{origin.vod}/{target}")
            assert answer.headers["content-type"] == "video/webm"
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_s12_s20_headers_and_words_of_every_answer(origin: Origin, shared: Origin) -> None:
    for served in (origin, shared):
        answers = ask_all(served)[:5]
        answers += [
            served.ask(f"{served.vod}/{target}", *lines)
            for target, lines in (
                ("segments", ()), ("segments/0", ()), ("segments/9", ()), ("nothing", ()),
                ("file", ("Range: bytes=9-1",)), ("file", ("If-None-Match: *",)),
                ("page/video/segment", ()), ("page/video", ()),
            )
        ]  # fmt: skip
        answers.append(served.ask(f"{served.vod}/page/video", method="POST", body=b"{"))
        for answer in answers:
            found = answer.headers
            assert found["server"] == ""
            assert found["x-content-type-options"] == "nosniff"
            assert found["referrer-policy"] == "no-referrer"
            assert found["cross-origin-resource-policy"] == "same-origin"
            assert "unsafe" not in found["content-security-policy"]
            assert found["content-security-policy"].startswith("default-src 'none'")
            assert "location" not in found
            if found["content-type"].startswith("video/"):
                continue
            told = answer.body.decode() + json.dumps(found)
            for private in (
                str(served.path.parent),
                served.secret,
                "aiohttp",
                "Python",
                "Traceback",
            ):
                assert private not in told
            assert f"/{getpass.getuser()}/" not in told


SPANS = [
    "bytes=0-", "bytes=0-0", "bytes=-1", "bytes=600999-", "bytes=0-9999999", "bytes=5-4",
    "bytes=-0", "bytes=-", "bytes=", "bytes", "bytes=0-0,1-1", "bytes=0-5,3-9", "bytes=a-b",
    "bytes=0x1-0x2", "bytes= 0-1", "bytes=0 -1", "bytes=+0-1", "bytes=--1", "bytes=1.5-2",
    "bytes=601000-", "bytes=9223372036854775807-", "bytes=9223372036854775808-",
    "bytes=0-9223372036854775808", "bytes=-99999999999999999999", "bytes=\xb2-3", "octets=0-1",
    "BYTES=0-1", "bytes=0-1;", "bytes=0-1, ", "bytes=0-1\t", "bytes=1e3-", "seconds=0-1",
]  # fmt: skip


@pytest.mark.parametrize("span", SPANS)
def test_s13_ranges_are_exact_or_refused(origin: Origin, span: str) -> None:
    answer = origin.ask(f"{origin.vod}/file", f"Range: {span}")
    assert answer.status in {200, 206, 416}
    if answer.status == 416:
        assert answer.headers["content-range"] == "bytes */601000"
        assert answer.body == b""
        return
    begin, end = 0, len(origin.data) - 1
    if answer.status == 206:
        told = answer.headers["content-range"].removeprefix("bytes ").removesuffix("/601000")
        begin, end = map(int, told.split("-"))
    assert answer.body == origin.data[begin : end + 1]
    assert answer.headers["content-length"] == str(len(answer.body))


def test_s14_a_body_that_does_not_come_is_not_waited_for(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.server.bodies.BODY_TIMEOUT_S", 0.2)
    head = f"POST {origin.vod}/page/video HTTP/1.1\r\nHost: {origin.host}\r\n"
    head += "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n{"
    assert origin.send(head.encode()).startswith(b"HTTP/1.1 408")


SMUGGLED = [
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "Content-Length: -5\r\n\r\nhello",
    "Content-Length: 5, 5\r\n\r\nhello",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "X: y\r\n folded: z\r\nContent-Length: 2\r\n\r\n{}",
    "X: a\rb\r\nContent-Length: 2\r\n\r\n{}",
    "Bad Header: x\r\nContent-Length: 2\r\n\r\n{}",
    "A: " + "b" * 20_000 + "\r\n\r\n",
    "A: b\r\n" * 100 + "\r\n",
]


@pytest.mark.parametrize("rest", SMUGGLED, ids=range(len(SMUGGLED)))
def test_s15_requests_that_can_be_read_in_two_ways_are_refused(origin: Origin, rest: str) -> None:
    head = f"POST {origin.vod}/page/video HTTP/1.1\r\nHost: {origin.host}\r\n"
    raw = origin.send((head + "Connection: close\r\n" + rest).encode("latin-1"))
    assert 400 <= parse(raw).status < 500
    assert raw.count(b"HTTP/1.") == 1


def test_s16_nothing_is_left_when_it_stops(tmp_path: Path) -> None:
    with both(tmp_path) as origin:
        port, before = origin.server.port, threading.active_count()
        with socket.create_connection(("127.0.0.1", port), 10) as slow:
            ask = f"GET {origin.vod}/file HTTP/1.1\r\nHost: {origin.host}\r\n\r\n"
            slow.sendall(ask.encode())
            assert slow.recv(12) == b"HTTP/1.1 200"
            origin.server.stop()
        assert threading.active_count() < before
        with pytest.raises(OSError, match=r".*"):
            socket.create_connection(("127.0.0.1", port), 1)


def test_s17_the_server_asks_nobody() -> None:
    """No client is imported, and a forwarded name changes nothing."""
    clients = ("urllib.request", "http.client", "requests", "httpx", "aiohttp.client", "ftplib")
    root = Path(__file__).resolve().parents[2] / "studio"
    for path in [*(root / "server").rglob("*.py"), *(root / "streams").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}", *(f"{node.module}.{one.name}" for one in node.names)]
            assert not [name for name in names if name.startswith(clients)], path
            assert "aiohttp.ClientSession" not in names, path


def test_s17_forwarded_names_change_nothing(origin: Origin) -> None:
    forwarded = (
        f"X-Forwarded-Host: {origin.host}", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-Proto: https",
        f"Forwarded: host={origin.host}", "X-Original-URL: /", "X-Rewrite-URL: /",
    )  # fmt: skip
    for answer in ask_all(origin, *forwarded, host="evil.example"):
        assert answer.status == 421
    assert [one.status for one in ask_all(origin, *forwarded)] == [200] * 5 + [101] * 3


def test_s19_only_pages_may_be_opened_from_outside_and_in_a_window_of_their_own(
    origin: Origin,
) -> None:
    opened = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
    framed = (*opened[:2], "Sec-Fetch-Dest: iframe")
    for target in ("vod/clip/page", "player/stream/chunks.html"):
        answer = origin.ask(f"{origin.secret}/{target}", *opened)
        assert answer.status == 200
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert origin.ask(f"{origin.secret}/{target}", *framed).status == 403
    for target in ("file", "index.json", "status", "page/video/segment", "segments"):
        assert origin.ask(f"{origin.vod}/{target}", *opened).status == 403
    assert origin.ask(f"{origin.vod}/page", *opened, method="POST").status == 403


HANDSHAKES = [
    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\xdfAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA",
    "Sec-WebSocket-Version: 13" + 2 * "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
]  # fmt: skip


@pytest.mark.parametrize("lines", HANDSHAKES, ids=range(len(HANDSHAKES)))
def test_s15_a_handshake_that_is_not_whole_is_refused(origin: Origin, lines: str) -> None:
    for path in SOCKETS:
        asked = ("Connection: Upgrade", "Upgrade: websocket", lines)
        answer = origin.ask(f"{origin.secret}/{path}", *asked)
        assert (answer.status, answer.body) == (400, b"")
        assert answer.headers["server"] == ""


ROUNDS = 5000 if os.environ.get("MSE_STUDIO_SOAK_S") else 600


def test_s18_mutated_requests_never_break_the_server(
    origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    goods = [
        f"GET {origin.vod}/file HTTP/1.1\r\nHost: {origin.host}\r\nRange: bytes=0-5\r\n\r\n",
        f"GET {origin.vod}/segments/1.webm?viewer=a HTTP/1.1\r\nHost: {origin.host}\r\n\r\n",
        f"GET {origin.secret}/live/hand/status HTTP/1.1\r\nHost: {origin.host}\r\n\r\n",
        f"GET {origin.secret}/live/hand/socket HTTP/1.1\r\nHost: {origin.host}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n\x82\x85abcdhello",
        f"POST {origin.vod}/page/video HTTP/1.1\r\nHost: {origin.host}\r\n"
        'Content-Type: application/json\r\nContent-Length: 14\r\n\r\n{"current": 0}',
    ]

    def one(seed: int) -> tuple[bytes, bytes]:
        chance = random.Random(seed)
        raw = bytearray(goods[seed % len(goods)], "latin-1")
        for _ in range(chance.randint(1, 6)):
            # mostly behind the token, where there is something to break
            at = chance.randrange(40 if chance.random() < 0.9 else 0, len(raw))
            match chance.randrange(3):
                case 0:
                    raw[at] = chance.randrange(256)
                case 1:
                    raw[at:at] = bytes(chance.choices(range(256), k=chance.randint(1, 9)))
                case 2:
                    del raw[at : at + chance.randint(1, 9)]
        with socket.create_connection(("127.0.0.1", origin.server.port), 5) as connection:
            found = b""
            with contextlib.suppress(ConnectionError):
                connection.sendall(bytes(raw))
                connection.shutdown(socket.SHUT_WR)
                found = connection.recv(2000)
        return bytes(raw), found

    with ThreadPoolExecutor(8) as clients:
        for raw, found in clients.map(one, range(ROUNDS)):
            assert not found.startswith(b"HTTP/1.1 5"), raw
            assert b"Traceback" not in found
    assert "Traceback" not in caplog.text
    assert [one.status for one in ask_all(origin)] == [200] * 5 + [101] * 3
