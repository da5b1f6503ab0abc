"""What a job writes is streamed while it grows: paced, to its end, or with a sentence."""

import subprocess
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import InputError
from studio.segments.reader import read_segment_map
from studio.streams.encoding import LiveEncoding
from studio.streams.growing import GrowingFile
from studio.streams.job_feed import JobFeed
from studio.transcode.tools import Ffmpeg
from studio.verdict.examine import examine
from studio.verdict.summary import FATAL
from tests.conftest import X264, ClipFactory
from tests.streams.feed_listener import Heard, encoders_of

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "3")
VORBIS = ("-c:a", "libvorbis")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
GOP_S = Fraction(3, 25)


class HandJob:
    """A job whose part file a test writes piece by piece."""

    def __init__(self, part: Path, ffmpeg: Ffmpeg) -> None:
        self.part, self.ffmpeg = part, ffmpeg
        self.runs, self.problem = True, ""
        self.heard = Heard()
        self.feed: JobFeed | None = None

    def watch(self, convert: LiveEncoding | None = None) -> None:
        self.feed = JobFeed(
            lambda: self.part,
            lambda: self.runs,
            problem=lambda: self.problem,
            convert=convert,
            ffmpeg=self.ffmpeg.path,
        )
        self.feed.start(self.heard)

    def write(self, data: bytes) -> None:
        with self.part.open("ab") as file:
            file.write(data)


@pytest.fixture
def job(tmp_path: Path, ffmpeg: Ffmpeg) -> Iterator[HandJob]:
    made = HandJob(tmp_path / ".result.webm.part-1", ffmpeg)
    yield made
    if made.feed is not None:
        made.feed.stop()
    assert "job-feed" not in {thread.name for thread in threading.enumerate()}
    assert not encoders_of(ffmpeg.path)


@pytest.fixture
def webm(make_clip: ClipFactory) -> Path:
    return make_clip(
        "streams-source-job.webm",
        seconds=0.48,
        size="96x64",
        video=VP8,
        audio=VORBIS,
        extra=("-cluster_time_limit", "120"),
    )


@pytest.fixture
def mp4(make_clip: ClipFactory) -> Path:
    video = (*X264, "-g", "3")
    return make_clip(
        "streams-source-job.mp4", seconds=0.48, size="96x64", video=video, extra=FRAGMENTS
    )


def test_a_webm_is_streamed_as_it_grows_and_no_faster_than_it_plays(
    job: HandJob, webm: Path, tmp_path: Path
) -> None:
    data = webm.read_bytes()
    half = read_segment_map(webm).segments[2].offset + 10
    job.watch()
    job.write(data[:half])
    job.heard.wait_for(1)
    assert not job.heard.ends
    job.write(data[half:])
    job.runs = False
    assert job.heard.wait_for_end() is None
    heard = job.heard
    assert heard.inits[0].mime == 'video/webm; codecs="vp8,vorbis"'
    assert [unit.duration_s for unit in heard.units[:-1]] == [GOP_S] * 3
    assert heard.times_s[-1] >= 3 * float(GOP_S) - 0.01  # since before the first
    whole = tmp_path / "whole.webm"
    whole.write_bytes(heard.data)
    found = examine(whole)
    assert not [one for one in found.findings if one.severity in FATAL]
    assert found.media.map.frames == 12
    assert job.part.read_bytes() == data


def test_an_mp4_passes_as_it_is(job: HandJob, mp4: Path) -> None:
    job.watch()
    job.write(mp4.read_bytes())
    job.runs = False
    assert job.heard.wait_for_end() is None
    found = read_segment_map(mp4)
    data = mp4.read_bytes()
    whole = data[: max(one.offset + one.size for one in found.segments)]
    assert job.heard.data == whole
    assert job.heard.inits[0].mime == found.mime


def test_an_mp4_is_converted_for_an_engine_that_lacks_its_codec(job: HandJob, mp4: Path) -> None:
    job.watch(LiveEncoding(width=96, height=64, bit_rate=100_000, gop_s=2 * GOP_S))
    data = mp4.read_bytes()
    job.write(data[:300])
    job.write(data[300:])
    job.runs = False
    assert job.heard.wait_for_end() is None
    assert job.heard.inits[0].mime == 'video/webm; codecs="vp8,vorbis"'
    assert len(job.heard.units) == 2
    assert job.heard.units[-1].end_s == pytest.approx(0.48, abs=0.08)


@pytest.mark.parametrize("converted", [False, True])
def test_a_result_without_an_index_is_refused_at_once(
    converted: bool, job: HandJob, make_clip: ClipFactory
) -> None:
    plain = make_clip("streams-source-plain-end.mp4", seconds=0.4, size="96x64", extra=())
    job.watch(LiveEncoding() if converted else None)
    job.write(plain.read_bytes()[:2000])
    problem = job.heard.wait_for_end()
    assert problem is not None
    assert "before it is done" in problem.what
    assert job.runs


def test_a_job_that_was_cancelled_is_told_after_what_there_was(job: HandJob, webm: Path) -> None:
    data = webm.read_bytes()
    job.write(data[: read_segment_map(webm).segments[-1].offset + 100])
    job.watch()
    job.heard.wait_for(2)
    job.part.unlink()
    job.runs = False
    problem = job.heard.wait_for_end()
    assert problem is not None
    assert problem.what == "The job ended before its result was complete."


def test_what_became_of_the_job_is_told_where_it_is_known(job: HandJob, webm: Path) -> None:
    job.write(webm.read_bytes())
    job.runs, job.problem = False, "The job was cancelled."
    job.watch()
    problem = job.heard.wait_for_end()
    assert problem is not None
    assert problem.what == "The job was cancelled."
    assert len(job.heard.units) == 4


def test_a_job_that_never_wrote_anything_is_told_so(job: HandJob) -> None:
    job.watch()
    job.runs = False
    assert job.heard.wait_for_end() is not None
    assert not job.heard.inits


def test_a_stop_ends_at_once_while_a_job_stands_still(job: HandJob, webm: Path) -> None:
    job.write(webm.read_bytes()[:5000])
    job.watch(LiveEncoding())
    assert job.feed is not None
    job.feed.stop()
    assert job.heard.ends == [None]


def test_a_conversion_needs_a_program() -> None:
    with pytest.raises(InputError):
        JobFeed(lambda: None, lambda: True, convert=LiveEncoding())


def test_a_file_that_is_read_may_be_renamed_and_removed(tmp_path: Path) -> None:
    part = tmp_path / "part"
    part.write_bytes(b"one")
    file = GrowingFile(part)
    assert file.read(9) == b"one"
    assert file.read(9) == b""
    with part.open("ab") as more:
        more.write(b"two")
    part.rename(tmp_path / "done").unlink()
    assert file.read(9) == b"two"
    file.close()
    with pytest.raises(FileNotFoundError):
        GrowingFile(part)


def test_ffmpeg_itself_is_followed_while_it_writes(job: HandJob, ffmpeg: Ffmpeg) -> None:
    size = "320x240"
    picture = f"testsrc2=s={size}:r=25,noise=alls=60:allf=t"
    command = [str(ffmpeg.path), "-v", "error", "-nostdin", "-y", "-readrate", "2", "-f", "lavfi"]
    command += ["-i", picture, "-t", "4", *VP8, "-b:v", "8M", "-f", "webm", str(job.part)]
    with subprocess.Popen(command) as writer:
        feed = JobFeed(lambda: job.part, lambda: writer.poll() is None)
        feed.start(job.heard)
        job.heard.wait_for(2)
        assert writer.poll() is None, "nothing was read before the end"
        feed.stop()
        writer.terminate()
