"""Pictures and loudness along the time axis, against what is known to be in the file."""

import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from studio.preview.latest_first import LatestFirst
from studio.preview.opening import RoomWishes
from studio.segments.reader import map_of, read_segment_map
from studio.segments.stitched import Piece, open_stitched
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.player.counter import counting_filter, read_counter
from tests.preview.conftest import OpenRoom, Rooms
from tests.preview.test_facts import B_FRAMES, FRAGMENTS, VP8

FRAMES = 90
MP4_RATE, WEBM_RATE = "30000/1001", "24000/1001"
BEEP = "aevalsrc='0.5*sin(440*2*PI*t)*between(t,{begin},{end})':s=16000:d={length}"


@pytest.fixture(scope="session")
def counted_mp4(make_clip: ClipFactory) -> Path:
    """B frames, wide pixels, an edit list, fragments; sound that begins with the picture."""
    wide = f"{counting_filter()},setsar=4/3"
    video = (*B_FRAMES, "-pix_fmt", "yuv420p")
    return make_clip("strip-counted.mp4", frames=FRAMES, rate=MP4_RATE, seconds=3, filters=wide,
                     video=video, extra=FRAGMENTS)  # fmt: skip


@pytest.fixture(scope="session")
def counted_webm(make_clip: ClipFactory) -> Path:
    """Times in whole milliseconds, and sound that is stored a little early."""
    return make_clip("strip-counted.webm", frames=FRAMES, rate=WEBM_RATE, seconds=4,
                     filters=counting_filter(), video=VP8, audio=("-c:a", "libopus"))  # fmt: skip


def number_at(room: OpenRoom, time_s: Fraction) -> int | None:
    answer = room.ask(f"filmstrip/{round(time_s * 1000)}.jpg?width=320")
    assert (answer.status, answer.kind) == (200, "image/jpeg")
    return read_counter(QImage.fromData(answer.body))


@pytest.mark.parametrize(("name", "rate"), [("counted_mp4", MP4_RATE), ("counted_webm", WEBM_RATE)])
def test_the_picture_is_that_of_the_time(
    request: pytest.FixtureRequest, rooms: Rooms, ffmpeg: Ffmpeg, name: str, rate: str
) -> None:
    path: Path = request.getfixturevalue(name)
    room = rooms(path, RoomWishes(ffmpeg=ffmpeg.path))
    begin = Fraction(room.ask("facts.json").json()["first_frame_s"])
    for frame in (0, 1, 23, 24, 47, 61, FRAMES - 1):
        assert number_at(room, begin + (frame + Fraction(1, 2)) / Fraction(rate)) == frame
    assert number_at(room, begin + 24 / Fraction(rate) + Fraction(1, 1000)) == 24
    assert number_at(room, Fraction(0)) == 0
    assert number_at(room, Fraction(100)) == FRAMES - 1, "behind the end: the last picture"


def test_a_picture_has_the_width_asked_for_and_the_shape_it_is_seen_in(
    rooms: Rooms, counted_mp4: Path, ffmpeg: Ffmpeg
) -> None:
    room = rooms(counted_mp4, RoomWishes(ffmpeg=ffmpeg.path))
    for asked, width in ((160, 160), (99_999, 640), (1, 16), (81, 80)):
        picture = QImage.fromData(room.ask(f"filmstrip/0.jpg?width={asked}").body)
        assert picture.width() == width
        assert picture.height() == pytest.approx(width * 180 / 320 * 3 / 4, abs=2)


def test_several_files_played_as_one_have_pictures_and_sound(
    rooms: Rooms, counted_webm: Path, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    whole, data = read_segment_map(counted_webm), counted_webm.read_bytes()
    middle = whole.segments[1].offset + 77
    for name, part in (("a", data[:middle]), ("b", b"before" + data[middle:])):
        (tmp_path / name).write_bytes(part)
    pieces = (Piece(tmp_path / "a", 0, middle), Piece(tmp_path / "b", 6, len(data) - middle))
    with open_stitched(pieces) as source:
        found = map_of(source, tmp_path / "list.m3u8")
    room = rooms(found, RoomWishes(ffmpeg=ffmpeg.path, pieces=pieces))
    for frame in (0, 30, 61, FRAMES - 1):
        assert number_at(room, (frame + Fraction(1, 2)) / Fraction(WEBM_RATE)) == frame
    assert min(room.ask("waveform/0.json").json()["peaks"][5:150]) > 20
    assert not list(tmp_path.glob("excerpt*"))


def test_what_is_not_there_is_not_answered(rooms: Rooms, counted_mp4: Path, ffmpeg: Ffmpeg) -> None:
    room = rooms(counted_mp4, RoomWishes(ffmpeg=ffmpeg.path))
    for wrong in ("-1.jpg", "1.5.jpg", "x.jpg", "1/2.jpg", "9999999999.jpg", ""):
        assert room.ask(f"filmstrip/{wrong}").status == 404
    for wrong in ("1.json", "-1.json", "x", "0/0.json"):
        assert room.ask(f"waveform/{wrong}").status == 404
    features = room.ask("facts.json").json()["features"]
    assert features["filmstrip"] is True
    assert features["waveform"] == {"chunk_s": 300, "chunks": 1}
    without = rooms(counted_mp4)
    features = without.ask("facts.json").json()["features"]
    assert (features["filmstrip"], features["waveform"]) == (False, None)
    assert without.ask("filmstrip/0.jpg").status == 404


def test_closing_ends_what_is_asked_for(rooms: Rooms, counted_mp4: Path, ffmpeg: Ffmpeg) -> None:
    room = rooms(counted_mp4, RoomWishes(ffmpeg=ffmpeg.path))
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(room.ask, f"filmstrip/{30 * n}.jpg") for n in range(24)]
        room.close()
        assert {future.result(30).status for future in asked} <= {200, 404, 503}
    assert not any("room-filmstrip" in thread.name for thread in threading.enumerate())


def test_the_latest_wish_is_done_first_and_the_oldest_falls_out() -> None:
    work: LatestFirst[int] = LatestFirst("test", 1, 3)
    begun, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def block() -> int:
        begun.set()
        go_on.wait(10)
        return 0

    def note(number: int) -> int:
        done.append(number)
        return number

    first = work.ask(block)
    assert begun.wait(10)
    asked = [work.ask(lambda n=n: note(n)) for n in range(1, 6)]  # type: ignore[misc]
    go_on.set()
    assert first.result(10) == 0
    assert [future.result(10) for future in asked[2:]] == [3, 4, 5]
    assert done == [5, 4, 3]
    for fallen in asked[:2]:
        with pytest.raises(CancelledError):
            fallen.result(10)
    work.close()
    work.join(10)
    assert work.ask(block).cancelled()


def loud(peaks: Sequence[int], step_s: float, start_s: float) -> tuple[float, float]:
    """Return between which times there is sound."""
    heard = [n for n, peak in enumerate(peaks) if peak > 60]
    return start_s + heard[0] * step_s, start_s + (heard[-1] + 1) * step_s


@pytest.mark.parametrize(
    ("name", "audio"),
    [("room-beep.webm", "libopus"), ("room-beep.mp4", "aac"), ("room-raw.mp4", "flac")],
)
def test_loudness_stands_where_the_sound_is(
    rooms: Rooms, make_clip: ClipFactory, ffmpeg: Ffmpeg, name: str, audio: str
) -> None:
    beep = BEEP.format(begin=1.0, end=2.0, length=3)
    extra = FRAGMENTS if name.endswith("mp4") else ("-f", "webm")
    made = make_clip.made_once(
        name, ["-f", "lavfi", "-i", beep, "-c:a", audio, "-ar", "48000", *extra]
    )
    told = rooms(made, RoomWishes(ffmpeg=ffmpeg.path)).ask("waveform/0.json").json()
    assert told["start_s"] == 0
    assert len(told["peaks"]) * told["step_s"] == pytest.approx(3, abs=0.06)
    begin, end = loud(told["peaks"], told["step_s"], 0)
    assert [begin, end] == pytest.approx([1, 2], abs=0.05)
    assert told["peaks"][75] == pytest.approx(128, abs=14)
    assert told["peaks"][5] < 6


def test_a_later_chunk_begins_where_it_says(
    rooms: Rooms, make_clip: ClipFactory, ffmpeg: Ffmpeg
) -> None:
    beep = BEEP.format(begin=304.0, end=306.0, length=310)
    made = make_clip.made_once(
        "room-late-beep.mp4", ["-f", "lavfi", "-i", beep, "-c:a", "flac", *FRAGMENTS]
    )
    room = rooms(made, RoomWishes(ffmpeg=ffmpeg.path))
    told = room.ask("waveform/1.json").json()
    begin, end = loud(told["peaks"], told["step_s"], told["start_s"])
    assert told["start_s"] == 300
    assert [begin, end] == pytest.approx([304, 306], abs=0.05)
    assert max(room.ask("waveform/0.json").json()["peaks"]) < 4
