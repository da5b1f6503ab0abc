"""Changes from rung to rung of a ladder: which are played, and what an engine made of each.

Pure, as the judge of whole files: a change counts when the clock crossed the boundary, the
buffer has no gap, pictures of both sizes were presented and enough frames were decoded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from studio.segments.model import SegmentMap, TrackKind, TrackSpan
from studio.verdict.engine_models import model_for
from studio.verdict.engine_text import engine_words
from studio.verdict.expectation import PATIENT_SEEK_MS, SEEK_LIMIT_MS, missing_ranges
from studio.verdict.page_switch import PageSwitch, Switch
from studio.verdict.playback import LEAST_SHARE

ALL_PAIRS_RUNGS = 3
"""Up to so many rungs every ordered pair is played at every boundary."""
BEFORE_S, AFTER_S = 0.25, 0.25
"""What is played around a boundary."""
SWITCH_RATE, PATIENT_SWITCH_RATE = 4, 1
"""Times speed. Source: measured, 2026-11: at 4 times speed Chromium 156 and Firefox 153 count
every frame of the half second and present 2 to 7 pictures on each side; at 8 times Chromium
presents none before the boundary now and then."""
SWITCH_RATE_CAPS: Mapping[str, int] = MappingProxyType({"webkit": 2})
"""Source: measured, WebKitGTK 2.50.6: all of 15 frames are presented at twice the speed, 8 to 10
at four times; of frames that were decoded only it tells nothing within half a second."""
SPARE_FRAMES = 2
"""The first and the last one of what is played may be counted or not."""

SIZE_SLACK = 0.02

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SwitchRung:
    """One rung as the server knows it; ``spans`` are the pictures of its segments."""

    name: str
    file_id: str
    mime: str
    width: int
    height: int
    spans: tuple[TrackSpan, ...]


def rung_for(name: str, file_id: str, mime: str, found: SegmentMap) -> SwitchRung:
    """Return a rung from the map of its file."""
    track = found.track_of(TrackKind.VIDEO)
    spans = [span for segment in found.segments for span in segment.spans]
    own = tuple(span for span in spans if track is not None and span.track == track.number)
    width, height = (track.width, track.height) if track else (0, 0)
    return SwitchRung(name, file_id, mime, width, height, own)


def pairs(count: int) -> tuple[tuple[Pair, ...], int]:
    """Return the ordered pairs of rungs that are played, and how many are left out.

    Of more than three rungs: each with its neighbours, and the largest with the smallest.
    """
    every = [(a, b) for a in range(count) for b in range(count) if a != b]
    if count <= ALL_PAIRS_RUNGS:
        return tuple(every), 0
    kept = tuple((a, b) for a, b in every if abs(a - b) in (1, count - 1))
    return kept, len(every) - len(kept)


def switches_of(rungs: Sequence[SwitchRung]) -> tuple[Switch, ...]:
    """Return every change that is to be played: all pairs at each boundary, in time order."""
    chosen, _ = pairs(len(rungs))
    count = min((len(rung.spans) for rung in rungs), default=0)
    return tuple(
        Switch(a, b, number, float(rungs[b].spans[number + 1].start_s))
        for number in range(count - 1)
        for a, b in chosen
    )


def switch_plan(
    rungs: Sequence[SwitchRung], switches: Sequence[Switch], *, patient: bool = False
) -> dict[str, object]:
    """Return the check page's plan (its ``SwitchPlan``).

    Args:
        rungs: as the server knows them.
        switches: what to play.
        patient: at normal speed and with long limits, because something was doubtful.
    """
    return {
        "kind": "switches",
        "rungs": [
            {"file": rung.file_id, "mime": rung.mime, "width": rung.width, "height": rung.height}
            for rung in rungs
        ],
        "switches": [
            {"from": one.origin, "to": one.goal, "n": one.number, "at_s": one.at_s}
            for one in switches
        ],
        "rate": PATIENT_SWITCH_RATE if patient else SWITCH_RATE,
        "rate_caps": dict(SWITCH_RATE_CAPS),
        "before_s": BEFORE_S,
        "after_s": AFTER_S,
        "limit_ms": PATIENT_SEEK_MS if patient else SEEK_LIMIT_MS,
    }


def least_share(engine: str) -> float:
    """Return which share of the frames an engine must count, by its name; 1 for most."""
    model = model_for(engine)
    return LEAST_SHARE.get(model.family, 1.0) if model is not None else 1.0


def switch_fault(tried: PageSwitch, rungs: Sequence[SwitchRung], least_share: float = 1.0) -> str:
    """Return why a change did not do, "" when it did.

    Args:
        tried: what the page saw.
        rungs: of the ladder.
        least_share: of the frames that must have been counted.
    """
    origin, goal = rungs[tried.switch.origin], rungs[tried.switch.goal]
    if tried.error:
        return f"it is refused: {engine_words(tried.error)}"
    before, after = origin.spans[tried.switch.number], goal.spans[tried.switch.number + 1]
    frame_s = float((after.end_s - after.start_s) / max(1, after.frames))
    wanted = (float(before.start_s), float(after.end_s))
    missing = missing_ranges(wanted, tried.ranges, 1.5 * frame_s)
    inside = [one for one in tried.ranges if one[1] > wanted[0] and one[0] < wanted[1]]
    if missing or len(inside) != 1:
        return "the buffer has a gap there."
    if not tried.passed:
        return f"playing stops at {tried.time_s:.2f} s."
    wanted_frames = (tried.time_s - tried.begin_s) / frame_s
    if tried.frames < max(1.0, wanted_frames * least_share - SPARE_FRAMES):
        return f"only {tried.frames} of {wanted_frames:.0f} frames are decoded."
    if tried.odd_widths or not _sizes_fit(tried, origin, goal):
        before_px, after_px = tried.before_width, tried.after_width
        return (
            f"pictures {before_px} and {after_px} pixels wide are seen, "
            f"not {origin.width} and {goal.width}."
        )
    return ""


def _sizes_fit(tried: PageSwitch, origin: SwitchRung, goal: SwitchRung) -> bool:
    """Tell whether the widths seen are to each other as those of the rungs are.

    They need not be the same: of pixels that are not square, engines tell the width shown.
    """
    if not tried.before_width or not tried.after_width:
        return False
    crossed = tried.before_width * goal.width, tried.after_width * origin.width
    return abs(crossed[0] - crossed[1]) <= SIZE_SLACK * max(crossed)


def is_sure(tried: PageSwitch, rungs: Sequence[SwitchRung]) -> bool:
    """Tell whether a fault cannot come from a machine that is too slow."""
    return bool(tried.error) or switch_fault(tried, rungs).startswith("the buffer")
