"""Near the edge in MP4: files that keep a rule in an unusual way, and traps beside the rules."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from studio.repair.breaking.box_tree import Node, box_head, full_box, parse
from studio.repair.breaking.model import on_mp4
from studio.repair.breaking.mp4_edits import (
    main_track,
    middle,
    sequence,
    traf_of,
    with_moof,
    with_moov,
)
from studio.repair.breaking.mp4_media import Mp4Media, copied, decode_time, move_data
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Copy, Piece, Put
from tests.engines.fixtures_base import Fixture, broken, edited, plain, planned
from tests.engines.fixtures_mp4 import h264_aac, h264_b_aac, opus_only, vp9_only, vp9_opus

_DEFAULT_BASE = 0x20000
_OTHER_NUMBERS = 20


def swapped_defaults(media: Mp4Media) -> Iterable[Piece]:
    """Write the fragment defaults in another order than the tracks."""

    def edit(moov: Node) -> None:
        moov.at("mvex").children.reverse()

    return with_moov(media, edit)


def allowed_boxes(media: Mp4Media) -> Iterable[Piece]:
    """Put every box that may stand there between two fragments."""
    place = middle(media)
    found = media.fragments[place]
    empty = [Node(name, bytes(8)) for name in ("free", "skip")]
    user = Node("uuid", bytes(range(16)) + b"anything")
    message = full_box("emsg", 0, 0, b"urn:x\0" + b"1\0" + bytes(16))
    clock = full_box("prft", 0, 0, bytes(4) + bytes(8) + bytes(4))
    kind = Node("styp", b"msdh" + bytes(4) + b"msdhmsix")
    boxes = b"".join(node.to_bytes() for node in (*empty, user, kind, clock, message))
    new: list[Piece] = [Put(boxes, changed=True), copied(found.moof), copied(found.mdat)]
    return media.body(lambda n: new if n == place else None)


def wide_size(media: Mp4Media) -> Iterable[Piece]:
    """Write the size of an mdat in 64 bits."""
    place = middle(media)
    found = media.fragments[place]
    moof = media.moof(place)
    move_data(moof, 8)
    size = (found.mdat.size + 8).to_bytes(8, "big")
    head = (1).to_bytes(4, "big") + b"mdat" + size
    data = Copy(found.mdat.body, found.mdat.end - found.mdat.body)
    new: list[Piece] = [Put(moof.to_bytes()), Put(head, changed=True), data]
    return media.body(lambda n: new if n == place else None)


def free_before_data(media: Mp4Media) -> Iterable[Piece]:
    """Put free space between a moof and its mdat."""
    place = middle(media)
    moof = media.moof(place)
    move_data(moof, 40)
    gap = Put(box_head("free", 32) + bytes(32), changed=True)
    new: list[Piece] = [Put(moof.to_bytes()), gap, copied(media.fragments[place].mdat)]
    return media.body(lambda n: new if n == place else None)


def without_base_flags(media: Mp4Media) -> Iterable[Piece]:
    """Clear default-base-is-moof where a fragment holds one track only."""

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            traf.at("tfhd").flags &= ~_DEFAULT_BASE

    return media.body(lambda number: media.patched(number, edit))


def short_decode_times(media: Mp4Media) -> Iterable[Piece]:
    """Write decode times in 32 bits."""

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            traf.at("tfdt").data = bytes(4) + decode_time(traf).to_bytes(4, "big")

    return media.body(lambda number: media.patched(number, edit))


def two_truns(media: Mp4Media) -> Iterable[Piece]:
    """Split the main track's run of a fragment in two, each with its data offset."""
    number = main_track(media).number
    place = middle(media)
    runs = media.runs(place)
    samples = next(run.samples for run in runs if run.track.number == number)
    moof, *data = fragment(sequence(media, place), runs)
    assert isinstance(moof, Put)
    tree = parse(moof.data)[0]
    trun = traf_of(tree, number).at("trun")
    first, rows = len(samples) // 2, trun.data[12:]
    start = int.from_bytes(trun.data[8:12], "big", signed=True)
    second = start + sum(sample.size for sample in samples[:first])
    rest = (len(samples) - first).to_bytes(4, "big") + second.to_bytes(4, "big", signed=True)
    more = full_box("trun", 1, trun.flags, rest + rows[16 * first :])
    trun.data = trun.data[:4] + first.to_bytes(4, "big") + trun.data[8:12] + rows[: 16 * first]
    traf_of(tree, number).children.append(more)
    move_data(tree, len(tree.to_bytes()) - len(moof.data))
    new = [Put(tree.to_bytes(), changed=True), *data]
    return media.body(lambda n: new if n == place else None)


def two_trafs(media: Mp4Media) -> Iterable[Piece]:
    """Split the main track's run of a fragment in two track fragments, in order."""
    number = main_track(media).number
    place = middle(media)
    runs = media.runs(place)
    index = next(i for i, run in enumerate(runs) if run.track.number == number)
    run = runs[index]
    half = len(run.samples) // 2
    first = replace(run, samples=run.samples[:half])
    second = replace(run, time=run.time + first.duration, samples=run.samples[half:])
    runs[index : index + 1] = [first, second]
    new = fragment(sequence(media, place), runs)
    return media.body(lambda n: new if n == place else None)


def swapped_fragments(media: Mp4Media) -> Iterable[Piece]:
    """Put the second fragment behind the third."""

    def edit(number: int) -> list[Piece] | None:
        other = {1: 2, 2: 1}.get(number)
        if other is None:
            return None
        found = media.fragments[other]
        return [Put(b"", changed=True), copied(found.moof), copied(found.mdat)]

    return media.body(edit)


def odd_track_numbers(media: Mp4Media) -> Iterable[Piece]:
    """Number the tracks from 21 on, everywhere."""

    def renumbered(node: Node, place: int) -> None:
        node.put(place, (node.number(place) + _OTHER_NUMBERS).to_bytes(4, "big"))

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            renumbered(traf.at("tfhd"), 4)

    moov = media.moov()
    for trak in moov.all("trak"):
        head = trak.at("tkhd")
        renumbered(head, 20 if head.version else 12)
    for trex in moov.at("mvex").all("trex"):
        renumbered(trex, 4)
    return media.body(lambda number: media.patched(number, edit), moov=moov)


def empty_track_fragment(media: Mp4Media) -> Iterable[Piece]:
    """Let a fragment hold a trun of no samples beside the real ones."""

    def edit(moof: Node) -> None:
        traf_of(moof, media.tracks[-1].number).children.append(full_box("trun", 0, 0, bytes(4)))

    return with_moof(media, edit)


def _as_filler(kind: int, fragment: int, data: bytes) -> bytes:
    """Make filler of a NAL unit of this kind in a fragment's first picture."""
    place = [n for n in range(len(data)) if data.startswith(b"mdat", n)][fragment] + 4
    while data[place + 4] & 0x1F != kind:
        place += 4 + int.from_bytes(data[place : place + 4], "big")
    return data[: place + 4] + b"\x0c" + data[place + 5 :]


def _in_sets(pictures: bool, byte: int, data: bytes) -> bytes:
    """Turn over a byte of the first picture (or sequence) parameter set in avcC."""
    place = data.index(b"avcC") + 10
    if pictures:
        place += 2 + int.from_bytes(data[place : place + 2], "big") + 1
    place += 2 + byte
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


_NEAR = (
    ("swapped-defaults", "MP4-003", swapped_defaults, True),
    ("allowed-boxes", "MP4-005", allowed_boxes, True),
    ("wide-size", "MP4-006", wide_size, True),
    ("free-before-data", "MP4-012", free_before_data, True),
    ("short-decode-times", "MP4-010", short_decode_times, True),
    ("two-truns", "MP4-009", two_truns, True),
    ("two-trafs", "TIME-005", two_trafs, True),
    ("swapped-fragments", "TIME-005", swapped_fragments, True),
    ("odd-track-numbers", "MP4-015", odd_track_numbers, True),
    ("empty-trun", "MP4-011", empty_track_fragment, True),
)

NEAR_MP4: tuple[Fixture, ...] = (
    *(
        planned(f"mp4-{name}", code, vp9_opus, on_mp4(plan), good=good)
        for name, code, plan, good in _NEAR
    ),
    planned("mp4-two-truns-h264", "MP4-021", h264_b_aac, on_mp4(two_truns), good=True),
    broken("mp4-second-run-without-offset", vp9_opus),
    broken("mp4-second-run-without-offset", h264_b_aac, key="mp4-second-run-without-offset-h264"),
    broken("mp4-halves-swapped", vp9_opus),
    broken("mp4-halves-swapped", h264_b_aac, key="mp4-halves-swapped-h264"),
    planned("mp4-one-track-no-base", "MP4-008", vp9_only, on_mp4(without_base_flags), good=True),
    planned("mp4-sound-no-base", "MP4-007", opus_only, on_mp4(without_base_flags), good=True),
    edited("mp4-message-as-filler", "TIME-010", h264_aac, partial(_as_filler, 6, 0), good=True),
    edited("mp4-picture-as-filler", "TIME-010", h264_aac, partial(_as_filler, 5, 0)),
    edited("mp4-later-picture-as-filler", "TIME-010", h264_aac, partial(_as_filler, 5, 1)),
    edited("mp4-sets-level", "MP4-020", h264_aac, partial(_in_sets, False, 3), good=True),
    edited("mp4-sets-size", "MP4-020", h264_aac, partial(_in_sets, False, 5)),
    edited("mp4-sets-picture", "MP4-020", h264_aac, partial(_in_sets, True, 1)),
    plain("mp4-hls", "TIME-007", lambda m: m.hls("vp9", "opus"), good=True),
    plain("mp4-hls-h264", "TIME-007", lambda m: m.hls("h264b", "aac")),
    plain("mp4-dash-video", "MP4-013", lambda m: m.dash("vp9", "opus", 0), good=True),
    plain("mp4-dash-audio", "MP4-013", lambda m: m.dash("vp9", "opus", 1), good=True),
    plain("mp4-dash-video-h264", "TIME-008", lambda m: m.dash("h264b", "aac", 0), good=True),
    plain("mp4-hvc1", "MIME-007", lambda m: m.h265("hvc1"), good=True),
    plain("mp4-hev1", "MIME-007", lambda m: m.h265("hev1"), good=False),
)
