"""How an MP4's header is broken (mse-rules F1 to F4, F13 to F15, F19)."""

from collections.abc import Iterator

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node, full_box, parse
from studio.repair.breaking.mp4_edits import main_track, trak_of, with_moov
from studio.repair.breaking.mp4_media import (
    Mp4Media,
    TrackRun,
    copied,
    freed,
)
from studio.repair.breaking.pieces import Copy, Piece, Put, changed

_FOREIGN_NUMBER = 77


def without_mvex(media: Mp4Media) -> Iterator[Piece]:
    """Rename mvex, so that the header announces no fragments."""

    def edit(moov: Node) -> None:
        moov.at("mvex").type = "free"

    return with_moov(media, edit)


def _last_trex(mvex: Node) -> Node:
    found = mvex.all("trex")
    if not found:
        raise RepairError("The file has no fragment defaults (trex).", hint="Repair it first.")
    return found[-1]


def without_trex(media: Mp4Media) -> Iterator[Piece]:
    """Leave out the last track's fragment defaults."""

    def edit(moov: Node) -> None:
        mvex = moov.at("mvex")
        mvex.remove(_last_trex(mvex))

    return with_moov(media, edit)


def foreign_trex(media: Mp4Media) -> Iterator[Piece]:
    """Let fragment defaults belong to a track that does not exist."""

    def edit(moov: Node) -> None:
        _last_trex(moov.at("mvex")).put(4, _FOREIGN_NUMBER.to_bytes(4, "big"))

    return with_moov(media, edit)


def zero_description(media: Mp4Media) -> Iterator[Piece]:
    """Let fragments default to sample description 0, which does not exist."""

    def edit(moov: Node) -> None:
        for trex in moov.at("mvex").all("trex"):
            trex.put(8, bytes(4))

    return with_moov(media, edit)


def without_ftyp(media: Mp4Media) -> Iterator[Piece]:
    """Leave out ftyp."""
    for box in media.boxes:
        if box.type == "ftyp":
            yield Put(b"", changed=True)
        else:
            yield from freed(box) if box.type == "sidx" else [copied(box)]


def strange_brand(media: Mp4Media) -> Iterator[Piece]:
    """Write a brand into ftyp that nobody knows."""
    for box in media.boxes:
        if box.type == "ftyp":
            yield Copy(box.offset, box.header_size)
            yield Put(b"zzzz", changed=True)
            yield Copy(box.body + 4, box.end - box.body - 4)
        else:
            yield copied(box)


def header_last(media: Mp4Media) -> Iterator[Piece]:
    """Put moov behind all fragments."""
    for box in media.boxes:
        if box is media.moov_box:
            yield Put(b"", changed=True)
        else:
            yield from freed(box) if box.type in ("sidx", "mfra") else [copied(box)]
    yield Put(media.moov().to_bytes())


def other_header(media: Mp4Media) -> Iterator[Piece]:
    """Put a second header with other track numbers before a fragment in the middle."""
    moov = media.moov()
    shift = 10
    for trak in moov.all("trak"):
        head = trak.at("tkhd")
        place = 20 if head.version else 12
        head.put(place, (head.number(place) + shift).to_bytes(4, "big"))
    for trex in moov.at("mvex").all("trex"):
        trex.put(4, (trex.number(4) + shift).to_bytes(4, "big"))
    return _header_again(media, moov)


def same_header(media: Mp4Media) -> Iterator[Piece]:
    """Put the same header once more before a fragment in the middle."""
    return _header_again(media, media.moov())


def _header_again(media: Mp4Media, moov: Node) -> Iterator[Piece]:
    place = len(media.fragments) // 2
    fragment = media.fragments[place]
    ftyp = next((box for box in media.boxes if box.type == "ftyp"), None)
    first: list[Piece] = [] if ftyp is None else [copied(ftyp)]
    again = [*changed([*first, Put(moov.to_bytes())]), copied(fragment.moof)]
    return media.body(lambda n: [*again, copied(fragment.mdat)] if n == place else None)


def duplicate_track(media: Mp4Media) -> Iterator[Piece]:
    """Declare the last track a second time with the same number."""

    def edit(moov: Node) -> None:
        moov.children += parse(moov.all("trak")[-1].to_bytes(), 1)

    return with_moov(media, edit)


def lying_index(media: Mp4Media) -> Iterator[Piece]:
    """Write an index (sidx) whose sizes are wrong."""
    track = main_track(media)
    rows = b"".join(
        (fragment.mdat.end - fragment.moof.offset + 1000 & 0x7FFFFFFF).to_bytes(4, "big")
        + track.timescale.to_bytes(4, "big")
        + b"\x90\0\0\0"
        for fragment in media.fragments[:0xFFFF]
    )
    count = len(media.fragments[:0xFFFF]).to_bytes(4, "big")
    head = track.number.to_bytes(4, "big") + track.timescale.to_bytes(4, "big") + bytes(8)
    sidx = full_box("sidx", 0, 0, head + count + rows)
    first = media.fragments[0]
    new: list[Piece] = [Put(sidx.to_bytes(), changed=True), copied(first.moof), copied(first.mdat)]
    return media.body(lambda n: new if n == 0 else None)


def first_fragment_in_header(media: Mp4Media) -> Iterator[Piece]:
    """Describe the first fragment's frames in moov, with an mdat before the first moof."""
    if len(media.fragments) < 2:
        raise RepairError("The file has only one fragment.")
    runs = {run.track.number: run for run in media.runs(0)}
    first = media.fragments[0]

    def described(moved_by: int) -> Node:
        moov = media.moov()
        for number, run in runs.items():
            _describe(trak_of(moov, number), run, moved_by)
        return moov

    size = len(described(0).to_bytes()) - len(media.moov().to_bytes())
    moov = described(size - first.moof.size)
    return media.body(lambda n: [copied(first.mdat)] if n == 0 else None, moov=moov)


def _describe(trak: Node, run: TrackRun, moved_by: int) -> None:
    """Write a run's frames into a track's sample tables."""
    table = trak.at("mdia", "minf", "stbl")
    samples = run.samples
    if not samples:
        raise RepairError("The first fragment holds a track without frames.")
    count = len(samples)
    durations = _numbers(*(n for s in samples for n in (1, s.duration)))
    compositions = _numbers(*(n for s in samples for n in (1, s.composition)))
    offset = _numbers(1, samples[0].offset + moved_by)
    syncs = [place + 1 for place, sample in enumerate(samples) if sample.sync]
    new = {
        "stts": _numbers(count) + durations,
        "ctts": _numbers(count) + compositions,
        "stss": _numbers(len(syncs), *syncs),
        "stsc": _numbers(1, 1, count, 1),
        "stsz": _numbers(0, count, *(sample.size for sample in samples)),
        "stco": offset,
    }
    table.children = [child for child in table.children if child.type not in {*new, "co64"}]
    if len(syncs) == count:
        del new["stss"]
    if not any(sample.composition for sample in samples):
        del new["ctts"]
    negative = any(sample.composition < 0 for sample in samples)
    for name, data in new.items():
        table.children.append(full_box(name, int(negative and name == "ctts"), 0, data))


def _numbers(*values: int) -> bytes:
    return b"".join((value & 0xFFFFFFFF).to_bytes(4, "big") for value in values)
