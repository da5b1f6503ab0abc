"""What the benches share: a comparison, how it is measured, and the media it is made with."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sample
from studio import paths
from studio.media.child import creation_flags
from studio.media.probe import probe
from studio.presets.model import Preset
from studio.presets.store import PresetStore
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.model import EncodePlan
from studio.transcode.plan import build_plan
from studio.transcode.starting import NICENESS
from studio.transcode.tools import Ffmpeg, find_ffmpeg

if sys.platform != "win32":
    import resource

Action = Callable[[], None]


class Reading(NamedTuple):
    """Seconds of one action: on the clock, of CPU (with children that ended), of CPU ours alone.

    Without children on Windows.
    """

    wall_s: float
    cpu_s: float
    own_s: float


def nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison.

    ``size_bytes`` is what each side goes through, ``count`` how many ``unit`` each side does;
    0 when no rate is told. ``before`` runs unmeasured ahead of each action, ``after`` once at
    the end. ``most_rounds`` limits what takes long. ``note`` adds a line of its own.
    """

    name: str
    peer: str
    goal: str
    ours: Action
    theirs: Action
    size_bytes: int = 0
    count: int = 0
    unit: str = ""
    before: Action = nothing
    after: Action = nothing
    most_rounds: int = 1000
    note: Callable[["Result"], str] | None = None


@dataclass(slots=True)
class Result:
    """All rounds of one case."""

    name: str
    peer: str
    goal: str
    size_bytes: int = 0
    count: int = 0
    unit: str = ""
    ours: list[Reading] = field(default_factory=list)
    theirs: list[Reading] = field(default_factory=list)
    note: str = ""

    def ratios(self, part: int = 0) -> list[float]:
        """Ratio of each round, ascending: of wall time (0) or of CPU time (1)."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return sorted(a[part] / b[part] for a, b in pairs if b[part] > 0)

    def median_own_s(self) -> float:
        """Median CPU seconds of our own process."""
        return statistics.median(reading.own_s for reading in self.ours)


def measure(case: Case, rounds: int) -> Result:
    """Measure both sides in turns, each of them first in every other round."""
    result = Result(case.name, case.peer, case.goal, case.size_bytes, case.count, case.unit)
    for action in (case.ours, case.theirs):  # once unmeasured: caches are warm for both
        case.before()
        action()
    for number in range(min(rounds, case.most_rounds)):
        first_ours = number % 2 == 0
        one, other = (case.ours, case.theirs) if first_ours else (case.theirs, case.ours)
        readings = (_timed(case.before, one), _timed(case.before, other))
        result.ours.append(readings[0 if first_ours else 1])
        result.theirs.append(readings[1 if first_ours else 0])
    case.after()
    if case.note is not None:
        result.note = case.note(result)
    return result


def _timed(before: Action, action: Action) -> Reading:
    before()
    own, children, wall = time.process_time(), _children_s(), time.perf_counter()
    action()
    wall = time.perf_counter() - wall
    own = time.process_time() - own
    return Reading(wall, own + _children_s() - children, own)


def _children_s() -> float:
    if sys.platform == "win32":
        return 0.0
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return the median and, in brackets, the lowest and the highest."""
    if not values:
        return ""
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def load_average() -> float:
    """Return how many programs wanted to run during the last minute; -1 where nobody knows."""
    return os.getloadavg()[0] if sys.platform != "win32" else -1.0


@cache
def presets() -> PresetStore:
    """Return the presets that come with the program."""
    return PresetStore(paths.built_in_presets_dir(), paths.user_presets_dir())


def preset(preset_id: str) -> Preset:
    """Return a built-in preset."""
    return presets().get(preset_id)


def plan_of(source: Path, preset_id: str, ffmpeg: Ffmpeg) -> EncodePlan:
    """Probe a source and plan a transcode, as the program does."""
    info = probe(source, ffmpeg=ffmpeg.path)
    return build_plan(info, preset(preset_id), encoders=ffmpeg.encoders)


def run_raw(arguments: Sequence[str]) -> None:
    """Run ffmpeg without any supervision, with the priority our own encoders have."""
    subprocess.run(
        list(arguments),
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        creationflags=creation_flags(low_priority=True),
        preexec_fn=None if sys.platform == "win32" else _be_nice,
    )


def _be_nice() -> None:
    if sys.platform != "win32":
        os.nice(NICENESS)


class Ground:
    """Where the benches work: a folder, ffmpeg, and media made when they are first asked for.

    Args:
        folder: empty; everything is written there.
        minutes: length of the long files.
    """

    def __init__(self, folder: Path, minutes: int) -> None:
        self.folder, self._minutes = folder, minutes
        self.ffmpeg = find_ffmpeg()

    def source(self) -> Path:
        """Return the sample, a picture in motion with sound."""
        path = self.folder / "sample.mp4"
        if not path.exists():
            sample.make(path)
        return path

    def part_of_source(self, seconds: int) -> Path:
        """Return the beginning of the sample, or the sample several times."""
        path = self.folder / f"{seconds}s.mp4"
        if not path.exists():
            loops = ("-stream_loop", str(seconds // sample.SECONDS))
            self.call(*loops, "-i", f"file:{self.source()}", "-t", str(seconds), *_copy_to(path))
        return path

    def tiny(self) -> Path:
        """Return a clip of a few frames, for what is about the jobs and not the encoding."""
        path = self.folder / "tiny.mp4"
        if not path.exists():
            picture = ("-f", "lavfi", "-i", "testsrc2=s=64x36:r=25:d=0.4")
            sound = ("-f", "lavfi", "-i", "sine=d=0.4")
            coders = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac")
            self.call(*picture, *sound, *coders, f"file:{path}")
        return path

    def long_file(self, suffix: str) -> Path:
        """Return a long file made by copying a short result many times, as ffmpeg muxes it."""
        target = self.folder / f"long{suffix}"
        if target.exists():
            return target
        preset_id = "webm-vp8-vorbis" if suffix == ".webm" else "mp4-h264-aac"
        short = target.with_name(f"short{suffix}")
        plan = plan_of(self.source(), preset_id, self.ffmpeg)
        run_raw(ffmpeg_arguments(plan, short, self.ffmpeg.path))
        loops = ("-stream_loop", str(self._minutes * 60 // sample.SECONDS))
        flags = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
        muxing = flags if suffix == ".mp4" else ()
        self.call(*loops, "-i", f"file:{short}", "-c", "copy", *muxing, f"file:{target}")
        return target

    def new_folder(self, prefix: str) -> Path:
        """Make a folder that was not there before."""
        return Path(tempfile.mkdtemp(prefix=f"{prefix}-", dir=self.folder))

    def call(self, *arguments: str) -> None:
        """Run ffmpeg; existing files are overwritten."""
        self.run((str(self.ffmpeg.path), "-v", "error", "-nostdin", "-y", *arguments))

    def run(self, command: Sequence[str]) -> None:
        """Run a program; what it says on stdout is not kept."""
        subprocess.run(list(command), check=True, stdout=subprocess.DEVNULL)


def _copy_to(path: Path) -> tuple[str, ...]:
    return ("-map", "0", "-c", "copy", f"file:{path}")
