"""Which tracks of a WebM or Matroska file go into the repaired one, and their clean entries.

Sources: RFC 9559, section 5.1.4 (Tracks); WebM container guidelines; RFC 7845, section 5.1
(OpusHead). Chromium refuses a Tracks element that holds an element it does not know.
"""

from dataclasses import dataclass, field, replace

from studio.errors import RepairError
from studio.repair import ebml_writer as writer
from studio.repair.changes import Change, Deed
from studio.repair.opus_head import cured_opus
from studio.segments import ebml, matroska
from studio.segments.ebml import Element
from studio.segments.model import Track, TrackKind
from studio.segments.source import ByteSource

WEBM_CODECS = frozenset({"V_VP8", "V_VP9", "V_AV1", "A_VORBIS", "A_OPUS"})
MAX_NUMBER = 127
MAX_ELEMENT_BYTES = 1 << 20

FLAG_LACING = 0x9C
NAME = 0x536E
SEEK_PRE_ROLL = 0x56BB
CONTENT_ENCODINGS = 0x6D80
_CONTENT_ENCODING = 0x6240
_ENCODING_SCOPE = 0x5032
_ENCODING_TYPE = 0x5033
_COMPRESSION = 0x5034
_COMPRESSION_ALGORITHM = 0x4254
_COMPRESSION_SETTINGS = 0x4255
_HEADER_STRIPPING = 3
_SCOPE_FRAMES, _SCOPE_PRIVATE = 1, 2

_ENTRY_ELEMENTS = frozenset(
    {
        ebml.TRACK_NUMBER, ebml.TRACK_TYPE, ebml.CODEC_ID, ebml.CODEC_PRIVATE,
        ebml.DEFAULT_DURATION, ebml.CODEC_DELAY, ebml.VIDEO, ebml.AUDIO, NAME, SEEK_PRE_ROLL,
        0x73C5,  # TrackUID
        0xB9, 0x88, 0x55AA,  # FlagEnabled, FlagDefault, FlagForced
        0x55EE,  # MaxBlockAdditionID: alpha
        0x22B59C,  # Language
        0x258688,  # CodecName
    }
)  # fmt: skip
"""What a WebM TrackEntry may hold and is still true of the repaired file."""

_REPLACED = frozenset({FLAG_LACING, CONTENT_ENCODINGS, ebml.VOID, ebml.CRC32})
"""Left out of every entry without a word: they go because what they say is no longer so."""

_SETTINGS_ELEMENTS = frozenset(
    {
        ebml.PIXEL_WIDTH, ebml.PIXEL_HEIGHT, ebml.SAMPLING_FREQUENCY, ebml.CHANNELS,
        0x9A, 0x53B8, 0x53C0,  # FlagInterlaced, StereoMode, AlphaMode
        0x54AA, 0x54BB, 0x54CC, 0x54DD,  # PixelCrop
        0x54B0, 0x54BA, 0x54B2, 0x54B3,  # DisplayWidth, Height, Unit, AspectRatioType
        0x55B0, 0x7670,  # Colour, Projection
        0x78B5, 0x6264,  # OutputSamplingFrequency, BitDepth
    }
)  # fmt: skip


@dataclass(slots=True)
class TrackEntry:
    """One TrackEntry: its elements as (identifier, data), and what its frames must be given.

    ``track`` and ``number`` are as in the result, ``source_number`` as in the source.
    """

    track: Track
    number: int
    source_number: int
    parts: list[tuple[int, bytes]]
    prefix: bytes = b""
    changes: list[Change] = field(default_factory=list)

    @property
    def private(self) -> bytes:
        """Its CodecPrivate, empty when there is none."""
        return next((data for name, data in self.parts if name == ebml.CODEC_PRIVATE), b"")

    def written(self, *, default_duration: bool = True) -> bytes:
        """Return the element for the repaired file."""
        gone = () if default_duration else (ebml.DEFAULT_DURATION,)
        parts = [writer.element(name, data) for name, data in self.parts if name not in gone]
        return writer.element(ebml.TRACK_ENTRY, b"".join(parts))


def choose_tracks(
    source: ByteSource, tracks: Element, scale_ns: int
) -> tuple[list[TrackEntry], list[Change]]:
    """Return the entries to keep, and which tracks are left out.

    One track of each kind is kept, the first that WebM can hold: players see no other.

    Args:
        source: the file.
        tracks: its Tracks element.
        scale_ns: nanoseconds per tick.

    Raises:
        RepairError: a kind has no track that WebM can hold, or entries contradict themselves.
    """
    known = matroska.read_tracks(source, tracks, scale_ns)
    numbers = [track.number for track in known]
    kept = []
    for kind in (TrackKind.VIDEO, TrackKind.AUDIO):
        found = [track for track in known if track.kind is kind]
        if not found:
            continue
        track = next((track for track in found if track.codec_id in WEBM_CODECS), None)
        if track is None:
            raise _foreign(found[0])
        if numbers.count(track.number) > 1:
            raise RepairError(
                "Two tracks bear the same number, so their frames cannot be told apart.",
                hint="Make the file again from its source.",
            )
        kept.append(track)
    left = [track for track in known if track not in kept]
    entries = [_entry(source, tracks, track, kept) for track in kept]
    return entries, [Change(Deed.TRACK_LEFT_OUT, text=_named(track)) for track in left]


def _named(track: Track) -> str:
    return f"{track.number} ({track.codec_id})"


def _foreign(track: Track) -> RepairError:
    return RepairError(
        f"Track {track.number} is {track.codec_id}, which WebM does not hold.",
        hint="Transcode it with the preset webm-vp9-opus; or with mp4-copy, which only repackages "
        "what MP4 can hold.",
    )


def _entry(source: ByteSource, tracks: Element, track: Track, kept: list[Track]) -> TrackEntry:
    """Read one TrackEntry and clean it."""
    parts = _parts(source, _find(source, tracks, track.number))
    entry = TrackEntry(track, track.number, track.number, [])
    if track.number > MAX_NUMBER:
        taken = {other.number for other in kept}
        entry.number = next(n for n in range(1, MAX_NUMBER) if n not in taken)
        entry.changes.append(Change(Deed.TRACK_RENUMBERED, text=str(track.number)))
    parts = _undo_encodings(entry, parts)
    foreign = [name for name, _ in parts if name not in _ENTRY_ELEMENTS | _REPLACED]
    if foreign:
        entry.changes.append(Change(Deed.TRACK_ELEMENTS_REMOVED, len(foreign)))
    parts = [(name, data) for name, data in parts if name in _ENTRY_ELEMENTS]
    parts = [(n, b"" if n == ebml.TRACK_NUMBER else d) for n, d in parts]
    entry.parts = [_numbered(entry, *part) for part in _single(entry, parts)]
    _drop_name(entry)
    _drop_zero_duration(entry)
    if track.codec_id == "A_OPUS":
        entry.parts, changed = cured_opus(entry.parts)
        if changed:
            entry.changes.append(Change(Deed.OPUS_DELAY_SET, text=str(track.number)))
    entry.parts.append((FLAG_LACING, b"\0"))
    delay = next((d for n, d in entry.parts if n == ebml.CODEC_DELAY), b"")
    entry.track = replace(track, number=entry.number, codec_delay_ns=int.from_bytes(delay, "big"))
    return entry


def _numbered(entry: TrackEntry, name: int, data: bytes) -> tuple[int, bytes]:
    return (name, bytes([entry.number])) if name == ebml.TRACK_NUMBER else (name, data)


def _find(source: ByteSource, tracks: Element, number: int) -> Element:
    for entry in ebml.children(source, tracks.data_offset, tracks.end(0)):
        if entry.id == ebml.TRACK_ENTRY:
            for child in ebml.children(source, entry.data_offset, entry.end(0)):
                if child.id == ebml.TRACK_NUMBER and ebml.read_uint(source, child) == number:
                    return entry
    raise RepairError("The file holds no tracks.")


def _parts(source: ByteSource, entry: Element) -> list[tuple[int, bytes]]:
    """Return an entry's elements as (identifier, data); settings without foreign elements."""
    parts = []
    for child in ebml.children(source, entry.data_offset, entry.end(0)):
        if (child.size or 0) > MAX_ELEMENT_BYTES:
            raise RepairError("The file's header is larger than that of any real film.")
        data = ebml.read_data(source, child)
        if child.id in (ebml.VIDEO, ebml.AUDIO):
            inner = ebml.children(source, child.data_offset, child.end(0))
            data = b"".join(
                writer.element(setting.id, ebml.read_data(source, setting))
                for setting in inner
                if setting.id in _SETTINGS_ELEMENTS
            )
        parts.append((child.id, data))
    return parts


def _single(entry: TrackEntry, parts: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """Return the parts with each element once; of CodecPrivate the one that fits the codec."""
    kept: dict[int, bytes] = {}
    for name, data in parts:
        older = kept.get(name)
        if older is None:
            kept[name] = data
        elif name == ebml.CODEC_PRIVATE:
            kept[name] = _better_private(entry.track, older, data)
            entry.changes.append(Change(Deed.CODEC_PRIVATE_SINGLE, text=str(entry.track.number)))
        elif older != data:
            raise RepairError(
                f"Track {entry.track.number} says two different things about itself.",
                hint="Make the file again from its source.",
                detail=f"element {name:#x}",
            )
    return list(kept.items())


def _better_private(track: Track, first: bytes, second: bytes) -> bytes:
    if first == second:
        return first
    starts = {"A_OPUS": b"OpusHead", "A_VORBIS": b"\x02", "V_AV1": b"\x81"}
    start = starts.get(track.codec_id)
    fitting = [data for data in (first, second) if start and data.startswith(start)]
    if len(fitting) != 1:
        raise RepairError(
            f"Track {track.number} has two different codec configurations.",
            hint="Make the file again from its source.",
        )
    return fitting[0]


def _drop_name(entry: TrackEntry) -> None:
    name = next((data for part, data in entry.parts if part == NAME), b"")
    if not name.isascii():
        entry.parts = [part for part in entry.parts if part[0] != NAME]
        entry.changes.append(Change(Deed.NAME_REMOVED, text=str(entry.track.number)))


def _drop_zero_duration(entry: TrackEntry) -> None:
    if any(n == ebml.DEFAULT_DURATION and not any(data) for n, data in entry.parts):
        entry.parts = [part for part in entry.parts if part[0] != ebml.DEFAULT_DURATION]
        text = str(entry.track.number)
        entry.changes.append(Change(Deed.DEFAULT_DURATION_REMOVED, text=text))


def _undo_encodings(entry: TrackEntry, parts: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """Take header stripping off; every other encoding is refused.

    Raises:
        RepairError: the frames are compressed or encrypted.
    """
    prefix = private = b""
    for name, data in parts:
        if name == CONTENT_ENCODINGS:
            for encoding in writer.parsed(data):
                if encoding[0] == _CONTENT_ENCODING:
                    scope, stripped = _stripped(entry.track, encoding[1])
                    prefix = stripped + prefix if scope & _SCOPE_FRAMES else prefix
                    private = stripped + private if scope & _SCOPE_PRIVATE else private
    if prefix:
        entry.prefix = prefix
        entry.changes.append(Change(Deed.HEADERS_RESTORED, text=str(entry.track.number)))
    if not private:
        return parts
    return [(n, private + data if n == ebml.CODEC_PRIVATE else data) for n, data in parts]


def _stripped(track: Track, encoding: bytes) -> tuple[int, bytes]:
    """Return the scope of one ContentEncoding and the bytes that it strips."""
    scope, kind, algorithm, settings = _SCOPE_FRAMES, 0, 0, b""
    for name, data in writer.parsed(encoding):
        if name == _ENCODING_SCOPE:
            scope = int.from_bytes(data, "big")
        elif name == _ENCODING_TYPE:
            kind = int.from_bytes(data, "big")
        elif name == _COMPRESSION:
            for inner, value in writer.parsed(data):
                if inner == _COMPRESSION_ALGORITHM:
                    algorithm = int.from_bytes(value, "big")
                elif inner == _COMPRESSION_SETTINGS:
                    settings = value
    if kind != 0:
        raise RepairError(
            f"Track {track.number} is encrypted; its frames cannot be read.",
            hint="Use the file it was made from.",
        )
    if algorithm != _HEADER_STRIPPING:
        raise RepairError(
            f"The frames of track {track.number} are compressed once more, which no browser "
            "undoes.",
            hint="Transcode it with the preset webm-vp9-opus.",
        )
    return scope, settings
