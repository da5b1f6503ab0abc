"""What the page is told of a file, against what ffmpeg and the file itself say."""

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.media.child import guarded_input, run_child
from studio.media.keyframes import read_keyframes
from studio.preview import facts
from studio.preview.bit_rate import MOST_VALUES, bit_rate, even_bit_rate, step_for
from studio.preview.facts_file import frame_rate
from studio.preview.facts_verdict import keyframes_s
from studio.preview.opening import RoomWishes
from studio.segments.frame_reader import read_media
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.preview.conftest import Rooms

FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof")
B_FRAMES = ("-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-g", "24")
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "24")


@pytest.fixture(scope="session")
def anamorphic(make_clip: ClipFactory) -> Path:
    """NTSC rate, B frames, wide pixels, an edit list, fragments."""
    return make_clip(
        "room-anamorphic.mp4",
        seconds=4,
        rate="30000/1001",
        size="180x144",
        filters="setsar=16/11",
        video=(*B_FRAMES, "-pix_fmt", "yuv420p"),
        extra=FRAGMENTS,
    )


@pytest.fixture(scope="session")
def small_webm(make_clip: ClipFactory) -> Path:
    """Raw from the muxer, so that the rules find something; times in whole milliseconds."""
    return make_clip(
        "room-facts.webm",
        seconds=4,
        rate="24000/1001",
        size="160x90",
        video=VP8,
        audio=("-c:a", "libopus"),
        sample_rate=48_000,
    )


def facts_of(rooms: Rooms, path: Path, wishes: RoomWishes | None = None) -> dict[str, Any]:
    told = rooms(path, wishes).ask("facts.json?complete=1").json()
    assert told["complete"] is True
    return dict(told)


def test_the_shape_rate_and_segments_of_an_anamorphic_mp4(rooms: Rooms, anamorphic: Path) -> None:
    told = facts_of(rooms, anamorphic)
    assert told["frame_rate"] == {"num": 30_000, "den": 1001}
    assert told["picture"] == {
        "width": 180, "height": 144, "shown_width": 262, "shown_height": 144,
    }  # fmt: skip
    assert [track["kind"] for track in told["tracks"]] == ["video", "audio"]
    assert sum(segment["frames"] for segment in told["segments"]) == 120
    assert told["source"] is None
    before = told["init"]["offset"] + told["init"]["size"]
    assert told["segments"][0]["offset"] == before
    predicted = {one["engine"]: one for one in told["predictions"]}
    assert predicted["chromium"]["title"].startswith("Chromium 1")
    assert predicted["chromium"]["plays"] is True
    assert predicted["embedded"]["plays"] is False
    assert predicted["embedded"]["ranges"] == []
    (start, end), = predicted["firefox"]["ranges"]  # fmt: skip
    assert start < 0.1
    assert end == pytest.approx(4, abs=0.1)


def test_a_finding_names_its_segment_and_time(rooms: Rooms, small_webm: Path) -> None:
    told = facts_of(rooms, small_webm, RoomWishes(translate=str.upper))
    found = next(one for one in told["findings"] if one["segment"] is not None)
    segment = told["segments"][found["segment"]]
    assert segment["offset"] <= found["offset"] < segment["offset"] + segment["size"]
    assert segment["start_s"] <= found["time_s"] <= segment["end_s"]
    assert found["message"].isupper()
    assert "chromium" in found["engines"]


@pytest.mark.parametrize("name", ["anamorphic", "small_webm"])
def test_keyframes_are_those_that_ffmpeg_lists(
    request: pytest.FixtureRequest, ffmpeg: Ffmpeg, name: str
) -> None:
    path: Path = request.getfixturevalue(name)
    listed = read_keyframes(path, ffmpeg=ffmpeg.path)
    assert listed is not None
    found = keyframes_s(read_media(path))
    assert len(found) == listed.count > 2
    first = found[0]  # ffmpeg counts from the file's own start
    expected = [(time - listed.times_us[0]) / 1e6 for time in listed.times_us]
    assert [time - first for time in found] == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("name", ["anamorphic", "small_webm"])
def test_all_bit_rates_together_are_the_bytes_of_all_segments(
    request: pytest.FixtureRequest, name: str
) -> None:
    media = read_media(request.getfixturevalue(name))
    whole = sum(segment.size for segment in media.map.segments)
    for told in (bit_rate(media), even_bit_rate(media.map)):
        rates, step = told["kbit_s"], told["step_s"]
        assert isinstance(rates, list)
        assert isinstance(step, float)
        assert sum(rates) * 125 * step == pytest.approx(whole, abs=10)
        assert (len(rates) - 1) * step <= media.map.segments[-1].end_s <= len(rates) * step


def test_each_step_of_the_bit_rate_holds_the_packets_of_its_time(
    ffmpeg: Ffmpeg, anamorphic: Path
) -> None:
    told = bit_rate(read_media(anamorphic))
    rates, step = told["kbit_s"], told["step_s"]
    assert isinstance(rates, list)
    assert isinstance(step, float)
    sums = [0] * len(rates)
    for _, time_s, size in packets(ffmpeg, anamorphic):
        sums[max(0, int(time_s / step + 1e-6))] += size
    expected = [size * 8 / 1000 / step for size in sums]
    assert rates == pytest.approx(expected, rel=0.06, abs=8)  # what boxes add


def packets(ffmpeg: Ffmpeg, path: Path) -> list[tuple[int, float, int]]:
    """Stream, time and size of every packet, as ffmpeg reads them."""
    command = [str(ffmpeg.path), "-v", "error", *guarded_input(path)]
    command += ["-map", "0", "-c", "copy", "-copyts", "-f", "framecrc", "-"]
    lines = run_child(command, time_limit_s=60).stdout.decode().splitlines()
    bases = [Fraction(line.split(": ")[1]) for line in lines if line.startswith("#tb ")]
    rows = [line.split(",") for line in lines if not line.startswith("#")]
    streams = [int(row[0]) for row in rows]
    times = [float(int(row[2]) * bases[int(row[0])]) for row in rows]
    return list(zip(streams, times, (int(row[4]) for row in rows), strict=True))


@pytest.mark.parametrize("end", ["0", "1/3", "400", "401", "7200", "90000", "9999999"])
def test_a_curve_never_has_too_many_values(end: str) -> None:
    step = step_for(Fraction(end))
    assert Fraction(end) / step <= MOST_VALUES
    assert step >= Fraction(1, 5)


@pytest.mark.parametrize("rate", ["25", "24", "24000/1001", "30000/1001", "50", "60000/1001", "12"])
@pytest.mark.parametrize("suffix", ["webm", "mp4"])
def test_the_frame_rate_is_exact(make_clip: ClipFactory, suffix: str, rate: str) -> None:
    video = VP8 if suffix == "webm" else ("-c:v", "libx264", "-preset", "ultrafast", "-g", "24")
    name = f"room-rate-{rate.replace('/', '-')}.{suffix}"
    extra = FRAGMENTS if suffix == "mp4" else ()
    path = make_clip(
        name, rate=rate, size="64x48", sample_rate=None, video=video, extra=extra, seconds=3
    )
    assert frame_rate(read_media(path).map) == Fraction(rate)


def test_a_file_that_is_gone_still_has_the_facts_of_its_map(
    rooms: Rooms, anamorphic: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "gone.mp4"
    shutil.copy(anamorphic, copy)
    wishes = RoomWishes(source=tmp_path / "original.mov")
    room = rooms(copy, wishes)
    room.ask("facts.json?complete=1")
    copy.unlink()
    told = room.ask("facts.json").json()
    assert told["source"] == {"name": "original.mov", "duration_s": None}
    assert len(told["segments"]) > 2


def test_a_room_that_closes_before_its_turn_examines_nothing(
    rooms: Rooms, anamorphic: Path
) -> None:
    with facts._TURN:  # another file is being examined
        waiting = rooms(anamorphic)
        first = waiting.ask("facts.json").json()
        waiting.room.close()
    assert (first["complete"], first["predictions"]) == (False, [])
    assert len(first["segments"]) > 2
    later = waiting.ask("facts.json?complete=1").json()
    assert (later["complete"], later["predictions"]) == (True, [])


def test_sound_alone_has_neither_picture_nor_frame_rate(
    rooms: Rooms, make_clip: ClipFactory
) -> None:
    path = make_clip("room-sound.mp4", size=None, extra=FRAGMENTS)
    told = facts_of(rooms, path)
    assert told["picture"] is None
    assert told["frame_rate"] is None
    assert told["keyframes_s"] == []
    assert told["bit_rate"]["kbit_s"]


def test_a_plain_mp4_has_keyframes_and_no_segments(rooms: Rooms, make_clip: ClipFactory) -> None:
    told = facts_of(rooms, make_clip("room-plain.mp4", size="64x48"))
    assert told["segments"] == []
    assert told["fragmented"] is False
    assert told["keyframes_s"][0] == 0
    assert all(one["ranges"] == [] for one in told["predictions"])
    assert sum(told["bit_rate"]["kbit_s"]) > 0
