"""Where picture and sound of a fragmented MP4 begin, and what of it is heard late (T8)."""

from collections.abc import Iterator
from fractions import Fraction

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import TrackKind
from studio.verdict.model import Cure, CureKind, Effect, Finding, Severity
from studio.verdict.rules_mp4_words import (
    BS,
    FRAGMENT,
    REFRAGMENT,
    chromium,
    firefox_silent,
    webkit,
)

HEARD_S = Fraction(1, 100)
"""Less than this nobody notices, and audio frames alone make more."""

MOST_S = Fraction(1)
"""A track that begins later than this has another reason than its encoder's delay."""

FIRST_FRAMES = 1000
AAC_PRIMING = 1024
"""Samples that nearly every AAC encoder puts before the sound; some put 2112."""

_CURE = Cure(
    CureKind.REPAIR,
    "refragment",
    ("-avoid_negative_ts make_zero", "-movflags +empty_moov", "-use_editlist 0"),
)


def empty_tracks(media: MediaFrames) -> Iterator[Finding]:
    """Yield the tracks of picture and sound that are declared and hold nothing at all."""
    full = {table.track.kind for table in media.tables if table.segment_starts()}
    for table in media.tables:
        track = table.track
        if track.kind is TrackKind.OTHER or table.segment_starts() or not full:
            continue
        effect = Effect.ENTRY if track.kind is TrackKind.AUDIO else Effect.IGNORES
        yield Finding(
            "MP4-038",
            Severity.BLOCK,
            f"Track {track.number} ({track.kind}) is declared and holds nothing: Chromium waits "
            "for it and reports nothing as buffered.",
            None,
            f"{BS} 3",
            FRAGMENT,
            "moov",
            hits=(
                chromium("", Effect.IGNORES),
                firefox_silent(Effect.HARMLESS if track.kind in full else effect),
                webkit(Effect.IGNORES),
            ),
            cure=REFRAGMENT,
        )


def start_findings(media: MediaFrames) -> Iterator[Finding]:
    """Yield what encoders' delays, not taken back by an edit list, do to the beginning."""
    video = _first(media, TrackKind.VIDEO)
    audio = _first(media, TrackKind.AUDIO)
    if video is None:
        return
    start = _start_s(video)
    if not video.track.edits and HEARD_S < start < MOST_S and _reorders(video):
        yield Finding(
            "TIME-008",
            Severity.SYNC,
            f"The picture begins {round(float(start) * 1000)} ms late: no edit list takes back the "
            "delay of its B-frames.",
            video.offsets[0],
            f"{BS} 3 (edit list)",
            FRAGMENT,
            "mdat",
            hits=(chromium("", Effect.SYNC), firefox_silent(Effect.SYNC), webkit(Effect.SYNC)),
            cure=_CURE,
        )
    elif audio is not None and _keeps_priming(audio) and start == 0:
        heard_ms = round(AAC_PRIMING * 1000 / (audio.track.sample_rate or 48_000))
        yield Finding(
            "TIME-008",
            Severity.INFO,
            f"The sound may be heard {heard_ms} ms late: no edit list takes away what its encoder "
            "puts before it.",
            audio.offsets[0],
            f"{BS} 3 (edit list)",
            FRAGMENT,
            "mdat",
            hits=(chromium("", Effect.SYNC), firefox_silent(Effect.SYNC), webkit(Effect.SYNC)),
            cure=_CURE,
        )


def _first(media: MediaFrames, kind: TrackKind) -> FrameTable | None:
    tables = (table for table in media.tables if table.track.kind is kind and len(table))
    return next(tables, None)


def _start_s(table: FrameTable) -> Fraction:
    """Return the earliest time among a track's first frames, without its edit list."""
    return table.seconds(min(table.times[:FIRST_FRAMES]))


def _reorders(table: FrameTable) -> bool:
    pairs = zip(table.times[:FIRST_FRAMES], table.decode_times, strict=False)
    return any(time != decoded for time, decoded in pairs)


def _keeps_priming(table: FrameTable) -> bool:
    is_aac = table.track.codec_string.startswith("mp4a.40")
    return is_aac and not table.track.edits and table.times[0] == 0
