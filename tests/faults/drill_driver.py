"""The program's core without a face, for the kill drill: says what was saved, as it is saved.

Arguments: the home folder, the folder of sources, the folder of results, how many jobs.
"""

import json
import sys
import threading
from pathlib import Path

from studio import paths
from studio.batch.model import JobSettings, NewJob, OutputRule, QueuedJob, QueueNotice, QueueStatus
from studio.batch.opening import open_queue
from studio.batch.tools import QueueTools
from studio.media.probe import probe
from studio.presets.store import PresetStore
from studio.transcode.model import JobState, Overrides, Progress
from studio.transcode.tools import find_ffmpeg
from studio.workflow.deliver import finish


def say(**words: object) -> None:
    """Print one acknowledgement; the reader may rely on what it says."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


class Teller:
    """Acknowledges what the queue says it has saved."""

    def __init__(self) -> None:
        self.still = threading.Event()

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Acknowledge jobs."""
        for _, job in placed:
            say(added=job.job_id, source=job.source.name)

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """The drill removes nothing."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """The drill keeps the order."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Acknowledge states."""
        for job in jobs:
            output = job.outcome.output if job.outcome else None
            say(job=job.job_id, state=str(job.state), output=str(output or ""))

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Progress is not saved."""

    def on_status(self, status: QueueStatus) -> None:
        """See when nothing is left."""
        if status.is_drained:
            self.still.set()

    def on_notice(self, notice: QueueNotice) -> None:
        """Notices are for people."""


def main() -> int:
    """Open, recover, add what is missing, run to the end unless killed."""
    home, media, results = (Path(argument) for argument in sys.argv[1:4])
    ffmpeg = find_ffmpeg()
    preset = PresetStore(paths.built_in_presets_dir(), home / "presets").get("webm-vp8-vorbis")
    settings = JobSettings(preset, Overrides(), OutputRule(folder=results))
    teller = Teller()
    tools = QueueTools(
        ffmpeg=lambda: ffmpeg,
        finish=finish,
        probe=lambda path: probe(path, ffmpeg=ffmpeg.path),
        logs=home / "logs",
    )
    opened = open_queue(home, teller, tools, slots=2)
    queue = opened.queue
    say(ready=True, notices=[notice.what for notice in opened.notices])
    open_jobs = sum(not job.state.is_final for job in queue.jobs())
    sources = sorted(media.glob("*.mp4"))
    for number in range(max(0, int(sys.argv[4]) - open_jobs)):
        queue.add([NewJob(sources[number % len(sources)], settings)])
    held = [job.job_id for job in queue.jobs() if job.state is JobState.ON_HOLD]
    queue.release(held)
    queue.start()
    teller.still.wait()
    opened.close()
    say(closed=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
