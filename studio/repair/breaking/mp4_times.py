"""How the times of an MP4 are broken: starts, gaps, overlaps, edits (mse-rules T1 to T8, T13)."""

from collections.abc import Collection, Iterator

from studio.errors import RepairError
from studio.repair.breaking.box_tree import Node
from studio.repair.breaking.mp4_editlists import with_edits
from studio.repair.breaking.mp4_edits import track, with_moov
from studio.repair.breaking.mp4_media import Mp4Media, Mp4Track, decode_time, set_decode_time
from studio.repair.breaking.pieces import Piece
from studio.segments.model import TrackKind

BOTH = (TrackKind.VIDEO, TrackKind.AUDIO)


def late(media: Mp4Media, kinds: Collection[TrackKind], milliseconds: int) -> Iterator[Piece]:
    """Move tracks to a later time, from their beginning on."""
    return _moved(media, kinds, milliseconds, 0)


def gap(media: Mp4Media, kinds: Collection[TrackKind], milliseconds: int) -> Iterator[Piece]:
    """Move tracks to a later time from the middle of the file on."""
    return _moved(media, kinds, milliseconds, _middle(media))


def overlap(media: Mp4Media, milliseconds: int) -> Iterator[Piece]:
    """Move all tracks to an earlier time from the middle of the file on."""
    return _moved(media, BOTH, -milliseconds, _middle(media))


def times_from_zero(media: Mp4Media) -> Iterator[Piece]:
    """Let the decode times of every fragment begin at 0 again."""

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            set_decode_time(traf, 0)

    return media.body(lambda number: media.patched(number, edit) if number else None)


def _middle(media: Mp4Media) -> int:
    if len(media.fragments) < 2:
        raise RepairError("The file has only one fragment.")
    return max(1, len(media.fragments) // 2)


def _moved(
    media: Mp4Media, kinds: Collection[TrackKind], milliseconds: int, first: int
) -> Iterator[Piece]:
    ticks = {t.number: t.timescale * milliseconds // 1000 for t in media.tracks if t.kind in kinds}

    def edit(moof: Node) -> None:
        for traf in moof.all("traf"):
            by = ticks.get(traf.at("tfhd").number(4))
            if by is not None:
                set_decode_time(traf, decode_time(traf) + by)

    return media.body(lambda n: media.patched(n, edit) if n >= first else None)


def keyframe_before_zero(media: Mp4Media) -> Iterator[Piece]:
    """Let the edit list begin one picture after the first keyframe."""
    video = track(media, TrackKind.VIDEO)
    run = next((r for r in media.runs(0) if r.track.number == video.number), None)
    if run is None or not run.samples:
        raise RepairError("The first fragment holds no pictures.")
    first = run.time + run.samples[0].composition
    step = run.samples[0].duration

    def edits(_scale: int, _track: Mp4Track, _time: int) -> list[tuple[int, int]]:
        return [(0, first + step)]

    return with_edits(media, (TrackKind.VIDEO,), edits)


def empty_edit(
    media: Mp4Media, milliseconds: int, kinds: tuple[TrackKind, ...] = BOTH
) -> Iterator[Piece]:
    """Put an empty edit before the tracks."""

    def edits(scale: int, _track: Mp4Track, time: int) -> list[tuple[int, int]]:
        return [(scale * milliseconds // 1000, -1), (0, time)]

    return with_edits(media, kinds, edits)


def two_edits(media: Mp4Media, second_ms: int) -> Iterator[Piece]:
    """Cut the tracks by a second edit: 1 s, then a jump by ``second_ms``."""

    def edits(scale: int, found: Mp4Track, time: int) -> list[tuple[int, int]]:
        later = time + found.timescale * (1000 + second_ms) // 1000
        return [(scale, time), (scale, later)]

    return with_edits(media, BOTH, edits)


def without_edits(media: Mp4Media) -> Iterator[Piece]:
    """Take the edit lists out, so that the delay of reordered pictures stays."""
    if not any(trak.find("edts", "elst") for trak in media.moov().all("trak")):
        raise RepairError("The file has no edit list.")
    return with_edits(media, BOTH, lambda _scale, _track, _time: [])


def without_duration(media: Mp4Media) -> Iterator[Piece]:
    """Write 0 for how long the file lasts."""

    def edit(moov: Node) -> None:
        head = moov.at("mvhd")
        head.put(24 if head.version else 16, bytes(8 if head.version else 4))
        for mehd in moov.at("mvex").all("mehd"):
            moov.at("mvex").remove(mehd)

    return with_moov(media, edit)
