"""A file offered by name: what it answers, when it changes, who watches."""

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import psutil
import pytest

from studio.segments.model import BlockOrderFault, Family
from studio.streams.status import StreamState, StreamStatus
from studio.streams.vod import remark_on
from tests.server.conftest import INIT_SIZE, SEGMENT_SIZE, make_map, parse
from tests.streams.origin import Origin, offered

SIZE = INIT_SIZE + 2 * SEGMENT_SIZE


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    path = tmp_path / "clip of mine.webm"
    path.write_bytes(os.urandom(SIZE))
    with offered(make_map(path)) as found:
        yield found


@pytest.fixture
def sparse(tmp_path: Path) -> Iterator[Origin]:
    """20 GB that take no room."""
    path = tmp_path / "large.webm"
    with path.open("wb") as file:
        file.truncate(20 * 10**9)
    with offered(make_map(path)) as found:
        yield found


def until(holds: Callable[[], bool], limit_s: float = 10) -> None:
    end = time.monotonic() + limit_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def status_when(origin: Origin, reason: str) -> StreamStatus:
    until(lambda: origin.stream.status().reason == reason)
    return origin.stream.status()


def test_index_and_list_say_how_the_file_is_cut(origin: Origin) -> None:
    index = json.loads(origin.ask(f"{origin.vod}/index.json").body)
    assert (index["mime"], index["size"], len(index["segments"])) == (
        'video/webm; codecs="vp8"',
        SIZE,
        2,
    )
    assert json.loads(origin.ask(f"{origin.vod}/segments").body) == [
        {"number": 0, "start_s": 0.0, "duration_s": 2.0, "size": SEGMENT_SIZE},
        {"number": 1, "start_s": 2.0, "duration_s": 2.0, "size": SEGMENT_SIZE},
    ]


def test_bytes_are_found_with_and_without_an_ending(origin: Origin) -> None:
    second = origin.data[INIT_SIZE + SEGMENT_SIZE :]
    wanted = {"init": origin.data[:INIT_SIZE], "segments/1": second, "file": origin.data}
    for path, body in wanted.items():
        for name in (path, f"{path}.webm", f"{path}.webm?viewer=a"):
            answer = origin.ask(f"{origin.vod}/{name}")
            assert (answer.status, answer.body) == (200, body), name
            assert answer.headers["content-type"] == "video/webm"


@pytest.mark.parametrize(
    "name",
    ["init.mp4", "init.", "init.webm.webm", "segments/2", "segments/01.webm", "segments/-1",
     "file.m4s", "segments/", "segments/1.m4s", "segments/1.webm/", "Init",
     "x", "", "..", "status"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(origin: Origin, name: str) -> None:
    assert origin.ask(f"{origin.vod}/{name}").status == 404


def test_segments_of_an_mp4_may_be_called_so(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(bytes(SIZE))
    found = replace(make_map(path), family=Family.MP4, mime='video/mp4; codecs="avc1.64001f"')
    with offered(found) as origin:
        for name in ("init.mp4", "init.m4s", "segments/0.m4s", "segments/0.mp4", "file.mp4"):
            answer = origin.ask(f"{origin.vod}/{name}")
            assert (answer.status, answer.headers["content-type"]) == (200, "video/mp4"), name
        assert origin.ask(f"{origin.vod}/file.m4s").status == 404
        assert origin.ask(f"{origin.vod}/segments/0.webm").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_s07_other_methods_are_not_allowed(origin: Origin, method: str) -> None:
    for name in ("index.json", "segments", "init", "segments/0.webm", "file"):
        answer = origin.ask(f"{origin.vod}/{name}", method=method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
        assert answer.body == b""


FAR = 19 * 10**9
RANGES = [
    (f"bytes={FAR}-{FAR + 9}", 206, FAR, 10),
    ("bytes=4294967290-4294967301", 206, 4294967290, 12),
    ("bytes=19999999990-", 206, 19999999990, 10),
    ("bytes=-7", 206, 19999999993, 7),
    ("bytes=19999999999-99999999999", 206, 19999999999, 1),
    ("bytes=20000000000-", 416, 0, 0),
    ("bytes=9-8", 416, 0, 0),
    ("bytes=-0", 416, 0, 0),
    ("bytes=0-1,4-5", 416, 0, 0),
    ("bytes=9223372036854775808-", 416, 0, 0),
]


def test_l5_ranges_are_exact_far_beyond_4_gib(sparse: Origin) -> None:
    sparse.ask(f"{sparse.vod}/file", "Range: bytes=0-0")
    before = psutil.Process().memory_info().rss
    for header, status, offset, count in RANGES:
        answer = sparse.ask(f"{sparse.vod}/file.webm", f"Range: {header}")
        assert (answer.status, len(answer.body)) == (status, count), header
        told = f"{offset}-{offset + count - 1}" if count else "*"
        assert answer.headers["content-range"] == f"bytes {told}/20000000000"
    head = sparse.ask(f"{sparse.vod}/file", method="HEAD")
    assert (head.status, head.headers["content-length"], head.body) == (200, "20000000000", b"")
    with socket.create_connection(("127.0.0.1", sparse.server.port), 10) as viewer:
        viewer.sendall(f"GET {sparse.vod}/file HTTP/1.1\r\nHost: {sparse.host}\r\n\r\n".encode())
        seen, buffer = 0, bytearray(2**20)
        while seen < 500 * 2**20:
            seen += viewer.recv_into(buffer)
    assert psutil.Process().memory_info().rss - before < 5 * 2**20 + len(buffer)


def test_entity_tags_tell_whether_it_is_the_same(origin: Origin) -> None:
    tag = origin.ask(f"{origin.vod}/file", method="HEAD").headers["etag"]
    for told in (tag, f'"x", W/{tag}', "*"):
        for name in ("file", "init", "segments/1"):
            answer = origin.ask(
                f"{origin.vod}/{name}", f"If-None-Match: {told}", "Range: bytes=0-4"
            )
            assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
    assert origin.ask(f"{origin.vod}/file", 'If-None-Match: "other"').status == 200
    part = ("Range: bytes=0-4", f"If-Range: {tag}")
    for name in ("file", "init", "segments/1", "segments/1.webm"):
        assert origin.ask(f"{origin.vod}/{name}", *part).status == 206
    assert origin.ask(f"{origin.vod}/file", part[0], 'If-Range: "other"').body == origin.data
    assert origin.ask(f"{origin.vod}/file", part[0], f"If-Range: W/{tag}").status == 200


@pytest.mark.expects_log_warnings
def test_g2_a_file_that_goes_or_changes_is_told_of(origin: Origin) -> None:
    told: list[str] = []
    origin.stream.on_change = lambda: told.append(origin.stream.status().reason)
    assert origin.stream.status().state is StreamState.PLAYING
    tag = origin.ask(f"{origin.vod}/file", method="HEAD").headers["etag"]
    aside = origin.path.with_name("aside")
    origin.path.rename(aside)
    assert status_when(origin, "File not found").state is StreamState.FAILED
    for name in ("index.json", "segments", "init", "segments/1", "file", "page/video/segment"):
        answer = origin.ask(f"{origin.vod}/{name}")
        assert (answer.status, answer.body) == (404, b"File not found."), name
    aside.rename(origin.path)
    assert status_when(origin, "").state is StreamState.PLAYING
    origin.path.write_bytes(os.urandom(SIZE))
    answer = origin.ask(f"{origin.vod}/file", "Range: bytes=0-4", f"If-Range: {tag}")
    assert answer.status == 409  # whether it was noticed before or not
    assert status_when(origin, "The file has changed").state is StreamState.FAILED
    assert origin.ask(f"{origin.vod}/segments/0").body == b"The file has changed."
    assert [one for one, _ in groupby(told) if one] == ["File not found", "The file has changed"]


@pytest.mark.expects_log_warnings
@pytest.mark.parametrize("by_copying", [False, True])
def test_g2_a_change_in_mid_answer_ends_it(
    sparse: Origin, monkeypatch: pytest.MonkeyPatch, by_copying: bool
) -> None:
    if by_copying:
        monkeypatch.delattr(os, "sendfile")
    changes: list[Callable[[], None]] = [
        lambda: os.utime(sparse.path),
        lambda: os.truncate(sparse.path, 10**9),
    ]
    for change in changes:
        found = sparse.path.stat()
        with socket.create_connection(("127.0.0.1", sparse.server.port), 10) as viewer:
            viewer.sendall(
                f"GET {sparse.vod}/file HTTP/1.1\r\nHost: {sparse.host}\r\n\r\n".encode()
            )
            assert viewer.recv(12) == b"HTTP/1.1 200"
            change()
            seen = 0
            while block := viewer.recv(2**20):
                seen += len(block)
        assert seen < 10**8
        os.truncate(sparse.path, found.st_size)
        os.utime(sparse.path, ns=(found.st_atime_ns, found.st_mtime_ns))
        until(lambda: sparse.stream.status().state is StreamState.PLAYING)


def test_g3_a_viewer_who_leaves_leaves_nothing_behind(sparse: Origin) -> None:
    before = psutil.Process().num_fds()
    for name in ("segments/1", "file"):
        with socket.create_connection(("127.0.0.1", sparse.server.port), 10) as viewer:
            viewer.sendall(
                f"GET {sparse.vod}/{name} HTTP/1.1\r\nHost: {sparse.host}\r\n\r\n".encode()
            )
            viewer.recv(1000)
    until(lambda: not is_open(sparse) and psutil.Process().num_fds() <= before, 5)


@pytest.mark.parametrize("by_copying", [False, True])
def test_s14_a_viewer_who_takes_nothing_is_let_go(
    sparse: Origin, monkeypatch: pytest.MonkeyPatch, by_copying: bool
) -> None:
    if by_copying:
        monkeypatch.delattr(os, "sendfile")
    monkeypatch.setattr("studio.server.sending.WRITE_TIMEOUT_S", 0.3)
    with socket.create_connection(("127.0.0.1", sparse.server.port), 10) as viewer:
        viewer.sendall(f"GET {sparse.vod}/file HTTP/1.1\r\nHost: {sparse.host}\r\n\r\n".encode())
        until(lambda: is_open(sparse))
        until(lambda: not is_open(sparse), 5)
        viewer.setblocking(False)
        until(lambda: is_cut(viewer), 5)


def is_open(origin: Origin) -> bool:
    return any(one.path == str(origin.path) for one in psutil.Process().open_files())


def is_cut(viewer: socket.socket) -> bool:
    """Read what there is; True when the connection has ended."""
    try:
        return not viewer.recv(2**24)
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_viewers_are_known_with_their_way_and_bytes(origin: Origin) -> None:
    origin.ask(f"{origin.vod}/init?viewer=ann")
    origin.ask(f"{origin.vod}/segments/1?viewer=ann")
    origin.ask(f"{origin.vod}/file?viewer=bob", "Range: bytes=0-99")
    origin.ask(f"{origin.vod}/index.json?viewer=carl")
    until(lambda: sum(one.sent_bytes for one in origin.stream.status().viewers) == 301_100)
    found = {one.viewer_id: one for one in origin.stream.status().viewers}
    assert {name: (one.way, one.sent_bytes) for name, one in found.items()} == {
        "ann": ("segments", INIT_SIZE + SEGMENT_SIZE),
        "bob": ("file", 100),
    }
    assert all(one.state is StreamState.PLAYING and one.rate_bps for one in found.values())
    assert origin.stream.status().rate_bps == pytest.approx(8 * SIZE / 4)


def test_what_engines_will_refuse_is_said(origin: Origin) -> None:
    found = origin.stream.segment_map
    fault = BlockOrderFault(INIT_SIZE, 195, 202)
    assert remark_on(found) == ""
    assert "which Chromium refuses" in remark_on(replace(found, block_order_faults=(fault,)))
    whole = replace(found, fragmented=False, segments=())
    assert "in one piece" in remark_on(whole)
    refused = replace(found, block_order_faults=(fault,))
    with offered(refused) as other:
        told = other.stream.status()
        assert told.state is StreamState.PLAYING
        assert "which Chromium refuses" in told.reason


def test_pipelined_and_kept_connections_get_whole_answers(origin: Origin) -> None:
    ask = f"GET {origin.vod}/segments/0 HTTP/1.1\r\nHost: {origin.host}\r\n"
    raw = origin.send(f"{ask}\r\n{ask}\r\n{ask}Connection: close\r\n\r\n".encode())
    segment = origin.data[INIT_SIZE : INIT_SIZE + SEGMENT_SIZE]
    for _ in range(3):
        head, _, rest = raw.partition(b"\r\n\r\n")
        assert parse(head).status == 200
        assert rest[:SEGMENT_SIZE] == segment
        raw = rest[SEGMENT_SIZE:]
    assert raw == b""


def test_the_file_is_looked_at_once_a_second_at_most(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []

    def look(_: object) -> str:
        looks.append(threading.current_thread().name)
        return ""

    monkeypatch.setattr("studio.streams.vod_watch._problem_of", look)
    for _ in range(30):
        origin.stream.status()
        origin.ask(f"{origin.vod}/segments")
    assert len(looks) <= 2
    assert "media-server" not in looks  # the loop's own thread
