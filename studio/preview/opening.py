"""Making a room: its parts, joined for one file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.preview.browser import BrowserPart
from studio.preview.decoder import DecoderPart
from studio.preview.delivery import DeliveryPart
from studio.preview.element_tree import ElementTreePart
from studio.preview.facts import FactsPart
from studio.preview.filmstrip import FilmstripPart
from studio.preview.libraries import LibrariesPart
from studio.preview.measure import MeasurePart
from studio.preview.parts import RoomFiles, RoomPart
from studio.preview.proxy import FileProxyPart, SourceProxyPart, usable_encoders
from studio.preview.relay import RelayPart
from studio.preview.room import PreviewRoom
from studio.preview.saving import SavingPart
from studio.preview.screencast import ScreencastPart
from studio.preview.waveform import WaveformPart
from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece
from studio.verdict.browsers import chromium_browsers
from studio.verdict.engine import Engine
from studio.verdict.leftovers import ROOM_PREFIX, make_folder, remove_folder, sweep_once


@dataclass(frozen=True, slots=True)
class RoomWishes:
    """What the caller knows and can do beside the file: see ``RoomFiles`` for the first ones.

    The functions are called on the server's thread and must not block; None: not to be had.
    ``save_text`` gets a name and a text that the user wants to save, ``open_in_browser`` the
    address of a page, ``show_segment`` the number of a segment whose decoder picture is asked
    for. ``libraries_dir`` is where the user keeps player libraries, or a function that tells what
    is set at the moment, which may be called on any thread. ``browsers`` are for
    playing what the page's own engine cannot decode; None: those that are installed.
    """

    pieces: tuple[Piece, ...] = ()
    source: Path | None = None
    ffmpeg: Path | None = None
    translate: Callable[[str], str] = str
    save_text: Callable[[str, str], None] | None = None
    open_in_browser: Callable[[str], None] | None = None
    show_segment: Callable[[int], None] | None = None
    libraries_dir: Path | Callable[[], Path | None] | None = None
    browsers: tuple[Engine, ...] | None = None


def open_room(segment_map: SegmentMap, wishes: RoomWishes | None = None) -> PreviewRoom:
    """Return a room for a file; the caller adds it to a server and closes it in the end.

    Args:
        segment_map: of the file, with every frame seen.
        wishes: what else is known.

    Raises:
        InputError: the file is gone or has changed since its map was read.
    """
    known = wishes or RoomWishes()
    sweep_once()
    cache_dir = make_folder(prefix=ROOM_PREFIX)
    try:
        return _furnished(segment_map, known, cache_dir)
    except BaseException:
        remove_folder(cache_dir)
        raise


def _furnished(segment_map: SegmentMap, known: RoomWishes, cache_dir: Path) -> PreviewRoom:
    files = RoomFiles(
        segment_map, cache_dir, known.pieces, known.source, known.ffmpeg, known.translate
    )
    facts = FactsPart(files)
    browsers = chromium_browsers() if known.browsers is None else known.browsers
    parts: list[RoomPart] = [facts, DeliveryPart(files), MeasurePart(files)]
    parts += [RelayPart(), ScreencastPart(browsers), BrowserPart(known.open_in_browser)]
    parts += [ElementTreePart(files), FilmstripPart(files), WaveformPart(files)]
    parts += [SavingPart(known.save_text)]
    parts += [DecoderPart(files, known.show_segment)]
    encoders = usable_encoders(known.ffmpeg)
    parts += [FileProxyPart(files, encoders), SourceProxyPart(files, encoders)]
    parts += [LibrariesPart(files, known.libraries_dir, known.open_in_browser)]
    room = PreviewRoom(parts, cache_dir, known.translate)
    facts.features_of_all = room.features
    return room
