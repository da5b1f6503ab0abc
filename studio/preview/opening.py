"""Making a room: its parts, joined for one file."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.preview.delivery import DeliveryPart
from studio.preview.facts import FactsPart
from studio.preview.parts import RoomFiles, RoomPart
from studio.preview.room import PreviewRoom
from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece


@dataclass(frozen=True, slots=True)
class RoomWishes:
    """What the caller knows beside the file: see ``RoomFiles`` for each."""

    pieces: tuple[Piece, ...] = ()
    source: Path | None = None
    ffmpeg: Path | None = None
    translate: Callable[[str], str] = str


def open_room(segment_map: SegmentMap, wishes: RoomWishes | None = None) -> PreviewRoom:
    """Return a room for a file; the caller adds it to a server and closes it in the end.

    Args:
        segment_map: of the file, with every frame seen.
        wishes: what else is known.

    Raises:
        InputError: the file is gone or has changed since its map was read.
    """
    known = wishes or RoomWishes()
    cache_dir = Path(tempfile.mkdtemp(prefix="mse-studio-room-"))
    files = RoomFiles(
        segment_map, cache_dir, known.pieces, known.source, known.ffmpeg, known.translate
    )
    facts = FactsPart(files)
    parts: list[RoomPart] = [facts, DeliveryPart(files)]
    room = PreviewRoom(parts, cache_dir, known.translate)
    facts.features_of_all = room.features
    return room
