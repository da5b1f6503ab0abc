"""What the queue works with; handed in once by the face that builds it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from studio.media.streams import MediaInfo
from studio.transcode.job import Finisher
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg


@dataclass(frozen=True, slots=True)
class QueueTools:
    """``ffmpeg`` and ``probe`` raise ``StudioError``; ``logs`` is the folder of job logs.

    ``reserve_mb`` is kept free on a result's volume, in MB.
    """

    ffmpeg: Callable[[], Ffmpeg]
    finish: Finisher
    probe: Callable[[Path], MediaInfo]
    logs: Path
    reserve_mb: int = 1024
    patience: Patience = field(default_factory=Patience)

    def log_file(self, job_id: str) -> Path:
        """Return where the log of a job is, or will be."""
        return self.logs / f"{job_id}.log"
