"""Objects of the rooms as JSON. The keys are an interface: never renamed in place."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from studio.batch.model import QueuedJob
from studio.errors import StudioError
from studio.media.streams import AudioStream, KeyframeIndex, MediaInfo, VideoStream
from studio.segments.model import Segment, SegmentMap
from studio.transcode.model import JobOutcome, JobState, Progress
from studio.verdict.model import EngineIdentity

Json = dict[str, object]


def seconds(value: Fraction | None) -> float | None:
    """Exact seconds as a JSON number, to the microsecond."""
    return None if value is None else round(float(value), 6)


def _from_us(value: int | None) -> float | None:
    return None if value is None else value / 1_000_000


def media_info(info: MediaInfo, keyframes: KeyframeIndex | None) -> Json:
    """``probe``: one object per file."""
    return {
        "path": str(info.path),
        "container": info.container,
        "duration_s": _from_us(info.duration_us),
        "size_bytes": info.size_bytes,
        "streams": [*map(_video, info.video), *map(_audio, info.audio)],
        "keyframes": None if keyframes is None else _keyframes(keyframes),
    }


def _video(stream: VideoStream) -> Json:
    rate = stream.frame_rate
    return {
        "kind": "video",
        "codec": stream.codec,
        "profile": stream.profile,
        "level": stream.level,
        "width": stream.width,
        "height": stream.height,
        "frame_rate": None if rate is None else f"{rate.numerator}/{rate.denominator}",
        "frame_rate_mode": str(stream.rate_mode),
        "pixel_format": stream.pixel_format,
        "pixel_aspect": f"{stream.pixel_aspect.numerator}:{stream.pixel_aspect.denominator}",
        "rotation": stream.rotation,
        "bit_rate": stream.bit_rate,
        "language": stream.language,
    }


def _audio(stream: AudioStream) -> Json:
    return {
        "kind": "audio",
        "codec": stream.codec,
        "profile": stream.profile,
        "sample_rate": stream.sample_rate,
        "channels": stream.channels,
        "bit_rate": stream.bit_rate,
        "language": stream.language,
    }


def _keyframes(index: KeyframeIndex) -> Json:
    return {
        "count": index.count,
        "mean_s": _from_us(index.mean_us),
        "longest_s": _from_us(index.longest_us),
    }


def segment_map(found: SegmentMap) -> Json:
    """``segments``: the map of one file."""
    return {
        "path": str(found.path),
        "mime": found.mime,
        "fragmented": found.fragmented,
        "detail": str(found.detail),
        "duration_s": seconds(found.duration_s),
        "init": {"offset": found.init_offset, "size": found.init_size},
        "segments": [_segment(segment) for segment in found.segments],
    }


def _segment(segment: Segment) -> Json:
    return {
        "offset": segment.offset,
        "size": segment.size,
        "start_s": seconds(segment.start_s),
        "duration_s": seconds(segment.duration_s),
        "keyframe": segment.keyframe,
    }


def engine(identity: EngineIdentity, says: Mapping[str, bool | None]) -> Json:
    """``engines``: one engine. ``presets`` maps a preset's id to its answer, null for none."""
    return {
        "name": identity.name,
        "title": identity.title,
        "version": identity.version,
        "path": identity.path,
        "presets": dict(says),
    }


def progress_event(job: str, source: Path, output: Path, progress: Progress) -> Json:
    """``transcode``: a job moved on."""
    return {
        "event": "progress",
        "job": job,
        "source": str(source),
        "output": str(output),
        "state": "running",
        "fraction": progress.fraction,
        "speed": progress.speed,
        "eta_s": progress.eta_s,
        "verdict": None,
    }


def state_event(job: str, source: Path, output: Path | None, state: str) -> Json:
    """``transcode``: a job entered a state that is not final."""
    return {
        "event": "state",
        "job": job,
        "source": str(source),
        "output": None if output is None else str(output),
        "state": state,
        "fraction": None,
        "speed": None,
        "eta_s": None,
        "verdict": None,
    }


def result_event(job: str, source: Path, outcome: JobOutcome, judged: Json | None) -> Json:
    """``transcode``: how a job ended. ``verdict`` is null when nothing was played."""
    state = JobState.DONE if outcome.state.is_success else outcome.state  # and its warnings
    event = state_event(job, source, outcome.output, str(state))
    event |= {"event": "result", "verdict": judged, "warnings": list(outcome.warnings)}
    if outcome.what:
        event["error"] = {"what": outcome.what, "hint": outcome.hint, "detail": outcome.detail}
    return event


def queued_job(job: QueuedJob) -> Json:
    """``queue``: one job. ``output`` is where the result is, or will be; null while unknown."""
    outcome = job.outcome
    output = outcome.output if outcome is not None and outcome.output else job.target
    facts = outcome.facts if outcome is not None else None
    shape: Json = {
        "job": job.job_id,
        "source": str(job.source),
        "output": None if output is None else str(output),
        "state": str(job.state),
        "hold": None if job.hold is None else str(job.hold),
        "preset": job.settings.preset.id,
        "duration_s": None if job.info is None else _from_us(job.info.duration_us),
        "output_bytes": None if facts is None else facts.size_bytes,
        "attempts": job.attempts,
        "stop_before": job.stop_before,
        "warnings": [] if outcome is None else list(outcome.warnings),
    }
    if outcome is not None and outcome.what:
        shape["error"] = {"what": outcome.what, "hint": outcome.hint, "detail": outcome.detail}
    return shape


def error(problem: StudioError, path: Path | None = None) -> Json:
    """Any command: an expected failure."""
    shape: Json = {"what": problem.what, "hint": problem.hint, "detail": problem.detail}
    return {"error": shape} if path is None else {"path": str(path), "error": shape}
