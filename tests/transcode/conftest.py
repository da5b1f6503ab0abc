"""Runs real jobs and looks at what came out."""

import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from studio.media.probe import probe
from studio.media.streams import MediaInfo
from studio.presets.store import PresetStore
from studio.transcode.job import Finisher, FinishResult, JobWitness, TranscodeJob
from studio.transcode.model import EncodePlan, JobOutcome, JobState, Overrides, Progress
from studio.transcode.plan import build_plan
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg

WAIT_S = 60


class EventLog:
    """A listener that remembers, and that a test can wait on."""

    def __init__(self) -> None:
        self.states: list[tuple[str, JobState]] = []
        self.progress: list[Progress] = []
        self.outcomes: list[tuple[str, JobOutcome]] = []
        self.stalls: list[float] = []
        self.stalled = threading.Event()
        self.started = threading.Event()
        self.moved = threading.Event()
        self.ended = threading.Event()

    def on_state(self, job_id: str, state: JobState) -> None:
        assert not state.is_final
        self.states.append((job_id, state))
        if state is JobState.RUNNING:
            self.started.set()

    def on_progress(self, _job_id: str, progress: Progress) -> None:
        self.progress.append(progress)
        if progress.out_time_us > 0:
            self.moved.set()

    def on_stall(self, _job_id: str, seconds: float) -> None:
        self.stalls.append(seconds)
        self.stalled.set()

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        self.outcomes.append((job_id, outcome))
        self.ended.set()

    @property
    def outcome(self) -> JobOutcome:
        """The one final event."""
        assert len(self.outcomes) == 1, self.outcomes
        return self.outcomes[0][1]


def keep(part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]) -> FinishResult:
    """A finisher that changes nothing: these tests are about what ffmpeg made."""
    on_progress(1.0)
    return FinishResult(part)


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet as ffmpeg sees it; ``pts`` in exact seconds."""

    pts: Fraction
    duration: Fraction
    key: bool


class Studio:
    """Probe, plan, run: the way of a file, without a face."""

    def __init__(self, store: PresetStore, ffmpeg: Ffmpeg, folder: Path) -> None:
        self.store, self.ffmpeg, self.folder = store, ffmpeg, folder

    def probe(self, path: Path) -> MediaInfo:
        return probe(path, ffmpeg=self.ffmpeg.path)

    def plan(self, source: Path, preset_id: str, overrides: Overrides | None = None) -> EncodePlan:
        return build_plan(
            self.probe(source),
            self.store.get(preset_id),
            overrides or Overrides(),
            encoders=self.ffmpeg.encoders,
            filters=self.ffmpeg.filters,
        )

    def job(
        self,
        plan: EncodePlan,
        target: Path | None = None,
        *,
        events: EventLog | None = None,
        finish: Finisher = keep,
        ffmpeg: Ffmpeg | None = None,
        patience: Patience | None = None,
        job_id: str = "1",
        replace: bool = False,
        witness: JobWitness | None = None,
        log_file: Path | None = None,
        token: str = "",
    ) -> TranscodeJob:
        return TranscodeJob(
            job_id,
            plan,
            target or self.folder / f"result{plan.preset.container.suffix}",
            ffmpeg or self.ffmpeg,
            finish,
            events or EventLog(),
            patience=patience,
            replace=replace,
            witness=witness,
            log_file=log_file,
            token=token,
        )

    def encode(
        self,
        source: Path,
        preset_id: str,
        overrides: Overrides | None = None,
        *,
        target: Path | None = None,
    ) -> tuple[Path, EncodePlan]:
        """Run a job to its end and return the result; it must be done."""
        plan = self.plan(source, preset_id, overrides)
        events = EventLog()
        self.job(plan, target, events=events).run()
        outcome = events.outcome
        assert outcome.state.is_success, (outcome.what, outcome.detail)
        assert outcome.output is not None
        return outcome.output, plan

    def packets(self, path: Path, stream: str = "v", *, decoded: bool = False) -> list[Packet]:
        """Return packets (or decoded frames) in presentation order, with their own times."""
        command = [str(self.ffmpeg.path), "-v", "error", "-copyts", "-i", f"file:{path}"]
        command += ["-map", f"0:{stream}:0", "-avoid_negative_ts", "disabled"]
        command += [] if decoded else ["-c", "copy"]
        text = subprocess.run(
            [*command, "-f", "framecrc", "-"], capture_output=True, text=True, check=True
        ).stdout
        base = Fraction(1)
        found = []
        for line in text.splitlines():
            if line.startswith("#tb 0: "):
                base = Fraction(line[7:])
            elif not line.startswith("#"):
                fields = [field.strip() for field in line.split(",")]
                flags = next((f for f in fields[6:] if f.startswith("F=0x")), "F=0x1")
                key = bool(int(flags[4:], 16) & 1)
                found.append(Packet(int(fields[2]) * base, int(fields[3]) * base, key))
        return sorted(found, key=lambda packet: packet.pts)


@pytest.fixture
def studio(store: PresetStore, ffmpeg: Ffmpeg, tmp_path: Path) -> Studio:
    """The tool chain, writing to a folder of its own."""
    folder = tmp_path / "results"
    folder.mkdir()
    return Studio(store, ffmpeg, folder)


@pytest.fixture
def events() -> EventLog:
    """A listener."""
    return EventLog()


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], Ffmpeg]:
    """Make a fake ffmpeg from the body of a shell script."""
    if shutil.which("sh") is None:
        pytest.skip("needs a POSIX shell")

    def make(body: str) -> Ffmpeg:
        path = tmp_path / "fake-ffmpeg"
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
        everything = frozenset({"libvpx", "libvorbis", "libx264", "aac", "libopus", "libsvtav1"})
        return Ffmpeg(path, "0", everything | {"libvpx-vp9"})

    return make
