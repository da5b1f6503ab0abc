"""Near the edge in WebM: files that keep a rule in an unusual way, and traps beside the rules."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from studio.repair import ebml_writer as writer
from studio.repair.breaking.model import on_webm
from studio.repair.breaking.pieces import Copy, Piece, Put, length
from studio.repair.breaking.webm_edits import (
    group,
    mixed_cluster,
    payload,
    simple_block,
    track,
    with_cluster,
    with_track,
)
from studio.repair.breaking.webm_media import Timed, WebmMedia, block_pieces, cluster_of
from studio.segments import ebml
from studio.segments.model import TrackKind
from tests.engines.fixtures_base import Fixture, broken, plain, planned
from tests.engines.fixtures_webm import vp8_opus
from tests.engines.materials import Materials

_POSITION, _PREVIOUS_SIZE, _NAME = 0xA7, 0xAB, 0x536E
_ADDITIONS, _MORE, _ADD_ID, _ADDITIONAL = 0x75A1, 0xA6, 0xEE, 0xA5


def void_first(media: WebmMedia) -> Iterable[Piece]:
    return media.file([Put(writer.void(50)), *media.body()])


def _headed(media: WebmMedia, number: int, before: bytes, after: bytes) -> list[Piece]:
    """Return a cluster with elements before and after its Timestamp."""
    time = media.cluster_time(number)
    inside: list[Piece] = [Put(before + writer.uint(ebml.TIMESTAMP, time) + after)]
    inside += [piece for timed in media.blocks(number) for piece in block_pieces(timed, time)]
    return [Put(writer.id_bytes(ebml.CLUSTER) + writer.size_bytes(length(inside))), *inside]


def position_after_timestamp(media: WebmMedia) -> Iterable[Piece]:
    more = writer.uint(_POSITION, 1234) + writer.uint(_PREVIOUS_SIZE, 999)
    return with_cluster(media, 1, _headed(media, 1, b"", more))


def position_before_timestamp(media: WebmMedia) -> Iterable[Piece]:
    return with_cluster(media, 1, _headed(media, 1, writer.uint(_PREVIOUS_SIZE, 999), b""))


def checksums(media: WebmMedia) -> Iterable[Piece]:
    """Begin each cluster with the CRC-32 of the rest of it."""

    def edit(number: int) -> list[Piece]:
        inside = cluster_of(media.blocks(number), media.cluster_time(number))[1:]
        data = b"".join(_bytes(media, piece) for piece in inside)
        crc = writer.element(ebml.CRC32, crc32(data).to_bytes(4, "little"))
        return [Put(writer.element(ebml.CLUSTER, crc + data))]

    return media.file(media.body(edit))


def _bytes(media: WebmMedia, piece: Piece) -> bytes:
    if isinstance(piece, Copy):
        return media.source.at(piece.offset, piece.size)
    assert isinstance(piece, Put)
    return piece.data


def all_groups(media: WebmMedia) -> Iterable[Piece]:
    """Write every frame of sound as a BlockGroup with its duration."""
    number = track(media, TrackKind.AUDIO).number
    duration = Put(writer.uint(ebml.BLOCK_DURATION, 20))

    def change(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if block.track != number:
            return None
        frame = [payload(media, block)]
        inner = simple_block(number, timed.time - time, 0, frame, name=ebml.BLOCK)
        return group(inner, [duration])

    return media.file(media.body(lambda n: mixed_cluster(media, n, change)))


def one_addition(media: WebmMedia) -> Iterable[Piece]:
    more = writer.uint(_ADD_ID, 1) + writer.element(_ADDITIONAL, b"addition")
    additions = Put(writer.element(_ADDITIONS, writer.element(_MORE, more)))

    def change(place: int, timed: Timed, time: int) -> list[Piece] | None:
        block = timed.block
        if place or not block.keyframe:
            return None
        frame = [payload(media, block)]
        inner = simple_block(block.track, timed.time - time, 0, frame, name=ebml.BLOCK)
        return group(inner, [additions])

    return with_cluster(media, 1, mixed_cluster(media, 1, change))


def void_in_cluster(media: WebmMedia) -> Iterable[Piece]:
    def change(place: int, timed: Timed, time: int) -> list[Piece] | None:
        return [*block_pieces(timed, time), Put(writer.void(20))] if place % 9 == 0 else None

    return with_cluster(media, 1, mixed_cluster(media, 1, change))


def track_number_100(media: WebmMedia) -> Iterator[Piece]:
    """Give the sound track the number 100."""
    sound = track(media, TrackKind.AUDIO)
    tracks = with_track(
        media, TrackKind.AUDIO, lambda entry: entry.set(ebml.TRACK_NUMBER, bytes([100]))
    )

    def change(_place: int, timed: Timed, time: int) -> list[Piece] | None:
        if timed.block.track != sound.number:
            return None
        return block_pieces(timed, time, track=0x80 | 100)

    clusters = iter(range(len(media.clusters)))
    places = {part.copied() for part in media.clusters}
    for piece in tracks:
        if piece in places:
            yield from mixed_cluster(media, next(clusters), change)
        else:
            yield piece


def ascii_name(media: WebmMedia) -> Iterable[Piece]:
    return with_track(media, TrackKind.VIDEO, lambda entry: entry.set(_NAME, b"Main picture"))


def without_codec_delay(media: WebmMedia) -> Iterable[Piece]:
    return with_track(media, TrackKind.AUDIO, lambda entry: entry.without(ebml.CODEC_DELAY))


def av1_opus(m: Materials) -> Path:
    return m.webm("av1", "opus", "25")


def live(m: Materials) -> Path:
    return m.muxed("live-video-only.webm", [m.picture("vp8", "30")], "-live", "1")


def dashed(m: Materials) -> Path:
    return m.muxed("dash-video-only.webm", [m.picture("vp9", "30")], "-dash", "1")


NEAR_WEBM: tuple[Fixture, ...] = (
    plain("webm-sound-plain", "WEBM-023", lambda m: m.webm("vp9", "vorbis", "25")),
    planned("webm-void-first", "WEBM-001", vp8_opus, on_webm(void_first), good=True),
    planned(
        "webm-position-after-timestamp",
        "WEBM-002",
        vp8_opus,
        on_webm(position_after_timestamp),
        good=True,
    ),
    planned(
        "webm-position-before-timestamp",
        "WEBM-002",
        vp8_opus,
        on_webm(position_before_timestamp),
        good=True,
    ),
    planned("webm-checksums", "WEBM-015", vp8_opus, on_webm(checksums), good=True),
    planned("webm-all-groups", "WEBM-007", vp8_opus, on_webm(all_groups), good=True),
    planned("webm-one-addition", "WEBM-009", vp8_opus, on_webm(one_addition), good=True),
    planned("webm-void-in-cluster", "WEBM-016", vp8_opus, on_webm(void_in_cluster), good=True),
    broken("webm-wide-track-number", vp8_opus),
    planned("webm-track-number-100", "WEBM-008", vp8_opus, on_webm(track_number_100), good=True),
    planned("webm-ascii-name", "WEBM-010", vp8_opus, on_webm(ascii_name), good=True),
    planned("webm-no-codec-delay", "WEBM-018", vp8_opus, on_webm(without_codec_delay), good=True),
    broken("webm-stripped-headers", vp8_opus),
    plain("webm-sound-av1-opus", "WEBM-020", av1_opus),
    plain("webm-live-video-only", "WEBM-014", live),
    plain("webm-dash-video-only", "WEBM-006", dashed),
)
