"""HLS and DASH of finished renditions: several pictures, several sounds, or one with both.

The texts name media files beside them: with ``Form.ONE_FILE`` ``NAME.mp4`` of each rendition,
with ``Form.FOLDER`` ``NAME/init.mp4`` and ``NAME/seg00001.m4s`` and so on. HLS and DASH name
the same files. ``packaging`` writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from pathlib import Path

from studio.segments.cuts import (
    ListedCut,
    codecs_of,
    cuts_of,
    frame_rate_of,
    joined_starts,
    mean_bps,
    peak_bps,
)
from studio.segments.dash_text import (
    AdaptationSet,
    ByteList,
    IndexedFile,
    Period,
    Profile,
    Representation,
    Template,
    static_mpd,
)
from studio.segments.hls_text import (
    ByteSpan,
    HlsInit,
    HlsSegment,
    Sound,
    Variant,
    master_playlist,
    media_playlist,
)
from studio.segments.model import SegmentMap, Track, TrackKind

MASTER = "master.m3u8"
MANIFEST = "manifest.mpd"
INIT_NAME = "init.mp4"
SOUND_GROUP = "audio"


class Form(StrEnum):
    """How a package keeps its media."""

    ONE_FILE = "one-file"
    FOLDER = "folder"


@dataclass(frozen=True)
class Rendition:
    """One fMP4 of a package.

    ``name`` is the stem of its files: letters, digits, ``-`` and ``_``. ``starts_s`` are where
    its segments begin; none given: each fragment is one. ``language`` is a BCP 47 tag.
    ``title`` is what a player shows for a sound. ``index``: where the file's sidx stands, which
    must list exactly these segments.
    """

    path: Path
    map: SegmentMap
    name: str
    starts_s: tuple[Fraction, ...] = ()
    language: str = ""
    title: str = ""
    index: ByteSpan | None = None

    @cached_property
    def cuts(self) -> tuple[ListedCut, ...]:
        """Its segments, as playlists list them."""
        return cuts_of(self.map, self.starts_s)

    @property
    def video(self) -> Track | None:
        """Its picture, if it has one."""
        return self.map.track_of(TrackKind.VIDEO)

    @property
    def audio(self) -> Track | None:
        """Its sound, if it has one."""
        return self.map.track_of(TrackKind.AUDIO)

    @property
    def playlist(self) -> str:
        """The name of its media playlist."""
        return f"{self.name}.m3u8"

    @property
    def file_name(self) -> str:
        """The name of its only file in a package with one file for each."""
        return f"{self.name}.mp4"


def segment_name(number: int) -> str:
    """Return the file name of a rendition's segment, counted from 1."""
    return f"seg{number:05d}.m4s"


def aligned(renditions: Sequence[Rendition], segment_s: Fraction | float) -> list[Rendition]:
    """Return the renditions with segments of up to ``segment_s`` that begin together.

    The first picture says where: fragments are joined, so that segments begin at keyframes;
    sound is cut at its fragments nearest to that.
    """
    if not renditions:
        return []
    lead = next((one for one in renditions if one.video), renditions[0])
    starts = joined_starts(lead.map, Fraction(segment_s))
    return [replace(one, starts_s=starts) for one in renditions]


def hls_master(renditions: Sequence[Rendition]) -> str:
    """Return the multivariant playlist; pictures in the order given, each with every sound."""
    pictures = [one for one in renditions if one.video]
    sounds = [one for one in renditions if not one.video]
    shared = sounds if pictures else []
    independent = all(cut.keyframe for one in renditions for cut in one.cuts)
    return master_playlist(
        [_variant(one, shared) for one in pictures or sounds],
        [_sound(one, is_default=number == 0) for number, one in enumerate(shared)],
        independent=independent,
    )


def hls_media(rendition: Rendition, form: Form) -> str:
    """Return the media playlist of one rendition."""
    if form is Form.ONE_FILE:
        init = HlsInit(rendition.file_name, _init_span(rendition))
    else:
        init = HlsInit(f"{rendition.name}/{INIT_NAME}")
    segments = []
    for number, cut in enumerate(rendition.cuts, 1):
        span = cut.span if form is Form.ONE_FILE else None
        uri = rendition.file_name if span else f"{rendition.name}/{segment_name(number)}"
        segments.append(HlsSegment(uri, cut.duration_s, init, span))
    return media_playlist(segments, independent=all(cut.keyframe for cut in rendition.cuts))


def dash_manifest(renditions: Sequence[Rendition], form: Form) -> str:
    """Return the MPD: pictures of the same codec in one set, each sound in one of its own."""
    pictures = [one for one in renditions if one.video]
    sounds = [one for one in renditions if not one.video]
    sets = [
        AdaptationSet("video", tuple(_representation(one, form) for one in group))
        for _, group in groupby(sorted(pictures, key=_family), key=_family)
    ]
    sets += [AdaptationSet("audio", (_representation(one, form),), one.language) for one in sounds]
    length_s = max((one.cuts[-1].end_s for one in renditions if one.cuts), default=Fraction(0))
    indexed = form is Form.ONE_FILE and all(one.index for one in renditions)
    profile = Profile.ON_DEMAND if indexed else Profile.LIVE
    if form is Form.ONE_FILE and not indexed:
        profile = Profile.FULL
    return static_mpd([Period("0", Fraction(0), tuple(sets))], length_s, profile)


def _variant(one: Rendition, sounds: Sequence[Rendition]) -> Variant:
    peak = peak_bps(one.cuts) + max((peak_bps(sound.cuts) for sound in sounds), default=0)
    mean = mean_bps(one.cuts) + max((mean_bps(sound.cuts) for sound in sounds), default=0)
    codecs = [codecs_of(one.map.mime), *(codecs_of(sound.map.mime) for sound in sounds)]
    video = one.video
    return Variant(
        one.playlist,
        peak,
        mean,
        ",".join(dict.fromkeys(filter(None, codecs))),
        video.width if video else 0,
        video.height if video else 0,
        frame_rate_of(one.map),
        SOUND_GROUP if sounds else "",
    )


def _sound(one: Rendition, *, is_default: bool) -> Sound:
    channels = one.audio.channels if one.audio else 0
    title = (one.title or one.name).replace('"', "'")
    return Sound(one.playlist, title, SOUND_GROUP, one.language, channels, is_default)


def _family(one: Rendition) -> str:
    return codecs_of(one.map.mime).partition(".")[0]


def _init_span(one: Rendition) -> ByteSpan:
    return ByteSpan(one.map.init_offset, one.map.init_size)


def _representation(one: Rendition, form: Form) -> Representation:
    source: Template | ByteList | IndexedFile
    if form is Form.FOLDER:
        folder = one.name
        source = Template(f"{folder}/{INIT_NAME}", f"{folder}/seg$Number%05d$.m4s")
    elif one.index is not None:
        source = IndexedFile(one.file_name, _init_span(one), one.index)
    else:
        spans = tuple(cut.span for cut in one.cuts)
        source = ByteList(one.file_name, _init_span(one), spans)
    track = one.video or one.audio
    sound = one.audio if one.video is None else None
    return Representation(
        one.name,
        one.map.mime.partition(";")[0],
        codecs_of(one.map.mime),
        peak_bps(one.cuts),  # the mean would not fill the buffer in its least time
        source,
        tuple((cut.start_s, cut.duration_s) for cut in one.cuts),
        track.timescale if track else 1_000_000,
        width=one.video.width if one.video else 0,
        height=one.video.height if one.video else 0,
        frame_rate=frame_rate_of(one.map),
        sample_rate=sound.sample_rate if sound else 0,
        channels=sound.channels if sound else 0,
    )
