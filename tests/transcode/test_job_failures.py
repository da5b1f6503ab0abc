"""Full disks, damaged sources, lying programs: a job says so and leaves nothing behind."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.transcode.model import JobState, Overrides
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.transcode.conftest import EventLog, Studio

Program = Callable[[str], Ffmpeg]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
WRITE_TARGET = 'for last; do :; done; target="${last#file:}"'


@pytest.fixture
def small(make_clip: ClipFactory) -> Path:
    return make_clip("job-small.mp4", size="64x36", seconds=1)


@pytest.fixture
def long(make_clip: ClipFactory) -> Path:
    return make_clip("job-long.mp4", size="640x360", seconds=60, rate="30")


def left(studio: Studio) -> list[str]:
    return sorted(path.name for path in studio.folder.iterdir())


def failure(studio: Studio, events: EventLog) -> str:
    assert events.outcome.state is JobState.FAILED
    assert events.outcome.hint
    assert left(studio) == []
    return events.outcome.what


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small memory disk with the given options; needs root on Linux."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounts = []

    def mount(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if not shutil.which("mount"):
            pytest.skip("cannot mount a memory disk here")
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting a memory disk needs root")
        mounts.append(folder)
        return folder

    yield mount
    for place in mounts:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
def test_a_full_disk_is_said_and_left_empty(
    studio: Studio,
    events: EventLog,
    long: Path,
    mounted: Callable[[str], Path],
    preset: str,
) -> None:
    disk = mounted("size=300k")
    fast = Overrides(extra=(("speed", "fastest"),))
    target = disk / "result.bin"
    studio.job(studio.plan(long, preset, fast), target, events=events).run()
    assert failure(studio, events) == "The disk is full."
    assert list(disk.iterdir()) == []


def test_a_read_only_disk_is_said(
    studio: Studio, events: EventLog, small: Path, mounted: Callable[[str], Path]
) -> None:
    disk = mounted("size=300k,ro")
    studio.job(studio.plan(small, "mp4-h264-aac"), disk / "result.mp4", events=events).run()
    assert "read-only disk" in failure(studio, events)


@pytest.mark.parametrize("suffix", ["mkv", "webm"])
def test_a_truncated_source_is_not_done(
    studio: Studio, events: EventLog, make_clip: ClipFactory, tmp_path: Path, suffix: str
) -> None:
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
    whole = make_clip(
        f"whole.{suffix}", size="160x90", seconds=8, video=video, audio=("-c:a", "libvorbis")
    )
    source = tmp_path / f"cut.{suffix}"
    source.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    studio.job(studio.plan(source, "mp4-h264-aac"), events=events).run()
    assert events.outcome.state is JobState.INCOMPLETE
    what = events.outcome.what
    assert what.startswith("Finished early: ")
    assert what.endswith("of 8.0 s. The source seems damaged at the end.")


def test_damaged_pictures_are_done_with_a_warning(
    studio: Studio, events: EventLog, make_clip: ClipFactory, tmp_path: Path
) -> None:
    whole = make_clip("flips.mp4", size="160x90", seconds=4)
    data = bytearray(whole.read_bytes())
    start = data.index(b"mdat") + 3_000
    for place in range(start, start + 60_000, 400):
        data[place] ^= 0xFF
    source = tmp_path / "flips.mp4"
    source.write_bytes(data)
    studio.job(studio.plan(source, "mp4-h264-aac"), events=events).run()
    assert events.outcome.state is JobState.DONE_WITH_WARNINGS
    assert any("while reading; pictures may be damaged" in w for w in events.outcome.warnings)


def test_a_missing_encoder_is_named(studio: Studio, events: EventLog, small: Path) -> None:
    poor = replace(studio.ffmpeg, encoders=frozenset({"aac"}))
    studio.job(studio.plan(small, "mp4-h264-aac"), events=events, ffmpeg=poor).run()
    assert failure(studio, events) == "This ffmpeg has no encoder libx264."


def test_a_missing_ffmpeg_is_said(
    studio: Studio, events: EventLog, small: Path, tmp_path: Path
) -> None:
    gone = replace(studio.ffmpeg, path=tmp_path / "gone")
    studio.job(studio.plan(small, "mp4-h264-aac"), events=events, ffmpeg=gone).run()
    assert failure(studio, events) == "ffmpeg was not found."


@POSIX
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo progress=end", "ffmpeg reported success but wrote nothing."),
        (f'{WRITE_TARGET}; rm "$target"; echo progress=end', "ffmpeg reported success but wrote"),
        (f'{WRITE_TARGET}; echo x > "$target"', "ffmpeg ended before it was done."),
        ("kill -SEGV $$", "ffmpeg crashed (signal 11)."),
        ("kill -KILL $$", "probably out of memory"),
        ("exit 183", "ffmpeg failed (status 183)."),
        ("echo 'av_write: No space left on device' >&2; exit 228", "The disk is full."),
        ("echo 'Unknown encoder xyz' >&2; exit 8", "lacks what the preset needs"),
        (f'{WRITE_TARGET}; rm -r "$(dirname "$target")"; echo progress=end', "folder disappeared"),
    ],
)
def test_a_lying_or_failing_ffmpeg_is_never_done(
    studio: Studio, events: EventLog, small: Path, program: Program, script: str, sentence: str
) -> None:
    plan = studio.plan(small, "mp4-h264-aac")
    folder = studio.folder / "inner"
    folder.mkdir()
    studio.job(plan, folder / "result.mp4", events=events, ffmpeg=program(script)).run()
    assert events.outcome.state is JobState.FAILED
    assert sentence in events.outcome.what
    assert not folder.exists() or list(folder.iterdir()) == []


@POSIX
@pytest.mark.expects_log_warnings
def test_a_starving_ffmpeg_is_stopped(
    studio: Studio, events: EventLog, small: Path, program: Program
) -> None:
    fake = program("while true; do echo out_time_us=7; echo progress=continue; sleep 0.05; done")
    patience = Patience(stall_s=0.4, quit_s=0.1, terminate_s=0.2)
    plan = studio.plan(small, "mp4-h264-aac")
    studio.job(plan, events=events, ffmpeg=fake, patience=patience).run()
    assert "no progress" in failure(studio, events)
