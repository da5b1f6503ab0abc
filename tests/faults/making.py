"""Makers of broken and hostile files, byte by byte."""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Box:
    """One MP4 box: ``start`` of its header and ``end`` behind it, in bytes."""

    name: bytes
    start: int
    end: int


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Yield the boxes of one level; 32-bit sizes only, as ffmpeg writes small files."""
    stop = len(data) if end is None else end
    while start + 8 <= stop:
        size, name = struct.unpack(">I4s", data[start : start + 8])
        yield Box(name, start, start + size)
        start += size


def box_of(data: bytes, name: bytes, inside: Box | None = None) -> Box:
    """Return the first box of a name, at the top or directly in another box."""
    place = (0, None) if inside is None else (inside.start + 8, inside.end)
    return next(box for box in boxes(data, *place) if box.name == name)


def without_box(data: bytes, name: bytes) -> bytes:
    """Cut a top-level box out, as if it never had been written."""
    box = box_of(data, name)
    return data[: box.start] + data[box.end :]


def cut_before_media(data: bytes) -> bytes:
    """Return a file with its index in front and not one byte of pictures or sound."""
    return data[: box_of(data, b"mdat").start]


def with_field(data: bytes, name: bytes, offset: int, value: int) -> bytes:
    """Overwrite 4 bytes, ``offset`` behind the first place where a box's name stands."""
    place = data.index(name) + 4 + offset
    return data[:place] + struct.pack(">I", value) + data[place + 4 :]


def with_every_field(data: bytes, name: bytes, offset: int, value: int) -> bytes:
    """Overwrite 4 bytes behind every place where a box's name stands."""
    changed = bytearray(data)
    place = data.find(name)
    while place >= 0:
        struct.pack_into(">I", changed, place + 4 + offset, value)
        place = data.find(name, place + 4)
    return bytes(changed)


def with_many_tracks(data: bytes, count: int) -> bytes:
    """Repeat the first track; the index must stand behind the media data."""
    moov = box_of(data, b"moov")
    track = box_of(data, b"trak", moov)
    copies = data[track.start : track.end] * (count - 1)
    size = struct.pack(">I", moov.end - moov.start + len(copies))
    head = data[: moov.start] + size + data[moov.start + 4 : track.end]
    return head + copies + data[track.end :]


def mutated(data: bytes, seed: int, *, head_bytes: int, tail_bytes: int = 0) -> bytes:
    """Change, cut or insert some bytes near the beginning (and the end), told by the seed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at_tail = tail_bytes and chance.random() < 0.5
        reach = tail_bytes if at_tail else head_bytes
        place = chance.randrange(min(reach, len(changed)))
        place = len(changed) - 1 - place if at_tail else place
        kind = chance.randrange(5)
        if kind == 0:
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            changed[place : place + 4] = chance.choice(_EXTREMES)
        elif kind == 2:
            changed[place] = chance.randrange(256)
        elif kind == 3:
            del changed[place : place + chance.randint(1, 16)]
        else:
            changed[place:place] = chance.randbytes(chance.randint(1, 16))
    return bytes(changed)


_EXTREMES = (b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\1", b"\1" * 4)


def hls_playlist(*targets: str) -> str:
    """Return an HLS playlist of these addresses."""
    entries = "".join(f"#EXTINF:1,\n{target}\n" for target in targets)
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n{entries}#EXT-X-ENDLIST\n"


def dash_manifest(base: str) -> str:
    """Return a DASH manifest of one file below an address."""
    return (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT1S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">'
        f'<BaseURL>{base}</BaseURL><Period><AdaptationSet mimeType="video/mp4">'
        '<Representation id="1" bandwidth="1"><BaseURL>seg.mp4</BaseURL></Representation>'
        "</AdaptationSet></Period></MPD>"
    )


def session_description(host: str, port: int) -> str:
    """Return an SDP file that names a host to receive from."""
    return (
        f"v=0\no=- 0 0 IN IP4 {host}\ns=x\nc=IN IP4 {host}\nt=0 0\n"
        f"m=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n"
        f"a=control:rtsp://{host}:{port}/x\n"
    )


def ffconcat(*targets: str) -> str:
    """Return ffmpeg's own list format; ``'`` in a name is not allowed here."""
    return "ffconcat version 1.0\n" + "".join(f"file '{target}'\n" for target in targets)


def written(path: Path, content: bytes | str) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def with_vp8_size(data: bytes, width: int, height: int) -> bytes:
    """Change the size in every VP8 keyframe of a WebM file, and in its header.

    Both old and new sides need two bytes in the header (256 to 65 535).
    Source: RFC 6386, 9.1 (start code 9d 01 2a, then 14 bits each); Matroska, PixelWidth (B0)
    and PixelHeight (BA).
    """
    start = b"\x9d\x01\x2a"
    place = data.index(start) + len(start)
    old = struct.unpack("<HH", data[place : place + 4])
    header = struct.pack(">2sH2sH", b"\xb0\x82", old[0], b"\xba\x82", old[1])
    assert data.count(header) == 1
    data = data.replace(header, struct.pack(">2sH2sH", b"\xb0\x82", width, b"\xba\x82", height))
    return data.replace(start + struct.pack("<HH", *old), start + struct.pack("<HH", width, height))
