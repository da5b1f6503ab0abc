"""A file taken apart into one fMP4 for each track, ready to be packaged. Nothing is encoded."""

import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from studio.errors import OutputError, RepairError
from studio.media.child import guarded_input, run_child
from studio.repair.mend import CancelledError
from studio.repair.refragment import refragment
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.streams.package import Rendition, aligned
from studio.streams.track_split import splitter_for

SEGMENT_S = Fraction(4)
COPY_LIMIT_S = 6 * 3600.0
_KINDS = (TrackKind.VIDEO, TrackKind.AUDIO)
_EBML = b"\x1a\x45\xdf\xa3"


def split_tracks(
    source: Path,
    folder: Path,
    ffmpeg: Path,
    *,
    segment_s: Fraction | float = SEGMENT_S,
    name: str = "",
    cancel: threading.Event | None = None,
) -> list[Rendition]:
    """Write picture and sound of a file as one fMP4 each, by stream copy; slow.

    Fragments begin at keyframes, the sound is cut nearest to that, and the first frame of the
    whole is shown at 0: no track has an empty edit.

    Args:
        source: an MP4, WebM or Matroska file; never written to.
        folder: is there, and holds no such files; the results stay in it.
        ffmpeg: puts what is not MP4 into MP4.
        segment_s: fragments are joined to segments of up to this length, in s.
        name: put before ``video`` and ``audio`` in the names, such as ``720p``.
        cancel: when set, the work stops.

    Returns:
        The picture, then the sound, as far as the file has them.

    Raises:
        RepairError: copying frames is not enough; CancelledError when it was cancelled.
        SegmentError: the source cannot be read.
        OutputError: a file cannot be written.
    """
    whole, foreign = folder / f"{name or 'all'}-whole.part.mp4", folder / "foreign.part.mp4"
    heed = _heed(cancel)
    try:
        mp4 = source
        if _is_webm(source):
            _copy_to_mp4(source, foreign, ffmpeg, cancel)
            mp4 = foreign
        refragment(mp4, whole, on_progress=lambda _: heed())
        found = read_segment_map(whole)
        tracks = [track for kind in _KINDS if (track := found.track_of(kind)) is not None]
        made = []
        for track in tracks:
            stem = f"{name}-{track.kind.value}" if name else track.kind.value
            target = folder / f"{stem}.mp4"
            _write_track(found, track.number, target, heed)
            made.append(Rendition(target, read_segment_map(target), stem))
        return aligned(made, segment_s)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        whole.unlink(missing_ok=True)
        foreign.unlink(missing_ok=True)


def unwritable(target: Path, error: OSError) -> OutputError:
    """Return the error of a place that cannot be written to."""
    return OutputError(
        f"“{target.name}” could not be written.",
        hint="Is there room on the drive, and may you write there?",
        detail=str(error),
    )


def _heed(cancel: threading.Event | None) -> Callable[[], None]:
    def heed() -> None:
        if cancel is not None and cancel.is_set():
            raise CancelledError("The packaging was cancelled; nothing was written.")

    return heed


def _is_webm(source: Path) -> bool:
    try:
        with source.open("rb") as file:
            return file.read(4) == _EBML
    except OSError:
        return False  # the next one who reads it says why


def _copy_to_mp4(source: Path, target: Path, ffmpeg: Path, cancel: threading.Event | None) -> None:
    """Put the first picture and the first sound of a file into MP4.

    Raises:
        RepairError: its codecs have no place in MP4; CancelledError when it was cancelled.
    """
    arguments = [str(ffmpeg), "-hide_banner", "-nostdin", "-v", "error", *guarded_input(source)]
    arguments += ["-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", "-f", "mp4"]
    arguments += ["-avoid_negative_ts", "disabled", "-y", f"file:{target.absolute()}"]
    done = run_child(arguments, time_limit_s=COPY_LIMIT_S, cancel=cancel)
    if done.cancelled:
        raise CancelledError("The packaging was cancelled; nothing was written.")
    if not done.succeeded:
        detail = done.stderr.decode("utf-8", "replace")
        if "No space left" in detail:
            raise unwritable(target.parent, OSError(detail))
        raise RepairError(
            f"“{source.name}” cannot be put into MP4 without encoding it again.",
            hint="HLS and DASH packages need H.264, H.265, VP9 or AV1 with AAC, Opus or FLAC.",
            detail=detail,
        )


def _write_track(found: SegmentMap, track: int, target: Path, heed: Callable[[], None]) -> None:
    """Write one track of a fragmented file."""
    try:
        with found.path.open("rb") as file, target.open("xb") as made:
            file.seek(found.init_offset)
            splitter = splitter_for(found.family, file.read(found.init_size))
            made.write(splitter.init_of(track))
            for segment in found.segments:
                heed()
                file.seek(segment.offset)
                made.write(splitter.media_of(track, file.read(segment.size)))
    except FileExistsError as error:
        raise OutputError(
            f"“{target.name}” is there already.", hint="Use another folder."
        ) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
