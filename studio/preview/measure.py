"""SSIM, PSNR and VMAF of a result against its source, when a page asks for them."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress

from studio.errors import StudioError
from studio.preview.measure_job import Asked, MeasureJob, metrics_of
from studio.preview.measure_plan import Metric
from studio.preview.parts import Command, RoomFiles, RoomPart
from studio.server.rooms import Message, RoomClient
from studio.transcode.tools import find_ffmpeg

log = logging.getLogger(__name__)

JOIN_S = 5.0
MOST_SHIFT = 100_000


class MeasurePart(RoomPart):
    """Commands ``measure`` and ``measure-stop``; events ``measure``.

    ``measure`` takes ``metrics`` (names), ``start_s`` and ``end_s`` (of the result; null for
    all) and ``shift`` (the result's frames by which the source is further on). The event says
    ``state``: ``running`` with ``fraction`` and ``eta_s``; ``done`` with ``result`` (see
    ``figures_of``); ``failed`` with ``error``; ``stopped``. It ends when the last page leaves.
    """

    def __init__(self, files: RoomFiles) -> None:
        self._files = files
        self._metrics = _known_metrics(files)
        self._job: MeasureJob | None = None
        self._latest: dict[str, object] | None = None

    @property
    def commands(self) -> Mapping[str, Command]:
        """``measure`` and ``measure-stop``."""
        return {"measure": self._measure, "measure-stop": self._stop}

    @property
    def features(self) -> Mapping[str, object]:
        """``measure``: what can be measured; ``compare``: whether there is a source."""
        files = self._files
        return {
            "measure": [metric.value for metric in self._metrics],
            "compare": files.source is not None and files.ffmpeg is not None,
        }

    async def on_open(self, client: RoomClient) -> None:
        """Tell a new page of the measurement that runs or was the latest."""
        if client.role == "ui" and self._latest is not None:
            await client.send(self._latest)

    async def on_close(self, client: RoomClient) -> None:
        """Measure for nobody no longer."""
        if self._job is not None and not self.audience.clients():
            self._job.cancel()

    def close(self) -> None:
        """End what runs."""
        job = self._job
        if job is not None:
            job.cancel()
            job.join(JOIN_S)

    async def _measure(self, client: RoomClient, message: Message) -> object:
        if self._job is not None:
            raise StudioError("A measurement is already running.")
        asked = self._asked(message)
        assert self._files.ffmpeg is not None
        loop = asyncio.get_running_loop()

        def tell(event: dict[str, object]) -> None:
            with suppress(RuntimeError):  # the server has ended
                asyncio.run_coroutine_threadsafe(self._tell(event), loop)

        def on_progress(fraction: float, eta_s: float | None) -> None:
            eta = None if eta_s is None else round(eta_s, 1)
            tell({"state": "running", "fraction": round(fraction, 4), "eta_s": eta})

        def on_end(found: dict[str, object] | StudioError | None) -> None:
            tell(self._ended(found))

        self._job = MeasureJob(
            asked, self._files.ffmpeg, self._files.cache_dir, on_progress, on_end
        )
        await self._tell({"state": "running", "fraction": 0.0, "eta_s": None})
        self._job.start()
        return {"metrics": [metric.value for metric in asked.metrics]}

    async def _stop(self, client: RoomClient, message: Message) -> object:
        if self._job is not None:
            self._job.cancel()
        return {}

    async def _tell(self, event: dict[str, object]) -> None:
        if event["state"] != "running":
            self._job = None
        self._latest = {"event": "measure", **event}
        await self.audience.tell(self._latest)

    def _ended(self, found: dict[str, object] | StudioError | None) -> dict[str, object]:
        if found is None:
            return {"state": "stopped"}
        if isinstance(found, StudioError):
            say = self._files.translate
            error = {"what": say(found.what), "detail": found.detail}
            error["hint"] = say(found.hint) if found.hint else ""
            return {"state": "failed", "error": error}
        return {"state": "done", "result": found}

    def _asked(self, message: Message) -> Asked:
        """Check what a page asks for.

        Raises:
            StudioError: nothing to compare with, or an odd question.
        """
        files = self._files
        if files.source is None or not self._metrics:
            raise StudioError("There is nothing to measure against.")
        names = message.get("metrics")
        wanted = set(names) if isinstance(names, list) and all(map(_is_text, names)) else set()
        metrics = tuple(metric for metric in self._metrics if metric.value in wanted)
        span = (_seconds(message, "start_s"), _seconds(message, "end_s"))
        shift = _shift(message.get("shift", 0))
        if shift is None or not metrics or len(metrics) != len(wanted):
            raise StudioError("This cannot be measured.", detail=str(dict(message))[:300])
        found = files.segment_map
        return Asked(found.path, files.source, float(found.duration_s), metrics, span, shift)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _shift(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST_SHIFT:
        return None
    return value


def _seconds(message: Message, name: str) -> float | None:
    value = message.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10**7:
        raise StudioError("This cannot be measured.", detail=name)
    return float(value)


def _known_metrics(files: RoomFiles) -> tuple[Metric, ...]:
    """Return what can be measured here: nothing without a source or a fitting ffmpeg."""
    if files.source is None or files.ffmpeg is None or files.pieces:
        return ()
    try:
        return metrics_of(find_ffmpeg(str(files.ffmpeg)).filters)
    except StudioError as error:
        log.info("nothing can be measured: %s", error.what)
        return ()
