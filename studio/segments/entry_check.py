"""Whether a sample entry and its codec configuration are such as browsers' parsers accept.

Sources: Chromium media/formats/mp4/box_definitions.cc and es_descriptor.cc, aac.cc; the codec
bindings of AVC and HEVC (ISO/IEC 14496-15), AV1, VP9, Opus and FLAC.
"""

from collections.abc import Callable
from fractions import Fraction

from studio.segments import avc, mime
from studio.segments.boxes import Box, scan_children
from studio.segments.model import FactKind, TrackKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource

MAX_CONFIG_BYTES = 1 << 16

_VIDEO_HEAD, _AUDIO_HEAD = 78, 28
_AVC = frozenset({"avc1", "avc3", "dva1", "dvav"})
_HEVC = frozenset({"hvc1", "hev1", "dvh1", "dvhe"})
_VIDEO = _AVC | _HEVC | {"vp09", "av01", "dav1"}
_AUDIO = frozenset(
    {"mp4a", "Opus", "fLaC", "ac-3", "ec-3", "ac-4", "dtsc", "dtse", "dtsx", "mha1", "mhm1", "iamf"}
)
_SAMPLE_BITS = (8, 16, 24, 32)


class EntryCheck:
    """Notes what is wrong with the sample entries of one track."""

    def __init__(self, source: ByteSource, notes: Notes, track: int, place: str) -> None:
        self._source = source
        self._notes = notes
        self._track = track
        self._place = place

    def check(self, stsd: Box, kind: TrackKind) -> None:
        """Look at each entry of an stsd box."""
        found, whole = scan_children(self._source, stsd.body + 8, stsd.end)
        if not whole or not found:
            self._note(FactKind.BROKEN_MOVIE, stsd.offset, "stsd", self._place)
        for entry in found:
            place = f"{self._place}/{entry.type}"
            head = _VIDEO_HEAD if kind is TrackKind.VIDEO else _AUDIO_HEAD
            children, whole = scan_children(self._source, entry.body + head, entry.end)
            if not whole:
                self._note(FactKind.BROKEN_BOX, entry.offset, entry.type, place)
                continue
            boxes = {box.type: box for box in reversed(children)}
            if entry.type in {"encv", "enca"}:
                self._note(FactKind.ENCRYPTED, entry.offset, entry.type, place)
            elif kind is TrackKind.VIDEO:
                self._check_video(entry, boxes, place)
            else:
                self._check_audio(entry, boxes, place)

    def _note(self, kind: FactKind, offset: int, text: str, place: str) -> None:
        self._notes.add(kind, offset, track=self._track, text=text, place=place)

    def _content(self, box: Box) -> bytes:
        return self._source.at(box.body, min(box.end - box.body, MAX_CONFIG_BYTES))

    def _check_video(self, entry: Box, boxes: dict[str, Box], place: str) -> None:
        if entry.type not in _VIDEO:
            self._note(FactKind.UNKNOWN_ENTRY, entry.offset, entry.type, place)
        elif entry.type in _AVC:
            data = self._check_config(entry, boxes, "avcC", place, avc_is_readable)
            self._check_nal_config(data, boxes.get("avcC"), f"{place}/avcC")
            self._check_sets(entry, data, boxes, f"{place}/avcC")
        elif entry.type in _HEVC:
            data = self._check_config(entry, boxes, "hvcC", place, hevc_is_readable)
            self._check_nal_config(data, boxes.get("hvcC"), f"{place}/hvcC")
        elif entry.type == "vp09":
            data = self._check_config(entry, boxes, "vpcC", place, _vp_is_readable)
            if data[:1] == b"\0":
                self._note(FactKind.VERSION_0, boxes["vpcC"].offset, "vpcC", f"{place}/vpcC")
        else:
            self._check_config(entry, boxes, "av1C", place, _av1_is_readable)

    def _check_nal_config(self, data: bytes, box: Box | None, place: str) -> None:
        """Note lengths that are not of 4 bytes, and missing parameter sets."""
        if not data or box is None:
            return
        hevc = box.type == "hvcC"
        lengths = avc.nal_length_size(data, hevc=hevc)
        if lengths != 4:
            value = Fraction(lengths)
            self._notes.add(
                FactKind.NAL_LENGTH,
                box.offset,
                track=self._track,
                value=value,
                text=box.type,
                place=place,
            )
        if not avc.declares_sets(data, hevc=hevc):
            self._note(FactKind.NO_PARAMETER_SETS, box.offset, box.type, place)

    def _check_sets(self, entry: Box, data: bytes, boxes: dict[str, Box], place: str) -> None:
        """Note parameter sets that are damaged, in an avcC that has some."""
        head = self._source.at(entry.body, _VIDEO_HEAD)
        size = (int.from_bytes(head[24:26], "big"), int.from_bytes(head[26:28], "big"))
        if avc.declares_sets(data, hevc=False) and not avc.sets_are_real(data, size):
            self._note(FactKind.BAD_PARAMETER_SETS, boxes["avcC"].offset, "avcC", place)

    def _check_config(
        self,
        entry: Box,
        boxes: dict[str, Box],
        name: str,
        place: str,
        readable: Callable[[bytes], bool],
    ) -> bytes:
        """Note a configuration that is missing or bad; return its content, empty when it is."""
        box = boxes.get(name)
        sound = entry.type in _AUDIO
        kind = FactKind.BAD_SOUND_CONFIGURATION if sound else FactKind.BAD_CONFIGURATION
        if box is None:
            self._note(kind, entry.offset, name, place)
            return b""
        data = self._content(box)
        if readable(data):
            return data
        self._note(kind, box.offset, name, f"{place}/{name}")
        return b""

    def _check_audio(self, entry: Box, boxes: dict[str, Box], place: str) -> None:
        if entry.type not in _AUDIO:
            self._note(FactKind.UNKNOWN_ENTRY, entry.offset, entry.type, place)
            return
        head = self._source.at(entry.body, _AUDIO_HEAD)
        channels, bits = (int.from_bytes(head[at : at + 2], "big") for at in (16, 18))
        rate = int.from_bytes(head[24:26], "big")
        if bits not in _SAMPLE_BITS:
            self._note(FactKind.SAMPLE_BITS, entry.offset, str(bits), place)
        if entry.type == "mp4a":
            data = self._check_config(entry, boxes, "esds", place, _esds_is_readable)
            if mime.esds_codec(data[4:]).startswith("mp4a.40.") and _aac_channels(data) == 0:
                self._note(FactKind.AAC_CHANNELS, boxes["esds"].offset, "esds", f"{place}/esds")
        elif entry.type == "Opus":
            data = self._check_config(entry, boxes, "dOps", place, lambda data: len(data) >= 11)
            if data and (data[1] != channels or int.from_bytes(data[4:8], "big") != rate):
                self._note(FactKind.ENTRY_MISMATCH, entry.offset, "dOps", place)
        elif entry.type == "fLaC":
            data = self._check_config(entry, boxes, "dfLa", place, _flac_is_readable)
            if data and _flac_format(data) != (channels, bits):
                self._note(FactKind.ENTRY_MISMATCH, entry.offset, "dfLa", place)


def avc_is_readable(data: bytes) -> bool:
    """Tell whether an avcC box's content is whole, its NAL lengths have 1, 2 or 4 bytes.

    Units that are no parameter sets are refused even where the pictures bring their own.
    """
    if len(data) < 7 or data[0] != 1 or data[4] & 3 == 2:
        return False
    position = _skip_sets(data, 6, data[5] & 0x1F, empty_allowed=False)
    if position is None or position >= len(data):
        return False
    if _skip_sets(data, position + 1, data[position], empty_allowed=True) is None:
        return False
    return all(
        unit[:1] == b"" or unit[0] & 0x1F == kind
        for kind, units in zip((7, 8), avc.parameter_sets(data), strict=True)
        for unit in units
    )


def _skip_sets(data: bytes, position: int, count: int, *, empty_allowed: bool) -> int | None:
    """Return where ``count`` parameter sets end; None when they are not whole."""
    for _ in range(count):
        length = int.from_bytes(data[position : position + 2], "big")
        position += 2 + length
        if position > len(data) or (length == 0 and not empty_allowed):
            return None
    return position


def hevc_is_readable(data: bytes) -> bool:
    """Tell whether an hvcC box's content is whole, and its NAL lengths have 1, 2 or 4 bytes."""
    if len(data) < 23 or data[0] != 1 or data[21] & 3 == 2:
        return False
    position = 23
    for _ in range(data[22]):
        count = int.from_bytes(data[position + 1 : position + 3], "big")
        if position + 3 > len(data):
            return False
        end = _skip_sets(data, position + 3, count, empty_allowed=True)
        if end is None:
            return False
        position = end
    return True


def _vp_is_readable(data: bytes) -> bool:
    return len(data) >= 10 and data[4] <= 3


def _av1_is_readable(data: bytes) -> bool:
    return len(data) >= 4 and data[0] == 0x81 and data[1] >> 5 <= 2


def _flac_is_readable(data: bytes) -> bool:
    return len(data) >= 42 and data[:4] == bytes(4) and data[4] & 0x7F == 0 and data[7] == 34


def _flac_format(data: bytes) -> tuple[int, int]:
    """Return channels and bits of a sample from a dfLa box's STREAMINFO."""
    info = data[8:]
    return (info[12] >> 1 & 7) + 1, ((info[12] & 1) << 4 | info[13] >> 4) + 1


def _esds_is_readable(data: bytes) -> bool:
    """Tell whether an esds names a codec, and AAC's configuration is one of the usual."""
    name = mime.esds_codec(data[4:])
    if not name.startswith("mp4a.40."):
        return name != ""
    config = mime.esds_config(data[4:])
    if len(config) < 2:
        return False
    index, channels = _aac_fields(config)
    return index not in {13, 14} and channels <= 7


def _aac_channels(esds: bytes) -> int:
    return _aac_fields(mime.esds_config(esds[4:]))[1]


def _aac_fields(config: bytes) -> tuple[int, int]:
    """Return the sampling frequency index and the channel configuration.

    Source: ISO/IEC 14496-3, 1.6.2.1.
    """
    bits = int.from_bytes(config[:8].ljust(8, b"\0"), "big")
    taken = 11 if bits >> 59 == 31 else 5
    index = bits >> 60 - taken & 15
    taken += 4 + (24 if index == 15 else 0)
    return index, bits >> 60 - taken & 15
