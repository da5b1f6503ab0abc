"""The ways of the program for faults, and what must hold after every one of them."""

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from studio.errors import StudioError
from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.model import EncodePlan, JobOutcome, JobState
from studio.transcode.plan import build_plan
from studio.transcode.tools import Ffmpeg, find_ffmpeg
from studio.workflow.deliver import finish
from tests.faults import fake_ffmpeg
from tests.transcode.conftest import EventLog, Studio, events, program, studio

__all__ = ["Desk", "Invariants", "events", "program", "studio"]

GONE_S = 10.0
"""No child of ours lives longer than this after a fault, in seconds."""

NOBODY = 65_534

Invariants = Callable[..., AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class _Seen:
    digest: str
    mtime_ns: int
    mode: int


def _snapshot(paths: tuple[Path, ...]) -> dict[Path, _Seen]:
    """Bytes and times of all regular files below these paths; links are not followed."""
    found: dict[Path, _Seen] = {}
    for path in paths:
        files = [path, *path.rglob("*")] if path.is_dir() else [path]
        for file in files:
            state = file.lstat()
            if stat.S_ISREG(state.st_mode):
                digest = hashlib.sha256(file.read_bytes()).hexdigest()
                found[file] = _Seen(digest, state.st_mtime_ns, state.st_mode)
    return found


def our_children() -> list[psutil.Process]:
    """Every ffmpeg and every probe worker that this process started."""
    found = []
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            command = " ".join(child.cmdline())
            if "ffmpeg" in command or "--probe-worker" in command:
                found.append(child)
    return found


@pytest.fixture
def invariants(tmp_path: Path) -> Invariants:
    """Hold what must be so after every fault: ``with invariants():``.

    No file below ``tmp_path`` (or the paths given) that was there before has changed by a
    byte or in its time, none is gone, and no child of ours is left after ten seconds.
    """

    @contextmanager
    def hold(*paths: Path) -> Iterator[None]:
        watched = paths or (tmp_path,)
        before = _snapshot(watched)
        yield
        now = _snapshot(watched)
        assert {path: now.get(path) for path in before} == before
        _, alive = psutil.wait_procs(our_children(), timeout=GONE_S)
        assert alive == []

    return hold


def told(error: StudioError) -> str:
    """Return the sentence of an error, which must also say what to do, in plain words."""
    assert error.what
    assert error.hint
    for text in (error.what, error.hint, error.detail):
        assert "Traceback" not in text
        assert "Error:" not in error.what
    return error.what


class Desk:
    """Gives files to the program as its faces do, and returns what the user is told."""

    def __init__(self, studio: Studio, invariants: Invariants) -> None:
        self.studio, self.invariants = studio, invariants

    def refusal(self, source: Path) -> str:
        """Probe a file that cannot be used; returns the sentence."""
        with self.invariants(), pytest.raises(StudioError) as caught:
            self.studio.probe(source)
        return told(caught.value)

    def plan_of(self, info: MediaInfo, preset_id: str) -> EncodePlan:
        """Plan what was probed already."""
        return self.plan_with(info, self.studio.store.get(preset_id))

    def plan_with(self, info: MediaInfo, preset: Preset) -> EncodePlan:
        """Plan what was probed already, with a preset that is in no store."""
        ffmpeg = self.studio.ffmpeg
        return build_plan(info, preset, encoders=ffmpeg.encoders, filters=ffmpeg.filters)

    def run(
        self, plan: EncodePlan, target: Path | None = None, *, ffmpeg: Ffmpeg | None = None
    ) -> JobOutcome:
        """Run a job as the program does, checks included; returns its one final event."""
        log = EventLog()
        job = self.studio.job(plan, target, events=log, finish=finish, ffmpeg=ffmpeg)
        with self.invariants():
            job.run()
        assert not os.path.lexists(job.part)
        return log.outcome

    def failure(
        self, plan: EncodePlan, target: Path | None = None, *, ffmpeg: Ffmpeg | None = None
    ) -> str:
        """Run a job that must fail and leave nothing; returns the sentence."""
        before = self.results()
        outcome = self.run(plan, target, ffmpeg=ffmpeg)
        assert outcome.state is JobState.FAILED
        assert self.results() == before
        return told(StudioError(outcome.what, hint=outcome.hint, detail=outcome.detail))

    def made(self, plan: EncodePlan, target: Path) -> Path:
        """Run a job that must succeed; returns the result."""
        outcome = self.run(plan, target)
        assert outcome.state.is_success, (outcome.what, outcome.detail)
        assert outcome.output is not None
        return outcome.output

    def results(self) -> set[Path]:
        """Everything in the folder of results."""
        return set(self.studio.folder.rglob("*"))


@pytest.fixture
def desk(studio: Studio, invariants: Invariants) -> Desk:
    return Desk(studio, invariants)


@contextmanager
def _as_nobody() -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("permissions of POSIX")
    if os.geteuid() != 0:
        yield  # an ordinary user is refused as nobody is
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def nobody() -> Callable[[], AbstractContextManager[None]]:
    """Be a user without rights for a while: ``with nobody():``; root reads everything."""
    return _as_nobody


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are for one user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)


@pytest.fixture
def fake(tmp_path: Path) -> Callable[..., Ffmpeg]:
    """Return an ffmpeg that behaves as ordered: ``fake("hang")``; see ``fake_ffmpeg``."""
    if sys.platform == "win32":
        pytest.skip("shell scripts")

    def make(mode: str, **parameters: object) -> Ffmpeg:
        return find_ffmpeg(str(fake_ffmpeg.install(tmp_path, mode, **parameters)))

    return make


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small disk in memory: ``disk("size=1m")``; needs root on Linux."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        if shutil.which("mount") is None:
            pytest.skip("cannot mount a disk here")
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting a disk needs root")
        return folder

    yield mount
    while folder.is_mount():
        subprocess.run(["umount", "-l", str(folder)], check=True)
