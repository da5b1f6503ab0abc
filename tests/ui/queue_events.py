"""Runs of a queue as its listeners hear them, told by hand: no job, no disk."""

import dataclasses
from pathlib import Path

from studio import paths
from studio.batch.model import (
    BlockedVolume,
    HoldReason,
    JobSettings,
    QueuedJob,
    QueueMode,
    QueueStatus,
)
from studio.presets.store import PresetStore
from studio.settings import Settings
from studio.transcode.model import JobOutcome, JobState
from studio.ui.bridge import QueueBridge
from studio.ui.toolbox import Toolbox


def make_toolbox(folder: Path, settings: Settings) -> Toolbox:
    """Return a toolbox that saves into ``folder``."""
    store = PresetStore(paths.built_in_presets_dir(), folder / "presets")
    return Toolbox(settings, folder / "settings.json", store)


class TellTale:
    """Says what a queue would say, in its order."""

    def __init__(self, store: PresetStore) -> None:
        self.events = QueueBridge()
        self._settings = JobSettings(store.all()[0])
        self._running: dict[str, QueuedJob] = {}
        self._blocked: tuple[BlockedVolume, ...] = ()

    def start(self, *names: str) -> None:
        """The queue was started; these files run."""
        for name in names:
            self.begin(name)
        self.status(QueueMode.RUNNING)

    def begin(self, name: str) -> None:
        """A job begins."""
        job = QueuedJob(name, Path("/films") / name, self._settings, state=JobState.RUNNING)
        self._running[name] = job
        self.events.on_changed((job,))

    def end(self, name: str, state: JobState = JobState.DONE, what: str = "") -> None:
        """A job ends; the queue goes on."""
        job = self._running.pop(name)
        outcome = JobOutcome(state, what=what)
        self.events.on_changed((dataclasses.replace(job, state=state, outcome=outcome),))

    def hold(self, name: str, reason: HoldReason, what: str = "") -> None:
        """A job ends its run without a result, and waits for the user."""
        job = self._running.pop(name)
        outcome = JobOutcome(JobState.ON_HOLD, what=what)
        held = dataclasses.replace(job, state=JobState.ON_HOLD, hold=reason, outcome=outcome)
        self.events.on_changed((held,))

    def requeue(self, name: str) -> None:
        """A job was stopped and waits again."""
        job = self._running.pop(name)
        self.events.on_changed((dataclasses.replace(job, state=JobState.WAITING),))

    def cancel_waiting(self, name: str) -> None:
        """A job that never ran is cancelled."""
        job = QueuedJob(name, Path("/films") / name, self._settings, state=JobState.CANCELLED)
        self.events.on_changed((job,))

    def block(self, what: str) -> None:
        """A volume takes no more files."""
        volume = BlockedVolume(Path("/films"), HoldReason.DISK_FULL, what, "")
        self._blocked = (volume,)
        self.status(QueueMode.RUNNING)

    def drain(self) -> None:
        """Nothing is left to run."""
        self.status(QueueMode.STOPPED, is_drained=True)

    def status(self, mode: QueueMode, *, is_drained: bool = False) -> None:
        """The queue stands like this."""
        running = len(self._running)
        self.events.on_status(QueueStatus(mode, 0, running, self._blocked, is_drained))
