"""Edit lists: when a track's frames are shown, as far as one start can say it.

Source: ISO/IEC 14496-12, section 8.6.6.
"""

import struct
from dataclasses import dataclass
from fractions import Fraction

from studio.errors import RepairError

MAX_EDITS = 1000
_RATE_ONE = 0x10000


@dataclass(frozen=True, slots=True)
class Edit:
    """One row: duration in movie ticks, media time in media ticks (-1: nothing is shown)."""

    duration: int
    media_time: int
    rate: int = _RATE_ONE


@dataclass(frozen=True, slots=True)
class TrackStart:
    """How an edit list places a track: presentation = composition time + ``shift_s``.

    ``shown_s`` is where the presentation of this track begins, ``end_s`` where it ends
    (None: with its last frame).
    """

    shift_s: Fraction = Fraction(0)
    shown_s: Fraction = Fraction(0)
    end_s: Fraction | None = None


def read_edits(elst: bytes) -> tuple[Edit, ...]:
    """Return the rows of a whole elst box; an empty one gives none."""
    if len(elst) < 16:
        return ()
    form = ">QqI" if elst[8] == 1 else ">IiI"
    row = struct.calcsize(form)
    (count,) = struct.unpack_from(">I", elst, 12)
    room = (len(elst) - 16) // row
    return tuple(
        Edit(*struct.unpack_from(form, elst, 16 + row * number))
        for number in range(min(count, room, MAX_EDITS))
    )


def track_start(edits: tuple[Edit, ...], movie_timescale: int, timescale: int) -> TrackStart:
    """Return where an edit list puts its track.

    Edits that continue where the one before ended are one; empty edits after the last
    shown one change nothing.

    Raises:
        RepairError: frames are cut out, repeated, or shown at another speed, which copied
            frames cannot do.
    """
    delay = 0
    shown: list[Edit] = []
    for edit in edits:
        if edit.media_time >= 0:
            shown.append(edit)
        elif not shown:
            delay += edit.duration
    delay_s = Fraction(delay, movie_timescale)
    if not shown:
        return TrackStart(delay_s, delay_s)
    _check(edits, shown, movie_timescale, timescale)
    media_s = Fraction(shown[0].media_time, timescale)
    length_s = Fraction(sum(edit.duration for edit in shown), movie_timescale)
    open_end = shown[-1].duration == 0
    return TrackStart(delay_s - media_s, delay_s, None if open_end else delay_s + length_s)


def _check(
    edits: tuple[Edit, ...], shown: list[Edit], movie_timescale: int, timescale: int
) -> None:
    if any(edit.rate not in (0, _RATE_ONE) for edit in shown) or shown[0].rate == 0:
        raise RepairError(
            "The file's edit list changes the speed of playback.",
            hint="Encode it with the preset mp4-h264-aac.",
        )
    first = edits.index(shown[0])
    inside = edits[first : first + len(shown)]
    tolerance = Fraction(2, movie_timescale) + Fraction(1, timescale)
    position = Fraction(shown[0].media_time, timescale)
    for edit in shown:
        if abs(Fraction(edit.media_time, timescale) - position) > tolerance or edit.rate == 0:
            raise RepairError(
                "The file's edit list leaves out or repeats parts in the middle.",
                hint="Encode it with the preset mp4-h264-aac.",
            )
        position += Fraction(edit.duration, movie_timescale)
    if any(edit.media_time < 0 for edit in inside):
        raise RepairError(
            "The file's edit list pauses in the middle.",
            hint="Encode it with the preset mp4-h264-aac.",
        )
