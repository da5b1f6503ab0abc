"""A running server with one small file behind it, and a client that speaks raw bytes."""

import contextlib
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from studio import paths
from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.server.app import MediaServer

INIT_SIZE = 1000
SEGMENT_SIZE = 300_000


def make_map(path: Path) -> SegmentMap:
    """A map over any bytes: an init segment and two media segments."""
    span = TrackSpan(1, Fraction(0), Fraction(2), 50, True, 1)
    segments = tuple(
        Segment(
            INIT_SIZE + n * SEGMENT_SIZE, SEGMENT_SIZE, Fraction(2 * n), Fraction(2), True, (span,)
        )
        for n in range(2)
    )
    tracks = (Track(1, TrackKind.VIDEO, "V_VP8", "vp8", 1000),)
    mime = 'video/webm; codecs="vp8"'
    size = path.stat().st_size
    return SegmentMap(path, Family.WEBM, mime, size, Fraction(4), 0, INIT_SIZE, tracks, segments)


@dataclass(frozen=True)
class Answer:
    """A raw HTTP answer."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """The server, the file it serves, and the path of its secret."""

    server: MediaServer
    path: Path
    data: bytes
    file_id: str

    @property
    def secret(self) -> str:
        return "/t/" + self.server.base_url.rpartition("/")[2]

    @property
    def media(self) -> str:
        return f"{self.secret}/media/{self.file_id}"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.port}"

    def send(self, raw: bytes, *, timeout_s: float = 10) -> bytes:
        """Send bytes and return everything until the server closes."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout_s) as connection:
            connection.sendall(raw)
            found = b""
            while True:
                try:
                    block = connection.recv(65536)
                except ConnectionResetError:
                    return found
                if not block:
                    return found
                found += block

    def ask(
        self,
        target: str,
        *lines: str,
        method: str = "GET",
        host: str | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Send one request, ask the server to close, and parse the answer."""
        head = [f"{method} {target} HTTP/1.1", f"Host: {self.host if host is None else host}"]
        head += ["Connection: close", *lines]
        if body:
            head.append(f"Content-Length: {len(body)}")
        return parse(self.send("\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body))


def parse(raw: bytes) -> Answer:
    """Split an answer into status, headers (lower case names) and body."""
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines[1:])
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    return Answer(int(lines[0].split()[1]) if raw else 0, headers, body)


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve one file of random bytes."""
    path = folder / "clip of mine.webm"
    data = os.urandom(INIT_SIZE + 2 * SEGMENT_SIZE)
    path.write_bytes(data)
    with MediaServer(paths.resources_dir() / "player") as server:
        yield Served(server, path, data, server.add_file(make_map(path)))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as found:
        yield found
