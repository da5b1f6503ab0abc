"""A queue's listener that keeps nothing, and jobs that were never probed."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from studio.batch.model import (
    JobSettings,
    NewJob,
    QueuedJob,
    QueueNotice,
    QueueStatus,
    SourceStamp,
)
from studio.media.streams import AudioStream, MediaInfo, RateMode, VideoStream
from studio.transcode.model import Progress


class SilentListener:
    """Hears everything, does nothing."""

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Nothing to do."""

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Nothing to do."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """Nothing to do."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Nothing to do."""

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Nothing to do."""

    def on_status(self, status: QueueStatus) -> None:
        """Nothing to do."""

    def on_notice(self, notice: QueueNotice) -> None:
        """Nothing to do."""


def invented_jobs(sources: Sequence[Path], settings: JobSettings) -> list[NewJob]:
    """Return jobs as probing would make them of 1080p films, without reading any file."""
    return [NewJob(source, settings, _info(source), SourceStamp(1, 1)) for source in sources]


def _info(source: Path) -> MediaInfo:
    video = VideoStream(
        0,
        "h264",
        profile="High",
        level="4.1",
        width=1920,
        height=1080,
        frame_rate=Fraction(30000, 1001),
        rate_mode=RateMode.CONSTANT,
        frame_count=3596,
        pixel_format="yuv420p",
        color_primaries="bt709",
        color_transfer="bt709",
        color_matrix="bt709",
        bit_rate=8_000_000,
        duration_us=120_000_000,
        language="en",
        is_default=True,
    )
    sound = AudioStream(
        0,
        "aac",
        profile="LC",
        sample_rate=48_000,
        channels=2,
        bit_rate=192_000,
        duration_us=120_000_000,
        language="en",
        is_default=True,
    )
    return MediaInfo(source, "MPEG-4", 123_000_000, 120_000_000, (video,), (sound,))
