"""Breakers that move the times of one track or of both, in WebM and MP4 alike."""

from collections.abc import Iterator

from studio.repair.breaking import mp4_times, webm_times
from studio.repair.breaking.model import Breaker, Media, Needs, Plan
from studio.repair.breaking.pieces import Piece
from studio.repair.breaking.webm_media import WebmMedia
from studio.segments.model import Family, TrackKind

LATE_MS = (200, 500, 950, 1100)
"""Firefox 153 waits beyond 250 ms, Chromium beyond 1,000 ms (mse-rules T1)."""

GAP_MS = (40, 120, 400, 800)
"""One picture; beyond every engine's join; what Firefox 153 crosses and what not (T2, T3)."""

_VIDEO, _AUDIO = (TrackKind.VIDEO,), (TrackKind.AUDIO,)
_BOTH = (TrackKind.VIDEO, TrackKind.AUDIO)
_MUXED = Needs(video=True, audio=True)
_FAMILIES = (Family.WEBM, Family.MP4)


def _late(kinds: tuple[TrackKind, ...], milliseconds: int) -> Plan:
    def plan(media: Media) -> Iterator[Piece]:
        if isinstance(media, WebmMedia):
            return webm_times.late(media, kinds, milliseconds)
        return mp4_times.late(media, kinds, milliseconds)

    return plan


def _gap(kinds: tuple[TrackKind, ...], milliseconds: int) -> Plan:
    def plan(media: Media) -> Iterator[Piece]:
        if isinstance(media, WebmMedia):
            return webm_times.gap(media, kinds, milliseconds)
        return mp4_times.gap(media, kinds, milliseconds)

    return plan


def _late_breakers(family: Family, ms: int) -> tuple[Breaker, ...]:
    return (
        Breaker(
            f"{family}-video-late-{ms}",
            "TIME-001",
            f"The pictures begin {ms} ms late, the sound does not.",
            family,
            _late(_VIDEO, ms),
            _MUXED,
        ),
        Breaker(
            f"{family}-audio-late-{ms}",
            "TIME-001",
            f"The sound begins {ms} ms late, the pictures do not.",
            family,
            _late(_AUDIO, ms),
            _MUXED,
        ),
        Breaker(
            f"{family}-late-{ms}",
            "TIME-001",
            f"Everything begins {ms} ms late.",
            family,
            _late(_BOTH, ms),
        ),
    )


def _gap_breakers(family: Family, ms: int) -> tuple[Breaker, ...]:
    code = "TIME-002" if ms == GAP_MS[0] else "TIME-003"
    return (
        Breaker(
            f"{family}-video-gap-{ms}",
            code,
            f"From the middle of the file on the pictures are {ms} ms later, the sound is not.",
            family,
            _gap(_VIDEO, ms),
            Needs(video=True, audio=True, segments=2),
        ),
        Breaker(
            f"{family}-audio-gap-{ms}",
            "TIME-002",
            f"From the middle of the file on the sound is {ms} ms later, the pictures are not.",
            family,
            _gap(_AUDIO, ms),
            Needs(video=True, audio=True, segments=2),
        ),
        Breaker(
            f"{family}-gap-{ms}",
            code,
            f"From the middle of the file on everything is {ms} ms later.",
            family,
            _gap(_BOTH, ms),
            Needs(segments=2),
        ),
    )


TIME_BREAKERS: tuple[Breaker, ...] = tuple(
    breaker
    for family in _FAMILIES
    for breaker in (
        *(breaker for ms in LATE_MS for breaker in _late_breakers(family, ms)),
        *(breaker for ms in GAP_MS for breaker in _gap_breakers(family, ms)),
    )
)
