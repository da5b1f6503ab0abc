"""What `dev.py bench` compares where media is made or read, and the list of all cases."""

import http.client
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import bench_batch
import bench_check
import bench_maps
import bench_queue
from bench_kit import Case, Ground, Result, plan_of, run_raw, spread
from studio import paths
from studio.repair.recluster import recluster
from studio.repair.refragment import refragment
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.job import TranscodeJob
from studio.transcode.model import JobOutcome, JobState, Progress
from studio.verdict.examine import examine
from studio.workflow.deliver import finish

RANGE_BYTES = 1024 * 1024
RANGES = 200

Maker = Callable[[str, Ground], Case]


class _Listener:
    """Keeps how a job ended, and how long ffmpeg ran in it."""

    outcome: JobOutcome | None = None

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._reached: dict[JobState, float] = {}

    def on_state(self, _job_id: str, state: JobState) -> None:
        """Keep the time."""
        self._reached[state] = time.perf_counter()

    def added(self) -> float:
        """Return what the job added to ffmpeg's time, as a share of that; call it at the end."""
        inside = self._reached[JobState.VERIFYING] - self._reached[JobState.RUNNING]
        return (time.perf_counter() - self._began - inside) / inside

    def on_progress(self, _job_id: str, _progress: Progress) -> None:
        """Nothing to do."""

    def on_stall(self, _job_id: str, _seconds: float) -> None:
        """Nothing to do."""

    def on_finished(self, _job_id: str, outcome: JobOutcome) -> None:
        """Keep the outcome."""
        self.outcome = outcome


def make(ground: Ground, only: str = "") -> Iterator[Case]:
    """Prepare and give the cases whose name contains ``only``, one after the other."""
    for name, prepare in makers().items():
        if only.lower() in name.lower():
            yield prepare(name, ground)


def makers() -> Mapping[str, Maker]:
    """Return what makes each case, by its name."""
    return {
        "transcode VP8/Vorbis": lambda n, g: _transcode(n, g, g.source(), "webm-vp8-vorbis"),
        "transcode H.264/AAC": lambda n, g: _transcode(n, g, g.source(), "mp4-h264-aac"),
        "transcode copy, long file": lambda n, g: _transcode(n, g, g.long_file(".mp4"), "mp4-copy"),
        **bench_batch.MAKERS,
        **bench_queue.MAKERS,
        "segment map WebM": lambda n, g: _segment_map(n, g, g.long_file(".webm")),
        "segment map fMP4": lambda n, g: _segment_map(n, g, g.long_file(".mp4")),
        **bench_maps.MAKERS,
        "recluster WebM": lambda n, g: _recluster(n, g, g.long_file(".webm")),
        "refragment MP4": lambda n, g: _refragment(n, g, g.long_file(".mp4")),
        "examine WebM": lambda n, g: _examine(n, g, g.long_file(".webm")),
        "examine fMP4": lambda n, g: _examine(n, g, g.long_file(".mp4")),
        "serve 1 MiB ranges": lambda n, g: _serve(n, g.long_file(".mp4")),
        **bench_check.makers(),
    }


def _transcode(name: str, ground: Ground, source: Path, preset_id: str) -> Case:
    ffmpeg = ground.ffmpeg
    plan = plan_of(source, preset_id, ffmpeg)
    suffix = plan.preset.container.suffix
    target, raw = ground.folder / f"ours{suffix}", ground.folder / f"raw{suffix}"

    added: list[float] = []

    def before() -> None:
        target.unlink(missing_ok=True)
        raw.unlink(missing_ok=True)

    def ours() -> None:
        listener = _Listener()
        TranscodeJob("bench", plan, target, ffmpeg, finish, listener).run()
        if listener.outcome is None or not listener.outcome.state.is_success:
            raise SystemExit(f"the transcode failed: {listener.outcome}")
        added.append(listener.added())

    def theirs() -> None:
        run_raw(ffmpeg_arguments(plan, raw, ffmpeg.path))

    is_copy = preset_id == "mp4-copy"
    goal = "<= 1.1" if is_copy else "<= 1.01"
    size_bytes = source.stat().st_size if is_copy else 0
    return Case(
        name,
        "ffmpeg, same options and priority",
        f"{goal} (cure, check and sync included)",
        ours,
        theirs,
        size_bytes,
        before=before,
        note=lambda result: _own_share(result, added),
    )


def _own_share(result: Result, added: Sequence[float]) -> str:
    """Tell what we add by ourselves, which the noise between two encodes hides."""
    ratios = spread([1 + share for share in added[-len(result.ours) :]], 3)
    own_ms = result.median_own_s() * 1000
    return f"{ratios} by what is done before and after ffmpeg; {own_ms:.0f} ms of CPU are ours"


def _segment_map(name: str, ground: Ground, path: Path) -> Case:
    return Case(
        name,
        "ffmpeg -c copy -f null",
        "grows with segments, not bytes",
        lambda: _ignore(read_segment_map(path)),
        lambda: ground.call("-i", f"file:{path}", "-c", "copy", "-f", "null", "-"),
        path.stat().st_size,
    )


def _recluster(name: str, ground: Ground, path: Path) -> Case:
    cured, copied = path.with_name("cured.webm"), path.with_name("copied.webm")
    return Case(
        name,
        "ffmpeg -c copy",
        "<= 1.1",
        lambda: _ignore(recluster(path, cured)),
        lambda: ground.call("-i", f"file:{path}", "-c", "copy", f"file:{copied}"),
        path.stat().st_size,
    )


def _refragment(name: str, ground: Ground, path: Path) -> Case:
    cured, copied = path.with_name("cured.mp4"), path.with_name("copied.mp4")
    flags = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
    return Case(
        name,
        "ffmpeg -c copy",
        "<= 1.1",
        lambda: _ignore(refragment(path, cured)),
        lambda: ground.call("-i", f"file:{path}", "-c", "copy", *flags, f"file:{copied}"),
        path.stat().st_size,
    )


def _examine(name: str, ground: Ground, path: Path) -> Case:
    """Compare all rules and predictions with merely listing the packets."""
    command = ("-i", f"file:{path}", "-map", "0", "-c", "copy", "-f", "framecrc", "-")
    return Case(
        name,
        "ffmpeg's packet list",
        "-",
        lambda: _ignore(examine(path)),
        lambda: ground.call(*command),
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
