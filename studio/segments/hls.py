"""HLS playlists: what a media or multivariant playlist lists.

Source: RFC 8216, sections 4.3 and 6.3; EXT-X-GAP as in its second edition.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.listing import (
    MAX_RENDITIONS,
    MAX_SEGMENTS,
    Entry,
    Folder,
    Listing,
    read_text,
    seconds,
)

HEADER = "#EXTM3U"

_ATTRIBUTE = re.compile(r'([A-Z0-9-]+)=("[^"]*"|[^,]*)(?:,|$)')
_RANGE = re.compile(r"(\d{1,18})(?:@(\d{1,18}))?")
_FOREIGN = {
    ".ts": "MPEG-TS", ".m2ts": "MPEG-TS", ".aac": "bare AAC", ".mp3": "MP3",
    ".ac3": "bare AC-3", ".vtt": "WebVTT", ".webvtt": "WebVTT",
}  # fmt: skip
_MEDIA_TYPES = {"AUDIO": "audio/mp4", "VIDEO": "video/mp4"}


@dataclass(slots=True)
class _Media:
    """A media playlist on the way through its lines."""

    listing: Listing
    folder: Folder
    base: Path
    duration_s: Fraction | None = None
    span: tuple[int, int | None] | None = None
    is_break: bool = False
    is_gap: bool = False
    ended: bool = False
    init: Entry | None = None
    range_ends: dict[Path, int] = field(default_factory=dict)


def attributes(text: str) -> dict[str, str]:
    """Return an attribute list's names and values, quotes removed."""
    return {name: value.strip('"') for name, value in _ATTRIBUTE.findall(text)}


def read_hls(path: Path, folder: Folder) -> tuple[list[Listing], bool]:
    """Return what a playlist lists, and whether it is complete (has EXT-X-ENDLIST).

    Subtitles and I-frame playlists are left out. Variants that share a media playlist are
    one rendition.

    Raises:
        SegmentError: it is no playlist, is encrypted, or lists what is not fMP4.
    """
    lines = _lines(path)
    if not any(line.startswith(("#EXT-X-STREAM-INF:", "#EXT-X-MEDIA:")) for line in lines):
        listing = Listing(path.stem, path)
        return [listing], _read_media(listing, folder, lines)
    found: dict[Path, Listing] = {}
    for listing in _variants(path, folder, lines):
        found.setdefault(listing.source, listing)
        if len(found) > MAX_RENDITIONS:
            raise SegmentError("The playlist lists more variants than any real one.")
    ended = [_read_media(one, folder, _lines(one.source)) for one in found.values()]
    return list(found.values()), all(ended)


def _lines(path: Path) -> list[str]:
    lines = [line.strip() for line in read_text(path).splitlines()]
    if not lines or not lines[0].startswith(HEADER):
        raise SegmentError(
            f"“{path.name}” is not an HLS playlist.", hint="Its first line should be #EXTM3U."
        )
    return lines


def _variants(path: Path, folder: Folder, lines: list[str]) -> list[Listing]:
    found: list[Listing] = []
    variant: dict[str, str] | None = None
    for line in lines:
        if line.startswith("#EXT-X-STREAM-INF:"):
            variant = attributes(line.partition(":")[2])
        elif line.startswith("#EXT-X-MEDIA:"):
            media = attributes(line.partition(":")[2])
            if media.get("TYPE") in _MEDIA_TYPES and "URI" in media:
                found.append(
                    Listing(
                        media.get("NAME", media["URI"]),
                        folder.file(path.parent, media["URI"]),
                        _MEDIA_TYPES[media["TYPE"]],
                        group=media.get("GROUP-ID", ""),
                    )
                )
        elif line and not line.startswith("#") and variant is not None:
            rate = variant.get("BANDWIDTH", "")
            found.append(
                Listing(
                    line,
                    folder.file(path.parent, line),
                    codecs=variant.get("CODECS", ""),
                    group=variant.get("AUDIO", ""),
                    bandwidth=int(rate) if rate.isascii() and rate.isdigit() else None,
                )
            )
            variant = None
    return found


def _read_media(listing: Listing, folder: Folder, lines: list[str]) -> bool:
    media = _Media(listing, folder, listing.source.parent)
    for line in lines:
        if line.startswith("#"):
            _read_tag(media, *line.partition(":")[::2])
        elif line:
            _add_segment(media, line)
    if not any(not entry.is_init for entry in listing.entries):
        raise SegmentError(f"“{listing.source.name}” lists no segment.", hint="It is not finished.")
    return media.ended


def _read_tag(media: _Media, tag: str, value: str) -> None:
    match tag:
        case "#EXTINF":
            media.duration_s = seconds(value.partition(",")[0])
        case "#EXT-X-BYTERANGE":
            media.span = _range(value)
        case "#EXT-X-DISCONTINUITY":
            media.is_break = True
        case "#EXT-X-GAP":
            media.is_gap = True
        case "#EXT-X-ENDLIST":
            media.ended = True
        case "#EXT-X-MAP":
            _add_init(media, attributes(value))
        case "#EXT-X-KEY" if attributes(value).get("METHOD", "NONE") != "NONE":
            raise SegmentError(
                f"The segments of “{media.listing.source.name}” are encrypted.",
                hint="Only the player that has the key can read them.",
            )


def _range(text: str) -> tuple[int, int | None] | None:
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1]), None if found[2] is None else int(found[2])


def _add_init(media: _Media, given: dict[str, str]) -> None:
    if "URI" not in given:
        return
    size, offset = _range(given.get("BYTERANGE", "")) or (None, 0)
    path = media.folder.file(media.base, given["URI"])
    init = Entry(given["URI"], path, offset or 0, size, is_init=True)
    if init != media.init:
        media.listing.entries.append(init)
        media.init = init
    if size is not None:
        media.range_ends[path] = (offset or 0) + size


def _add_segment(media: _Media, uri: str) -> None:
    path = media.folder.file(media.base, uri)
    offset, size = 0, None
    if media.span is not None:
        size, start = media.span
        offset = media.range_ends.get(path, 0) if start is None else start
        media.range_ends[path] = offset + size
    foreign = _FOREIGN.get(path.suffix.lower())
    if foreign and media.init is None:
        raise SegmentError(
            f"“{media.listing.source.name}” lists {foreign} segments, "
            "which browsers do not take through Media Source Extensions.",
            hint="Package it as fragmented MP4 (CMAF) instead.",
        )
    if not media.is_gap:
        if len(media.listing.entries) > MAX_SEGMENTS:
            raise SegmentError("The playlist lists more segments than any real one.")
        media.listing.entries.append(
            Entry(uri, path, offset, size, declared_s=media.duration_s,
                  discontinuity=media.is_break)
        )  # fmt: skip
    media.duration_s = media.span = None
    media.is_break = media.is_gap = False
