"""What the harness is asked to play, and what an engine did with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studio.segments.model import SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.verdict.expectation import entry_time, expect
from studio.verdict.gops import spread

Pairs = tuple[tuple[float, float], ...]
MOST_ENTRIES = 6
LEAST_SOUND = 0.95
"""Share of the sound's bytes that must be decoded; an edit list cuts off one or two frames."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file to play. Offsets and sizes in bytes; ``entries`` are numbers of ``segments``.

    ``start_s`` and ``end_s``: what the buffered ranges must cover, where every track has
    begun and where the first one ends. ``tolerance_s``: one frame of each kind.
    ``audio_bytes``: encoded sound in the file, 0 when that is not known. ``early_frames``
    have a time below 0, as stored.
    """

    key: str
    path: Path
    mime: str
    init: tuple[int, int]
    segments: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]
    entry_times: tuple[float, ...]
    frames_expected: int
    has_video: bool
    has_audio: bool
    duration_s: float
    start_s: float = 0.0
    end_s: float = 0.0
    tolerance_s: float = 0.12
    audio_bytes: int = 0
    early_frames: int = 0


def case_from_map(key: str, found: SegmentMap, entries: Sequence[int] | None = None) -> Case:
    """Return the case of a file whose map was read.

    Args:
        key: its name in the answers.
        found: its map.
        entries: numbers of the segments to begin at; chosen here otherwise.
    """
    wanted = expect(found)
    if entries is None:
        entries = _entries(found)
    return Case(
        key=key,
        path=found.path,
        mime=found.mime,
        init=(found.init_offset, found.init_size),
        segments=tuple((segment.offset, segment.size) for segment in found.segments),
        entries=tuple(entries),
        entry_times=tuple(entry_time(found.segments[n]) for n in entries),
        frames_expected=wanted.frames,
        has_video=wanted.has_video,
        has_audio=wanted.has_audio,
        duration_s=float(found.duration_s),
        start_s=wanted.start_s,
        end_s=wanted.end_s,
        tolerance_s=wanted.tolerance_s,
    )


def _entries(found: SegmentMap) -> tuple[int, ...]:
    """Return some segments that hold the main track, with the first two doubtful ones."""
    main = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    usable = [
        number
        for number, segment in enumerate(found.segments)
        if number and main and any(span.track == main.number for span in segment.spans)
    ]
    doubtful = [number for number in usable if not found.segments[number].keyframe]
    return tuple(sorted({*(usable[n] for n in spread(len(usable), MOST_ENTRIES)), *doubtful[:2]}))


def case_of(key: str, path: Path) -> Case:
    """Return the case of a file, by our own segment map.

    Raises:
        SegmentError: the file is neither WebM nor MP4.
    """
    return case_from_map(key, read_segment_map(path))


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """One try to begin at a segment; ``start_s`` is where the first picture was."""

    ok: bool
    start_s: float | None
    error: str
    buffered: Pairs = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """What one engine did with one file.

    ``buffered`` is after ``endOfStream``, ``buffered_open`` before it (where all tracks
    have data). ``video_bytes`` and ``audio_bytes`` were decoded, None where the engine does
    not tell. ``fault`` says why it does not play through, "" when it does. ``sure`` is
    False when the fault could be this machine's slowness.
    """

    supported: bool
    error: str
    buffered: Pairs = ()
    buffered_open: Pairs = ()
    duration_s: float | None = None
    reached_end: bool = False
    time_reached_s: float = 0.0
    frames: int = 0
    waits: int = 0
    video_bytes: int | None = None
    audio_bytes: int | None = None
    first_picture_s: float | None = None
    entries: dict[int, EntrySeen] = field(default_factory=dict)
    fault: str = ""
    sure: bool = True

    @property
    def plays_through(self) -> bool:
        """Every frame was shown, from the start to the end."""
        return not self.fault

    @property
    def plays(self) -> bool:
        """It plays through, and every entry that was tried works."""
        return not self.fault and all(entry.ok for entry in self.entries.values())


NO_REPORT = Observation(False, "no report", fault="no report", sure=False)


def observe(
    case: Case, report: dict[str, Any], spare_frames: int = 0, least_shown: float = 1.0
) -> Observation:
    """Judge what the page reported of a case.

    Args:
        case: what was played.
        report: of the page.
        spare_frames: so many early ones may be uncounted.
        least_shown: share of the frames that the engine must have counted.
    """
    if "linear" not in report:
        said = str(report.get("failure", "no report"))
        return Observation(False, said, fault=said, sure=False)
    seen = report["linear"]
    fault, sure = _fault(case, seen, spare_frames, least_shown)
    entries = {entry["segment"]: _entry(case, entry) for entry in report["entries"]}
    if any(not e.ok and not e.error and _reaches(case, k, e) for k, e in entries.items()):
        sure = False
    return Observation(
        supported=seen["supported"],
        error=seen["error"],
        buffered=_pairs(seen["buffered"]),
        buffered_open=_pairs(seen["buffered_open"]),
        duration_s=seen["duration_s"],
        reached_end=seen["ended"],
        time_reached_s=seen["time_s"],
        frames=seen["frames"],
        waits=seen["waits"],
        video_bytes=seen["video_bytes"],
        audio_bytes=seen["audio_bytes"],
        first_picture_s=seen["first_picture_s"],
        entries=entries,
        fault=fault,
        sure=sure,
    )


def _fault(case: Case, seen: dict[str, Any], spare: int, least_shown: float) -> tuple[str, bool]:
    """Return why it does not play through, and whether that is certain at once."""
    if seen["error"]:
        return str(seen["error"]), not seen["error"].startswith("the ")
    missing = hole(case, _pairs(seen["buffered"]))
    if missing:
        return missing, True
    if not seen["ended"]:
        return f"stopped at {seen['time_s']:.3f} s, readyState {seen['ready_state']}", False
    wanted = int(case.frames_expected * least_shown) - min(spare, case.early_frames)
    if case.has_video and seen["frames"] < max(wanted, 1):
        return f"{seen['frames']} of {case.frames_expected} frames", False
    heard = seen["audio_bytes"]
    if case.has_audio and heard is not None and heard < case.audio_bytes * LEAST_SOUND:
        return f"{heard} of {case.audio_bytes} bytes of sound", False
    if case.has_audio and heard == 0:
        return "no sound was decoded", False
    return "", True


def hole(case: Case, ranges: Pairs) -> str:
    """Return what of the wanted time is not buffered.

    Lengths are compared, not ends: an engine may ignore an empty edit and lose nothing.
    """
    if not ranges:
        return "nothing is buffered"
    if ranges[0][0] > case.start_s + case.tolerance_s:
        return f"buffered from {ranges[0][0]:.3f} s only"
    if len(ranges) > 1:
        return f"a hole at {ranges[0][1]:.3f} s"
    length_s = ranges[-1][1] - min(ranges[0][0], case.start_s)
    if length_s < case.end_s - case.start_s - case.tolerance_s:
        return f"buffered to {ranges[-1][1]:.3f} s only"
    return ""


def _entry(case: Case, seen: dict[str, Any]) -> EntrySeen:
    """Judge an entry: sound and picture must come, and at once.

    Chromium calls a range buffered from where its group begins; the first picture tells
    whether it is there.
    """
    wanted_s = case.entry_times[case.entries.index(seen["segment"])]
    ranges, first = _pairs(seen["buffered"]), seen["first_picture_s"]
    held = bool(ranges) and ranges[0][0] <= wanted_s + case.tolerance_s
    shown = not case.has_video or seen["frames"] > 0
    late = case.has_video and first is not None and first > wanted_s + case.tolerance_s
    heard = not case.has_audio or seen["audio_bytes"] != 0
    moved = seen["seeked"] and seen["advanced"]
    ok = held and shown and heard and moved and not late and not seen["error"]
    return EntrySeen(ok, first, seen["error"], ranges)


def _reaches(case: Case, segment: int, entry: EntrySeen) -> bool:
    wanted_s = case.entry_times[case.entries.index(segment)]
    return bool(entry.buffered) and entry.buffered[0][0] <= wanted_s + case.tolerance_s


def _pairs(ranges: list[list[float]]) -> Pairs:
    return tuple((start, end) for start, end in ranges)
