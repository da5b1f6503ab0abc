"""MP4 rules that need the frames: what pictures are at the beginnings of segments (F20, T8 to T10).

Of each such picture a few bytes are read. Measured with x264 and libvpx-vp9 files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.segments import avc
from studio.segments.avc import Picture, PictureBits
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import FactKind, Family, SegmentMap, TrackKind
from studio.segments.picture_marks import nal_length
from studio.segments.source import ByteSource
from studio.verdict.model import Cure, CureKind, Effect, Finding, Severity
from studio.verdict.rules_facts import places
from studio.verdict.rules_mp4_starts import empty_tracks, start_findings
from studio.verdict.rules_mp4_words import (
    AGAIN,
    BS,
    REFRAGMENT,
    SOURCE,
    chromium,
    firefox,
    firefox_silent,
    webkit,
)

_NO_SETS = {FactKind.NO_PARAMETER_SETS, FactKind.BAD_PARAMETER_SETS}
_FLAC_SYNC = (b"\xff\xf8", b"\xff\xf9")

MAX_STARTS = 5000
"""Segments whose first picture is looked at."""

_UNPREPARED = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failed to prepare video sample for decode"
_UNCONVERTED = "CheckForChange(MediaRawData *): ConvertSampleToAVCC"
_UNDECODED = "PIPELINE_ERROR_DECODE: Failed to send video packet for decoding"
_CLOSED_GOPS = Cure(CureKind.PRESET, "mp4-h264-aac", ("MP4 muxers that mark every frame as sync",))


@dataclass(frozen=True, slots=True)
class _Start:
    """The first picture of a segment. ``marked``: the container calls it a keyframe."""

    frame: int
    offset: int
    segment: int
    marked: bool
    bits: PictureBits


def mp4_frame_findings(media: MediaFrames, source: ByteSource) -> Iterator[Finding]:
    """Yield what is wrong with a fragmented MP4's frames; its structure has its own rules."""
    if media.map.family is not Family.MP4 or not media.map.fragmented:
        return
    for table in media.tables:
        if table.track.kind is TrackKind.VIDEO:
            starts = _starts(table, source, nal_length(media.map, table.track))
            yield from _packing(starts)
            yield from _parameter_sets(media.map, table, starts)
            yield from _no_pictures(table, muxed=len(media.tables) > 1)
            yield from _open_gops(table, starts)
            yield from _false_marks(table, starts)
        else:
            yield from _foreign_sound(table, source)
    yield from empty_tracks(media)
    yield from start_findings(media)


def _foreign_sound(table: FrameTable, source: ByteSource) -> Iterator[Finding]:
    """Judge by its first bytes whether sound is of the codec that its track names."""
    starts = table.segment_starts()
    if not starts:
        return
    offset = table.offsets[starts[0]]
    head = source.at(offset, 2)
    is_flac = head in _FLAC_SYNC
    has_adts = head[:1] == b"\xff" and len(head) == 2 and head[1] & 0xF6 == 0xF0
    is_aac = table.track.codec_string.startswith("mp4a.40")
    if (table.track.codec_id == "fLaC" and not is_flac) or (is_aac and has_adts):
        yield Finding(
            "MP4-039",
            Severity.BLOCK,
            f"The sound of track {table.track.number} is not packed as its track says "
            f"({table.track.codec_id}).",
            offset,
            "ISO/IEC 14496-12, 8.5.2",
            AGAIN,
            "mdat",
            hits=(
                chromium("PIPELINE_ERROR_DECODE", measured="" if is_aac else "156"),
                firefox("FFmpeg audio error", measured="" if is_aac else "153"),
                webkit(),
            ),
            cure=SOURCE,
        )


def _starts(table: FrameTable, source: ByteSource, lengths: int) -> list[_Start]:
    codec = table.track.codec_id
    found = []
    for frame in table.segment_starts()[:MAX_STARTS]:
        offset = table.offsets[frame]
        bits = avc.read_picture(source, offset, table.sizes[frame], codec, lengths)
        marked = bool(table.keyframes[frame])
        found.append(_Start(frame, offset, table.segments[frame], marked, bits))
    return found


def _packing(starts: Sequence[_Start]) -> Iterator[Finding]:
    """Judge how NAL units are packed into samples."""
    broken = [start for start in starts if not start.bits.whole]
    if not broken:
        return
    annex_b = broken[0].bits.annex_b
    yield Finding(
        "MP4-020",
        Severity.BLOCK,
        (
            "The pictures are packed with start codes (Annex B), which MP4 does not allow"
            if annex_b
            else "The lengths of a picture’s NAL units do not fit its size"
        )
        + f"{places(len(broken))}.",
        broken[0].offset,
        "ISO/IEC 14496-15, 4.3.3",
        AGAIN,
        "mdat",
        len(broken),
        (chromium(_UNPREPARED), firefox(_UNCONVERTED), webkit()),
        SOURCE,
    )


def _parameter_sets(
    found: SegmentMap, table: FrameTable, starts: Sequence[_Start]
) -> Iterator[Finding]:
    """Judge where a decoder finds its parameter sets when avcC or hvcC has none that are good."""
    number = table.track.number
    fact = next((f for f in found.facts if f.kind in _NO_SETS and f.track == number), None)
    without = [start for start in starts if start.bits.whole and not start.bits.has_sets]
    if fact is None or not without:
        return
    at_once = without[0] is starts[0]
    entry = (chromium(_UNDECODED, Effect.ENTRY, ""), firefox_silent(Effect.ENTRY))
    never = (chromium(_UNDECODED), firefox_silent(Effect.IGNORES), webkit())
    yield Finding(
        "MP4-020",
        Severity.BLOCK,
        f"Neither the header of track {number} nor the picture here has the parameter sets that "
        f"a decoder needs{places(len(without))}.",
        fact.offset if at_once else without[0].offset,
        "ISO/IEC 14496-15, 5.3.3",
        AGAIN,
        fact.place if at_once else "mdat",
        len(without),
        never if at_once else entry,
        SOURCE,
    )


def _no_pictures(table: FrameTable, *, muxed: bool) -> Iterator[Finding]:
    """Judge keyframes whose bytes are none: damaged, or their slices were cut out.

    In mid-file Firefox shows what decodes without them; in a file with sound it drops it.
    """
    if not table.broken:
        return
    frame = table.broken[0]
    ends = {table.segments[0], table.segments[-1]}
    fails = any(table.segments[number] in ends for number in table.broken)
    lost = Effect.REFUSES if fails else Effect.LOSES if muxed else Effect.ENTRY
    yield Finding(
        "TIME-010",
        Severity.BLOCK,
        "Where the container has a keyframe, the data hold no picture that decoding can begin "
        f"with{places(len(table.broken))}.",
        table.offsets[frame],
        "ISO/IEC 14496-15, 5.2.3",
        AGAIN,
        "mdat",
        len(table.broken),
        (chromium(_UNDECODED), firefox_silent(lost), webkit()),
        SOURCE,
    )


def _open_gops(table: FrameTable, starts: Sequence[_Start]) -> Iterator[Finding]:
    """Judge segments that begin with a picture whose followers need the segment before."""
    opened = [start for start in starts if start.bits.picture is Picture.OPEN]
    if not opened:
        return
    at_once = opened[0] is starts[0]
    effect = Effect.REFUSES if at_once else Effect.ENTRY
    lost = firefox_silent(Effect.LOSES if at_once else Effect.HARMLESS)
    yield Finding(
        "TIME-009",
        Severity.BLOCK,
        f"{len(opened)} of {len(starts)} fragments begin with an open GOP: pictures that follow "
        "may need what came before, and Chromium fails when playback begins there.",
        opened[0].offset,
        f"{BS} 5",
        "Transcode it with closed GOPs; copying cannot cure this.",
        "mdat",
        len(opened),
        (chromium(_UNDECODED, effect), lost, webkit(effect)),
        _CLOSED_GOPS,
    )


def _false_marks(table: FrameTable, starts: Sequence[_Start]) -> Iterator[Finding]:
    """Judge keyframe marks that the pictures contradict (T10)."""
    if table.contradicted:
        frame = table.contradicted[0]
        yield Finding(
            "TIME-010",
            Severity.WARN,
            "The container and the picture disagree on whether this is a keyframe; browsers "
            f"believe the picture{places(len(table.contradicted))}.",
            table.offsets[frame],
            "ISO/IEC 14496-12, 8.6.2",
            "Fragment it by stream copy; the marks are then true.",
            "mdat",
            len(table.contradicted),
            (
                chromium(
                    "ISO-BMFF container metadata for video frame indicates that the frame is "
                    "not a keyframe, but the video frame contents indicate the opposite.",
                    Effect.HARMLESS,
                ),
                firefox_silent(Effect.HARMLESS),
            ),
            REFRAGMENT,
        )
    hidden = [s for s in starts if not s.marked and s.bits.picture is Picture.KEY]
    if hidden:
        yield Finding(
            "TIME-010",
            Severity.WARN,
            "The container does not mark this picture as the keyframe that it is, so that "
            f"playback cannot begin here{places(len(hidden))}.",
            hidden[0].offset,
            "ISO/IEC 14496-12, 8.6.2",
            "Fragment it by stream copy; the marks are then true.",
            "mdat",
            len(hidden),
            (),
            REFRAGMENT,
        )
    trusted = not (avc.is_avc(table.track.codec_id) or avc.is_hevc(table.track.codec_id))
    false = [start for start in starts if start.marked and start.bits.picture is Picture.OTHER]
    if trusted and false:
        at_once = false[0] is starts[0]
        effect = Effect.REFUSES if at_once else Effect.ENTRY
        yield Finding(
            "TIME-010",
            Severity.BLOCK,
            "The container marks this picture as a keyframe, which it is not: decoding cannot "
            f"begin here{places(len(false))}.",
            false[0].offset,
            "ISO/IEC 14496-12, 8.6.2",
            "Transcode it with keyframes at the segment boundaries.",
            "mdat",
            len(false),
            (chromium("PIPELINE_ERROR_DECODE", effect), firefox_silent(effect), webkit(effect)),
            REFRAGMENT,
        )
