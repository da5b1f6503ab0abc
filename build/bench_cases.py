"""What `dev.py bench` measures: each of our ways, and the peer that does the same."""

import http.client
import random
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import sample
from studio import paths
from studio.media.keyframes import read_keyframes
from studio.media.probe import probe
from studio.presets.store import PresetStore
from studio.repair.recluster import recluster
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.job import TranscodeJob
from studio.transcode.model import EncodePlan, JobOutcome, JobState, Progress
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg, find_ffmpeg
from studio.workflow.deliver import finish

RANGE_BYTES = 1024 * 1024
RANGES = 200


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison. ``size_bytes`` is what each side goes through, 0 when no rate is told."""

    name: str
    peer: str
    goal: str
    ours: Callable[[], None]
    theirs: Callable[[], None]
    size_bytes: int = 0


class _Listener:
    """Keeps how a job ended."""

    outcome: JobOutcome | None = None

    def on_state(self, _job_id: str, _state: JobState) -> None:
        """Nothing to do."""

    def on_progress(self, _job_id: str, _progress: Progress) -> None:
        """Nothing to do."""

    def on_stall(self, _job_id: str, _seconds: float) -> None:
        """Nothing to do."""

    def on_finished(self, _job_id: str, outcome: JobOutcome) -> None:
        """Keep the outcome."""
        self.outcome = outcome


def make(folder: Path, *, minutes: int, only: str = "") -> Iterator[Case]:
    """Prepare and give the cases whose name contains ``only``, one after the other."""
    ffmpeg = find_ffmpeg()
    source = folder / "sample.mp4"
    sample.make(source)
    makers: dict[str, Callable[[str], Case]] = {
        "transcode VP8/Vorbis": lambda name: _transcode(name, source, "webm-vp8-vorbis", ffmpeg),
        "transcode H.264/AAC": lambda name: _transcode(name, source, "mp4-h264-aac", ffmpeg),
        "segment map WebM": lambda name: _segment_map(name, long_file("webm"), ffmpeg),
        "segment map fMP4": lambda name: _segment_map(name, long_file("mp4"), ffmpeg),
        "keyframes fMP4": lambda name: _keyframes(name, long_file("mp4"), ffmpeg),
        "recluster WebM": lambda name: _recluster(name, long_file("webm"), ffmpeg),
        "serve 1 MiB ranges": lambda name: _serve(name, long_file("mp4")),
    }

    def long_file(kind: str) -> Path:
        return _long_file(source, folder / f"long.{kind}", minutes, ffmpeg)

    for name, prepare in makers.items():
        if only.lower() in name.lower():
            yield prepare(name)


def _call(ffmpeg: Ffmpeg, *arguments: str) -> None:
    command = [str(ffmpeg.path), "-v", "error", "-nostdin", "-y", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _plan(source: Path, preset_id: str, ffmpeg: Ffmpeg) -> EncodePlan:
    preset = PresetStore(paths.built_in_presets_dir(), paths.user_presets_dir()).get(preset_id)
    return build_plan(probe(source, ffmpeg=ffmpeg.path), preset, encoders=ffmpeg.encoders)


def _long_file(source: Path, target: Path, minutes: int, ffmpeg: Ffmpeg) -> Path:
    """Make a long file by copying a short one many times, as ffmpeg muxes it."""
    if target.exists():
        return target
    preset_id = "webm-vp8-vorbis" if target.suffix == ".webm" else "mp4-h264-aac"
    short = target.with_name(f"short{target.suffix}")
    subprocess.run(
        ffmpeg_arguments(_plan(source, preset_id, ffmpeg), short, ffmpeg.path),
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    loops = minutes * 60 // sample.SECONDS
    flags = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
    muxing = flags if target.suffix == ".mp4" else ()
    copy = ("-stream_loop", str(loops), "-i", f"file:{short}", "-c", "copy")
    _call(ffmpeg, *copy, *muxing, f"file:{target}")
    return target


def _transcode(name: str, source: Path, preset_id: str, ffmpeg: Ffmpeg) -> Case:
    plan = _plan(source, preset_id, ffmpeg)
    suffix = plan.preset.container.suffix
    target, raw = source.with_name(f"ours{suffix}"), source.with_name(f"raw{suffix}")

    def ours() -> None:
        target.unlink(missing_ok=True)
        listener = _Listener()
        TranscodeJob("bench", plan, target, ffmpeg, finish, listener).run()
        if listener.outcome is None or not listener.outcome.state.is_success:
            raise SystemExit(f"the transcode failed: {listener.outcome}")

    def theirs() -> None:
        raw.unlink(missing_ok=True)
        arguments = ffmpeg_arguments(plan, raw, ffmpeg.path)
        subprocess.run(arguments, check=True, stdin=subprocess.DEVNULL, capture_output=True)

    goal = "<= 1.01 (cure, check and sync included)"
    return Case(name, "ffmpeg, same options", goal, ours, theirs)


def _segment_map(name: str, path: Path, ffmpeg: Ffmpeg) -> Case:
    return Case(
        name,
        "ffmpeg -c copy -f null",
        "grows with segments, not bytes",
        lambda: _ignore(read_segment_map(path)),
        lambda: _call(ffmpeg, "-i", f"file:{path}", "-c", "copy", "-f", "null", "-"),
        path.stat().st_size,
    )


def _keyframes(name: str, path: Path, ffmpeg: Ffmpeg) -> Case:
    listing = ("-map", "0:v:0", "-c", "copy", "-f", "framecrc", "-")
    return Case(
        name,
        "ffmpeg's packet list",
        "<= 0.02 with an index",
        lambda: _ignore(read_keyframes(path, ffmpeg=ffmpeg.path)),
        lambda: _call(ffmpeg, "-i", f"file:{path}", *listing),
        path.stat().st_size,
    )


def _recluster(name: str, path: Path, ffmpeg: Ffmpeg) -> Case:
    cured, copied = path.with_name("cured.webm"), path.with_name("copied.webm")
    return Case(
        name,
        "ffmpeg -c copy",
        "<= 1.1",
        lambda: _ignore(recluster(path, cured)),
        lambda: _call(ffmpeg, "-i", f"file:{path}", "-c", "copy", f"file:{copied}"),
        path.stat().st_size,
    )


def _serve(name: str, path: Path) -> Case:
    size = path.stat().st_size
    last = max(1, size - RANGE_BYTES)
    places = random.Random(7)
    offsets = [places.randrange(last) for _ in range(RANGES)]

    def ours() -> None:
        with MediaServer(paths.resources_dir() / "player") as server:
            url = urlsplit(server.file_url(server.add_file(read_segment_map(path))))
            connection = http.client.HTTPConnection(str(url.hostname), url.port)
            for offset in offsets:
                wanted = f"bytes={offset}-{offset + RANGE_BYTES - 1}"
                connection.request("GET", url.path, headers={"Range": wanted})
                answer = connection.getresponse()
                if answer.status != http.client.PARTIAL_CONTENT:
                    raise SystemExit(f"the server answered {answer.status}")
                answer.read()
            connection.close()

    def theirs() -> None:
        with path.open("rb") as file:
            for offset in offsets:
                file.seek(offset)
                file.read(RANGE_BYTES)

    goal = "server start and map included"
    return Case(name, "reading the file", goal, ours, theirs, RANGES * RANGE_BYTES)


def _ignore(_value: object) -> None:
    """Take a result that only the clock is interested in."""
