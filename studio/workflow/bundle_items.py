"""What is played from a bundle: its media, copied or packaged, and where each segment stands."""

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

from studio.errors import InputError
from studio.segments.manifests import SUFFIXES, is_manifest, read_presentation
from studio.segments.model import Family, SegmentMap, TrackKind
from studio.segments.presentation import Presentation, Rendition
from studio.segments.reader import read_segment_map
from studio.streams.package import MANIFEST, MASTER, Form
from studio.streams.package_write import write_package
from studio.streams.packaging import split_tracks
from studio.transcode.publish import windows_stem

MEDIA = "media"
_TRACKS = ".tracks"
_WEBM_CODECS = frozenset({"V_VP8", "V_VP9", "V_AV1", "A_VORBIS", "A_OPUS"})
Json = dict[str, object]
Copy = Callable[[Path, Path], None]
"""Copies a file to a new path."""
CopyMended = Callable[[Path, Path], str]
"""Copies a WebM, repaired where players would refuse it, and says so: "" for as it is."""


@dataclass(frozen=True, slots=True)
class BundleItem:
    """One film of a bundle: ``told`` is its entry in ``bundle.json``.

    ``checked`` is what is played for the report: its playlist, or its only file. ``note`` says
    that it was repaired.
    """

    name: str
    checked: Path
    told: Json
    note: str = ""


def free_name(subject: Path, taken: Iterable[str]) -> str:
    """Return what to call a subject in a bundle, as nobody else in it is called."""
    stem = subject.name if subject.is_dir() else subject.stem
    if is_manifest(subject):
        stem = subject.absolute().parent.name
    base = windows_stem(stem)[:80].strip(" .") or "video"
    used, name, number = {one.casefold() for one in taken}, base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base}-{number}"
    return name


def playlist_of(subject: Path) -> Path | None:
    """Return the playlist or MPD that a subject is or holds, None for a media file.

    Raises:
        InputError: it is a folder without one.
    """
    if not subject.is_dir():
        return subject if is_manifest(subject) else None
    names = [MASTER, MANIFEST, *sorted(p.name for p in subject.iterdir() if is_manifest(p))]
    found = next((subject / name for name in names if (subject / name).is_file()), None)
    if found is None:
        what = f"There is no playlist in “{subject.name}”."
        raise InputError(what, hint="Name a folder that 'ladder' made, or media files.")
    return found


def add_packaged(playlist: Path, root: Path, name: str, copy: Copy) -> BundleItem:
    """Copy a playlist and all that it lists.

    Args:
        playlist: of a ladder, or any HLS playlist or MPD of fMP4.
        root: of the bundle.
        name: what people call it, and its folder in ``media``.
        copy: copies one file.

    Raises:
        SegmentError: the playlist cannot be read, or lists what is not there.
        OSError: a file cannot be copied.
    """
    base, folder = playlist.absolute().parent, root / MEDIA / name
    media = {piece.path for one in read_presentation(playlist).renditions for piece in one.pieces}
    lists = {p for p in base.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file()}
    for path in sorted(media | lists):
        target = folder / os.path.relpath(path, base)
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(path, target)
    return packaged_item(folder / playlist.name, root, name)


def add_webm(source: Path, root: Path, name: str, copy: CopyMended) -> BundleItem | None:
    """Add a WebM; None for what is none: an MP4, or a Matroska file of other codecs.

    Args:
        source: the file.
        root: of the bundle.
        name: what people call it, and its folder in ``media``.
        copy: copies one file, repaired where it has to be.

    Raises:
        InputError: it has no segments.
        SegmentError: it cannot be read.
        OSError: it cannot be copied.
    """
    found = read_segment_map(source)
    codecs = {track.codec_id for track in found.tracks}
    if found.family is not Family.WEBM or not codecs <= _WEBM_CODECS:
        return None
    if not found.segments:
        raise InputError(f"“{source.name}” holds nothing that could be streamed.")
    target = root / MEDIA / name / f"{name}{source.suffix.lower()}"
    target.parent.mkdir(parents=True)
    note = copy(source, target)
    return replace(file_item(read_segment_map(target), root, name), note=note)


def add_other(
    source: Path, root: Path, name: str, ffmpeg: Path | None, cancel: threading.Event
) -> BundleItem:
    """Add what is no WebM with HLS and DASH, each track by itself, nothing encoded again.

    Args:
        source: an MP4 or Matroska file.
        root: of the bundle.
        name: what people call it, and its folder in ``media``.
        ffmpeg: puts Matroska into MP4; not needed for MP4.
        cancel: when set, the work stops with an error.

    Raises:
        InputError: ffmpeg is needed.
        RepairError: it cannot be packaged without encoding, or that was cancelled.
        StudioError: it cannot be read or written.
    """
    if ffmpeg is None and read_segment_map(source).family is Family.WEBM:
        what = f"“{source.name}” cannot be packaged without ffmpeg."
        raise InputError(what, hint="Choose an ffmpeg in the settings.")
    folder, tracks = root / MEDIA / name, root / MEDIA / _TRACKS
    tracks.mkdir(parents=True)
    try:
        renditions = split_tracks(source, tracks, ffmpeg or Path(), cancel=cancel)
        write_package(renditions, folder, Form.ONE_FILE, cancel=cancel)
    finally:
        shutil.rmtree(tracks, ignore_errors=True)
    return packaged_item(folder / MASTER, root, name)


def packaged_item(playlist: Path, root: Path, name: str) -> BundleItem:
    """Return the item for a playlist that stands in the bundle."""
    presentation = read_presentation(playlist)
    links = {
        kind: _url(playlist.with_name(file), root)
        for kind, file in (("playlist", MASTER), ("manifest", MANIFEST))
        if playlist.with_name(file).is_file()
    }
    tracks = _tracks(presentation, root)
    length_s = max(one.map.segments[-1].end_s for one in presentation.renditions)
    return BundleItem(name, playlist, _item(name, length_s, links, tracks))


def file_item(found: SegmentMap, root: Path, name: str) -> BundleItem:
    """Return the item for one file that stands in the bundle."""
    url = _url(found.path, root)
    init = _place(url, found.init_offset, found.init_size)
    segments = [
        _place(url, one.offset, one.size) | _times(one.start_s, one.end_s) for one in found.segments
    ]
    length_s = found.segments[-1].end_s
    rendition = _rendition(found, name, found.size_bytes * 8 / max(length_s, Fraction(1, 10)))
    track: Json = {
        "kind": _kind(found),
        "renditions": [rendition | {"init": init, "segments": segments}],
    }
    return BundleItem(name, found.path, _item(name, length_s, {"file": url}, [track]))


def _item(name: str, length_s: Fraction, links: dict[str, str], tracks: list[Json]) -> Json:
    return {"name": name, "duration_s": _rounded(length_s), "links": links, "tracks": tracks}


def _tracks(presentation: Presentation, root: Path) -> list[Json]:
    """Return the pictures as one track of many renditions, and the first of the sounds."""
    pictures = [one for one in presentation.renditions if one.map.track_of(TrackKind.VIDEO)]
    sounds = [one for one in presentation.renditions if one not in pictures]
    has_sound = any(one.map.track_of(TrackKind.AUDIO) for one in pictures)
    groups = [pictures, sounds[:1] if not has_sound else []]
    return [
        {"kind": _kind(group[0].map), "renditions": _renditions(group, root)}
        for group in groups
        if group
    ]


def _renditions(group: Sequence[Rendition], root: Path) -> list[Json]:
    told = [(_rate(one), _listed(one, root)) for one in group]
    return [shape for _, shape in sorted(told, key=lambda pair: -pair[0])]


def _rate(one: Rendition) -> Fraction:
    """Return the mean bit rate of a rendition itself, without the sound beside it."""
    size = sum(segment.size for segment in one.segments)
    return size * 8 / max(one.map.segments[-1].end_s, Fraction(1, 10))


def _listed(one: Rendition, root: Path) -> Json:
    whole = {piece.path for piece in one.pieces if not piece.offset}
    sizes = {path: path.stat().st_size for path in whole}

    def place(offset: int, size: int) -> Json:
        found = one.locate(offset)
        url = _url(found.path, root)
        if found.offset == 0 and sizes.get(found.path) == size:
            return {"url": url}
        return _place(url, found.offset, size)

    segments = []
    for listed in one.segments:
        end = listed.offset + listed.size
        inside = [s for s in one.map.segments if listed.offset <= s.offset < end]
        if inside:
            begin_s, end_s = min(s.start_s for s in inside), max(s.end_s for s in inside)
            segments.append(place(listed.offset, listed.size) | _times(begin_s, end_s))
    shape = _rendition(one.map, Path(one.name).stem, _rate(one))
    init = place(one.map.init_offset, one.map.init_size)
    return shape | {"init": init, "segments": segments}


def _rendition(found: SegmentMap, name: str, rate: Fraction) -> Json:
    video = found.track_of(TrackKind.VIDEO)
    return {
        "name": name,
        "mime": found.mime,
        "width": video.width if video else 0,
        "height": video.height if video else 0,
        "bit_rate": round(rate),
    }


def _kind(found: SegmentMap) -> str:
    kinds = {track.kind for track in found.tracks}
    if {TrackKind.VIDEO, TrackKind.AUDIO} <= kinds:
        return "muxed"
    return "video" if TrackKind.VIDEO in kinds else "audio"


def _place(url: str, offset: int, size: int) -> Json:
    return {"url": url, "offset": offset, "size": size}


def _times(begin_s: Fraction, end_s: Fraction) -> Json:
    return {"start_s": _rounded(begin_s), "duration_s": _rounded(end_s - begin_s)}


def _rounded(seconds: Fraction) -> float:
    return round(float(seconds), 6)


def _url(path: Path, root: Path) -> str:
    return quote(path.relative_to(root).as_posix())
