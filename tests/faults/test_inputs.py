"""Faults A: files that are empty, broken, busy, too large, gone, or no files at all."""

import dataclasses
import os
import random
import re
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from fractions import Fraction
from pathlib import Path

import pytest

from studio import paths
from studio.errors import InputError, PlanError, ToolError
from studio.media.keyframes import read_keyframes
from studio.media.probe import TIME_LIMIT_S, Prober, check_readable, probe
from studio.media.thumbnails import make_thumbnail
from studio.transcode.model import JobState, Overrides
from studio.workflow.deliver import finish
from tests.conftest import ClipFactory
from tests.faults.conftest import Desk, Invariants, told
from tests.faults.making import (
    cut_before_media,
    with_every_field,
    with_field,
    with_many_tracks,
    with_vp8_size,
    without_box,
    written,
)
from tests.transcode.conftest import EventLog

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files and permissions")
VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
SLACK_S = 10.0
"""For a busy machine, on top of a limit."""


@pytest.fixture
def clip(make_clip: ClipFactory) -> Path:
    return make_clip("fault.mp4", size="64x36", seconds=1)


@pytest.fixture
def webm(make_clip: ClipFactory) -> Path:
    audio = ("-c:a", "libvorbis")
    return make_clip("fault.webm", size="64x36", seconds=1, video=VP8, audio=audio)


def test_a01_an_empty_file_is_named_as_such(desk: Desk, tmp_path: Path) -> None:
    assert desk.refusal(written(tmp_path / "clip.mp4", b"")) == "clip.mp4 is empty (0 bytes)."


@pytest.mark.parametrize("kind", ["text", "zip", "random", "zeros"])
def test_a02_what_is_no_media_is_not_taken_for_it(desk: Desk, tmp_path: Path, kind: str) -> None:
    content = {
        "text": b"These are notes, not a film.\n" * 50,
        "zip": b"PK\x03\x04" + bytes(999),
        "random": random.Random(2).randbytes(5000),
        "zeros": bytes(5000),
    }[kind]
    said = desk.refusal(written(tmp_path / "film.mp4", content))
    assert said == "This does not look like a video or audio file."


def test_a03_a_source_that_is_gone_at_the_start_fails_the_job(
    desk: Desk, clip: Path, tmp_path: Path
) -> None:
    source = written(tmp_path / "film.mp4", clip.read_bytes())
    plan = desk.studio.plan(source, "mp4-copy")
    source.unlink()
    assert desk.failure(plan) == "film.mp4 was not found."


@pytest.mark.parametrize("order", ["index behind", "index in front"])
def test_a07_a_missing_index_is_named(
    desk: Desk, make_clip: ClipFactory, tmp_path: Path, order: str
) -> None:
    extra = ("-movflags", "+faststart") if order == "index in front" else ()
    whole = make_clip(f"{order.replace(' ', '-')}.mp4", size="64x36", seconds=1, extra=extra)
    source = written(tmp_path / "film.mp4", without_box(whole.read_bytes(), b"moov"))
    assert desk.refusal(source) == "The file's index is missing, so it cannot be read."


@pytest.mark.parametrize("preset", ["mp4-h264-aac", "mp4-copy"])
def test_a08_an_index_without_any_pictures_fails_with_that_cause(
    desk: Desk, make_clip: ClipFactory, tmp_path: Path, preset: str
) -> None:
    front = make_clip("front.mp4", size="64x36", seconds=1, extra=("-movflags", "+faststart"))
    source = written(tmp_path / "film.mp4", cut_before_media(front.read_bytes()))
    plan = desk.studio.plan(source, preset)  # the probe cannot know it
    assert "holds no picture or sound data that can be read." in desk.failure(plan)


@contextmanager
def _growing(path: Path, whole: bytes) -> Iterator[None]:
    """Append to a file, piece by piece, until the end of the block; then all is there."""
    ended, begun = threading.Event(), threading.Event()

    def write() -> None:
        with path.open("wb", buffering=0) as file:
            for place in range(0, len(whole), 64):
                file.write(whole[place : place + 64])
                begun.set()
                if not ended.is_set():
                    ended.wait(0.01)

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait()
    try:
        yield
    finally:
        ended.set()
        writer.join()


@pytest.mark.parametrize("suffix", ["mp4", "webm"])
def test_a09_a_file_that_grows_is_refused_until_it_is_whole(
    desk: Desk, clip: Path, webm: Path, tmp_path: Path, suffix: str
) -> None:
    whole = {"mp4": clip, "webm": webm}[suffix].read_bytes() + bytes(40_000)
    source = tmp_path / f"film.{suffix}"
    with _growing(source, whole), pytest.raises(InputError) as caught:
        desk.studio.probe(source)
    assert told(caught.value) == f"film.{suffix} is still being written."
    assert desk.studio.probe(source).video


def test_a09_a_job_whose_source_grows_is_never_half_done(
    desk: Desk, make_clip: ClipFactory, tmp_path: Path
) -> None:
    """A recording without a length in its header, written too slowly for a probe to see."""
    live = make_clip("live.mkv", size="64x36", seconds=2, extra=("-live", "1"))
    whole = live.read_bytes()
    source = written(tmp_path / "live.mkv", whole[: len(whole) * 2 // 3])
    plan = desk.studio.plan(source, "mp4-h264-aac")

    class Writer(EventLog):
        def on_state(self, job_id: str, state: JobState) -> None:
            super().on_state(job_id, state)
            if state is JobState.RUNNING:
                source.write_bytes(whole)

    events = Writer()
    desk.studio.job(plan, events=events, finish=finish).run()
    assert events.outcome.state is JobState.INCOMPLETE
    assert events.outcome.what.startswith("live.mkv changed while it was read")
    assert events.outcome.hint
    assert [path for path in desk.results() if path != events.outcome.kept] == []


def test_a09_a_fresh_file_that_is_whole_is_taken(desk: Desk, clip: Path, tmp_path: Path) -> None:
    assert desk.studio.probe(written(tmp_path / "film.mp4", clip.read_bytes())).video


@POSIX
def test_a11_what_is_no_regular_file_is_refused_before_it_is_opened(
    desk: Desk, tmp_path: Path
) -> None:
    pipe, plug, link = tmp_path / "pipe.mp4", tmp_path / "plug.mp4", tmp_path / "zero.mp4"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(plug))
        for path in (pipe, plug, link, Path("/dev/zero")):
            assert desk.refusal(path) == f"{path.name} is not a regular file."
            assert _time_to_refuse(path) < 0.5
    assert desk.refusal(tmp_path) == f"{tmp_path.name} is a folder, not a file."


def _time_to_refuse(path: Path) -> float:
    """Best of three, in seconds."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        with pytest.raises(InputError):
            check_readable(path)
        times.append(time.perf_counter() - begun)
    return min(times)


@POSIX
def test_a12_a_link_that_leads_nowhere_is_named_as_such(desk: Desk, tmp_path: Path) -> None:
    dangling, loop, other = tmp_path / "dangling", tmp_path / "loop", tmp_path / "other"
    dangling.symlink_to(tmp_path / "nowhere")
    loop.symlink_to(other)
    other.symlink_to(loop)
    assert desk.refusal(dangling) == "The link dangling leads nowhere."
    assert desk.refusal(loop) == "The link loop leads nowhere."


@POSIX
def test_a13_a_file_that_may_not_be_read_is_named_as_such(
    desk: Desk,
    clip: Path,
    open_folder: Path,
    nobody: Callable[[], AbstractContextManager[None]],
    invariants: Invariants,
) -> None:
    source = written(open_folder / "film.mp4", clip.read_bytes())
    source.chmod(0)
    with nobody(), pytest.raises(InputError) as caught:
        desk.studio.probe(source)
    assert told(caught.value) == "There is no permission to read film.mp4."


@POSIX
def test_a15_after_a_crash_of_mediainfo_the_next_file_has_a_new_worker(
    desk: Desk, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = "import os, signal; input(); os.kill(os.getpid(), signal.SIGSEGV)"
    commands = [[sys.executable, "-c", crash], paths.self_command("--probe-worker")]
    monkeypatch.setattr(paths, "self_command", lambda _role: commands.pop(0))
    with desk.invariants(), Prober(workers=1) as prober:
        first, second = (prober.probe(clip, ffmpeg=desk.studio.ffmpeg.path) for _ in range(2))
    assert first.note == "The inspector stopped while reading this file; basic details are shown."
    assert first.video[0].codec == "h264"
    assert second.note == ""
    assert second.video[0].profile


@pytest.fixture
def bomb(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """A small file that says its pictures have 144 megapixels."""
    small = make_clip("before.webm", size="272x272", seconds=0.4, sample_rate=None, video=VP8)
    content = with_vp8_size(small.read_bytes(), 16_000, 9_000)
    return written(tmp_path / "bomb.webm", content)


@pytest.mark.slow
def test_a14_files_that_keep_mediainfo_busy_end_in_time(
    desk: Desk, clip: Path, tmp_path: Path
) -> None:
    """All at once. ffmpeg itself refuses these (so many entries, so many tracks)."""
    data = clip.read_bytes()
    endless = written(tmp_path / "endless.mp4", with_field(data, b"stts", 4, 0xFFFFFFFF))
    tracks = written(tmp_path / "tracks.mp4", with_many_tracks(data, 2000))
    with desk.invariants(), ThreadPoolExecutor(2) as threads:
        timed = list(threads.map(lambda path: _timed_refusal(desk, path), (endless, tracks)))
    for sentence, seconds in timed:
        assert re.fullmatch(
            r"The inspector (stopped|took too long) while reading this file\.", sentence
        )
        assert seconds < TIME_LIMIT_S + SLACK_S


def _timed_refusal(desk: Desk, path: Path) -> tuple[str, float]:
    begun = time.monotonic()
    with pytest.raises(InputError) as caught:
        desk.studio.probe(path)
    return told(caught.value), time.monotonic() - begun


def test_a14_what_ffmpeg_knows_is_shown_when_details_take_too_long(
    desk: Desk, clip: Path, tmp_path: Path
) -> None:
    slow = with_every_field(clip.read_bytes(), b"elst", 4, 0x01FF_FFFF)
    source = written(tmp_path / "slow.mp4", slow)
    with desk.invariants():
        info = probe(source, ffmpeg=desk.studio.ffmpeg.path, time_limit_s=3)
    note = "Reading details took too long; basic details from ffmpeg are shown."
    assert info.note == note
    assert (info.video[0].codec, info.video[0].width) == ("h264", 64)
    assert note in desk.plan_of(info, "mp4-h264-aac").notes


def test_a18_a_picture_over_the_limit_is_refused_before_anything_is_decoded(
    desk: Desk, bomb: Path, tmp_path: Path
) -> None:
    info = desk.studio.probe(bomb)
    assert (info.video[0].width, info.video[0].height) == (16_000, 9_000)
    begun = sum(os.times()[:4])  # of processors, here and in children
    with desk.invariants(), pytest.raises(PlanError) as caught:
        desk.plan_of(info, "mp4-h264-aac")
    assert told(caught.value) == "16000 x 9000 is larger than the limit (64 megapixels)."
    with desk.invariants(), pytest.raises(ToolError):
        make_thumbnail(info, tmp_path / "small.png", ffmpeg=desk.studio.ffmpeg.path)
    assert read_keyframes(bomb, ffmpeg=desk.studio.ffmpeg.path)  # reads, does not decode
    assert sum(os.times()[:4]) - begun < 3


def test_a18_a_picture_over_the_limit_is_refused_by_ffmpeg_as_well(
    desk: Desk, webm: Path, bomb: Path
) -> None:
    """The file was exchanged for a bomb after it had been planned."""
    plan = desk.studio.plan(webm, "mp4-h264-aac")
    swapped = dataclasses.replace(plan, info=dataclasses.replace(plan.info, path=bomb))
    assert desk.failure(swapped) == "The pictures are larger than the limit (64 megapixels)."


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        (
            Overrides(gop_frames=60, min_frames=61),
            "Minimum keyframe interval cannot exceed the maximum (60).",
        ),
        (Overrides(gop_frames=0), "The keyframe distance must be at least one frame."),
        (Overrides(gop_frames=-5), "The keyframe distance must be at least one frame."),
        (Overrides(gop_seconds=Fraction(0)), "The keyframe distance must be at least one frame."),
        (Overrides(gop_frames=251), "Keyframes 10.0 s apart are too far for streaming."),
        (Overrides(gop_seconds=Fraction(10**9)), "are too far for streaming."),
        (Overrides(min_frames=0), "The minimum keyframe interval must be at least one frame."),
        (Overrides(gop_seconds=Fraction(1, 1000)), "0.001 s is shorter than one frame."),
        (Overrides(extra=(("crf", "many"),)), "crf"),
        (Overrides(extra=(("width", "1e9"),)), "width"),
    ],
)
def test_a21_a_keyframe_rhythm_that_cannot_be_is_refused_in_words(
    desk: Desk, clip: Path, overrides: Overrides, sentence: str
) -> None:
    with pytest.raises(PlanError) as caught:
        desk.studio.plan(clip, "mp4-h264-aac", overrides)
    assert sentence in told(caught.value)
