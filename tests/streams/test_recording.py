"""Recordings: from the middle of a stream to a file that plays everywhere, whatever happens."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from studio.errors import OutputError, StudioError
from studio.segments.reader import read_segment_map
from studio.streams import recording, recording_finish
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.gop_model import GopPart, InitPart
from studio.streams.gop_mp4 import Mp4Assembler
from studio.streams.gop_webm import WebmAssembler
from studio.streams.recording import Recorder
from studio.verdict.prediction import Foreseen
from studio.verdict.summary import FATAL
from tests.conftest import X264, ClipFactory

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "6")
VORBIS = ("-c:a", "libvorbis")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
LATE_S = Fraction(400)
LIMIT_S = 20.0

Stream = tuple[LiveInit, list[LiveUnit]]


@pytest.fixture(scope="module")
def webm(make_clip: ClipFactory) -> Stream:
    """A stream that has run for some minutes already."""
    clip = make_clip(
        "streams-source-recorded.webm", seconds=1.44, size="96x64", video=VP8, audio=VORBIS
    )
    return live(WebmAssembler(LATE_S), clip)


@pytest.fixture(scope="module")
def mp4(make_clip: ClipFactory) -> Stream:
    video = (*X264, "-g", "6", "-bf", "0")
    clip = make_clip(
        "streams-source-recorded.mp4", seconds=1.44, size="96x64", video=video, extra=FRAGMENTS
    )
    return live(Mp4Assembler(LATE_S), clip)


def live(assembler: WebmAssembler | Mp4Assembler, clip: Path) -> Stream:
    made = [*assembler.feed(clip.read_bytes()), *assembler.end()]
    first = made[0]
    assert isinstance(first, InitPart)
    parts = [one for one in made if isinstance(one, GopPart)]
    units = [
        LiveUnit(number, one.start_s, one.duration_s, one.data) for number, one in enumerate(parts)
    ]
    return LiveInit(first.mime, first.data), units


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    yield
    assert "recorder" not in {thread.name for thread in threading.enumerate()}


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def record(recorder: Recorder, stream: Stream, units: slice = slice(None)) -> None:
    recorder.on_init(stream[0])
    for unit in stream[1][units]:
        recorder.on_unit(unit)


def wait_for_problem(recorder: Recorder) -> str:
    """Wait until the recording tells what is wrong."""
    over = threading.Event()
    for _ in range(int(LIMIT_S / 0.05)):
        if recorder.status().problem:
            break
        over.wait(0.05)
    return recorder.status().problem


@pytest.mark.parametrize("kind", ["webm", "mp4"])
def test_a_recording_from_the_middle_becomes_a_file_that_plays_everywhere(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    stream: Stream = request.getfixturevalue(kind)
    recorder = Recorder(tmp_path / "mine.webm")
    record(recorder, stream, slice(2, None))
    told = recorder.status()
    assert (told.name, told.problem) == ("mine.webm", "")
    assert told.duration_s == pytest.approx(0.96, abs=0.08)
    done = recorder.finish()
    assert done.path == tmp_path / f"mine.{kind}"
    assert names(tmp_path) == [done.path.name]
    found = read_segment_map(done.path)
    assert found.declared_duration_s == pytest.approx(0.96, abs=0.08)
    assert found.has_index
    assert not found.truncated
    assert abs(found.segments[0].start_s) < Fraction(1, 10)
    assert found.frames == 24
    assert not [one for one in done.verdict.findings if one.severity in FATAL]
    assert {one.foreseen for one in done.verdict.predictions} <= {
        Foreseen.PLAYS,
        Foreseen.UNSUPPORTED,
    }


def test_the_part_file_plays_up_to_where_it_came(webm: Stream, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "crash.webm")
    record(recorder, webm)
    recorder.on_end(None)
    recorder._thread.join(LIMIT_S)
    data = recorder.part.read_bytes()
    assert recorder.status().size_bytes == len(data)
    cut = tmp_path / "cut.webm"
    cut.write_bytes(data[:-50])
    found = read_segment_map(cut)
    assert len(found.segments) == len(webm[1]) - 1
    assert found.segments[0].start_s == 0
    assert found.truncated


def test_no_file_is_ever_replaced(webm: Stream, tmp_path: Path) -> None:
    mine = tmp_path / "mine.webm"
    mine.write_bytes(b"precious")
    recorder = Recorder(mine)
    record(recorder, webm)
    assert recorder.finish().path.name == "mine (2).webm"
    assert mine.read_bytes() == b"precious"


def test_nothing_recorded_leaves_nothing(webm: Stream, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "mine.webm")
    recorder.on_init(webm[0])
    with pytest.raises(OutputError) as error:
        recorder.finish()
    assert error.value.what == "Nothing was recorded."
    assert not names(tmp_path)


def test_a_folder_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error:
        Recorder(tmp_path / "nowhere" / "mine.webm")
    assert "does not exist" in error.value.what


def test_a_full_disk_ends_the_recording_with_what_there_is(webm: Stream, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "mine.webm")
    full = _FullFile(recorder._file, room=len(webm[0].data) + len(webm[1][0].data) + 100)
    recorder._file = full  # type: ignore[assignment]
    record(recorder, webm)
    assert wait_for_problem(recorder) == "The disk is full."
    done = recorder.finish()
    assert done.problem == "The disk is full."
    assert read_segment_map(done.path).frames == 6


class _FullFile:
    """A file on a disk with little room, as a full one behaves: some bytes, then an error."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self._room = file, room

    def write(self, data: memoryview) -> int:
        if not self._room:
            raise OSError(28, "No space left on device")
        taken = min(self._room, len(data))
        self._room -= taken
        written: int = self._file.write(data[:taken])
        return written

    def truncate(self, size: int) -> None:
        self._file.truncate(size)
        self._file.seek(size)

    def __enter__(self) -> "_FullFile":
        return self

    def __exit__(self, *_details: object) -> None:
        self._file.close()


def test_a_folder_that_goes_away_is_told_and_the_stream_goes_on(
    webm: Stream, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    recorder = Recorder(folder / "mine.webm")
    record(recorder, webm, slice(2))
    folder.rename(tmp_path / "unplugged")
    assert wait_for_problem(recorder) == "The output folder disappeared."
    record(recorder, webm, slice(2, None))
    with pytest.raises(StudioError) as error:
        recorder.finish()
    assert error.value.what == "The output folder disappeared."


def test_a_disk_that_is_too_slow_costs_a_bounded_amount_of_memory(
    webm: Stream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    monkeypatch.setattr(recording, "MAX_WAITING_BYTES", sum(len(u.data) for u in webm[1]) // 2)
    recorder = Recorder(tmp_path / "mine.webm")
    write = recorder._write
    monkeypatch.setattr(recorder, "_write", lambda data: (held.wait(LIMIT_S), write(data)))
    record(recorder, webm)
    assert recorder.status().problem == "The disk is too slow; the recording ends here."
    held.set()
    done = recorder.finish()
    assert 0 < read_segment_map(done.path).frames < 36


def test_a_stream_that_begins_anew_with_other_settings_ends_its_recording(
    webm: Stream, mp4: Stream, tmp_path: Path
) -> None:
    recorder = Recorder(tmp_path / "mine.webm")
    record(recorder, webm, slice(3))
    recorder.on_init(replace(webm[0], version=1))
    record(recorder, webm, slice(3, 4))
    assert not recorder.status().problem
    recorder.on_init(replace(mp4[0], version=2))
    assert "other settings" in recorder.status().problem
    recorder.on_unit(mp4[1][0])
    done = recorder.finish()
    assert read_segment_map(done.path).frames == 24
    assert "other settings" in done.problem


def test_without_room_for_a_copy_the_recording_itself_gets_the_name(
    webm: Stream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half a copy")
        raise OutputError("The disk is full.")

    monkeypatch.setattr(recording_finish, "recluster", full)
    recorder = Recorder(tmp_path / "mine.webm")
    record(recorder, webm)
    done = recorder.finish()
    assert names(tmp_path) == ["mine.webm"]
    assert read_segment_map(done.path).frames == 36


def test_what_will_not_play_is_kept_under_another_name(
    webm: Stream, make_clip: ClipFactory, tmp_path: Path
) -> None:
    clip = make_clip(
        "streams-source-recorded.webm", seconds=1.44, size="96x64", video=VP8, audio=VORBIS
    )
    init, later = live(WebmAssembler(LATE_S + 60), clip)
    recorder = Recorder(tmp_path / "mine.webm")
    record(recorder, (init, [*webm[1][:2], *later[2:]]))
    with pytest.raises(StudioError) as error:
        recorder.finish()
    assert error.value.what == "What was recorded will not play everywhere."
    assert "mine (incomplete).webm" in error.value.hint
    assert names(tmp_path) == ["mine (incomplete).webm"]
