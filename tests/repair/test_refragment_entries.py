"""Refragmenting: sync pictures, sample entries, parameter sets."""

import io
import struct
from pathlib import Path

import pytest

from studio.errors import RepairError
from studio.repair.mp4_descriptions import used_entry
from studio.repair.mp4_entries import clean_entry
from studio.repair.mp4_init import read_source_movie
from studio.repair.mp4_parameter_sets import as_hvc1, with_avc_sets
from studio.repair.mp4_sync import Entry, entry_of
from studio.segments.boxes import data_children
from studio.segments.model import TrackKind
from studio.segments.source import ByteSource
from tests.segments import building as b

IDR, SLICE = b"\x65\x88", b"\x41\x9a"


def bytes_source(data: bytes) -> ByteSource:
    return ByteSource(io.BytesIO(data), len(data))


def units(*payloads: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(payload)) + payload for payload in payloads)


@pytest.mark.parametrize(
    ("codec", "data", "found"),
    [
        ("avc1", units(b"\x09\xf0", b"\x06\x01", IDR), Entry.CLEAN),
        ("avc1", units(b"\x09\xf0", SLICE), Entry.NONE),
        ("avc1", b"\0\0\0\1" + IDR + b"\xff" * 9, Entry.UNKNOWN),
        ("hvc1", units(b"\x26\x01\xaf"), Entry.CLEAN),
        ("hvc1", units(b"\x40\x01", b"\x2a\x01\xaf"), Entry.OPEN),
        ("hvc1", units(b"\x02\x01\xd0"), Entry.NONE),
        ("vp09", b"\x82\x49\x83\x42", Entry.CLEAN),
        ("vp09", b"\x86\x00", Entry.NONE),
        ("av01", bytes.fromhex("12000a0b00000024cf7f0d3fff3001") + b"\x32\x02\x10\0", Entry.CLEAN),
        ("av01", bytes.fromhex("12003202300000"), Entry.NONE),
        ("mp4v", b"\0\0\1\xb6", Entry.UNKNOWN),
    ],
)
def test_pictures_tell_what_they_are(codec: str, data: bytes, found: Entry) -> None:
    assert entry_of(bytes_source(data), codec, 4, 0, len(data)) is found


def _sound_entry(version: int, extra: bytes, *boxes: bytes) -> bytes:
    header = bytes(6) + b"\0\1" + struct.pack(">H", version) + bytes(6)
    header += struct.pack(">HHHHI", 2, 16, 0, 0, 48_000 << 16)
    return b.box("mp4a", header, extra, *boxes)


def test_quicktime_sound_becomes_a_plain_entry() -> None:
    esds = b.full_box("esds", 0, 0, b"\x03\x01\x00")
    wave = b.box("wave", b.box("frma", b"mp4a"), b.box("mp4a", bytes(4)), esds, bytes(8))
    entry = clean_entry(_sound_entry(1, bytes(16), wave), TrackKind.AUDIO)
    assert entry.data == _sound_entry(0, b"", esds)


def test_a_plain_entry_stays_byte_for_byte() -> None:
    pasp = b.box("pasp", b.ints(4, 3))
    colr = b.box("colr", b"nclx", bytes(7))
    plain = b.avc_entry()
    whole = b.box("avc1", plain[8:], pasp, colr)
    assert clean_entry(whole, TrackKind.VIDEO).data == whole


def test_quicktime_colours_get_the_range_they_lack() -> None:
    whole = b.box("avc1", b.avc_entry()[8:], b.box("colr", b"nclc", b"\0\1\0\1\0\1"))
    assert clean_entry(whole, TrackKind.VIDEO).data.endswith(b"colrnclx\0\1\0\1\0\1\0")


def test_an_encrypted_entry_is_refused() -> None:
    with pytest.raises(RepairError, match="encrypted"):
        clean_entry(b.avc_entry(name="encv"), TrackKind.VIDEO)


def test_empty_hvcc_takes_the_sets_of_the_first_picture() -> None:
    sets = [bytes([kind << 1, 1, kind]) for kind in (32, 33, 34)]
    picture = units(*sets, b"\x26\x01\xaf")
    entry = clean_entry(b.hevc_entry("hev1"), TrackKind.VIDEO)
    made = as_hvc1(entry, bytes_source(picture), 0, len(picture))
    assert made.name == "hvc1"
    assert made.data[4:8] == b"hvc1"
    assert all(struct.pack(">H", 3) + unit in made.data for unit in sets)
    assert next(data_children(made.data, 0, len(made.data))).size == len(made.data)


def test_hev1_without_any_parameter_sets_is_refused() -> None:
    picture = units(b"\x26\x01\xaf")
    entry = clean_entry(b.hevc_entry("hev1"), TrackKind.VIDEO)
    with pytest.raises(RepairError, match="parameter sets"):
        as_hvc1(entry, bytes_source(picture), 0, len(picture))


def test_empty_avcc_takes_the_sets_of_the_first_picture() -> None:
    sps, pps = b.AVC_CONFIG[8:34], b"\x68\xef\x8f"
    picture = units(b"\x67" + sps, pps, IDR)
    empty = b.box("avc1", b.avc_entry()[8:86], b.box("avcC", bytes.fromhex("0164000cffe000")))
    made = with_avc_sets(
        clean_entry(empty, TrackKind.VIDEO), bytes_source(picture), 0, len(picture)
    )
    assert b"\x67" + sps in made.data
    assert pps in made.data


def test_damaged_sets_in_avcc_are_replaced_by_those_of_the_first_picture() -> None:
    """Firefox's VideoEncoder doubles the first byte of each."""
    sps, pps = b.AVC_CONFIG[8:34], b"\x68\xef\x8f"
    picture = units(sps, pps, IDR)
    damaged = b.avc_entry().replace(b"\0\x1a" + sps, b"\0\x1b\x67" + sps)
    damaged = damaged[:86] + b.box("avcC", damaged[94:])
    entry = clean_entry(b.box("avc1", damaged[8:]), TrackKind.VIDEO)
    made = with_avc_sets(entry, bytes_source(picture), 0, len(picture))
    assert b"\x67" + sps not in made.data
    assert sps + b"\1\0\3" + pps in made.data


def _two_entries(second: bytes, chunks: bytes) -> bytes:
    stbl = b.box(
        "stbl",
        b.full_box("stsd", 0, 0, b.ints(2), b.avc_entry(), second),
        b.full_box("stsc", 0, 0, chunks),
    )
    mdia = b.box(
        "mdia",
        b.full_box("mdhd", 0, 0, b.ints(0, 0, 1000, 0, 0)),
        b.full_box("hdlr", 0, 0, b.ints(0), b"vide", bytes(13)),
        b.box("minf", stbl),
    )
    trak = b.box("trak", b.full_box("tkhd", 0, 3, b.ints(0, 0, 1), bytes(68)), mdia)
    return b.ftyp() + b.moov(trak)


def test_of_two_sample_entries_the_used_one_is_taken(tmp_path: Path) -> None:
    source = bytes_source(_two_entries(b.avc_entry(640, 360), b.ints(1, 1, 1, 2)))
    (track,) = read_source_movie(source).tracks
    assert used_entry(source, track) == b.avc_entry(640, 360)


def test_coding_that_changes_on_the_way_is_refused() -> None:
    source = bytes_source(_two_entries(b.avc_entry(640, 360), b.ints(2, 1, 1, 1, 2, 1, 2)))
    (track,) = read_source_movie(source).tracks
    with pytest.raises(RepairError, match="changes"):
        used_entry(source, track)
