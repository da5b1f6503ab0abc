"""Small WebM and MP4 files byte by byte, and ffmpeg as an independent witness."""

import struct
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

VIDEO_NUMBER = 1
AUDIO_NUMBER = 2
UNKNOWN_SIZE = b"\x01\xff\xff\xff\xff\xff\xff\xff"


def size(number: int, width: int = 8) -> bytes:
    return ((1 << 7 * width) | number).to_bytes(width, "big")


def element(name: int, *parts: bytes, unknown: bool = False, width: int = 8) -> bytes:
    """Return an EBML element, its size written wide as ffmpeg does for a Segment."""
    data = b"".join(parts)
    head = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return head + (UNKNOWN_SIZE if unknown else size(len(data), width)) + data


def number(name: int, value: int) -> bytes:
    return element(name, value.to_bytes(8, "big"), width=1)


def ebml_header(doc_type: bytes = b"webm") -> bytes:
    return element(0x1A45DFA3, element(0x4282, doc_type))


def info(duration_ms: float | None = None, scale_ns: int = 1_000_000) -> bytes:
    duration = b"" if duration_ms is None else element(0x4489, struct.pack(">d", duration_ms))
    return element(0x1549A966, number(0x2AD7B1, scale_ns), duration)


def track(
    track_number: int, kind: int, codec: bytes, *parts: bytes, default_ns: int | None = None
) -> bytes:
    default = b"" if default_ns is None else number(0x23E383, default_ns)
    return element(
        0xAE,
        number(0xD7, track_number),
        number(0x83, kind),
        element(0x86, codec),
        default,
        *parts,
    )


def picture(width: int = 64, height: int = 36) -> bytes:
    """Return a Video element."""
    return element(0xE0, number(0xB0, width), number(0xBA, height))


def opus_head(channels: int = 1, pre_skip: int = 312) -> bytes:
    """Return an OpusHead of 19 bytes."""
    return b"OpusHead" + struct.pack("<BBHIhB", 1, channels, pre_skip, 48_000, 0, 0)


def vorbis_headers(channels: int = 1) -> bytes:
    """Return the three headers of Vorbis, Xiph-laced, as far as a demuxer looks into them."""
    first = b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, channels, 48_000, 0, 0, 0, 0xB8, 1)
    comment, setup = b"\x03vorbis" + bytes(9), b"\x05vorbis\x01"
    return bytes((2, len(first), len(comment))) + first + comment + setup


def sound_parts(codec: bytes, channels: int = 1) -> tuple[bytes, ...]:
    """Return the Audio element and what Vorbis and Opus need in front of it."""
    settings = element(0xE1, element(0xB5, struct.pack(">d", 48_000)), number(0x9F, channels))
    if codec == b"A_VORBIS":
        return settings, element(0x63A2, vorbis_headers(channels))
    if codec == b"A_OPUS":
        delay, roll = number(0x56AA, 6_500_000), number(0x56BB, 80_000_000)
        return settings, element(0x63A2, opus_head(channels)), delay, roll
    return (settings,)


def tracks(
    *, audio: bool = True, default_ns: int | None = None, audio_codec: bytes = b"A_VORBIS"
) -> bytes:
    """Return Tracks with VP8 as track 1 and Vorbis as track 2, such as a browser takes."""
    video = track(VIDEO_NUMBER, 1, b"V_VP8", picture(), default_ns=default_ns)
    sound = track(AUDIO_NUMBER, 2, audio_codec, *sound_parts(audio_codec)) if audio else b""
    return element(0x1654AE6B, video, sound)


def simple_block(
    track_number: int,
    relative: int,
    *,
    key: bool = True,
    data: bytes = b"\x10frame",
    flags: int = 0,
) -> bytes:
    """Return a SimpleBlock; VP8 frames whose first byte has bit 4 are shown."""
    body = bytes([0x80 | track_number]) + struct.pack(">hB", relative, 0x80 * key | flags) + data
    return element(0xA3, body, width=2)


def block_group(
    track_number: int, relative: int, *parts: bytes, data: bytes = b"\x10frame"
) -> bytes:
    body = bytes([0x80 | track_number]) + struct.pack(">hB", relative, 0) + data
    return element(0xA0, element(0xA1, body), *parts)


def cluster(time: int, *blocks: bytes, unknown: bool = False) -> bytes:
    return element(0x1F43B675, number(0xE7, time), *blocks, unknown=unknown)


def webm(*parts: bytes, unknown: bool = False, header: bytes = b"") -> bytes:
    return (header or ebml_header()) + element(0x18538067, *parts, unknown=unknown)


def box(name: str, *parts: bytes, wide: bool = False) -> bytes:
    data = b"".join(parts)
    if wide:
        return struct.pack(">I4sQ", 1, name.encode(), 16 + len(data)) + data
    return struct.pack(">I4s", 8 + len(data), name.encode()) + data


def full_box(name: str, version: int, flags: int, *parts: bytes) -> bytes:
    return box(name, struct.pack(">I", version << 24 | flags), *parts)


def ints(*values: int) -> bytes:
    return struct.pack(f">{len(values)}I", *(value & 0xFFFFFFFF for value in values))


def trak(
    track_number: int,
    handler: bytes,
    *,
    timescale: int = 1000,
    entry: bytes = b"",
    edits: Sequence[tuple[int, int]] = (),
    stts_count: int = 0,
) -> bytes:
    elst = full_box("elst", 0, 0, ints(len(edits)), *(ints(a, b, 1 << 16) for a, b in edits))
    return box(
        "trak",
        full_box("tkhd", 0, 3, ints(0, 0, track_number), bytes(68)),
        box("edts", elst) if edits else b"",
        box(
            "mdia",
            full_box("mdhd", 0, 0, ints(0, 0, timescale, 0, 0)),
            full_box("hdlr", 0, 0, ints(0), handler, bytes(13)),
            box(
                "minf",
                box(
                    "stbl",
                    full_box("stsd", 0, 0, ints(1), entry),
                    full_box("stts", 0, 0, ints(stts_count), bytes(8 * stts_count)),
                    full_box("stsc", 0, 0, ints(0)),
                    full_box("stsz", 0, 0, ints(0, 0)),
                    full_box("stco", 0, 0, ints(0)),
                ),
            ),
        ),
    )


AVC_CONFIG = bytes.fromhex(
    "0164000cffe1001a6764000cacd941419f9f011000000300100000030320f142996001000468ef8fcbfdf8f800"
)
"""As x264 writes it for 320x180: one SPS and one PPS, NAL lengths of 4 bytes."""

HEVC_CONFIG = bytes.fromhex("0101600000009000000000005df000fcfdf8f800000f00")
"""Main profile, no parameter sets, NAL lengths of 4 bytes."""


def avc_entry(width: int = 320, height: int = 180, name: str = "avc1") -> bytes:
    config = box("avcC", AVC_CONFIG)
    return box(name, bytes(24), struct.pack(">HH", width, height), bytes(50), config)


def hevc_entry(name: str) -> bytes:
    config = box("hvcC", HEVC_CONFIG)
    return box(name, bytes(24), struct.pack(">HH", 320, 180), bytes(50), config)


def trex(track_number: int, duration: int = 0, sample_size: int = 0, flags: int = 0) -> bytes:
    return full_box("trex", 0, 0, ints(track_number, 1, duration, sample_size, flags))


def moov(*traks: bytes, trexes: Iterable[bytes] = (), movie_timescale: int = 1000) -> bytes:
    trexes = list(trexes)
    mvhd = full_box("mvhd", 0, 0, ints(0, 0, movie_timescale, 0), bytes(80))
    return box("moov", mvhd, *traks, box("mvex", *trexes) if trexes else b"")


def tfhd(track_number: int, flags: int = 0x20000, *values: int) -> bytes:
    return full_box("tfhd", 0, flags, ints(track_number, *values))


def tfdt(time: int, version: int = 0) -> bytes:
    return full_box("tfdt", version, 0, struct.pack(">Q" if version else ">I", time))


def moof(*trafs: bytes) -> bytes:
    return box("moof", full_box("mfhd", 0, 0, ints(1)), *(trafs))


def ftyp() -> bytes:
    return box("ftyp", b"iso5", ints(512), b"iso5")


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet as ffmpeg's demuxer sees it; times in seconds."""

    stream: int
    pts_s: Fraction
    duration_s: Fraction
    key: bool
    size: int
    digest: str
    cut_off: bool = False
    """An edit list says that it is not shown."""


def packets(ffmpeg: Path, path: Path) -> list[Packet]:
    """Return the packets of a file in file order, as ffmpeg reads them."""
    command = [str(ffmpeg), "-v", "error", "-copyts", "-i", f"file:{path}", "-map", "0"]
    command += ["-c", "copy", "-f", "framecrc", "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
    bases: dict[int, Fraction] = {}
    found = []
    for line in text.splitlines():
        if line.startswith("#tb"):
            stream, base = line[4:].split(":")
            bases[int(stream)] = Fraction(base.strip())
        elif not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(",")]
            base_s = bases[int(cells[0])]
            flag = next((cell for cell in cells[6:] if cell.startswith("F=0x")), "F=0x1")
            flags = int(flag[4:], 16)
            found.append(
                Packet(
                    int(cells[0]),
                    int(cells[2]) * base_s,
                    int(cells[3]) * base_s,
                    flags & 1 == 1,
                    int(cells[4]),
                    cells[5],
                    flags & 4 == 4,
                )
            )
    return found


def decoded_frames(ffmpeg: Path, path: Path) -> int:
    """Return how many pictures ffmpeg's decoder shows."""
    command = [str(ffmpeg), "-v", "error", "-i", f"file:{path}", "-map", "0:v", "-fps_mode"]
    command += ["passthrough", "-f", "framecrc", "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
    return sum(not line.startswith("#") for line in text.splitlines())
