"""DASH manifests (MPD) as text; ``dash`` reads them.

Source: ISO/IEC 23009-1, sections 5.3 (hierarchy, SegmentTemplate, SegmentList, SegmentBase),
5.8.4.11 (UTCTiming) and 8 (profiles).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import groupby, pairwise
from xml.sax.saxutils import quoteattr

from studio.segments.hls_text import LEAST_BANDWIDTH, ByteSpan, utc_text

MEDIA_TYPE = "application/dash+xml"
MIN_BUFFER_S = 2
_CHANNELS = "urn:mpeg:dash:23003:3:audio_channel_configuration:2011"
_CLOCK = "urn:mpeg:dash:utc:direct:2014"


class Profile(StrEnum):
    """What a manifest keeps to."""

    FULL = "urn:mpeg:dash:profile:full:2011"
    LIVE = "urn:mpeg:dash:profile:isoff-live:2011"
    ON_DEMAND = "urn:mpeg:dash:profile:isoff-on-demand:2011"


@dataclass(frozen=True, slots=True)
class Template:
    """Segments by number: ``media`` holds ``$Number$``."""

    init: str
    media: str
    start_number: int = 1


@dataclass(frozen=True, slots=True)
class ByteList:
    """Segments that are parts of one file."""

    uri: str
    init: ByteSpan
    segments: tuple[ByteSpan, ...]


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """One file with an index (sidx) of its segments."""

    uri: str
    init: ByteSpan
    index: ByteSpan


@dataclass(frozen=True, slots=True)
class Representation:
    """One representation. ``times`` are start and duration of each segment, in s.

    ``offset_s`` is the time in its segments that stands for the beginning of its period.
    ``is_closed``: ends that miss the next start by a little are moved there; not where the
    manifest grows, for what was told of a segment has to stay.
    """

    name: str
    mime: str
    codecs: str
    bandwidth: int
    source: Template | ByteList | IndexedFile
    times: tuple[tuple[Fraction, Fraction], ...] = ()
    timescale: int = 1_000_000
    offset_s: Fraction = Fraction(0)
    width: int = 0
    height: int = 0
    frame_rate: Fraction = Fraction(0)
    sample_rate: int = 0
    channels: int = 0
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class AdaptationSet:
    """Representations that a player may switch between; ``kind`` is video or audio."""

    kind: str
    representations: tuple[Representation, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the presentation with one set of init segments."""

    name: str
    start_s: Fraction
    sets: tuple[AdaptationSet, ...]


@dataclass(frozen=True, slots=True)
class LiveTimes:
    """What a dynamic manifest says of time. Moments are in s since 1970."""

    available_from: float
    published_at: float
    now: float
    update_s: float
    depth_s: float
    delay_s: float


@dataclass(slots=True)
class _Writer:
    lines: list[str] = field(default_factory=list)

    def line(self, depth: int, name: str, attributes: str = "", *, is_open: bool = False) -> None:
        space = f" {attributes}" if attributes else ""
        self.lines.append(f"{' ' * depth}<{name}{space}{'' if is_open else '/'}>")

    def end(self, depth: int, name: str) -> None:
        self.lines.append(f"{' ' * depth}</{name}>")


def static_mpd(
    periods: Sequence[Period], duration_s: Fraction, profile: Profile = Profile.LIVE
) -> str:
    """Return the manifest of a presentation that is complete."""
    head = _attributes(
        profiles=profile,
        type="static",
        mediaPresentationDuration=_span(duration_s),
        minBufferTime=_span(MIN_BUFFER_S),
    )
    return _mpd(head, periods, None)


def live_mpd(periods: Sequence[Period], live: LiveTimes, profile: Profile = Profile.LIVE) -> str:
    """Return the manifest of a presentation that grows and slides."""
    head = _attributes(
        profiles=profile,
        type="dynamic",
        availabilityStartTime=utc_text(live.available_from),
        publishTime=utc_text(live.published_at),
        minimumUpdatePeriod=_span(live.update_s),
        timeShiftBufferDepth=_span(live.depth_s),
        suggestedPresentationDelay=_span(live.delay_s),
        minBufferTime=_span(MIN_BUFFER_S),
    )
    return _mpd(head, periods, live)


def _mpd(head: str, periods: Sequence[Period], live: LiveTimes | None) -> str:
    writer = _Writer(['<?xml version="1.0" encoding="UTF-8"?>'])
    writer.line(0, "MPD", f'xmlns="urn:mpeg:dash:schema:mpd:2011" {head}', is_open=True)
    for period in periods:
        about = _attributes(id=period.name, start=_span(period.start_s))
        writer.line(1, "Period", about, is_open=True)
        for number, one in enumerate(period.sets, 1):
            _write_set(writer, one, number)
        writer.end(1, "Period")
    if live is not None:
        writer.line(1, "UTCTiming", _attributes(schemeIdUri=_CLOCK, value=utc_text(live.now)))
    writer.end(0, "MPD")
    return "\n".join([*writer.lines, ""])


def _write_set(writer: _Writer, one: AdaptationSet, number: int) -> None:
    about = _attributes(
        id=number,
        contentType=one.kind,
        lang=one.language,
        segmentAlignment="true",
        startWithSAP=1,
    )
    writer.line(2, "AdaptationSet", about, is_open=True)
    for representation in one.representations:
        _write_representation(writer, representation)
    writer.end(2, "AdaptationSet")


def _write_representation(writer: _Writer, one: Representation) -> None:
    about = _attributes(
        id=one.name,
        bandwidth=max(LEAST_BANDWIDTH, one.bandwidth),
        mimeType=one.mime,
        codecs=one.codecs,
        width=one.width,
        height=one.height,
        frameRate=one.frame_rate,
        audioSamplingRate=one.sample_rate,
    )
    writer.line(3, "Representation", about, is_open=True)
    if one.channels:
        channels = _attributes(schemeIdUri=_CHANNELS, value=one.channels)
        writer.line(4, "AudioChannelConfiguration", channels)
    match one.source:
        case Template() as source:
            _write_template(writer, one, source)
        case ByteList() as source:
            _write_list(writer, one, source)
        case IndexedFile() as source:
            _write_indexed(writer, source)
    writer.end(3, "Representation")


def _write_template(writer: _Writer, one: Representation, source: Template) -> None:
    about = _attributes(
        timescale=one.timescale,
        presentationTimeOffset=_ticks(one, one.offset_s),
        initialization=source.init,
        media=source.media,
        startNumber=source.start_number,
    )
    writer.line(4, "SegmentTemplate", about, is_open=True)
    _write_timeline(writer, one)
    writer.end(4, "SegmentTemplate")


def _write_list(writer: _Writer, one: Representation, source: ByteList) -> None:
    writer.line(4, "SegmentList", _attributes(timescale=one.timescale), is_open=True)
    init = _attributes(sourceURL=source.uri, range=source.init.as_http)
    writer.line(5, "Initialization", init)
    _write_timeline(writer, one)
    for span in source.segments:
        writer.line(5, "SegmentURL", _attributes(media=source.uri, mediaRange=span.as_http))
    writer.end(4, "SegmentList")


def _write_indexed(writer: _Writer, source: IndexedFile) -> None:
    writer.lines.append(f"    <BaseURL>{source.uri}</BaseURL>")
    about = _attributes(indexRange=source.index.as_http, indexRangeExact="true")
    writer.line(4, "SegmentBase", about, is_open=True)
    writer.line(5, "Initialization", _attributes(range=source.init.as_http))
    writer.end(4, "SegmentBase")


def _write_timeline(writer: _Writer, one: Representation) -> None:
    """Write when segments are shown, as they follow one another; equal ones as one row."""
    writer.line(5, "SegmentTimeline", is_open=True)
    expected: int | None = None
    rows = _rows(one)
    for length, group in groupby(rows, key=lambda row: row[1:]):
        starts = [start for start, *_ in group]
        begin = "" if starts[0] == expected else starts[0]
        about = _attributes(t=begin, d=length[0], r=len(starts) - 1)
        writer.line(6, "S", about)
        expected = starts[-1] + length[0]
    writer.end(5, "SegmentTimeline")


def _rows(one: Representation) -> list[tuple[int, int, int]]:
    """Return start and length in ticks, and a number that is the same where no hole is between."""
    starts = [_ticks(one, start) for start, _ in one.times]
    ends = [_ticks(one, start + length) for start, length in one.times]
    for place, (_, after) in enumerate(pairwise(starts) if one.is_closed else ()):
        if abs(after - ends[place]) * 10 <= one.timescale:
            ends[place] = after
    rows = []
    stretch = 0
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        stretch += bool(place and start != ends[place - 1])
        rows.append((start, max(1, end - start), stretch))
    return rows


def _ticks(one: Representation, time_s: Fraction) -> int:
    return max(0, round(time_s * one.timescale))


def _span(time_s: Fraction | float) -> str:
    return f"PT{float(time_s):.6f}".rstrip("0").rstrip(".") + "S"


def _attributes(**named: object) -> str:
    """Return attributes; empty ones and zeros are left out, but for times."""
    kept = {"t", "startNumber"}
    return " ".join(
        f"{name}={quoteattr(str(value))}"
        for name, value in named.items()
        if value not in {"", 0} or (name in kept and value != "")
    )
