"""Streams in plain words: states, ways of watching, rates, what is recorded."""

from PySide6.QtCore import QCoreApplication, QObject

from studio.streams.names import StreamKind
from studio.streams.status import RecordingStatus, StreamState, StreamStatus, ViewerStatus
from studio.ui import words
from studio.ui.core_words import translated

STATE_LOOKS = {
    StreamState.PENDING: ("mdi6.timer-sand", "secondary"),
    StreamState.PLAYING: ("mdi6.access-point", "success"),
    StreamState.STOPPED: ("mdi6.stop-circle-outline", "secondary"),
    StreamState.FAILED: ("mdi6.alert-circle-outline", "danger"),
    StreamState.NOT_ENOUGH_BANDWIDTH: ("mdi6.speedometer-slow", "warning"),
}
"""Icon and colour; the word beside it says the same."""
KIND_ICONS = {
    StreamKind.VOD: "mdi6.filmstrip",
    StreamKind.VOD_LIVE: "mdi6.clock-outline",
    StreamKind.LIVE: "mdi6.broadcast",
}
OWN_ENGINE = "Embedded engine"
"""As ``studio.streams.clients`` calls the engine of this program."""
RECORDING_LOOK = ("mdi6.record-circle", "danger")


class StreamPlural(QObject):
    """Texts with a count; a class, because the extractor knows plurals in ``self.tr`` only."""

    def viewers(self, count: int) -> str:
        """How many watch."""
        return self.tr("%n viewer(s)", "", count)

    def still_streaming(self, count: int) -> str:
        """The question at closing."""
        return self.tr("%n stream(s) are still running.", "", count)

    def left_out(self, count: int) -> str:
        """Groups of pictures that a slow line did not get."""
        return self.tr("%n group(s) of pictures left out", "", count)


def kind_text(kind: StreamKind) -> str:
    """Return how a stream is watched."""
    return {
        StreamKind.VOD: QCoreApplication.translate("Streams", "File, each viewer for themselves"),
        StreamKind.VOD_LIVE: QCoreApplication.translate("Streams", "File, all at the same moment"),
        StreamKind.LIVE: QCoreApplication.translate("Streams", "Live"),
    }[kind]


def state_text(state: StreamState) -> str:
    """Return the state of a stream or a viewer in a word or two."""
    return {
        StreamState.PENDING: QCoreApplication.translate("Streams", "Waiting"),
        StreamState.PLAYING: QCoreApplication.translate("Streams", "Playing"),
        StreamState.STOPPED: QCoreApplication.translate("Streams", "Stopped"),
        StreamState.FAILED: QCoreApplication.translate("Streams", "Failed"),
        StreamState.NOT_ENOUGH_BANDWIDTH: QCoreApplication.translate("Streams", "Line too slow"),
    }[state]


def shown_state(status: StreamStatus) -> StreamState:
    """Return the state that is shown: a file that nobody watches waits for viewers."""
    is_idle = status.address.kind is StreamKind.VOD and not status.viewers
    is_playing = status.state is StreamState.PLAYING
    return StreamState.PENDING if is_idle and is_playing else status.state


def stream_state_text(status: StreamStatus) -> str:
    """Return the state, and why it failed; other reasons are told with the details."""
    failed = status.state is StreamState.FAILED
    return _with_reason(state_text(shown_state(status)), status.reason if failed else "")


def viewer_state_text(viewer: ViewerStatus) -> str:
    """Return the state of a viewer with its reason."""
    return _with_reason(state_text(viewer.state), viewer.reason)


def _with_reason(word: str, reason: str) -> str:
    return f"{word}: {translated(reason)}" if reason else word


def rate_text(rate_bps: float | None) -> str:
    """Return ``1.2 Mbit/s``, ``840 kbit/s`` and the like; a dash when it is not known."""
    if not rate_bps:
        return words.NOTHING
    if rate_bps >= 1_000_000_000:
        text = QCoreApplication.translate("Streams", "{rate} Gbit/s")
        return text.format(rate=words.decimal(rate_bps / 1_000_000_000, 1))
    if rate_bps >= 1_000_000:
        text = QCoreApplication.translate("Streams", "{rate} Mbit/s")
        return text.format(
            rate=words.decimal(rate_bps / 1_000_000, 1 if rate_bps < 100_000_000 else 0)
        )
    text = QCoreApplication.translate("Streams", "{rate} kbit/s")
    return text.format(rate=words.decimal(rate_bps / 1000, 0))


def seconds_text(seconds: float | None) -> str:
    """Return ``0.8 s``; a dash when it is not known."""
    return words.NOTHING if seconds is None else words.seconds_text(seconds, 1)


def clock_text(position_s: float | None) -> str:
    """Return ``1:05``; a dash when it is not known."""
    return words.clock(None if position_s is None else round(position_s * 1_000_000))


def way_text(way: str) -> str:
    """Return how a viewer takes the stream; an unknown way is shown as it is."""
    return {
        "socket": QCoreApplication.translate("Streams", "Live socket"),
        "segments": QCoreApplication.translate("Streams", "Segments"),
        "file": QCoreApplication.translate("Streams", "File"),
        "hls": "HLS",
        "dash": "DASH",
        "chunks": QCoreApplication.translate("Streams", "Chunks"),
        "status": QCoreApplication.translate("Streams", "Status"),
        "page": QCoreApplication.translate("Streams", "Page"),
    }.get(way, way)


def recording_text(recording: RecordingStatus | None) -> str:
    """Return ``0:42, 3.1 MB`` while a stream is recorded, what went wrong, or nothing."""
    if recording is None:
        return ""
    if recording.problem:
        return translated(recording.problem)
    size = words.size_text(recording.size_bytes)
    return f"{clock_text(recording.duration_s)}, {size}"


def recorded_clock(recording: RecordingStatus | None) -> str:
    """Return ``0:42`` while a stream is recorded, or that it went wrong."""
    if recording is None:
        return ""
    if recording.problem:
        return QCoreApplication.translate("Streams", "Failed")
    return clock_text(recording.duration_s)


def client_text(client: str) -> str:
    """Return who watches: this program's own player has a name of its own."""
    if client.startswith(OWN_ENGINE):
        return QCoreApplication.translate("Streams", "This program")
    return client or words.NOTHING
