"""TrackEntry elements as browsers judge them: what they refuse, and what misleads them.

Source: measured in Chromium 140 and 156, and Firefox 153, one file per oddity (2026-11).
"""

from dataclasses import dataclass, field
from fractions import Fraction

from studio.segments import codec_bits, ebml
from studio.segments.ebml import Element
from studio.segments.model import FactKind
from studio.segments.notes import Notes
from studio.segments.source import ByteSource
from studio.segments.webm_header_check import placed_children

VIDEO, AUDIO = 1, 2
KNOWN_TYPES = (VIDEO, AUDIO, 0x11, 0x21)
"""Picture, sound, captions and metadata; Chromium refuses every other TrackType."""

WEBM_CODECS = {
    VIDEO: ("V_VP8", "V_VP9", "V_AV1"),
    AUDIO: ("A_VORBIS", "A_OPUS"),
}
MAX_TRACK_NUMBER = 127
MAX_DELAY_NS = 20_000_000
SEEK_PRE_ROLL_NS = 80_000_000
"""Opus in WebM: what a decoder needs before a seek target is clean (RFC 7845, 4.6)."""

MAX_PIXELS = (1 << 15) - 1
MAX_STEREO_MODE = 14
MAX_SAMPLE_RATE = 768_000
MAX_CHANNELS = 8
_KNOWN_DISPLAY_UNITS = (0, 3)


@dataclass(slots=True)
class _Entry:
    """One TrackEntry and its parts: id -> (element, place)."""

    element: Element
    place: str
    parts: dict[int, tuple[Element, str]] = field(default_factory=dict)

    def part(self, element_id: int) -> tuple[Element, str]:
        """Return a child, or the entry itself when it has none of this id."""
        return self.parts.get(element_id, (self.element, self.place))


class TrackCheck:
    """Goes through the entries of one Tracks element in order."""

    def __init__(self, source: ByteSource, notes: Notes) -> None:
        self._source = source
        self._notes = notes
        self._numbers: set[int] = set()
        self._kinds: set[int] = set()

    def check(self, tracks: Element, place: str) -> None:
        """Note what is wrong with the entries."""
        for child, where in placed_children(self._source, tracks, place):
            if child.id == ebml.TRACK_ENTRY:
                self._check_entry(self._entry(child, where))

    def _entry(self, element: Element, place: str) -> _Entry:
        entry = _Entry(element, place)
        for child, where in placed_children(self._source, element, place):
            entry.parts.setdefault(child.id, (child, where))
        return entry

    def _uint(self, entry: _Entry, element_id: int) -> int | None:
        found = entry.parts.get(element_id)
        return None if found is None else ebml.read_uint(self._source, found[0])

    def _text(self, entry: _Entry, element_id: int) -> bytes:
        found = entry.parts.get(element_id)
        data = b"" if found is None else ebml.read_data(self._source, found[0], 1000)
        return data.split(b"\0")[0]

    def _note(
        self,
        kind: FactKind,
        at: tuple[Element, str],
        *,
        text: str = "",
        track: int = 0,
        value: Fraction = Fraction(0),
    ) -> None:
        element, place = at
        self._notes.add(kind, element.offset, text=text, track=track, value=value, place=place)

    def _check_entry(self, entry: _Entry) -> None:
        kind = self._uint(entry, ebml.TRACK_TYPE)
        number = self._uint(entry, ebml.TRACK_NUMBER)
        here = (entry.element, entry.place)
        if kind is None or not number:
            self._note(FactKind.TRACK_WITHOUT_NUMBER, here)
            return
        self._check_number(entry, number)
        if kind not in KNOWN_TYPES:
            self._note(FactKind.TRACK_TYPE, entry.part(ebml.TRACK_TYPE), text=str(kind))
        if not self._text(entry, ebml.NAME).isascii():
            self._note(FactKind.TRACK_NAME, entry.part(ebml.NAME), track=number)
        if kind in self._kinds and kind in WEBM_CODECS:
            name = "video" if kind == VIDEO else "audio"
            self._note(FactKind.EXTRA_TRACK, here, text=name, track=number)
        elif kind in WEBM_CODECS:
            self._kinds.add(kind)
            self._check_first(entry, kind, number)
        if ebml.CONTENT_ENCODINGS in entry.parts:
            self._check_encodings(entry, number)

    def _check_number(self, entry: _Entry, number: int) -> None:
        if number > MAX_TRACK_NUMBER:
            self._note(FactKind.TRACK_NUMBER, entry.part(ebml.TRACK_NUMBER), track=number)
        if number in self._numbers:
            self._note(FactKind.DUPLICATE_TRACK, entry.part(ebml.TRACK_NUMBER), track=number)
        self._numbers.add(number)

    def _check_first(self, entry: _Entry, kind: int, number: int) -> None:
        """Check the first track of its kind, which is the one that is played."""
        codec = self._text(entry, ebml.CODEC_ID)
        if not codec or not codec.isascii():
            self._note(FactKind.CODEC_NAME, entry.part(ebml.CODEC_ID), track=number)
        elif codec.decode() not in WEBM_CODECS[kind]:
            at = entry.part(ebml.CODEC_ID)
            self._note(FactKind.FOREIGN_CODEC, at, text=codec.decode(), track=number)
        if self._uint(entry, ebml.DEFAULT_DURATION) == 0:
            at = entry.part(ebml.DEFAULT_DURATION)
            self._note(FactKind.ZERO_DEFAULT_DURATION, at, track=number)
        if kind == VIDEO:
            self._check_picture(entry, number, codec)
        else:
            self._check_sound(entry, number, codec)

    def _settings(self, entry: _Entry, element_id: int) -> _Entry:
        element, place = entry.part(element_id)
        return self._entry(element, place) if element_id in entry.parts else _Entry(element, place)

    def _check_picture(self, entry: _Entry, number: int, codec: bytes) -> None:
        video = self._settings(entry, ebml.VIDEO)
        width = self._uint(video, ebml.PIXEL_WIDTH) or 0
        height = self._uint(video, ebml.PIXEL_HEIGHT) or 0
        across, down = (
            sum(self._uint(video, crop) or 0 for crop in crops)
            for crops in ((ebml.CROP_LEFT, ebml.CROP_RIGHT), (ebml.CROP_TOP, ebml.CROP_BOTTOM))
        )
        sizes_fit = 0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS
        if not sizes_fit or across >= width or down >= height:
            self._note(FactKind.PICTURE_SIZE, video.part(ebml.PIXEL_WIDTH), track=number)
        unit = self._uint(video, ebml.DISPLAY_UNIT) or 0
        sized = self._uint(video, ebml.DISPLAY_WIDTH) and self._uint(video, ebml.DISPLAY_HEIGHT)
        allowed = (*_KNOWN_DISPLAY_UNITS, 4) if codec == b"V_AV1" else _KNOWN_DISPLAY_UNITS
        if unit not in allowed or (unit == 3 and not sized):
            at = video.part(ebml.DISPLAY_UNIT)
            self._note(FactKind.DISPLAY_UNIT, at, text=str(unit), track=number)
        if (self._uint(video, ebml.STEREO_MODE) or 0) > MAX_STEREO_MODE:
            self._note(FactKind.STEREO_MODE, video.part(ebml.STEREO_MODE), track=number)
        if codec == b"V_AV1":
            private, at = self._private(entry)
            if len(private) < 4 or private[0] != 0x81:
                self._note(FactKind.AV1_CONFIGURATION, at, track=number)

    def _private(self, entry: _Entry) -> tuple[bytes, tuple[Element, str]]:
        at = entry.part(ebml.CODEC_PRIVATE)
        present = ebml.CODEC_PRIVATE in entry.parts
        return (ebml.read_data(self._source, at[0]) if present else b""), at

    def _check_sound(self, entry: _Entry, number: int, codec: bytes) -> None:
        audio = self._settings(entry, ebml.AUDIO)
        rate = audio.parts.get(ebml.SAMPLING_FREQUENCY)
        if rate is None:
            self._note(FactKind.NO_SAMPLE_RATE, (audio.element, audio.place), track=number)
        elif not 1 <= ebml.read_float(self._source, rate[0]) <= MAX_SAMPLE_RATE:
            self._note(FactKind.SAMPLE_RATE, rate, track=number)
        declared = self._uint(audio, ebml.CHANNELS)
        channels = 1 if declared is None else declared
        private, at = self._private(entry)
        told = 0
        if codec == b"A_OPUS":
            told = self._check_opus(entry, private, number)
        elif codec == b"A_VORBIS":
            told = codec_bits.vorbis_channels(private)
            if not told:
                self._note(FactKind.VORBIS_HEADERS, at, track=number)
        if channels == 0:
            self._note(FactKind.NO_CHANNELS, audio.part(ebml.CHANNELS), track=number)
        elif channels > MAX_CHANNELS or (told and told != channels):
            where = audio.part(ebml.CHANNELS)
            text = f"{channels} and {told}" if told else f"{channels}"
            self._note(FactKind.CHANNEL_COUNT, where, text=text, track=number)

    def _check_opus(self, entry: _Entry, private: bytes, number: int) -> int:
        """Check OpusHead, CodecDelay and SeekPreRoll; return the channels it tells, 0 for none."""
        at = entry.part(ebml.CODEC_PRIVATE)
        head = codec_bits.opus_head(private)
        if not private:
            self._note(FactKind.OPUS_HEADER, at, track=number)
        elif head is None:
            self._note(FactKind.OPUS_HEADER_SHORT, at, track=number)
        delay = self._uint(entry, ebml.CODEC_DELAY) or 0
        told_ns = delay if head is None else head.pre_skip * 10**9 // codec_bits.OPUS_RATE
        if abs(told_ns - delay) > 10**9 // codec_bits.OPUS_RATE or delay > MAX_DELAY_NS:
            text = f"{delay // 10**6} ms and {told_ns // 10**6}"
            self._note(FactKind.CODEC_DELAY, entry.part(ebml.CODEC_DELAY), text=text, track=number)
        if (self._uint(entry, ebml.SEEK_PRE_ROLL) or 0) != SEEK_PRE_ROLL_NS:
            self._note(FactKind.SEEK_PRE_ROLL, entry.part(ebml.SEEK_PRE_ROLL), track=number)
        return 0 if head is None else head.channels

    def _check_encodings(self, entry: _Entry, number: int) -> None:
        at = entry.part(ebml.CONTENT_ENCODINGS)
        encodings = self._entry(*at)
        encrypted = False
        for element, place in encodings.parts.values():
            if element.id == ebml.CONTENT_ENCODING:
                encrypted |= ebml.CONTENT_ENCRYPTION in self._entry(element, place).parts
        kind = FactKind.ENCRYPTION if encrypted else FactKind.COMPRESSION
        self._note(kind, at, track=number)
