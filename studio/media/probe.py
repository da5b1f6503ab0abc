"""What is this file? MediaInfo in a limited child process, ffmpeg for what it does not know."""

import dataclasses
import json
import logging
import os
import stat
from pathlib import Path

from studio import paths
from studio.errors import InputError
from studio.media.child import ChildResult, clean_environment, run_child
from studio.media.ffmpeg_facts import FfmpegFacts, read_facts
from studio.media.mediainfo_tracks import Track, audio_stream, microseconds, video_stream
from studio.media.streams import AudioStream, MediaInfo, RateMode, VideoStream

log = logging.getLogger(__name__)

_PLAYLISTS = frozenset({"HLS", "DASH MPD", "ISM", "HDS F4M", "XSPF", "M3U"})
_OUT_OF_CPU_TIME = -24
"""Return code of a worker that used up its CPU time (SIGXCPU on Linux and macOS)."""

_FIRST_BOXES = frozenset({b"ftyp", b"mdat", b"wide", b"free", b"skip"})
_CONTAINERS = {
    "MPEG-4": "mp4", "WebM": "webm", "Matroska": "matroska", "AVI": "avi", "MPEG-TS": "mpegts",
    "BDAV": "mpegts", "MPEG-PS": "mpeg", "Flash Video": "flv", "Wave": "wav", "Ogg": "ogg",
    "MPEG Audio": "mp3", "FLAC": "flac", "ADTS": "aac", "Windows Media": "asf", "MXF": "mxf",
}  # fmt: skip


def probe(path: Path, *, ffmpeg: Path, time_limit_s: float = 10.0) -> MediaInfo:
    """Tell what a file is.

    Args:
        path: the file; links are followed.
        ffmpeg: the ffmpeg program, asked for what MediaInfo does not know.
        time_limit_s: wall time in seconds that MediaInfo gets.

    Raises:
        InputError: the file is missing, not a regular file, empty, unreadable, or holds
            no audio and no video track.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  (must not follow links)
    size_bytes = check_readable(path)
    facts = _facts(path, ffmpeg)
    worker = _ask_worker(path, time_limit_s)
    tracks = _tracks(worker)
    if tracks is None:
        return _from_facts(path, size_bytes, facts, worker)
    general = next((t for t in tracks if t.get("@type") == "General"), {})
    if general.get("Format") in _PLAYLISTS:
        raise InputError("This is a playlist, not a media file.", hint=_HINT_OTHER_FILE)
    info = _merged(_from_tracks(path, size_bytes, general, tracks), facts)
    if not info.video and not info.audio:
        raise _not_media(path, facts)
    return info


_HINT_OTHER_FILE = "Choose a video or audio file."


def check_readable(path: Path) -> int:
    """Return the size in bytes of a regular, readable, non-empty file.

    Looks before it opens: opening a named pipe would wait for ever.

    Raises:
        InputError: it is not one; the sentence says what it is.
    """
    name = path.name
    try:
        found = path.stat()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise InputError(f"The link {name} leads nowhere.", hint=_HINT_MOVED) from error
        raise InputError(f"{name} was not found.", hint=_HINT_MOVED) from error
    except OSError as error:
        what = f"{name} cannot be reached."
        raise InputError(what, hint=_HINT_MOVED, detail=str(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise InputError(f"{name} is a folder, not a file.", hint="Choose the files inside it.")
    if not stat.S_ISREG(found.st_mode):
        raise InputError(f"{name} is not a regular file.", hint=_HINT_OTHER_FILE)
    if found.st_size == 0:
        raise InputError(f"{name} is empty (0 bytes).", hint="Check that the copy finished.")
    try:
        with path.open("rb") as file:
            file.read(1)
    except PermissionError as error:
        what = f"There is no permission to read {name}."
        raise InputError(what, hint="Change the file's permissions, or copy it.") from error
    except OSError as error:
        hint = "Check the drive it is on."
        raise InputError(f"{name} cannot be read.", hint=hint, detail=str(error)) from error
    return found.st_size


_HINT_MOVED = "Check that it was not moved, renamed or deleted."


def _ask_worker(path: Path, time_limit_s: float) -> ChildResult:
    command = [*paths.self_command("--probe-worker"), os.fspath(path)]
    environment = clean_environment(paths.self_environment())
    return run_child(command, time_limit_s=time_limit_s, environment=environment)


def _tracks(worker: ChildResult) -> list[Track] | None:
    """Return the worker's tracks, None when it did not answer properly."""
    if not worker.succeeded:
        return None
    try:
        tracks = json.loads(worker.stdout)["tracks"]
    except (ValueError, KeyError, TypeError):
        return None
    return [track for track in tracks if isinstance(track, dict)]


def _facts(path: Path, ffmpeg: Path) -> FfmpegFacts | None:
    """Return ffmpeg's view, None without a usable ffmpeg: a probe works without one."""
    try:
        return read_facts(path, ffmpeg=ffmpeg)
    except OSError as error:
        log.info("ffmpeg could not be asked about a file: %s", error)
        return None


def _not_media(path: Path, facts: FfmpegFacts | None) -> InputError:
    message = facts.message if facts else ""
    with path.open("rb") as file:
        head = file.read(8)
    if "moov atom not found" in message and head[4:] in _FIRST_BOXES:
        return InputError(
            "The file's index is missing, so it cannot be read.",
            hint="The recording or the copy was cut off; try to get the whole file.",
            detail=message,
        )
    return InputError(
        "This does not look like a video or audio file.", hint=_HINT_OTHER_FILE, detail=message
    )


def _from_facts(
    path: Path, size_bytes: int, facts: FfmpegFacts | None, worker: ChildResult
) -> MediaInfo:
    too_long = worker.timed_out or worker.return_code == _OUT_OF_CPU_TIME
    reason = "took too long" if too_long else "stopped"
    detail = worker.stderr.decode("utf-8", "replace")[-2000:]
    if facts is None or not (facts.video or facts.audio):
        raise InputError(
            f"The inspector {reason} while reading this file.",
            hint="The file is probably damaged.",
            detail=detail,
        )
    log.info("the inspector %s on %r; basic facts from ffmpeg are used", reason, path.name)
    return MediaInfo(path, facts.container, size_bytes, facts.duration_us, facts.video, facts.audio)


def _from_tracks(path: Path, size_bytes: int, general: Track, tracks: list[Track]) -> MediaInfo:
    videos = [t for t in tracks if t.get("@type") == "Video"]
    sounds = [t for t in tracks if t.get("@type") == "Audio"]
    name = general.get("Format", "")
    container = "mov" if general.get("Format_Profile") == "QuickTime" else _CONTAINERS.get(name)
    video = tuple(video_stream(index, track) for index, track in enumerate(videos))
    audio = tuple(audio_stream(index, track) for index, track in enumerate(sounds))
    lengths = [s.duration_us or 0 for s in video] + [s.duration_us or 0 for s in audio]
    longest = max(lengths, default=0)
    duration = microseconds(general.get("Duration")) or longest or None
    return MediaInfo(path, container or name.lower(), size_bytes, duration, video, audio)


def _merged(info: MediaInfo, facts: FfmpegFacts | None) -> MediaInfo:
    """Fill what MediaInfo left open with what ffmpeg saw, track by track.

    Only where both see the same tracks; ffmpeg is what decodes, so its pixel format and
    pixel aspect are the ones that count.
    """
    if facts is None:
        return info
    same = len(facts.video) == len(info.video) and len(facts.audio) == len(info.audio)
    if not same:
        return dataclasses.replace(info, duration_us=info.duration_us or facts.duration_us)
    return dataclasses.replace(
        info,
        duration_us=info.duration_us or facts.duration_us,
        video=tuple(_merged_video(a, b) for a, b in zip(info.video, facts.video, strict=True)),
        audio=tuple(_merged_audio(a, b) for a, b in zip(info.audio, facts.audio, strict=True)),
    )


def _merged_video(ours: VideoStream, seen: VideoStream) -> VideoStream:
    known = bool(seen.pixel_format)
    return dataclasses.replace(
        ours,
        codec=seen.codec or ours.codec,
        width=seen.width or ours.width,
        height=seen.height or ours.height,
        pixel_aspect=seen.pixel_aspect if seen.width else ours.pixel_aspect,
        rotation=seen.rotation,
        frame_rate=ours.frame_rate or seen.frame_rate,
        rate_mode=RateMode.VARIABLE if ours.frame_rate is None else ours.rate_mode,
        pixel_format=seen.pixel_format or ours.pixel_format,
        bit_depth=seen.bit_depth if known else ours.bit_depth,
        chroma=seen.chroma if known else ours.chroma,
        color_transfer=ours.color_transfer or seen.color_transfer,
        interlaced=ours.interlaced or seen.interlaced,
        is_default=ours.is_default or seen.is_default,
    )


def _merged_audio(ours: AudioStream, seen: AudioStream) -> AudioStream:
    return dataclasses.replace(
        ours,
        codec=seen.codec or ours.codec,
        sample_rate=seen.sample_rate or ours.sample_rate,
        channels=seen.channels or ours.channels,
        is_default=ours.is_default or seen.is_default,
    )
