"""A server that offers files by name, and a client that speaks raw bytes to it."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio import paths
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.service import StreamService
from studio.streams.viewers import ViewerLedger
from studio.streams.vod import VodStream
from tests.server.conftest import Served


@dataclass(frozen=True)
class Origin(Served):
    """One file, offered as ``vod://clip``."""

    stream: VodStream
    ledger: ViewerLedger
    service: StreamService

    @property
    def vod(self) -> str:
        """Where its paths begin."""
        return f"{self.secret}/vod/clip"

    @property
    def url(self) -> str:
        """The same, whole."""
        return f"{self.server.base_url}/vod/clip"


@contextlib.contextmanager
def offered(
    segment_map: SegmentMap,
    *,
    player_dir: Path | None = None,
    allow_origins: Sequence[str] = (),
) -> Iterator[Origin]:
    """Offer the file of this map, whose bytes are read into memory when there are not many."""
    path = segment_map.path
    ledger = ViewerLedger()
    stream = VodStream(StreamAddress(StreamKind.VOD, "clip"), segment_map, ledger=ledger)
    service = StreamService()
    service.add(stream)
    folder = player_dir or paths.resources_dir() / "player"
    data = path.read_bytes() if path.stat().st_size < 100_000_000 else b""
    with MediaServer(folder, allow_origins=allow_origins) as server:
        server.add_service(service)
        yield Origin(server, path, data, "", stream, ledger, service)
