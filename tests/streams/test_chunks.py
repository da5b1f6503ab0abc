"""The chunk protocol, as a page that knows nothing of media uses it."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments.model import Segment, SegmentMap
from studio.streams.chunks import chunks_of
from tests.server.conftest import Answer, make_map
from tests.streams.origin import Origin, offered

INIT = 1000
SIZES = [5000, 3000, 2000, 4000, 700]
KEYS = [True, False, True, True, False]
GAP = 30
"""Bytes between two segments that belong to none, such as an index."""


def uneven_map(path: Path) -> SegmentMap:
    """Five segments, of which the second and the last do not begin with a keyframe."""
    found, at = [], INIT
    for number, (size, key) in enumerate(zip(SIZES, KEYS, strict=True)):
        found.append(Segment(at, size, Fraction(number), Fraction(1), key))
        at += size + (GAP if number == 1 else 0)
    path.write_bytes(os.urandom(at))
    return replace(make_map(path), init_size=INIT, segments=tuple(found), size_bytes=at)


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    with offered(uneven_map(tmp_path / "uneven.webm")) as found:
        yield found


def post(origin: Origin, body: bytes, kind: str = "application/json") -> Answer:
    lines = [f"Content-Type: {kind}"] if kind else []
    return origin.ask(f"{origin.vod}/page/video", *lines, method="POST", body=body)


def chunk(origin: Origin, number: int) -> bytes:
    answer = post(origin, json.dumps({"current": number}).encode())
    assert answer.status == 200
    assert answer.headers["content-type"] == "video/webm"
    return answer.body


def test_chunks_begin_at_keyframes_and_the_first_holds_the_init_segment(origin: Origin) -> None:
    count = origin.ask(f"{origin.vod}/page/video/segment")
    assert json.loads(count.body) == {"segments": 3}
    data = origin.data
    assert chunk(origin, 0) == data[:9000]
    assert chunk(origin, 1) == data[9030:11030]
    assert chunk(origin, 2) == data[11030:]


def test_what_lies_between_two_segments_is_left_out(tmp_path: Path) -> None:
    found = uneven_map(tmp_path / "gap.webm")
    one = replace(found.segments[2], keyframe=False)
    joined = replace(found, segments=(*found.segments[:2], one, *found.segments[3:]))
    with offered(joined) as origin:
        assert chunk(origin, 0) == origin.data[:9000] + origin.data[9030:11030]
        assert len(chunks_of(joined)[0]) == 2


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"current": 1}', "application/json; charset=utf-8"),
        (b' {"current":1, "more": [2]}', "application/json"),
        (b'{"current": 1}', "text/plain;charset=UTF-8"),
        (b'{"current": 1}', "application/x-www-form-urlencoded"),
        (b"current=1", "application/x-www-form-urlencoded"),
        (b'{"current": 1}', ""),
    ],
)
def test_it_is_asked_for_as_simple_pages_ask(origin: Origin, body: bytes, kind: str) -> None:
    answer = post(origin, body, kind)
    assert (answer.status, answer.body) == (200, origin.data[9030:11030])


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"current": 3}', "application/json", 404),
        (b'{"current": -1}', "application/json", 404),
        (b'{"current": 99999999999999999999}', "application/json", 404),
        (b'{"current": ' + b"9" * 900 + b"}", "application/json", 404),
        (b'{"current": 1.0}', "application/json", 400),
        (b'{"current": "1"}', "application/json", 400),
        (b'{"current": true}', "application/json", 400),
        (b'{"current": null}', "application/json", 400),
        (b'{"current": NaN}', "application/json", 400),
        (b'{"Current": 1}', "application/json", 400),
        (b"{}", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"1", "application/json", 400),
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 1000, "application/json", 400),
        (b"current=1.0", "application/x-www-form-urlencoded", 400),
        (b"current=1&current=2", "application/x-www-form-urlencoded", 400),
        (b"current=1", "text/plain", 400),
        (b'{"current": 1}', "image/png", 415),
        (b'{"current": 1}', "multipart/form-data; boundary=x", 415),
        (b'{"current": 1, "x": "' + b"x" * 2000 + b'"}', "application/json", 413),
    ],
)
def test_what_is_not_understood_gets_a_sentence(
    origin: Origin, body: bytes, kind: str, status: int
) -> None:
    answer = post(origin, body, kind)
    assert answer.status == status
    assert answer.headers["content-type"].startswith("text/plain")
    told = answer.body.decode()
    assert told.endswith(".")
    assert 10 < len(told) < 100
    assert origin.ask(f"{origin.vod}/page/video/segment").status == 200


def test_s15_a_body_without_end_or_without_a_length_is_refused(origin: Origin) -> None:
    head = f"POST {origin.vod}/page/video HTTP/1.1\r\nHost: {origin.host}\r\n"
    head += "Content-Type: application/json\r\n"
    told = {
        "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + " " * 4096 + "\r\n": b"411",
        'Transfer-Encoding: chunked\r\n\r\ne\r\n{"current": 0}\r\n0\r\n\r\n': b"411",
        "Content-Length: 99999999999\r\n\r\n{": b"413",
    }
    for rest, status in told.items():
        assert origin.send((head + rest).encode()).startswith(b"HTTP/1.1 " + status)


def test_s07_each_path_has_its_methods(origin: Origin) -> None:
    for path, allowed in (("page", "GET, HEAD"), ("page/video/segment", "GET, HEAD")):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            answer = origin.ask(f"{origin.vod}/{path}", method=method)
            assert (answer.status, answer.headers["allow"]) == (405, allowed)
    for method in ("GET", "PUT", "DELETE", "OPTIONS"):
        answer = origin.ask(f"{origin.vod}/page/video", method=method)
        assert (answer.status, answer.headers["allow"]) == (405, "POST")


def test_the_page_is_ours_under_our_policy(origin: Origin) -> None:
    answer = origin.ask(f"{origin.vod}/page?lang=zh")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert b"stream/chunks.js" in answer.body
    for name in ("page/", "page/x", "page/video/", "page/video/segment/", "page/video/0"):
        assert origin.ask(f"{origin.vod}/{name}").status == 404


def test_a_file_in_one_piece_has_no_chunks(tmp_path: Path) -> None:
    found = uneven_map(tmp_path / "whole.webm")
    with offered(replace(found, segments=(), fragmented=False)) as origin:
        assert json.loads(origin.ask(f"{origin.vod}/page/video/segment").body) == {"segments": 0}
        answer = post(origin, b'{"current": 0}')
        assert (answer.status, answer.body) == (404, b"This file has no chunks.")


def test_who_asks_for_chunks_is_a_viewer(origin: Origin) -> None:
    chunk(origin, 0)
    chunk(origin, 2)
    (viewer,) = origin.stream.status().viewers
    assert (viewer.way, viewer.sent_bytes) == ("chunks", 9000 + 4700)


def test_a_file_that_is_gone_has_no_chunks_to_give(origin: Origin) -> None:
    origin.path.unlink()
    answer = post(origin, b'{"current": 0}')
    assert answer.status == 404
    assert answer.body in {b"File not found.", b"The file is gone or cannot be read."}
