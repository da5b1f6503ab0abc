"""What is told of a stream and of everyone who watches it."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from studio.streams.names import StreamAddress


class StreamState(StrEnum):
    """How a stream, or a viewer, is doing. NOT_ENOUGH_BANDWIDTH is for viewers only."""

    PENDING = "PENDING"
    PLAYING = "PLAYING"
    STOPPED = "STOPPED"
    FAILED = "FAILED"
    NOT_ENOUGH_BANDWIDTH = "NOT_ENOUGH_BANDWIDTH"


@dataclass(frozen=True, slots=True)
class ViewerStatus:
    """One viewer, as the server sees them, and as their page tells where it can.

    ``position_s`` and ``buffer_s`` are None where nobody told. ``rate_bps`` is what their line
    carried lately, in bit/s, None while nothing was measured. ``latency_s`` is how far behind
    the newest moment they are. ``dropped`` counts whole GOPs that were left out for them.
    """

    viewer_id: str
    client: str
    way: str
    state: StreamState
    reason: str = ""
    position_s: float | None = None
    buffer_s: float | None = None
    rate_bps: float | None = None
    latency_s: float | None = None
    since_s: float = 0.0
    sent_bytes: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class RecordingStatus:
    """What is being recorded: the file's name, and how much of it there is."""

    name: str
    duration_s: float
    size_bytes: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class StreamStatus:
    """One stream. ``position_s`` is the newest moment (0 for VOD), ``rate_bps`` its own rate."""

    address: StreamAddress
    state: StreamState
    reason: str = ""
    mime: str = ""
    position_s: float = 0.0
    rate_bps: float = 0.0
    viewers: tuple[ViewerStatus, ...] = ()
    recording: RecordingStatus | None = None

    def as_json(self) -> dict[str, object]:
        """Return what the status address answers; an interface: keys stay."""
        return {
            "address": str(self.address),
            "kind": self.address.kind.value,
            "name": self.address.name,
            "state": self.state.value,
            "reason": self.reason,
            "mime": self.mime,
            "position_s": round(self.position_s, 3),
            "rate_bps": round(self.rate_bps),
            "viewers": [_viewer_json(viewer) for viewer in self.viewers],
            "recording": None if self.recording is None else asdict(self.recording),
        }


def _viewer_json(viewer: ViewerStatus) -> dict[str, object]:
    told = asdict(viewer)
    told["viewer"] = told.pop("viewer_id")
    told["state"] = viewer.state.value
    return {
        name: round(value, 3) if isinstance(value, float) else value for name, value in told.items()
    }
