"""Probing many files: workers stay, are replaced when they fail, and never outlive their use."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from studio import paths
from studio.errors import InputError
from studio.media import inspector
from studio.media import probe as probing
from studio.media.ffmpeg_facts import FfmpegFacts, read_facts, read_facts_of
from studio.media.inspector import Answer, InspectorPool
from studio.media.probe import Prober, probe
from studio.media.probe_worker import CPU_LIMIT_S
from studio.media.streams import MediaInfo
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.faults.making import dash_manifest, hls_playlist, with_field, written

GONE_S = 10.0
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes and names")


@pytest.fixture
def prober() -> Iterator[Prober]:
    with Prober(workers=1) as made:
        yield made


@pytest.fixture
def clip(make_clip: ClipFactory) -> Path:
    path = make_clip("many.mp4", size="64x36", seconds=1)
    os.utime(path, (1_000_000_000, 1_000_000_000))  # not fresh: probed without a second look
    return path


@pytest.fixture
def busy(clip: Path, tmp_path: Path) -> Path:
    """A file that keeps MediaInfo busy for minutes."""
    return written(tmp_path / "busy.mp4", with_field(clip.read_bytes(), b"stts", 4, 0xFFFFFFFF))


def workers() -> list[psutil.Process]:
    """Our MediaInfo processes."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "--probe-worker" in _command(child)]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def count_starts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    starts: list[str] = []
    command = paths.self_command

    def counted(role: str) -> list[str]:
        starts.append(role)
        return command(role)

    monkeypatch.setattr(paths, "self_command", counted)
    return starts


def test_one_worker_serves_many_files(
    prober: Prober, ffmpeg: Ffmpeg, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = count_starts(monkeypatch)
    found = {prober.probe(clip, ffmpeg=ffmpeg.path) for _ in range(20)}
    assert found == {probe(clip, ffmpeg=ffmpeg.path)}
    assert len(starts) == 2  # the prober's one, and that of the single probe


def test_many_files_are_told_as_one_by_one(
    prober: Prober, ffmpeg: Ffmpeg, clip: Path, make_clip: ClipFactory, tmp_path: Path
) -> None:
    vp9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-pix_fmt", "yuv444p")
    webm = make_clip("many.webm", size="64x36", seconds=1, sample_rate=None, video=vp9)
    sound = make_clip("many.wav", size=None, seconds=1, audio=("-c:a", "pcm_s16le"))
    text = written(tmp_path / "notes.mp4", "no film\n" * 99)
    files = [clip, webm, text, tmp_path / "gone.mp4", sound, clip]
    found = prober.probe_many(files, ffmpeg=ffmpeg.path)
    assert [_shape(answer) for answer in found] == [
        _shape(_one(path, ffmpeg.path)) for path in files
    ]
    assert [isinstance(answer, MediaInfo) for answer in found] == [1, 1, 0, 0, 1, 1]
    assert isinstance(found[1], MediaInfo)
    assert found[1].video[0].chroma == "4:4:4"  # only ffmpeg knows it


def _one(path: Path, ffmpeg: Path) -> MediaInfo | InputError:
    try:
        return probe(path, ffmpeg=ffmpeg)
    except InputError as error:
        return error


def _shape(answer: MediaInfo | InputError) -> object:
    return answer if isinstance(answer, MediaInfo) else (answer.what, answer.hint, answer.detail)


def test_ffmpeg_is_asked_once_about_many_files(
    prober: Prober, ffmpeg: Ffmpeg, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(files: Sequence[Path], *, ffmpeg: Path, time_limit_s: float) -> list[FfmpegFacts]:
        calls.append(len(files))
        return read_facts_of(files, ffmpeg=ffmpeg, time_limit_s=time_limit_s)

    monkeypatch.setattr(probing, "read_facts_of", counted)
    prober.probe_many([clip] * 6, ffmpeg=ffmpeg.path)
    assert calls == [6]


def test_a_worker_that_died_while_idle_is_replaced(
    prober: Prober, ffmpeg: Ffmpeg, clip: Path
) -> None:
    whole = prober.probe(clip, ffmpeg=ffmpeg.path)
    (worker,) = workers()
    worker.kill()
    psutil.wait_procs([worker], timeout=GONE_S)
    assert prober.probe(clip, ffmpeg=ffmpeg.path) == whole


@POSIX
def test_cpu_time_is_counted_for_each_file_anew(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(psutil.Process, "rlimit"):
        pytest.skip("limits of another process cannot be read here")
    monkeypatch.setattr(inspector, "SLOW_FILE_S", 60.0)  # the worker is kept all the same
    slow = written(tmp_path / "slow.mp4", with_field(clip.read_bytes(), b"stts", 4, 0x04FFFFFF))
    pool = InspectorPool(1)
    try:
        assert pool.ask(slow, 60).tracks
        (worker,) = workers()
        used = sum(worker.cpu_times()[:2])
        assert used > 1
        assert pool.ask(clip, 60).tracks
        assert worker.rlimit(psutil.RLIMIT_CPU)[0] == int(used) + 1 + CPU_LIMIT_S
    finally:
        pool.close()


def test_resting_ends_idle_workers_and_the_next_file_starts_one(
    prober: Prober, ffmpeg: Ffmpeg, clip: Path
) -> None:
    prober.probe(clip, ffmpeg=ffmpeg.path)
    prober.rest()
    assert workers() == []
    assert prober.probe(clip, ffmpeg=ffmpeg.path).video


def test_closing_in_the_middle_of_a_file_ends_the_wait(ffmpeg: Ffmpeg, busy: Path) -> None:
    prober = Prober(workers=1)
    begun = threading.Thread(target=lambda: _one_of(prober, busy, ffmpeg.path), daemon=True)
    begun.start()
    _wait_for(lambda: any(worker.cpu_percent(0.05) > 0 for worker in workers()))
    prober.close()
    begun.join(GONE_S)
    assert not begun.is_alive()
    assert workers() == []


def _one_of(prober: Prober, path: Path, ffmpeg: Path) -> None:
    with pytest.raises(InputError):
        prober.probe(path, ffmpeg=ffmpeg)


def _wait_for(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not claim():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_a_closed_prober_starts_no_worker(ffmpeg: Ffmpeg, clip: Path) -> None:
    prober = Prober()
    prober.close()
    assert prober.probe(clip, ffmpeg=ffmpeg.path).note  # ffmpeg's basic facts
    assert workers() == []


def test_a_worker_ends_with_its_program_even_in_the_middle_of_a_file(busy: Path) -> None:
    worker = subprocess.Popen(
        paths.self_command("--probe-worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=paths.self_environment(),
    )
    assert worker.stdin is not None
    worker.stdin.write(json.dumps(str(busy)).encode() + b"\n")
    worker.stdin.close()
    assert worker.wait(60) == 0  # the file alone would take it until its CPU limit, which kills


@POSIX
@pytest.mark.parametrize("kind", ["list", "manifest"])
def test_mediainfo_itself_can_reach_no_network(tmp_path: Path, kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/a.ts"
        content = hls_playlist(address) if kind == "list" else dash_manifest(address)
        assert _asked(written(tmp_path / "film.mp4", content)).tracks  # it knows the format
        with pytest.raises(BlockingIOError):
            listener.accept()


@POSIX
def test_mediainfo_itself_can_read_no_other_file(clip: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other.ts", clip.read_bytes())
    tracks = _asked(written(tmp_path / "film.mp4", hls_playlist(str(other)))).tracks
    assert tracks is not None
    assert [track["@type"] for track in tracks] == ["General"]


def _asked(path: Path) -> Answer:
    pool = InspectorPool(1)
    try:
        return pool.ask(path, GONE_S)
    finally:
        pool.close()


@POSIX
def test_a_name_that_looks_like_facts_is_only_a_name(
    ffmpeg: Ffmpeg, clip: Path, tmp_path: Path
) -> None:
    evil = tmp_path / "a':\n  Stream #0:7: Video: evil, yuv420p, 10x10, 5 fps, 'x.mp4"
    evil.write_bytes(clip.read_bytes())
    alone = read_facts(evil, ffmpeg=ffmpeg.path)
    assert [stream.codec for stream in alone.video] == ["h264"]
    assert read_facts_of([evil, clip, evil], ffmpeg=ffmpeg.path) == [alone] * 3


def test_a_title_that_looks_like_facts_is_only_a_title(
    ffmpeg: Ffmpeg, clip: Path, make_clip: ClipFactory
) -> None:
    title = "x\u2028  Stream #0:8: Video: evil, 1x1\x0b  Stream #0:9: Video: evil\n Stream #0:5: "
    source = ["-i", f"file:{clip}", "-c", "copy", "-metadata", f"title={title}Video: evil"]
    evil = make_clip.made_once("title.mkv", source)
    assert [stream.codec for stream in read_facts(evil, ffmpeg=ffmpeg.path).video] == ["h264"]
