"""How an MP4's codec configuration is broken (mse-rules F20, C2)."""

from collections.abc import Callable, Iterator

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, full_box, parse
from studio.repair.breaking.mp4_edits import main_track, middle, track, trak_of, with_moov
from studio.repair.breaking.mp4_media import (
    MAX_BOX_BYTES,
    Mp4Media,
    Mp4Track,
    Sample,
    copied,
    sample_table,
)
from studio.repair.breaking.pieces import Piece, Put
from studio.segments.model import TrackKind

_VIDEO_ENTRY, _AUDIO_ENTRY = 78, 28
_CONFIGURATIONS = ("avcC", "hvcC", "vpcC", "av1C", "esds", "dOps")
_START_CODE = b"\0\0\0\1"

EntryEdit = Callable[[Node, list[Node]], None]
BoxChange = Callable[[Node], None]


def _edit_entry(trak: Node, edit: EntryEdit) -> None:
    """Change the configuration boxes inside a track's first sample entry."""
    stsd = sample_table(trak)
    handler = trak.at("mdia", "hdlr").data[8:12]
    fixed = _VIDEO_ENTRY if handler == b"vide" else _AUDIO_ENTRY
    entries = parse(stsd.data[8:])
    if not entries:
        raise RepairError("A track has no sample description.")
    entry = entries[0]
    boxes = parse(entry.data[fixed:])
    edit(entry, boxes)
    entry.data = entry.data[:fixed] + b"".join(box.to_bytes() for box in boxes)
    stsd.data = stsd.data[:8] + b"".join(e.to_bytes() for e in entries)


def _with_configuration(media: Mp4Media, track: Mp4Track, change: BoxChange) -> Iterator[Piece]:
    def entry(_entry: Node, boxes: list[Node]) -> None:
        found = next((box for box in boxes if box.type in _CONFIGURATIONS), None)
        if found is None:
            raise RepairError("A track has no codec configuration.")
        change(found)

    return with_moov(media, lambda moov: _edit_entry(trak_of(moov, track.number), entry))


def empty_configuration(media: Mp4Media) -> Iterator[Piece]:
    """Empty the picture's codec configuration."""

    def change(box: Node) -> None:
        box.data = b""

    return _with_configuration(media, main_track(media), change)


def wrong_length_size(media: Mp4Media) -> Iterator[Piece]:
    """Say that NAL units begin with a length of 2 bytes, while it is 4."""

    def change(box: Node) -> None:
        place = 21 if box.type == "hvcC" else 4
        box.put(place, bytes([box.data[place] & 0xFC | 1]))

    return _with_configuration(media, main_track(media), change)


def wrong_codec(media: Mp4Media) -> Iterator[Piece]:
    """Give the sound track the sample entry of another codec: FLAC, or Opus where it is FLAC."""
    audio = track(media, TrackKind.AUDIO)

    def change(entry: Node, boxes: list[Node]) -> None:
        channels, rate = entry.number(16, 2), entry.number(24, 2)
        if audio.entry == "fLaC":
            head = bytes([0, channels, 0, 0]) + rate.to_bytes(4, "big") + bytes(3)
            entry.type, box = "Opus", Node("dOps", head)
        else:
            entry.type, box = "fLaC", full_box("dfLa", 0, 0, _flac_head(rate, channels))
        boxes[:] = [box]

    return with_moov(media, lambda moov: _edit_entry(trak_of(moov, audio.number), change))


def _flac_head(rate_hz: int, channels: int) -> bytes:
    """Return FLAC's STREAMINFO block of 16-bit sound. Source: RFC 9639, section 8.2."""
    packed = rate_hz << 44 | (channels - 1) << 41 | 15 << 36
    info = b"\x10\0\x10\0" + bytes(6) + packed.to_bytes(8, "big") + bytes(16)
    return b"\x80" + len(info).to_bytes(3, "big") + info


def annex_b(media: Mp4Media) -> Iterator[Piece]:
    """Write start codes instead of the NAL units' lengths into a fragment's pictures."""
    video = track(media, TrackKind.VIDEO).number
    place = middle(media)
    found = media.fragments[place]
    if found.mdat.size > MAX_BOX_BYTES:
        raise RepairError("The fragment is too large for that.")
    data = bytearray(media.source.at(found.mdat.offset, found.mdat.size))
    for run in media.runs(place):
        for sample in run.samples if run.track.number == video else ():
            _start_codes(data, sample, found.mdat.offset)
    new: list[Piece] = [copied(found.moof), Put(bytes(data), changed=True)]
    return media.body(lambda n: new if n == place else None)


def _start_codes(data: bytearray, sample: Sample, base: int) -> None:
    position = sample.offset - base
    end = position + sample.size
    if position < 0 or end > len(data):
        raise RepairError("A fragment's frames lie beyond its data.", hint="Repair it first.")
    while position + 4 <= end:
        size = int.from_bytes(data[position : position + 4], "big")
        data[position : position + 4] = _START_CODE
        position += 4 + size
