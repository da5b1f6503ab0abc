"""What the server hands out: index, init, segments, whole files by range."""

import json
import logging
import os
import socket
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil
import pytest

from studio.errors import InputError
from studio.segments.stitched import Piece
from tests.server.conftest import INIT_SIZE, SEGMENT_SIZE, Served, make_map


def test_index_describes_segments_without_any_path(served: Served) -> None:
    answer = served.ask(f"{served.media}/index.json")
    index = json.loads(answer.body)
    assert answer.headers["content-type"] == "application/json"
    assert index["name"] == "clip of mine.webm"
    assert index["init"] == {"offset": 0, "size": INIT_SIZE}
    assert [s["n"] for s in index["segments"]] == [0, 1]
    assert index["segments"][1] == {
        "n": 1, "offset": INIT_SIZE + SEGMENT_SIZE, "size": SEGMENT_SIZE, "start_s": 2.0,
        "duration_s": 2.0, "keyframe": True, "frames": 50,
    }  # fmt: skip
    assert str(served.path.parent) not in answer.body.decode()


def test_init_and_segments_are_the_bytes_of_the_file(served: Served) -> None:
    init = served.ask(f"{served.media}/init")
    second = served.ask(f"{served.media}/segments/1")
    assert init.status == second.status == 200
    assert init.headers["content-type"] == "video/webm"
    assert init.body == served.data[:INIT_SIZE]
    assert second.body == served.data[INIT_SIZE + SEGMENT_SIZE :]


@pytest.mark.parametrize("name", ["2", "-1", "01", "+1", "1.0", "1e0", "x", "", "٣", "9" * 40])
def test_a_segment_that_is_not_there_is_not_found(served: Served, name: str) -> None:
    raw = f"GET {served.media}/segments/{name} HTTP/1.1\r\nHost: {served.host}\r\n\r\n"
    status = served.send(raw.encode() + b"GET / HTTP/1.1\r\n\r\n").split(b" ", 2)[1]
    assert status in {b"404", b"400"}


RANGES: list[tuple[str, int, slice | None]] = [
    ("bytes=0-99", 206, slice(0, 100)),
    ("bytes=100-100", 206, slice(100, 101)),
    ("bytes=600990-", 206, slice(600990, None)),
    ("bytes=-10", 206, slice(-10, None)),
    ("bytes=-9999999", 206, slice(None)),
    ("bytes=601000-", 416, None),
    ("bytes=5-4", 416, None),
    ("bytes=0-0,5-6", 416, None),
    ("bytes=-0", 416, None),
    ("bytes=-", 416, None),
    ("bytes=a-b", 416, None),
    ("bytes=0x1-0x5", 416, None),
    ("bytes=-5-9", 416, None),
    ("bytes=1-2-3", 416, None),
    ("bytes=0-99999999999999999999999", 416, None),
    ("bytes=9223372036854775808-", 416, None),
    ("bytes=0-9223372036854775806", 206, slice(None)),
    ("bytes=\xb2-\xb3", 416, None),
    ("pages=1-2", 200, slice(None)),
]


@pytest.mark.parametrize(("header", "status", "part"), RANGES)
def test_range_is_answered_by_rule(
    served: Served, header: str, status: int, part: slice | None
) -> None:
    answer = served.ask(f"{served.media}/file", f"Range: {header}")
    assert answer.status == status
    if part is None:
        assert answer.headers["content-range"] == f"bytes */{len(served.data)}"
    else:
        assert answer.body == served.data[part]
        assert answer.headers["content-length"] == str(len(answer.body))


def test_two_range_headers_are_refused(served: Served) -> None:
    answer = served.ask(f"{served.media}/file", "Range: bytes=0-1", "Range: bytes=2-3")
    assert answer.status == 416


def test_a_range_of_another_version_gives_the_whole_file(served: Served) -> None:
    answer = served.ask(f"{served.media}/file", "Range: bytes=0-9", 'If-Range: "old"')
    assert (answer.status, len(answer.body)) == (200, len(served.data))


@pytest.mark.parametrize(
    ("name", "begin", "size"),
    [("init", 0, INIT_SIZE), ("segments/1", INIT_SIZE + SEGMENT_SIZE, SEGMENT_SIZE)],
)
def test_one_range_of_init_and_segments_is_answered_by_rule(
    served: Served, name: str, begin: int, size: int
) -> None:
    target, whole = f"{served.media}/{name}", served.data[begin : begin + size]
    tag = served.ask(target).headers["etag"]
    for asked, first, last in (("1-9", 1, 9), ("-4", size - 4, size - 1), ("5-", 5, size - 1)):
        for fresh in ((), (f"If-Range: {tag}",)):
            answer = served.ask(target, f"Range: bytes={asked}", *fresh)
            assert (answer.status, answer.body) == (206, whole[first : last + 1])
            assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
            assert answer.headers["accept-ranges"] == "bytes"
    for asked in (f"{size}-", "5-4", "0-0,2-3", "x"):
        refused = served.ask(target, f"Range: bytes={asked}")
        assert (refused.status, refused.headers["content-range"]) == (416, f"bytes */{size}")
    old = served.ask(target, "Range: bytes=0-9", 'If-Range: "old"')
    assert (old.status, old.body) == (200, whole)
    head = served.ask(target, "Range: bytes=0-9", method="HEAD")
    assert (head.status, head.headers["content-length"], head.body) == (206, "10", b"")
    same = served.ask(target, "Range: bytes=0-9", f"If-None-Match: {tag}")
    assert same.status == 304


def test_head_gives_the_length_and_no_body(served: Served) -> None:
    answer = served.ask(f"{served.media}/file", method="HEAD")
    assert answer.headers["content-length"] == str(len(served.data))
    assert answer.body == b""


def test_a_changed_file_is_never_served(served: Served) -> None:
    os.utime(served.path, (1, 1))
    answer = served.ask(f"{served.media}/segments/0")
    assert answer.status == 409
    assert b"changed" in answer.body


def test_a_file_that_is_gone_is_not_found(served: Served) -> None:
    served.path.unlink()
    assert served.ask(f"{served.media}/init").status == 404


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_put_in_the_place_of_the_file_is_not_followed(
    served: Served, tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    canary.write_bytes(served.data)
    served.path.unlink()
    served.path.symlink_to(canary)
    assert served.ask(f"{served.media}/init").status == 404


def test_a_removed_file_is_not_found(served: Served) -> None:
    served.server.remove_file(served.file_id)
    assert served.ask(f"{served.media}/index.json").status == 404


def test_a_file_that_changed_after_its_map_is_refused(served: Served) -> None:
    old = replace(make_map(served.path), size_bytes=5)
    with pytest.raises(InputError, match="has changed"):
        served.server.add_file(old)


def test_bytes_beyond_four_gib_are_reached(served: Served, tmp_path: Path) -> None:
    path, far = tmp_path / "long.webm", 5 * 2**30
    with path.open("wb") as file:
        file.seek(far)
        file.write(b"the end")
    file_id = served.server.add_file(make_map(path))
    target = f"{served.secret}/media/{file_id}/file"
    answer = served.ask(target, f"Range: bytes={far}-{far + 6}")
    assert answer.body == b"the end"
    assert served.ask(target, method="HEAD").headers["content-length"] == str(far + 7)


def test_a_large_file_is_streamed_and_not_held(served: Served, tmp_path: Path) -> None:
    path, size = tmp_path / "big.webm", 200 * 2**20
    with path.open("wb") as file:
        file.truncate(size)
    target = f"{served.secret}/media/{served.server.add_file(make_map(path))}/file"
    before = psutil.Process().memory_info().rss
    peak, seen = before, 0
    with socket.create_connection(("127.0.0.1", served.server.port), 10) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
        while seen < size:
            seen += len(connection.recv(2**18))
            peak = max(peak, psutil.Process().memory_info().rss)
    assert peak - before < 30 * 2**20


def test_reports_reach_the_listener(served: Served) -> None:
    heard: list[dict[str, Any]] = []
    run = served.server.add_run({"kind": "types"}, heard.append)
    base = run.plan_url.removeprefix(f"http://{served.host}").removesuffix("/plan.json")
    assert json.loads(served.ask(f"{base}/plan.json").body) == {"kind": "types"}
    kind = "Content-Type: application/json"
    posted = served.ask(f"{base}/report", kind, method="POST", body=b'{"events": [1]}')
    assert posted.status == 204
    assert heard == [{"events": [1]}]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b'{"a":"' + b"x" * 65536 + b'"}', "application/json", 413),
    ],
)
def test_a_report_of_a_wrong_kind_is_refused(
    served: Served, body: bytes, kind: str, status: int
) -> None:
    heard: list[dict[str, Any]] = []
    run = served.server.add_run({}, heard.append)
    target = run.report_url.removeprefix(f"http://{served.host}")
    answer = served.ask(target, f"Content-Type: {kind}", method="POST", body=body)
    assert answer.status == status
    assert heard == []


def test_a_run_that_ended_takes_no_report(served: Served) -> None:
    run = served.server.add_run({}, lambda _: None)
    served.server.remove_run(run.run_id)
    target = run.report_url.removeprefix(f"http://{served.host}")
    answer = served.ask(target, "Content-Type: application/json", method="POST", body=b"{}")
    assert answer.status == 404


@pytest.mark.expects_log_warnings
def test_a_failing_listener_does_not_hurt_the_server(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_report: dict[str, object]) -> None:
        raise ValueError("listener")

    run = served.server.add_run({}, fail)
    target = run.report_url.removeprefix(f"http://{served.host}")
    answer = served.ask(target, "Content-Type: application/json", method="POST", body=b"{}")
    assert answer.status == 204
    assert "a listener of page reports failed" in caplog.text


def stitched(served: Served, folder: Path) -> tuple[list[Path], str]:
    """Serve the same bytes out of three files, the middle one with more around it."""
    cuts = [0, INIT_SIZE, INIT_SIZE + 200_000, len(served.data)]
    paths, pieces = [], []
    for number, (begin, end) in enumerate(pairwise(cuts)):
        around = b"x" * 77 if number == 1 else b""
        paths.append(folder / f"piece-{number}.bin")
        paths[-1].write_bytes(around + served.data[begin:end] + around)
        pieces.append(Piece(paths[-1], len(around), end - begin))
    found = replace(make_map(served.path), path=folder / "list.m3u8")
    return paths, served.server.add_file(found, pieces)


def test_pieces_of_several_files_are_served_as_one(served: Served, tmp_path: Path) -> None:
    _, file_id = stitched(served, tmp_path)
    media = f"{served.secret}/media/{file_id}"
    assert served.ask(f"{media}/init").body == served.data[:INIT_SIZE]
    for number in range(2):
        begin = INIT_SIZE + number * SEGMENT_SIZE
        answer = served.ask(f"{media}/segments/{number}")
        assert answer.body == served.data[begin : begin + SEGMENT_SIZE]
    assert served.ask(f"{media}/file").body == served.data
    assert served.ask(f"{media}/file", "Range: bytes=900-1100").body == served.data[900:1101]
    assert json.loads(served.ask(f"{media}/index.json").body)["size"] == len(served.data)


@pytest.mark.expects_log_warnings
def test_a_changed_piece_is_never_served(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paths, file_id = stitched(served, tmp_path)
    media = f"{served.secret}/media/{file_id}"
    os.utime(paths[2], (1, 1))
    assert served.ask(f"{media}/segments/1").status == 409
    assert served.ask(f"{media}/init").status == 200
    with caplog.at_level(logging.ERROR):
        cut = served.ask(f"{media}/segments/0")  # begins in the second piece, ends in the third
    assert cut.body == served.data[INIT_SIZE : INIT_SIZE + 200_000]
    assert int(cut.headers["content-length"]) > len(cut.body)
    paths[0].unlink()
    assert served.ask(f"{media}/init").status == 404


def test_pieces_must_be_what_the_map_was_read_from(served: Served, tmp_path: Path) -> None:
    found = make_map(served.path)
    short = tmp_path / "short.bin"
    short.write_bytes(b"x" * 10)
    for pieces in ([Piece(short, 0, 10)], [Piece(short, 0, found.size_bytes)]):
        with pytest.raises(InputError, match="has changed"):
            served.server.add_file(found, pieces)
    with pytest.raises(InputError, match="cannot be read"):
        served.server.add_file(found, [Piece(tmp_path / "gone", 0, found.size_bytes)])
