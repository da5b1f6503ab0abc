"""Which engine decodes what, as measured."""

import pytest

from studio.segments.model import Family, Track, TrackKind
from studio.verdict.engine_models import CHROMIUM, EMBEDDED, FIREFOX, WEBKIT, EngineModel
from studio.verdict.support import Answer, can_decode

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
MP4, WEBM = Family.MP4, Family.WEBM


def _answer(model: EngineModel, codec: str, container: Family) -> Answer:
    track = Track(1, TrackKind.VIDEO, "x", codec, 1000)
    support = can_decode(model, track, container)
    assert bool(support.reason) == (support.answer is not YES)
    return support.answer


@pytest.mark.parametrize(
    ("codec", "container", "chromium", "embedded", "firefox"),
    [
        ("avc1.64001f", MP4, YES, NO, YES),
        ("avc1.42e01e", MP4, YES, NO, YES),
        ("avc3.64001f", MP4, YES, NO, YES),
        ("avc1.6e001f", MP4, YES, NO, NO),
        ("avc1.f4001f", MP4, YES, NO, NO),
        ("avc1.2c001f", MP4, NO, NO, NO),
        ("avc1.zz", MP4, NO, NO, NO),
        ("hvc1.1.6.L93.B0", MP4, NO, NO, YES),
        ("hvc1.4.10.L30.9F.C8", MP4, NO, NO, NO),
        ("av01.0.04M.08", MP4, YES, YES, YES),
        ("av01.0.00M.08.1.110.01.01.01.1", WEBM, YES, YES, NO),
        ("vp09.03.10.12", MP4, YES, YES, YES),
        ("vp08.00.10.08", MP4, NO, NO, NO),
        ("vp8", WEBM, YES, YES, YES),
        ("vorbis", MP4, NO, NO, NO),
        ("opus", MP4, YES, YES, YES),
        ("flac", MP4, YES, YES, YES),
        ("flac", WEBM, NO, NO, NO),
        ("mp4a.40.2", MP4, YES, NO, YES),
        ("mp4a.40.29", MP4, YES, NO, YES),
        ("mp4a.40.34", MP4, NO, NO, NO),
        ("mp3", MP4, NO, NO, YES),
        ("ac-3", MP4, NO, NO, NO),
        ("avc1.64001f", WEBM, NO, NO, NO),
        ("", MP4, NO, NO, NO),
    ],
)
def test_answers_are_those_that_were_measured(
    codec: str, container: Family, chromium: Answer, embedded: Answer, firefox: Answer
) -> None:
    found = [_answer(model, codec, container) for model in (CHROMIUM, EMBEDDED, FIREFOX)]
    assert found == [chromium, embedded, firefox]


def test_webkit_plays_what_it_was_seen_to_play() -> None:
    assert _answer(WEBKIT, "avc1.64001f", MP4) is YES
    for codec in ("vp09.00.10.08", "av01.0.00M.08", "hvc1.1.6.L93.B0", "avc1.f4000a"):
        assert _answer(WEBKIT, codec, MP4) is YES, codec


def test_webkit_promises_nothing_that_was_never_tried() -> None:
    assert _answer(WEBKIT, "avc1.2c001f", MP4) is UNKNOWN
    assert _answer(WEBKIT, "mp4a.40.5", MP4) is UNKNOWN


def test_webkit_takes_no_mp3_in_mp4() -> None:
    assert _answer(WEBKIT, "mp3", MP4) is NO


def test_tracks_that_are_neither_seen_nor_heard_need_no_decoder() -> None:
    track = Track(3, TrackKind.OTHER, "S_TEXT", "", 1000)
    assert can_decode(CHROMIUM, track, WEBM).answer is YES
