"""Writing a package: media, playlists, a manifest; checked before the folder gets its name."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from studio.errors import OutputError, PlanError
from studio.repair import mp4_writer
from studio.repair.mend import CancelledError
from studio.segments.boxes import data_children
from studio.segments.cuts import ListedCut
from studio.segments.hls_text import ByteSpan
from studio.segments.model import Family
from studio.segments.reader import read_segment_map
from studio.streams.names import is_name
from studio.streams.package import (
    INIT_NAME,
    MANIFEST,
    MASTER,
    Form,
    Rendition,
    dash_manifest,
    hls_master,
    hls_media,
    segment_name,
)
from studio.streams.package_check import check_package
from studio.streams.packaging import unwritable
from studio.verdict.model import Finding

_LEFT_OUT = frozenset({"sidx", "ssix", "mfra"})
"""Indexes of the file that was taken apart; they would lie."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was written. ``remarks`` do not keep it from being played."""

    folder: Path
    form: Form
    renditions: tuple[Rendition, ...]
    remarks: tuple[Finding, ...] = ()


def write_package(
    renditions: Sequence[Rendition],
    folder: Path,
    form: Form,
    *,
    cancel: threading.Event | None = None,
) -> Package:
    """Write HLS and DASH of these renditions, over the same media files; slow.

    Everything is written into a part folder beside the target, read back, judged, and only then
    renamed. Nothing is left of it when anything fails.

    Args:
        renditions: fMP4 files, as ``split_tracks`` makes them; their segments begin together.
        folder: must not be there yet.
        form: one file for each rendition, or one for each segment.
        cancel: when set, the work stops.

    Raises:
        PlanError: there is nothing to package, or names are not usable.
        OutputError: the folder is there, or cannot be written.
        RepairError: what was written is not right; CancelledError when it was cancelled.
        SegmentError: a rendition cannot be read.
    """
    _check_wishes(renditions)
    if folder.exists():
        raise OutputError(f"“{folder.name}” is there already.", hint="Choose another name.")
    part = folder.with_name(f"{folder.name}.part")
    try:
        part.mkdir(parents=True)
    except FileExistsError as error:
        raise OutputError(
            f"“{part.name}” is there already.",
            hint="Another packaging is under way, or was broken off; remove that folder.",
        ) from error
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        made = tuple(_write_media(one, part, form, cancel) for one in renditions)
        _write_texts(made, part, form)
        remarks = check_package(part, made)
        if folder.exists():  # renaming onto an empty folder would succeed
            raise OutputError(f"“{folder.name}” is there already.", hint="Choose another name.")
        part.rename(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    final = tuple(replace(one, path=folder / one.path.relative_to(part)) for one in made)
    return Package(folder, form, final, remarks)


def _check_wishes(renditions: Sequence[Rendition]) -> None:
    names = [one.name.casefold() for one in renditions]
    if not renditions or any(not one.cuts for one in renditions):
        raise PlanError("There is nothing to package.", hint="Choose a file with segments.")
    if len(set(names)) != len(names) or not all(map(is_name, names)):
        raise PlanError("Each rendition needs a name of its own, of plain letters and digits.")
    if any(one.map.family is not Family.MP4 for one in renditions):
        raise PlanError("Packages are made of fragmented MP4 only.", hint="Split the file first.")


def _write_media(
    one: Rendition, part: Path, form: Form, cancel: threading.Event | None
) -> Rendition:
    """Write one rendition; return it as it stands in the package."""
    with one.path.open("rb") as source:
        init = _clean(_read(source, ByteSpan(one.map.init_offset, one.map.init_size)))
        parts = _parts(source, one.cuts, cancel)
        if form is Form.FOLDER:
            return _write_folder(one, part / one.name, init, parts)
        return _write_file(one, part / one.file_name, init, parts)


def _parts(
    source: BinaryIO, cuts: Sequence[ListedCut], cancel: threading.Event | None
) -> Iterator[bytes]:
    for cut in cuts:
        if cancel is not None and cancel.is_set():
            raise CancelledError("The packaging was cancelled; nothing was written.")
        yield _clean(_read(source, cut.span))


def _write_folder(one: Rendition, folder: Path, init: bytes, parts: Iterator[bytes]) -> Rendition:
    folder.mkdir()
    (folder / INIT_NAME).write_bytes(init)
    for number, data in enumerate(parts, 1):
        (folder / segment_name(number)).write_bytes(data)
    return replace(one, path=folder / INIT_NAME, index=None)


def _write_file(one: Rendition, target: Path, init: bytes, parts: Iterator[bytes]) -> Rendition:
    """Write init segment, index and segments into one file."""
    room = mp4_writer.sidx_size(len(one.cuts))
    if len(one.cuts) > mp4_writer.MAX_REFERENCES:
        raise PlanError(
            "There are too many segments for one file.", hint="Take longer segments, or a folder."
        )
    sizes = []
    with target.open("xb") as file:
        file.write(init)
        file.write(bytes(room))
        for data in parts:
            file.write(data)
            sizes.append(len(data))
        file.seek(len(init))
        file.write(_index(one, sizes))
    found = read_segment_map(target)
    starts = tuple(cut.start_s for cut in one.cuts)
    return replace(one, path=target, map=found, starts_s=starts, index=ByteSpan(len(init), room))


def _index(one: Rendition, sizes: Sequence[int]) -> bytes:
    track = one.video or one.audio
    assert track is not None
    ticks = [round(cut.start_s * track.timescale) for cut in one.cuts]
    ticks.append(round(one.cuts[-1].end_s * track.timescale))
    references = [
        mp4_writer.Reference(size, after - before, cut.keyframe)
        for size, before, after, cut in zip(sizes, ticks, ticks[1:], one.cuts, strict=False)
    ]
    return mp4_writer.sidx(track.number, track.timescale, ticks[0], references)


def _read(source: BinaryIO, span: ByteSpan) -> bytes:
    source.seek(span.offset)
    data = source.read(span.size)
    if len(data) != span.size:
        raise OSError("the rendition is shorter than it was")
    return data


def _clean(data: bytes) -> bytes:
    """Return the boxes without indexes."""
    return b"".join(
        data[box.offset : box.end]
        for box in data_children(data, 0, len(data))
        if box.type not in _LEFT_OUT
    )


def _write_texts(renditions: Sequence[Rendition], part: Path, form: Form) -> None:
    texts = {MASTER: hls_master(renditions), MANIFEST: dash_manifest(renditions, form)}
    texts |= {one.playlist: hls_media(one, form) for one in renditions}
    for name, text in texts.items():
        (part / name).write_text(text, encoding="utf-8", newline="\n")
