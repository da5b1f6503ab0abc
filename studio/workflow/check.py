"""Checks a file: the rules read it, and every engine asked plays it."""

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from studio import paths
from studio.errors import EngineError
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.examine import examine
from studio.verdict.expectation import make_plan
from studio.verdict.model import PlaybackReport, Verdict
from studio.verdict.playback import judge, no_report
from studio.verdict.summary import conclude
from studio.workflow.engines import identify, run_page

BASE_LIMIT_S = 90.0
TYPES_LIMIT_S = 45.0
SLOWEST_SHARE = 2.0
"""A machine may need this many times the file's length; a good one needs an eighth."""
CODEC_NAMES = {
    "avc1": "H.264", "avc3": "H.264", "hvc1": "H.265", "hev1": "H.265", "av01": "AV1",
    "vp09": "VP9", "vp9": "VP9", "vp08": "VP8", "vp8": "VP8", "mp4a": "AAC", "opus": "Opus",
    "vorbis": "Vorbis", "flac": "FLAC", "ac-3": "AC-3", "ec-3": "E-AC-3",
}  # fmt: skip


def check_file(
    path: Path,
    *,
    engines: Sequence[Engine],
    server: MediaServer | None = None,
    on_stage: Callable[[str], None] | None = None,
    time_limit_s: float | None = None,
    cancel: threading.Event | None = None,
    declared: str | None = None,
) -> Verdict:
    """Read a file, play it in each engine, one after the other, and return the verdict.

    Args:
        path: a WebM or MP4 file.
        engines: who shall play it; with none the verdict is never a pass.
        server: a running one to use; one is started for this call otherwise.
        on_stage: hears ``"Chromium: play"`` and the like, from this thread.
        time_limit_s: for one engine; by the file's length otherwise.
        cancel: when set, the engine that plays is ended and the rest are not asked.
        declared: the MIME type that a player names for the file, when it is known.

    Raises:
        SegmentError: the file is neither WebM nor MP4.
        InputError: the file is gone, or changed while it was read.
        StudioError: the server could not be started.
    """
    examined = examine(path, declared=declared)
    found = examined.media.map
    limit_s = time_limit_s or BASE_LIMIT_S + SLOWEST_SHARE * float(found.duration_s)
    with ExitStack() as stack:
        serving = server or stack.enter_context(MediaServer(paths.resources_dir() / "player"))
        file_id = serving.add_file(found)
        stack.callback(serving.remove_file, file_id)
        asking = _Asking(found, serving, make_plan(found, file_id), limit_s, on_stage, cancel)
        reports = [asking.ask(engine) for engine in engines if not asking.is_cancelled()]
    return conclude(
        examined.findings, reports, codec_names(found), predictions=examined.predictions
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """One file, ready to be played by any engine."""

    found: SegmentMap
    server: MediaServer
    plan: object
    limit_s: float
    on_stage: Callable[[str], None] | None
    cancel: threading.Event | None

    def is_cancelled(self) -> bool:
        return self.cancel is not None and self.cancel.is_set()

    def ask(self, engine: Engine) -> PlaybackReport:
        """Let the engine play the file and judge what it did."""

        def tell(stage: str) -> None:
            if self.on_stage is not None:
                self.on_stage(f"{engine.identity.title}: {stage}")

        try:
            run = run_page(
                engine,
                self.server,
                self.plan,
                time_limit_s=self.limit_s,
                on_stage=tell,
                cancel=self.cancel,
            )
        except EngineError as problem:
            return no_report(engine.identity, f"{problem.what} {problem.detail}".strip())
        took_s = run.elapsed_s
        if run.report is None:
            return no_report(engine.identity, run.reason, elapsed_s=took_s)
        identity = identify(engine, run.report)
        return judge(run.report, self.found, identity, elapsed_s=took_s)


def describe_engines(
    engines: Sequence[Engine],
    mimes: Sequence[str],
    *,
    server: MediaServer | None = None,
    time_limit_s: float = TYPES_LIMIT_S,
) -> dict[str, Mapping[str, bool]]:
    """Ask each engine which MIME types its MediaSource supports.

    Returns:
        engine name -> MIME type -> answer; an engine that gave no answer has none.

    Raises:
        StudioError: the server could not be started.
    """
    answers: dict[str, Mapping[str, bool]] = {}
    plan = {"kind": "types", "mimes": list(mimes)}
    with ExitStack() as stack:
        serving = server or stack.enter_context(MediaServer(paths.resources_dir() / "player"))
        for engine in engines:
            try:
                run = run_page(engine, serving, plan, time_limit_s=time_limit_s)
            except EngineError:
                continue
            if run.report is not None and run.report.types:
                answers[engine.identity.name] = run.report.types
    return answers


def codec_names(found: SegmentMap) -> str:
    """Return ``H.264 and AAC``."""
    strings = (track.codec_string or track.codec_id for track in found.tracks)
    names = (CODEC_NAMES.get(text.split(".", 1)[0].lower(), text) for text in strings)
    return " and ".join(dict.fromkeys(names))


__all__ = ["Engine", "check_file", "codec_names", "describe_engines"]
