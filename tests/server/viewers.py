"""Viewers that fetch segment after segment, and know when their picture would have stood."""

import socket
import threading
import time
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from studio.segments.model import Segment, SegmentMap
from tests.server.conftest import INIT_SIZE, make_map

AHEAD_S = 2.0
"""How much a viewer keeps ready; less than any player does."""
_DISCARD = getattr(socket, "MSG_TRUNC", 0)
"""Linux throws the bytes away by itself: the viewers cost less than the server."""


def long_map(path: Path, *, segments: int, length_s: Fraction, bit_rate: int) -> SegmentMap:
    """A map over a file of holes: so many segments of this length, at this rate."""
    size = int(bit_rate * length_s / 8)
    total = INIT_SIZE + segments * size
    with path.open("wb") as file:
        file.truncate(total)
    parts = tuple(
        Segment(INIT_SIZE + n * size, size, n * length_s, length_s, True) for n in range(segments)
    )
    length = segments * length_s
    return replace(make_map(path), segments=parts, size_bytes=total, duration_s=length)


@dataclass
class Viewer(threading.Thread):
    """Watches for a while: asks for each segment before it is due. Read it after ``join``."""

    host: str
    folder: str
    segment_map: SegmentMap
    seconds: float
    name: str = "viewer"
    took_s: list[float] = field(default_factory=list)
    stalls: int = 0
    problem: str = ""

    def __post_init__(self) -> None:
        super().__init__(name=self.name, daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        """Watch."""
        address, _, port = self.host.partition(":")
        try:
            with socket.create_connection((address, int(port)), 20) as line:
                self._watch(line)
        except (OSError, AssertionError) as error:
            self.problem = repr(error)

    def _watch(self, line: socket.socket) -> None:
        began = played = 0.0
        for number, segment in enumerate(self.segment_map.segments):
            asked = time.monotonic()
            self._fetch(line, number, segment.size)
            now = time.monotonic()
            self.took_s.append(now - asked)
            began = began or now
            if now - began > played:  # it was due before it came
                self.stalls += number > 0
                began = now - played
            played += float(segment.duration_s)
            if played >= self.seconds:
                return
            time.sleep(max(0.0, began + played - AHEAD_S - time.monotonic()))

    def _fetch(self, line: socket.socket, number: int, size: int) -> None:
        target = f"{self.folder}/segments/{number}?viewer={self.name}"
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            block = line.recv(2048)
            assert block, "cut off"
            head += block
        assert head.startswith(b"HTTP/1.1 200"), head[:40]
        left = size - len(head.partition(b"\r\n\r\n")[2])
        buffer = bytearray(2**18)
        while left:
            count = line.recv_into(buffer, min(left, len(buffer)), _DISCARD)
            assert count, "cut off"
            left -= count


def watch(viewers: list[Viewer]) -> list[float]:
    """Let everyone watch, and return how long each segment took, the quickest first."""
    for viewer in viewers:
        viewer.start()
    for viewer in viewers:
        viewer.join(viewer.seconds * 3 + 60)
    assert not [viewer.problem for viewer in viewers if viewer.problem or viewer.is_alive()]
    return sorted(took for viewer in viewers for took in viewer.took_s)
