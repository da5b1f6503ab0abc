"""The MP4 assembler and the shift of times: fragments stay as they are but for their times."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from studio.errors import SegmentError
from studio.segments.reader import read_segment_map
from studio.streams.feed import LiveInit
from studio.streams.gop_model import GopPart, InitPart, map_of_bytes
from studio.streams.gop_mp4 import Mp4Assembler
from studio.streams.gop_shift import first_time_s, shift_for
from studio.streams.gop_webm import WebmAssembler
from tests.conftest import X264, ClipFactory

FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
LIVE_WEBM = ("-f", "webm", "-live", "1")
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "10")


@pytest.fixture
def fragmented(make_clip: ClipFactory) -> Path:
    video = (*X264, "-g", "10", "-bf", "2")
    return make_clip(
        "streams-source-fragments.mp4", seconds=1.2, size="96x64", video=video, extra=FRAGMENTS
    )


def parts_of(
    assembler: Mp4Assembler | WebmAssembler, data: bytes
) -> tuple[InitPart, list[GopPart]]:
    made: list[InitPart | GopPart] = []
    for at in range(0, len(data), 997):
        made += assembler.feed(data[at : at + 997])
    made += assembler.end()
    init = made[0]
    assert isinstance(init, InitPart)
    return init, [one for one in made[1:] if isinstance(one, GopPart)]


def test_fragments_pass_as_they_are(fragmented: Path) -> None:
    data, found = fragmented.read_bytes(), read_segment_map(fragmented)
    assembler = Mp4Assembler()
    init, parts = parts_of(assembler, data)
    assert assembler.is_complete
    assert init.mime == found.mime
    assert init.data == data[: found.init_size]
    assert [one.data for one in parts] == [
        data[one.offset : one.offset + one.size] for one in found.segments
    ]
    assert [one.start_s for one in parts] == [one.start_s for one in found.segments]
    assert [one.duration_s for one in parts] == [one.duration_s for one in found.segments]
    assert len(parts) == 3


def test_a_fragment_that_is_known_to_be_whole_is_given_at_once(fragmented: Path) -> None:
    segment = read_segment_map(fragmented).segments[0]
    until = segment.offset + segment.size
    data = fragmented.read_bytes()[:until]
    assert [type(one) for one in Mp4Assembler().feed(data)] == [InitPart]
    assert [type(one) for one in Mp4Assembler(is_cut=True).feed(data)] == [InitPart, GopPart]


def test_a_feed_that_begins_anew_goes_on_where_it_was(fragmented: Path) -> None:
    data = fragmented.read_bytes()
    _, before = parts_of(Mp4Assembler(), data)
    init, after = parts_of(Mp4Assembler(Fraction(1000)), data)
    assert [one.start_s - two.start_s for one, two in zip(after, before, strict=True)] == [1000] * 3
    found = map_of_bytes(init.data + b"".join(one.data for one in after), "x.mp4")
    for old, new in zip(read_segment_map(fragmented).segments, found.segments, strict=True):
        for one, two in zip(old.spans, new.spans, strict=True):
            assert float(two.start_s - one.start_s) == pytest.approx(1000, abs=1e-4)
    assert found.segments[0].start_s == 1000


def test_an_mp4_without_fragments_is_refused_before_it_is_all_there(make_clip: ClipFactory) -> None:
    for name, flags in (("end", ()), ("start", ("-movflags", "+faststart"))):
        clip = make_clip(f"streams-source-plain-{name}.mp4", seconds=0.4, size="96x64", extra=flags)
        with pytest.raises(SegmentError) as error:
            list(Mp4Assembler().feed(clip.read_bytes()[:8000]))
        assert "cannot be watched before it is done" in error.value.what


@pytest.mark.parametrize("data", [b"\0\0\0\7ftyp", b"\xff\xff\xff\xffmoof", b"\0\0\0\x08moov"])
def test_damaged_boxes_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(SegmentError) as error:
        list(Mp4Assembler().feed(data + bytes(16)))
    assert error.value.what.endswith(".")


def test_times_are_shifted_without_another_byte_changing(
    fragmented: Path, make_clip: ClipFactory
) -> None:
    webm = make_clip(
        "streams-source-live.webm",
        seconds=1.2,
        size="96x64",
        video=VP8,
        audio=("-c:a", "libvorbis"),
        extra=LIVE_WEBM,
    )
    makers: list[tuple[Path, Callable[[], Mp4Assembler | WebmAssembler]]] = [
        (fragmented, lambda: Mp4Assembler(Fraction(500))),
        (webm, lambda: WebmAssembler(Fraction(500))),
    ]
    for path, maker in makers:
        made, parts = parts_of(maker(), path.read_bytes())
        init = LiveInit(made.mime, made.data)
        by_s = -first_time_s(init, parts[0].data, parts[0].start_s)
        assert by_s == pytest.approx(-500, abs=0.1)
        moved = [shift_for(init)(one.data, by_s) for one in parts]
        assert [len(one) for one in moved] == [len(one.data) for one in parts]
        found = map_of_bytes(init.data + b"".join(moved), path.name)
        starts = [segment.start_s for segment in found.segments]
        wanted = [one.start_s - parts[0].start_s for one in parts]
        assert [float(one) for one in starts] == pytest.approx([float(o) for o in wanted], abs=0.09)
        steps = [two - one for one, two in pairwise(starts)]
        assert steps == [two - one for one, two in pairwise(wanted)]
        assert shift_for(init)(moved[1], -by_s) == parts[1].data
        assert shift_for(init)(moved[1], Fraction(0)) is moved[1]
