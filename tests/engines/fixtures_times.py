"""Fixtures of the rules about times (T1 to T13), for both containers."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from studio.repair.breaking import mp4_times, webm_times
from studio.repair.breaking.model import on_mp4, on_webm
from studio.repair.breaking.mp4_media import Mp4Media, copied
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Piece, Put
from studio.segments.model import TrackKind
from tests.engines import fixtures_mp4 as mp4
from tests.engines import fixtures_webm as webm
from tests.engines.fixtures_base import Base, Fixture, Plan, broken, edited, plain, planned
from tests.engines.materials import Materials

_BOTH = (TrackKind.VIDEO, TrackKind.AUDIO)
_VIDEO, _AUDIO = (TrackKind.VIDEO,), (TrackKind.AUDIO,)


def webm_25(m: Materials) -> Path:
    return m.webm("vp8", "opus", "25")


def _late(container: str, kinds: tuple[TrackKind, ...], milliseconds: int) -> Plan:
    if container == "webm":
        return on_webm(partial(webm_times.late, kinds=kinds, milliseconds=milliseconds))
    return on_mp4(partial(mp4_times.late, kinds=kinds, milliseconds=milliseconds))


def _gap(container: str, kinds: tuple[TrackKind, ...], milliseconds: int) -> Plan:
    if container == "webm":
        return on_webm(partial(webm_times.gap, kinds=kinds, milliseconds=milliseconds))
    return on_mp4(partial(mp4_times.gap, kinds=kinds, milliseconds=milliseconds))


_STARTS: tuple[str, ...] = (
    "late-200",
    "late-500",
    "late-950",
    "late-1100",
    "video-late-200",
    "video-late-500",
)
_STARTS += ("video-late-1100", "audio-late-200", "audio-late-500", "audio-late-1100")
_GAPS: tuple[str, ...] = (
    "gap-120",
    "gap-400",
    "gap-800",
    "video-gap-40",
    "video-gap-120",
    "video-gap-400",
)
_GAPS += ("video-gap-800", "audio-gap-40", "audio-gap-120", "audio-gap-400", "audio-gap-800")
_FINE = ("late-200", "video-late-200", "audio-late-200", "video-gap-40")


def _moved(container: str, base: Base) -> tuple[Fixture, ...]:
    """Return late starts and gaps in one container: ten starts, eleven gaps, four good ones."""
    return (
        *(broken(f"{container}-{name}", base, good=name in _FINE) for name in (*_STARTS, *_GAPS)),
        planned(f"{container}-late-90", "TIME-001", base, _late(container, _BOTH, 90), good=True),
        planned(
            f"{container}-audio-late-90", "TIME-001", base, _late(container, _AUDIO, 90), good=True
        ),
        planned(f"{container}-gap-10", "TIME-002", base, _gap(container, _BOTH, 10), good=True),
        planned(
            f"{container}-audio-gap-10", "TIME-002", base, _gap(container, _AUDIO, 10), good=True
        ),
    )


def _one_track(container: str, video: Base, audio: Base) -> tuple[Fixture, ...]:
    return (
        planned(
            f"{container}-video-only-gap-30",
            "TIME-003",
            video,
            _gap(container, _VIDEO, 30),
            good=True,
        ),
        planned(f"{container}-video-only-gap-120", "TIME-003", video, _gap(container, _VIDEO, 120)),
        planned(
            f"{container}-audio-only-gap-10",
            "TIME-002",
            audio,
            _gap(container, _AUDIO, 10),
            good=True,
        ),
        planned(f"{container}-audio-only-gap-120", "TIME-003", audio, _gap(container, _AUDIO, 120)),
    )


def two_sounds(m: Materials) -> Path:
    """Sound alone in fragments of one second."""
    flags = ("-movflags", "+delay_moov+default_base_moof", "-frag_duration", "1000000")
    return m.mp4("", "opus", *flags, name="opus-fragments")


def _edit(milliseconds: int, kinds: tuple[TrackKind, ...]) -> Plan:
    return on_mp4(partial(mp4_times.empty_edit, milliseconds=milliseconds, kinds=kinds))


_EDITS = (
    broken("mp4-keyframe-before-zero", mp4.vp9_opus),
    broken("mp4-keyframe-before-zero", mp4.h264_b_aac, key="mp4-keyframe-before-zero-h264"),
    broken("mp4-empty-edit", mp4.vp9_opus),
    broken("mp4-empty-edit", mp4.h264_b_aac, key="mp4-empty-edit-h264"),
    planned("mp4-empty-edit-40-video", "TIME-007", mp4.vp9_opus, _edit(40, _VIDEO)),
    planned("mp4-empty-edit-400-audio", "TIME-007", mp4.vp9_opus, _edit(400, _AUDIO)),
    broken("mp4-two-edits", mp4.vp9_opus, good=True),
    planned(
        "mp4-two-edits-that-do-nothing",
        "TIME-007",
        mp4.vp9_opus,
        on_mp4(partial(mp4_times.two_edits, second_ms=0)),
        good=True,
    ),
    broken("mp4-no-edit-list", mp4.vp9_opus, good=True),
    broken("mp4-no-edit-list", mp4.h264_b_aac, key="mp4-no-edit-list-h264", good=True),
    broken("mp4-overlap", mp4.vp9_opus),
    broken("mp4-overlap", mp4.h264_b_aac, key="mp4-overlap-h264"),
    broken("mp4-times-from-zero", mp4.vp9_opus),
    broken("mp4-no-duration", mp4.vp9_opus, good=True),
    broken("webm-overlap", webm_25),
    broken("webm-keyframe-before-zero", webm_25),
)


def _cut(data: bytes) -> bytes:
    return data[: len(data) * 5 // 6]


def _hurried(count: int, length: int) -> Plan:
    """Give frames of sound this length in ticks, and their time to the one before them."""

    def plan(media: Mp4Media) -> Iterable[Piece]:
        def edit(number: int) -> Iterable[Piece] | None:
            if number != 1:
                return None
            (run,) = media.runs(number)
            short = [replace(sample, duration=length) for sample in run.samples[2 : 2 + count]]
            rest = sum(sample.duration for sample in run.samples[1 : 2 + count])
            first = replace(run.samples[1], duration=rest - count * length)
            run.samples[1 : 2 + count] = [first, *short]
            return fragment(number + 1, [run])

        return media.body(edit)

    return on_mp4(plan)


def _backwards(media: Mp4Media) -> Iterable[Piece]:
    """Put the last fragment first and the first one last."""

    def mirrored(number: int) -> Iterable[Piece]:
        found = media.fragments[-1 - number]
        return Put(b"", changed=True), copied(found.moof), copied(found.mdat)

    return media.body(mirrored)


_FILES = (
    planned("mp4-timeless-sound", "MP4-040", two_sounds, _hurried(25, 0)),
    planned("mp4-hurried-sound", "MP4-040", two_sounds, _hurried(1, 1), good=True),
    planned("mp4-backwards-sound", "TIME-004", two_sounds, on_mp4(_backwards)),
    planned("mp4-backwards", "TIME-004", mp4.vp9_only, on_mp4(_backwards), good=True),
    edited("webm-cut-off", "FILE-001", webm_25, _cut),
    edited("mp4-cut-off", "FILE-001", mp4.vp9_opus, _cut),
    plain("webm-long-gop", "TIME-012", lambda m: m.long_gop("webm"), good=True),
    plain("mp4-long-gop", "TIME-012", lambda m: m.long_gop("mp4"), good=True),
    plain("webm-one-cluster-of-30-s", "WEBM-030", lambda m: m.long_webm(30), good=True),
    broken("webm-long-cluster", lambda m: m.long_webm(36)),
)

TIME_FIXTURES: tuple[Fixture, ...] = (
    *_moved("webm", webm_25),
    *_moved("mp4", mp4.vp9_opus),
    *_one_track("webm", webm.video_only, webm.audio_only),
    *_one_track("mp4", mp4.vp9_only, two_sounds),
    planned("mp4-late-500-h264", "TIME-001", mp4.h264_b_aac, _late("mp4", _BOTH, 500)),
    planned("mp4-gap-120-h264", "TIME-003", mp4.h264_b_aac, _gap("mp4", _BOTH, 120)),
    *_EDITS,
    *_FILES,
)
