"""MP4 rule about sound that takes no time: samples whose duration is 0 (T5).

Measured with Opus and AAC of fragmented files.
"""

from collections.abc import Iterator

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, TrackKind
from studio.verdict.faults import LEAST_SOUND
from studio.verdict.model import Effect, EngineFamily, Finding, Hit, Severity
from studio.verdict.rules_facts import places
from studio.verdict.rules_mp4_words import AGAIN, SOURCE, firefox_silent


def timeless_sound(media: MediaFrames) -> Iterator[Finding]:
    """Yield where a fragmented MP4 has several frames of sound at one time.

    Chromium 156 decodes only one of such a run; 140 and Firefox decode all (measured).
    """
    if media.map.family is not Family.MP4 or not media.map.fragmented:
        return
    for table in media.tables:
        lost = _unheard(table) if table.track.kind is TrackKind.AUDIO else []
        if not lost:
            continue
        harmful = _share(table, lost) > 1 - LEAST_SOUND
        effect = Effect.LOSES if harmful else Effect.HARMLESS
        yield Finding(
            "MP4-040",
            Severity.LOSS if harmful else Severity.INFO,
            f"The sound of track {table.track.number} has frames of no length, several at one "
            f"time: Chromium does not decode them{places(len(lost))}.",
            table.offsets[lost[0]],
            "ISO/IEC 14496-12, 8.8.8",
            AGAIN,
            "mdat",
            len(lost),
            (
                Hit(EngineFamily.CHROMIUM, effect, "", "156", only="chromium"),
                firefox_silent(Effect.HARMLESS),
            ),
            SOURCE,
        )


def _unheard(table: FrameTable) -> list[int]:
    """Return the frames of no length that follow another one at the same time."""
    lengths, times = table.durations, table.times
    if 0 not in lengths:
        return []
    return [
        frame
        for frame in range(1, len(table))
        if lengths[frame] == 0 and lengths[frame - 1] == 0 and times[frame] == times[frame - 1]
    ]


def _share(table: FrameTable, lost: list[int]) -> float:
    """Return which part of the sound's bytes these frames are."""
    return sum(table.sizes[frame] for frame in lost) / max(1, sum(table.sizes))
