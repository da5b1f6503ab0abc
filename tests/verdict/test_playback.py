"""The judge: one piece of evidence away from a good report is never a pass."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.verdict.engine_text import engine_words
from studio.verdict.model import EngineIdentity, Outcome, Step, StepName, StepState
from studio.verdict.page_report import (
    PageAgain,
    PageEntry,
    PageError,
    PageJoint,
    PageReport,
    PageSeek,
    PageWait,
    parse_page_report,
)
from studio.verdict.playback import is_doubtful, judge, no_report

ENGINE = EngineIdentity("chromium", "Chromium", "156.0")


def segment(number: int, *, keyframe: bool = True) -> Segment:
    """Two seconds, 50 frames, with sound."""
    start, end = Fraction(2 * number), Fraction(2 * number + 2)
    spans = (
        TrackSpan(1, start, end, 50, keyframe, 1),
        TrackSpan(2, start, end, 94, True, 94),
    )
    return Segment(1000 + number * 500, 500, start, Fraction(2), keyframe, spans)


def make_map(*segments: Segment) -> SegmentMap:
    """Three segments of picture and sound, unless others are given."""
    tracks = (
        Track(1, TrackKind.VIDEO, "V_VP8", "vp8", 1000),
        Track(2, TrackKind.AUDIO, "A_VORBIS", "vorbis", 1000),
    )
    cut = segments or tuple(segment(n) for n in range(3))
    mime = 'video/webm; codecs="vp8,vorbis"'
    return SegmentMap(Path("x.webm"), Family.WEBM, mime, 9000, Fraction(6), 0, 1000, tracks, cut)


JOINT = PageJoint(1, 2.0, True, 2.2, 10, 2.16, ((0.0, 6.0),), "")
GOOD = PageReport(
    outcome="finished",
    buffered=((0.0, 6.0),),
    coverage=((0.0, 6.0),),
    duration_s=6.0,
    frames=150,
    shown=60,
    audio_bytes=5000,
    rate=8.0,
    reached_end=True,
    time_s=6.0,
    clock_speed=7.9,
    picture_grabs=20,
    picture_changed=True,
    picture_black=False,
    seeks=tuple(PageSeek(t + 0.5, True, 5.0, t + 0.48, t + 0.48) for t in (4.0, 2.0, 0.0)),
    entries=tuple(
        PageEntry(n, 2.0 * n, True, 20.0, 3, False, ((2.0 * n, 6.0),), "", 2.0 * n, 900)
        for n in (1, 2)
    ),
    repeated_init=JOINT,
    switched=JOINT,
    steps=tuple(Step(name, StepState.DONE, 1.0) for name in StepName),
)


def test_full_evidence_is_a_pass() -> None:
    report = judge(GOOD, make_map(), ENGINE)
    assert (report.outcome, report.reason, report.warnings) == (Outcome.PLAYED, "", ())
    assert report.frames_decoded == report.frames_expected == 150


def test_an_engine_that_ignores_an_empty_edit_loses_nothing_and_is_told_of() -> None:
    late = make_map()
    moved = tuple(
        replace(
            one,
            start_s=one.start_s + Fraction(1, 2),
            spans=tuple(
                replace(s, start_s=s.start_s + Fraction(1, 2), end_s=s.end_s + Fraction(1, 2))
                for s in one.spans
            ),
        )
        for one in late.segments
    )
    late = replace(late, segments=moved)
    entries = tuple(replace(entry, at_s=entry.at_s + 0.5) for entry in GOOD.entries)
    report = judge(replace(GOOD, entries=entries), late, ENGINE)
    assert report.outcome is Outcome.PLAYED
    assert "500 ms earlier" in report.warnings[0]
    assert report.buffered == GOOD.buffered


LACKING: list[tuple[dict[str, Any], str]] = [
    ({"buffered": (), "coverage": ()}, "buffered nothing"),
    ({"buffered": ((0.0, 1.86), (3.78, 6.0)), "coverage": ()}, "dropped 1.86-3.78 s"),
    ({"buffered": ((2.0, 6.0),), "coverage": ()}, "dropped 0.00-2.00 s"),
    ({"buffered": ((0.0, 4.0),), "coverage": ()}, "dropped 4.00-6.00 s"),
    ({"buffered": ((0.0, 9.0),)}, "buffer ends at 9.00 s"),
    ({"reached_end": False, "time_s": 1.79}, "stopped at 1.79 s"),
    ({"frames": 0}, "Only 0 of 150 frames"),
    ({"frames": 149}, "Only 149 of 150 frames"),
    ({"time_s": 0.0}, "ended at 0.00 s"),
    ({"clock_speed": 40.0}, "clock ran at 40.0 times"),
    ({"picture_grabs": 0}, "No picture was ever shown"),
    ({"shown": 0}, "No picture was ever shown"),
    ({"audio_bytes": 0}, "No sound was decoded"),
    ({"again": (PageAgain(3.0, True, False, True),)}, "does not get past 3.00 s"),
    ({"again": (PageAgain(3.0, True, True, False),)}, "waits at 3.00 s for data"),
    ({"seeks": ()}, "No seek was tried"),
    ({"seeks": (*GOOD.seeks[:2], PageSeek(4.0, False, 2500.0))}, "seek to 4.00 s did not complete"),
    ({"seeks": (PageSeek(4.5, True, 5.0, 4.48, 2.0),)}, "shows the picture of 2.00 s"),
    ({"entries": ()}, "No entry in the middle was tried"),
    ({"entries": (replace(GOOD.entries[0], shown=False),)}, "begins at segment 2 (2.00 s)"),
    ({"entries": (replace(GOOD.entries[0], frames=0),)}, "decodes no frame"),
    ({"entries": (replace(GOOD.entries[0], ranges=((3.9, 6.0),)),)}, "buffered from 3.90 s only"),
    ({"entries": (replace(GOOD.entries[0], ranges=()),)}, "buffered from nowhere only"),
    ({"entries": (replace(GOOD.entries[0], ranges=((0.0, 4.0),)),)}, "buffered from 0.00 s only"),
    ({"entries": (replace(GOOD.entries[0], first_s=3.0),)}, "first picture at 3.00 s"),
    ({"entries": (replace(GOOD.entries[0], audio_bytes=0),)}, "decodes no sound"),
    ({"entries": (replace(GOOD.entries[0], error="open GOP"),)}, "cannot begin at segment 2"),
    ({"repeated_init": None}, "was not tried in mid-stream"),
    ({"repeated_init": replace(JOINT, passed=False)}, "once more before segment 2"),
    ({"repeated_init": replace(JOINT, frames=0)}, "no frame is decoded"),
    ({"repeated_init": replace(JOINT, error="no")}, "it is refused: no."),
    ({"switched": replace(JOINT, passed=False, time_s=1.9)}, "playing stops at 1.90 s"),
]


@pytest.mark.parametrize(("change", "words"), LACKING, ids=[words for _, words in LACKING])
def test_one_missing_piece_is_a_failure(change: dict[str, Any], words: str) -> None:
    report = judge(replace(GOOD, **change), make_map(), ENGINE)
    assert report.outcome is Outcome.FAILED
    assert words in report.reason


DOUBTS: list[tuple[dict[str, Any], str]] = [
    ({"picture_black": True}, "black"),
    ({"picture_changed": False}, "never changed"),
    ({"clock_speed": 0.4}, "0.40 times real time"),
    ({"duration_s": 60.0}, "says 60.00 s"),
    ({"again": (PageAgain(3.0, True, True, True),)}, "waits at 3.00 s, at normal speed too"),
    ({"console": ("TypeError: x",)}, "console tells an error: TypeError: x"),
]


@pytest.mark.parametrize(("change", "words"), DOUBTS, ids=[words for _, words in DOUBTS])
def test_what_only_looks_wrong_is_a_warning(change: dict[str, Any], words: str) -> None:
    report = judge(replace(GOOD, **change), make_map(), ENGINE)
    assert report.outcome is Outcome.PLAYED
    assert words in report.warnings[0]


def test_sound_that_no_type_can_name_is_not_taken_for_played() -> None:
    found = make_map()
    nameless = replace(found.tracks[1], codec_id="alac", codec_string="")
    found = replace(found, tracks=(found.tracks[0], nameless))
    silent = replace(GOOD, audio_bytes=None)
    assert "sound" in judge(silent, found, ENGINE).reason
    assert judge(GOOD, found, ENGINE).outcome is Outcome.PLAYED


def test_an_end_that_nothing_tells_is_left_to_the_engine() -> None:
    """Chromium takes the longest frame so far for the length of the last one."""
    table = FrameTable(make_map().tracks[0], Fraction(1000))
    for number in range(150):
        table.offsets.append(number)
        table.sizes.append(1)
        table.times.append(40 * number)
        table.durations.append(-1)
        table.segments.append(number // 50)
        table.keyframes.append(number % 50 == 0)
        table.hidden.append(0)
    late = replace(GOOD, buffered=((0.0, 6.4),), coverage=())
    assert judge(late, MediaFrames(make_map(), (table,)), ENGINE).outcome is Outcome.PLAYED
    assert judge(late, make_map(), ENGINE).outcome is Outcome.FAILED


def test_one_frame_and_one_audio_frame_of_difference_is_allowed() -> None:
    near = replace(GOOD, buffered=((0.04, 5.95),), coverage=())
    assert judge(near, make_map(), ENGINE).outcome is Outcome.PLAYED


def test_a_file_without_segments_never_passes() -> None:
    bare = replace(make_map(), segments=(), fragmented=False)
    report = judge(replace(GOOD, seeks=(), entries=()), bare, ENGINE)
    assert report.outcome is Outcome.FAILED


def test_sound_alone_needs_no_picture() -> None:
    spans = [replace(segment(n), spans=segment(n).spans[1:]) for n in range(3)]
    sound = replace(make_map(*spans), tracks=make_map().tracks[1:])
    entries = tuple(replace(e, frames=0) for e in GOOD.entries)
    page = replace(GOOD, frames=0, picture_grabs=0, picture_black=True, entries=entries)
    assert judge(page, sound, ENGINE).outcome is Outcome.PLAYED


def test_unsupported_is_told_apart_from_failed() -> None:
    report = judge(PageReport("unsupported"), make_map(), ENGINE)
    assert report.outcome is Outcome.UNSUPPORTED


def test_a_missing_decoder_is_not_the_fault_of_the_file() -> None:
    error = PageError("media", "Error no decoder found for audio/mp4a-latm", "append")
    report = judge(PageReport("error", error), make_map(), ENGINE)
    assert report.outcome is Outcome.UNSUPPORTED


ERRORS: list[tuple[PageError, str]] = [
    (
        PageError(
            "media",
            "PipelineStatus::CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block.",
            "append",
            segment="1",
        ),
        "Segment 2 was refused: Got a block.",
    ),
    (
        PageError("media", "Failed to open media", "open", segment="init"),
        "The beginning of the file was refused: Failed to open media.",
    ),
    (
        PageError("stalled", "x", "play", time_s=1.79, ready_state=2, buffered=((0.0, 1.86),)),
        "It stalled at 1.79 s during 'play' (readyState 2); buffered: 0.00-1.86 s.",
    ),
    (
        PageError("no-metadata", "", "metadata"),
        "The engine took the bytes without an error and could make nothing of them.",
    ),
    (
        PageError("media", "PIPELINE_ERROR_DECODE", "play", time_s=3.0),
        "It failed at 3.00 s during 'play': PIPELINE_ERROR_DECODE.",
    ),
]


@pytest.mark.parametrize(("error", "sentence"), ERRORS)
def test_errors_are_said_in_words(error: PageError, sentence: str) -> None:
    report = judge(PageReport("error", error), make_map(), ENGINE)
    assert (report.outcome, report.reason) == (Outcome.FAILED, sentence)


def test_engine_words_keep_what_has_no_code() -> None:
    assert engine_words("Failed to open media") == "Failed to open media."


def test_an_engine_that_never_answered_proves_nothing() -> None:
    report = no_report(ENGINE, "Nothing was heard.", steps=(Step(StepName.PLAY, StepState.FAILED),))
    assert report.outcome is Outcome.NO_REPORT
    assert [step.name for step in report.steps] == [StepName.PLAY]


@pytest.mark.parametrize(
    "junk",
    [
        {},
        {"outcome": 5},
        {"outcome": "finished", "frames": "150", "reached_end": "yes", "buffered": "all"},
        {"outcome": "finished", "buffered": [[0], [1, 2, 3], ["a", "b"], None, [0, True]]},
        {"outcome": "finished", "frames": float("nan"), "seeks": [1, None, {"completed": 1}]},
        {"outcome": "error", "error": {"code": 7, "data": [1]}},
    ],
)
def test_junk_from_a_page_never_passes(junk: dict[str, object]) -> None:
    report = judge(parse_page_report(junk), make_map(), ENGINE)
    assert report.outcome in {Outcome.FAILED, Outcome.NO_REPORT}


def test_a_page_report_is_read_as_it_was_sent() -> None:
    page = parse_page_report(
        {
            "outcome": "error",
            "error": {
                "code": "media", "detail": "d", "stage": "append",
                "data": {"segment": 3, "time_s": 1.5, "buffered": [[0, 2]]},
            },
            "frames": 7,
            "entries": [{"n": 2, "at_s": 4, "shown": True, "ranges": [[4, 6]], "black": False}],
            "picture": {"grabs": 3, "changed": True, "black": False},
        }
    )  # fmt: skip
    assert page.error == PageError("media", "d", "append", "3", 1.5, None, ((0.0, 2.0),))
    assert page.frames == 7
    assert page.entries[0].ranges == ((4.0, 6.0),)
    assert (page.picture_changed, page.picture_black) == (True, False)


def test_an_engine_that_cannot_change_the_type_is_not_blamed() -> None:
    report = judge(replace(GOOD, switched=None), make_map(), ENGINE)
    assert report.outcome is Outcome.PLAYED


def test_a_short_file_is_not_called_slow() -> None:
    page = replace(GOOD, clock_speed=0.4, time_s=0.5, duration_s=None)
    assert not [text for text in judge(page, make_map(), ENGINE).warnings if "real time" in text]


def test_the_step_that_failed_is_marked_though_the_page_saw_nothing() -> None:
    report = judge(replace(GOOD, frames=149), make_map(), ENGINE)
    failed = [step.name for step in report.steps if step.state is StepState.FAILED]
    assert failed == [StepName.FRAMES]
    assert len(report.steps) == len(StepName)


def test_an_entry_that_failed_says_why_and_where() -> None:
    entries = (GOOD.entries[1], replace(GOOD.entries[0], frames=0))
    report = judge(replace(GOOD, entries=entries), make_map(), ENGINE)
    assert [(e.segment, e.completed) for e in report.entries] == [(1, False), (2, True)]
    assert "decodes no frame" in report.entries[0].reason


DOUBTFUL: list[tuple[dict[str, Any], bool]] = [
    ({}, False),
    ({"frames": 149}, True),
    ({"seeks": (PageSeek(4.5, False, 2500.0),)}, True),
    ({"clock_speed": 0.4}, True),
    ({"again": (PageAgain(3.0, True, True, True),)}, True),
    ({"buffered": ((0.0, 4.0),), "coverage": ()}, False),
    ({"buffered": ((0.0, 4.0),), "coverage": (), "frames": 100}, False),
    ({"outcome": "error", "error": PageError("stalled", "x", "play", time_s=1.0)}, True),
    ({"outcome": "error", "error": PageError("append-timeout", "x", "append")}, True),
    ({"outcome": "error", "error": PageError("media", "Failed to push buffer", "play")}, True),
    ({"outcome": "error", "error": PageError("media", "decode", "play")}, False),
    ({"outcome": "unsupported"}, False),
]


@pytest.mark.parametrize(("change", "doubtful"), DOUBTFUL)
def test_only_what_a_busy_machine_may_cause_is_doubtful(
    change: dict[str, Any], doubtful: bool
) -> None:
    page = replace(GOOD, **change)
    assert is_doubtful(judge(page, make_map(), ENGINE), page) is doubtful


def test_a_stall_at_a_hole_in_the_data_is_sure() -> None:
    hole = ((0.0, 1.86), (3.78, 6.0))
    for at_s, sure in ((1.79, True), (2.5, True), (5.0, False)):
        error = PageError("stalled", "x", "play", time_s=at_s, ready_state=2, buffered=hole)
        page = PageReport("error", error)
        assert is_doubtful(judge(page, make_map(), ENGINE), page) is not sure


def test_what_is_sure_is_told_before_what_is_doubtful() -> None:
    entry = replace(GOOD.entries[0], error="open GOP")
    report = judge(replace(GOOD, frames=149, entries=(entry,)), make_map(), ENGINE)
    assert "cannot begin at segment 2" in report.reason
    assert not report.doubtful


def test_waiting_at_raised_speed_alone_is_a_remark() -> None:
    again = (PageAgain(3.0, False, True, True),)
    page = replace(GOOD, waits=2, wait_notes=(PageWait(3.0, True),), again=again)
    report = judge(page, make_map(), ENGINE)
    assert (report.outcome, report.warnings) == (Outcome.PLAYED, ())
    assert report.waiting_events == 2
    assert "first at 3.00 s" in report.messages[0]


def test_what_was_not_tried_everywhere_is_said() -> None:
    report = judge(GOOD, make_map(*(segment(n) for n in range(3))), ENGINE)
    assert not report.messages
    few = replace(GOOD, seeks=GOOD.seeks[:1], entries=GOOD.entries[:1])
    messages = judge(few, make_map(), ENGINE).messages
    assert "into 1 of 3 groups of pictures" in messages[0]
    assert "at 1 of 2 segments" in messages[1]


@pytest.mark.parametrize(("frames", "outcome"), [(149, Outcome.PLAYED), (50, Outcome.FAILED)])
def test_frames_that_webkit_did_not_count_are_a_warning_while_they_are_few(
    frames: int, outcome: Outcome
) -> None:
    page = replace(GOOD, frames=frames)
    report = judge(page, make_map(), EngineIdentity("webkit", "WebKitGTK", "2.50.6"))
    assert (report.outcome, is_doubtful(report, page)) == (outcome, True)
    if outcome is Outcome.PLAYED:
        assert f"Only {frames} of 150 frames were counted" in report.warnings[0]


def test_times_of_pictures_that_webkit_tells_late_blame_nobody() -> None:
    webkit = EngineIdentity("webkit", "WebKitGTK", "2.50.6")
    near = replace(GOOD, seeks=(PageSeek(4.5, True, 5.0, 4.48, 4.8),))
    assert judge(near, make_map(), webkit).outcome is Outcome.PLAYED
    assert judge(near, make_map(), ENGINE).outcome is Outcome.FAILED
    far = replace(GOOD, seeks=(PageSeek(4.5, True, 5.0, 4.48, 2.0),))
    assert judge(far, make_map(), webkit).outcome is Outcome.FAILED
