"""The judge: one piece of evidence away from a good report is never a pass."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.verdict.model import EngineIdentity, Outcome, Step, StepName, StepState
from studio.verdict.page_report import (
    PageEntry,
    PageError,
    PageReport,
    PageSeek,
    parse_page_report,
)
from studio.verdict.playback import engine_words, judge, no_report

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


GOOD = PageReport(
    outcome="finished",
    buffered=((0.0, 6.0),),
    coverage=((0.0, 6.0),),
    duration_s=6.0,
    frames=150,
    audio_bytes=5000,
    reached_end=True,
    time_s=6.0,
    clock_speed=7.9,
    picture_grabs=20,
    picture_changed=True,
    picture_black=False,
    seeks=tuple(PageSeek(t, True, 5.0) for t in (0.0, 2.0, 4.0, 3.0)),
    entries=tuple(
        PageEntry(n, 2.0 * n, True, 20.0, 3, False, ((2.0 * n, 6.0),), "") for n in (1, 2)
    ),
)


def test_full_evidence_is_a_pass() -> None:
    report = judge(GOOD, make_map(), ENGINE)
    assert (report.outcome, report.reason, report.warnings) == (Outcome.PLAYED, "", ())
    assert report.frames_decoded == report.frames_expected == 150


LACKING: list[tuple[dict[str, Any], str]] = [
    ({"buffered": (), "coverage": ()}, "buffered nothing"),
    ({"buffered": ((0.0, 1.86), (3.78, 6.0)), "coverage": ()}, "dropped 1.86-3.78 s"),
    ({"buffered": ((2.0, 6.0),), "coverage": ()}, "dropped 0.00-2.00 s"),
    ({"buffered": ((0.0, 4.0),), "coverage": ()}, "dropped 4.00-6.00 s"),
    ({"buffered": ((0.0, 9.0),)}, "buffer ends at 9.00 s"),
    ({"reached_end": False, "time_s": 1.79}, "stopped at 1.79 s"),
    ({"frames": 0}, "Only 0 of 150 frames"),
    ({"frames": 149}, "Only 149 of 150 frames"),
    ({"picture_grabs": 0}, "No picture was ever shown"),
    ({"audio_bytes": 0}, "No sound was decoded"),
    ({"seeks": ()}, "Not every seek was tried"),
    ({"seeks": (*GOOD.seeks[:2], PageSeek(4.0, False, 2500.0))}, "seek to 4.00 s did not complete"),
    ({"entries": ()}, "No entry in the middle was tried"),
    ({"entries": (replace(GOOD.entries[0], shown=False),)}, "begins at segment 2 (2.00 s)"),
    ({"entries": (replace(GOOD.entries[0], frames=0),)}, "decodes no frame"),
    ({"entries": (replace(GOOD.entries[0], ranges=((3.9, 6.0),)),)}, "buffered from 3.90 s only"),
    ({"entries": (replace(GOOD.entries[0], ranges=()),)}, "buffered from nowhere only"),
    ({"entries": (replace(GOOD.entries[0], error="open GOP"),)}, "cannot begin at segment 2"),
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
]


@pytest.mark.parametrize(("change", "words"), DOUBTS, ids=[words for _, words in DOUBTS])
def test_what_only_looks_wrong_is_a_warning(change: dict[str, Any], words: str) -> None:
    report = judge(replace(GOOD, **change), make_map(), ENGINE)
    assert report.outcome is Outcome.PLAYED
    assert words in report.warnings[0]


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
