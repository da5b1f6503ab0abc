"""A conversion from a segment on: picture and sound, each by an ffmpeg of its own."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from studio.errors import StudioError, ToolError
from studio.media.child import run_child
from studio.preview.clusters import PipeReader, TrackHead, init_segment
from studio.preview.proxy_command import (
    MOST_SEGMENTS,
    ProxyEncoders,
    picture_command,
    silence_command,
    sound_command,
)
from studio.preview.proxy_cutter import TICK_NS
from studio.preview.proxy_input import ProxyInput
from studio.preview.proxy_stream import ProxyStream, StreamNews
from studio.segments.model import TrackKind

log = logging.getLogger(__name__)

SOUND_AHEAD_S = 4.0
"""Sound is encoded in no time; further ahead of the picture it waits."""

_SILENCE_LIMIT_S = 10.0


def sound_head(encoders: ProxyEncoders) -> TrackHead:
    """Return what every converted sound says of itself; takes a twentieth of a second.

    Known beforehand, so that an init segment with sound can be made when there is none left
    where a conversion begins.

    Raises:
        ToolError: ffmpeg failed.
    """
    result = run_child(silence_command(encoders), time_limit_s=_SILENCE_LIMIT_S)
    try:
        for found in PipeReader().feed(result.stdout):
            if isinstance(found, TrackHead):
                return found
    except StudioError as error:
        log.info("ffmpeg's silence cannot be read: %s", error.detail)
    detail = result.stderr.decode("utf-8", "replace")[-500:]
    raise ToolError("No sound can be converted for the preview.", detail=detail)


@dataclass(frozen=True, slots=True)
class ProxyTools:
    """``sound`` is None where there is no sound, or nothing to encode it with."""

    encoders: ProxyEncoders
    sound: TrackHead | None


@dataclass(slots=True)
class _Track:
    stream: ProxyStream
    segment: int
    media_s: float
    speed: float | None = None
    ended: bool = False


class ProxyRun:
    """Joins the streams of a conversion. For the loop it was made on, but ``stop`` and ``join``.

    Args:
        source: what is converted.
        first: the segment it begins with.
        tools: with what.
        most_pixels: of the picture.
        on_made: told of (segment, cluster) pairs; never before ``init`` is there.
    """

    def __init__(
        self,
        source: ProxyInput,
        first: int,
        tools: ProxyTools,
        most_pixels: int,
        on_made: Callable[["ProxyRun", Sequence[tuple[int, bytes]]], None],
    ) -> None:
        self.first = first
        self.behind = min(first + MOST_SEGMENTS, len(source.starts_s))
        """The segment behind the last one that comes."""
        self.init: bytes | None = None
        self.width = self.height = 0
        self.error = ""
        self._on_made = on_made
        self._sound = tools.sound
        self._held: list[tuple[int, bytes]] = []
        self._loop = asyncio.get_running_loop()
        commands: dict[TrackKind, list[str]] = {}
        if source.video is not None:
            commands[TrackKind.VIDEO] = picture_command(
                source, first, tools.encoders.ffmpeg, most_pixels
            )
        if tools.sound is not None:
            commands[TrackKind.AUDIO] = sound_command(source, first, tools.encoders)
        start_s = float(source.starts_s[first])
        self._tracks: Mapping[TrackKind, _Track] = {
            kind: _Track(ProxyStream(command, kind, source, first, self._hear), first, start_s)
            for kind, command in commands.items()
        }
        self._lead = next(iter(self._tracks.values()))

    @property
    def media_s(self) -> float:
        """How far the picture has come; the sound, where there is no picture."""
        return self._lead.media_s

    @property
    def speed(self) -> float | None:
        """In times of real time, None while not known."""
        return self._lead.speed

    @property
    def whole_until(self) -> int:
        """The first segment that is not whole yet."""
        going = [track.segment for track in self._tracks.values() if not track.ended]
        return min(going, default=self.behind)

    @property
    def ended(self) -> bool:
        """Whether nothing more comes."""
        return all(track.ended for track in self._tracks.values())

    def start(self) -> None:
        """Begin."""
        for track in self._tracks.values():
            track.stream.start()

    def let(self, free: bool) -> None:
        """Go on, or wait."""
        for track in self._tracks.values():
            waits = not self._lead.ended and track.media_s > self._lead.media_s + SOUND_AHEAD_S
            track.stream.let(free and not waits)

    def stop(self) -> None:
        """End it now; may be called twice, from any thread."""
        for track in self._tracks.values():
            track.stream.stop()

    def join(self) -> bool:
        """Wait until all is over; False when that takes too long."""
        ended = [track.stream.join() for track in self._tracks.values()]
        return all(ended)

    def _hear(self, stream: ProxyStream, news: StreamNews) -> None:
        """Called on the stream's thread."""
        try:
            self._loop.call_soon_threadsafe(self._on_news, stream, news)
        except RuntimeError:
            log.debug("the server has ended before a conversion")

    def _on_news(self, stream: ProxyStream, news: StreamNews) -> None:
        track = next(one for one in self._tracks.values() if one.stream is stream)
        if news.ended:
            track.ended = True
            self._on_end(track, news.error)
        else:
            track.segment, track.media_s, track.speed = news.segment, news.media_s, news.speed
        if news.head is not None and track is self._lead:
            self._open(news.head)
        self._held += news.clusters
        if self.init is not None or self.ended:
            made, self._held = self._held, []
            self._on_made(self, made)

    def _on_end(self, track: _Track, error: str) -> None:
        """A sound that fails takes no picture away."""
        if error:
            log.info("a conversion ended: %s", error)
        if track is self._lead and self.init is None:
            error = error or "ffmpeg made nothing"
        if track is self._lead and error:
            self.error = error
            self.stop()

    def _open(self, head: TrackHead) -> None:
        self.width, self.height = head.width, head.height
        heads = [head] if self._sound is None or not head.is_video else [head, self._sound]
        self.init = init_segment(heads, TICK_NS)
