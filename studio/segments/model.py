"""The segment map: how a WebM or fragmented MP4 file is cut for Media Source Extensions."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path


class Family(StrEnum):
    """The two byte stream formats of the MSE registry that we make."""

    WEBM = "webm"
    MP4 = "mp4"


class TrackKind(StrEnum):
    """What a track carries."""

    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"


class MapDetail(StrEnum):
    """How closely a file was looked at for its segment map."""

    OUTLINE = "outline"
    """Segments and where their tracks begin and end; frames were not counted, facts are few."""
    FRAMES = "frames"
    """Every block or sample was seen."""


@dataclass(frozen=True, slots=True)
class Track:
    """One track of the init segment.

    ``codec_string`` is the RFC 6381 name (``avc1.64001f``, ``vp8``, ``opus``), computed
    from the codec configuration; empty when the codec has none. ``timescale`` is ticks
    per second (MP4) or 10^9 / TimestampScale (WebM, normally 1000).
    ``default_duration_ns`` is WebM's DefaultDuration, None when absent. ``edits`` is MP4's
    edit list as (segment duration, media time) pairs: movie and media ticks, -1 for an
    empty edit.
    """

    number: int
    kind: TrackKind
    codec_id: str
    codec_string: str
    timescale: int
    width: int = 0
    height: int = 0
    sample_rate: int = 0
    channels: int = 0
    default_duration_ns: int | None = None
    codec_delay_ns: int = 0
    edits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TrackSpan:
    """What one segment holds of one track; times in exact seconds, presentation order.

    WebM times are block times: the CodecDelay of sound is not subtracted, as in a
    SourceBuffer's ranges. MP4 times have the edit list applied. ``frames`` counts the
    frames that are shown (VP8 also stores hidden ones).
    """

    track: int
    start_s: Fraction
    end_s: Fraction
    frames: int
    starts_with_keyframe: bool
    keyframes: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One media segment: a cluster (WebM), or a moof with its mdat (fragmented MP4)."""

    offset: int
    size: int
    start_s: Fraction
    duration_s: Fraction
    keyframe: bool
    spans: tuple[TrackSpan, ...] = ()

    @property
    def end_s(self) -> Fraction:
        """Where the segment ends on the presentation timeline."""
        return self.start_s + self.duration_s


class FactKind(StrEnum):
    """Oddities the reader met on its way; the rules decide what they mean."""

    DAMAGED = "damaged"
    """What stands here cannot be read; everything after it is left out."""
    BROKEN_CLUSTER = "broken-cluster"
    DOC_TYPE = "doc-type"
    LACING = "lacing"
    UNKNOWN_TRACK = "unknown-track"
    NO_TIMESTAMP = "no-timestamp"
    """A block stands before its cluster's Timestamp."""
    FRAME_STEP = "frame-step"
    """``value``: seconds to the next frame, more than twice WebM's DefaultDuration."""
    DURATION_OVERLAP = "duration-overlap"
    """``value``: seconds by which sound's written duration reaches into the next block."""
    MOOV_SAMPLES = "moov-samples"
    NO_TREX = "no-trex"
    BASE_DATA_OFFSET = "base-data-offset"
    NO_DEFAULT_BASE = "no-default-base"
    NO_DECODE_TIME = "no-decode-time"
    NO_DATA_OFFSET = "no-data-offset"
    DATA_OUTSIDE = "data-outside"
    UNEXPECTED_BOX = "unexpected-box"
    BOX_TO_END = "box-to-end"
    NO_MEDIA_DATA = "no-media-data"
    """A moof without its mdat, or an mdat without its moof."""
    DECODE_STEP = "decode-step"
    """``value``: seconds from where the track's previous fragment ended; < 0 is an overlap."""
    UNKNOWN_ELEMENT = "unknown-element"
    """``text``: id of an EBML element that its parent (Info, Tracks, a cluster) does not know."""
    UNKNOWN_TOP_ELEMENT = "unknown-top-element"
    """``text``: id of an EBML element that has no place directly in the Segment."""
    ELEMENT_OVERRUN = "element-overrun"
    """An EBML element reaches beyond its parent's end."""
    EMPTY_VALUE = "empty-value"
    """A number without bytes, or one above 2^63 - 1."""
    OVERLONG_VALUE = "overlong-value"
    """A number of more than 8 bytes, or a float of neither 4 nor 8."""
    REPEATED_ELEMENT = "repeated-element"
    """``text``: name of an element that may stand only once."""
    UNKNOWN_SIZE = "unknown-size"
    """``text``: name of an element of unknown size that is neither Segment nor Cluster."""
    UNKNOWN_SIZE_END = "unknown-size-end"
    """The same, behind the last cluster."""
    UNKNOWN_CLUSTER_SIZE = "unknown-cluster-size"
    NO_INFO = "no-info"
    INFO_ORDER = "info-order"
    """Tracks before Info, or something between the two."""
    TRACKS_LATE = "tracks-late"
    """A cluster stands before Tracks."""
    SEGMENT_SIZE = "segment-size"
    """``value``: bytes that stand behind the end of the Segment."""
    REPEATED_HEADER = "repeated-header"
    OTHER_HEADER = "other-header"
    """A further header, with other tracks than the first."""
    EBML_VERSION = "ebml-version"
    """``text``: name and value of a header field that Firefox does not accept."""
    TRACK_WITHOUT_NUMBER = "track-without-number"
    TRACK_TYPE = "track-type"
    TRACK_NUMBER = "track-number"
    """A TrackNumber over 127."""
    DUPLICATE_TRACK = "duplicate-track"
    EXTRA_TRACK = "extra-track"
    """``text``: video or audio; a second track of the same kind."""
    FOREIGN_CODEC = "foreign-codec"
    """``text``: a CodecID that WebM does not hold."""
    CODEC_NAME = "codec-name"
    """A CodecID that is missing or not ASCII."""
    TRACK_NAME = "track-name"
    """A track's Name is not ASCII."""
    ZERO_DEFAULT_DURATION = "zero-default-duration"
    PICTURE_SIZE = "picture-size"
    DISPLAY_UNIT = "display-unit"
    STEREO_MODE = "stereo-mode"
    NO_SAMPLE_RATE = "no-sample-rate"
    SAMPLE_RATE = "sample-rate"
    NO_CHANNELS = "no-channels"
    CHANNEL_COUNT = "channel-count"
    """``text``: channels of Audio and of the codec's own header, which differ."""
    COMPRESSION = "compression"
    """ContentEncodings: frames are compressed, or their first bytes stripped."""
    ENCRYPTION = "encryption"
    VORBIS_HEADERS = "vorbis-headers"
    OPUS_HEADER = "opus-header"
    """The OpusHead in CodecPrivate is missing."""
    OPUS_HEADER_SHORT = "opus-header-short"
    CODEC_DELAY = "codec-delay"
    """``text``: CodecDelay and pre-skip in ms, which differ or are longer than 20 ms."""
    SEEK_PRE_ROLL = "seek-pre-roll"
    AV1_CONFIGURATION = "av1-configuration"
    EMPTY_CLUSTER = "empty-cluster"
    """A cluster without a Timestamp and without blocks."""
    CLUSTER_OVERRUN = "cluster-overrun"
    """A cluster's size reaches into what follows it."""
    SHORT_BLOCK = "short-block"
    """A block that is too short for its own header."""
    EMPTY_FRAME = "empty-frame"
    BLOCK_TRACK_NUMBER = "block-track-number"
    """A block's track number is written in more than one byte."""
    NO_BLOCK = "no-block"
    """A BlockGroup without a Block."""
    SEVERAL_BLOCKS = "several-blocks"
    SEVERAL_ADDITIONS = "several-additions"
    """Two BlockAdditional in one BlockAdditions."""
    BLOCK_ADDITIONS = "block-additions"
    """Several BlockAdditions in one BlockGroup, or a BlockAddID of 0."""
    OPUS_PACKET = "opus-packet"
    """A packet of Opus with no frame, or with more than 120 ms."""
    DISCARD_PADDING = "discard-padding"
    """DiscardPadding that is negative, too long, repeated or not on the last block."""
    ZERO_DURATION = "zero-duration"
    """A picture's BlockDuration is 0."""
    NEGATIVE_OFFSET = "negative-offset"
    """A block's time lies before its cluster's Timestamp."""
    TIME_OVERFLOW = "time-overflow"
    """A cluster's relative times ran over 16 bits."""
    CLUSTER_ORDER = "cluster-order"
    """``value``: seconds by which a cluster begins before the one in front of it."""
    MISSING_TRACK = "missing-track"
    """A cluster holds no block of a track."""
    UNKNOWN_LAST_DURATION = "unknown-last-duration"
    """The last block of a track in a cluster has no written duration."""
    CUES_WRONG = "cues-wrong"
    """An index entry does not point at a cluster."""
    MISSING_BOX = "missing-box"
    """``text``: the box that ``place`` must hold."""
    BROKEN_BOX = "broken-box"
    """``text``: the box whose content cannot be read as its type demands."""
    NO_TIMESCALE = "no-timescale"
    UNKNOWN_ENTRY = "unknown-entry"
    """``text``: a sample entry that no browser's parser knows."""
    ENCRYPTED = "encrypted"
    BAD_CONFIGURATION = "bad-configuration"
    """``text``: the codec configuration box that is missing, empty or cannot be read."""
    BAD_PARAMETER_SETS = "bad-parameter-sets"
    """``text``: the configuration box whose parameter sets are none."""
    ENTRY_MISMATCH = "entry-mismatch"
    """``text``: the configuration box that contradicts its sound sample entry."""
    SEVERAL_TRACKS = "several-tracks"
    """``text``: video or audio; the init segment has more than one."""
    NO_FILE_TYPE = "no-file-type"
    ODD_BRAND = "odd-brand"
    SEVERAL_MOVIES = "several-movies"
    """A further moov box with the same tracks."""
    OTHER_MOVIE = "other-movie"
    """A further moov box with other tracks."""
    LARGE_BOX = "large-box"
    MEDIA_BEFORE_INIT = "media-before-init"
    EARLY_DATA = "early-data"
    """An mdat of a fragmented file that stands before the first moof."""
    NO_TRACK_FRAGMENT = "no-track-fragment"
    RESERVED_DEPENDENCY = "reserved-dependency"
    EMPTY_SAMPLE = "empty-sample"
    ABSENT_TRACK = "absent-track"
    """A media segment that holds nothing of a track."""
    INDEX_LIES = "index-lies"
    TREX_DESCRIPTION = "trex-description"
    DECODE_TIME_OVERFLOW = "decode-time-overflow"
    RUN_ORDER = "run-order"
    """A run whose data lies before that of the run ahead of it in its track."""
    EMPTY_EDIT = "empty-edit"
    """``value``: how many seconds the track is delayed."""
    SEVERAL_EDITS = "several-edits"
    EDIT_RATE = "edit-rate"
    SAMPLE_BITS = "sample-bits"
    """``text``: bits of a sound sample entry that are none of 8, 16, 24, 32."""
    LOST_DATA = "lost-data"
    """The data of a fragment is cut off: its mdat is not whole."""
    BAD_SOUND_CONFIGURATION = "bad-sound-configuration"
    """As BAD_CONFIGURATION, of a sound track; Firefox takes such files."""
    MISSING_TABLE = "missing-table"
    """``text``: the sample table that a track's stbl box lacks; Firefox minds."""
    NO_FRAGMENT_HEADER = "no-fragment-header"
    """A moof without mfhd."""
    NO_TRACK_HEADER = "no-track-header"
    """A traf without tfhd."""
    SHORT_RUN = "short-run"
    """A trun with fewer rows than it announces."""
    BROKEN_MOVIE = "broken-movie"
    """As BROKEN_BOX, where Firefox stumbles, too."""
    HIGH_DESCRIPTION = "high-description"
    """A trex that names a sample description which is not there."""
    ORPHAN_DATA = "orphan-data"
    """An mdat that no fragment refers to."""
    DATA_BEFORE = "data-before"
    """A fragment whose data stands before it, or in no mdat of its own."""
    SHARED_NUMBER = "shared-number"
    """Tracks of different kinds have the same number."""
    NAL_LENGTH = "nal-length"
    """``value``: bytes of a NAL unit's length, not 4 as usual."""
    NO_PARAMETER_SETS = "no-parameter-sets"
    """``text``: an avcC or hvcC without a sequence parameter set."""
    VERSION_0 = "version-0"
    """``text``: a configuration box of version 0, which Firefox refuses."""
    NO_MVEX = "no-mvex"
    """A moov box that announces no fragments."""
    UNDECLARED_FRAGMENT = "undeclared-fragment"
    """The first moof of a file whose moov box announces none."""
    NO_TREX_OTHER = "no-trex-other"
    """As NO_TREX, of a track that is neither picture nor sound."""
    TOP_LEVEL_PSSH = "top-level-pssh"
    AAC_CHANNELS = "aac-channels"
    """An AAC configuration without a number of channels."""
    SHORT_EDIT = "short-edit"
    """``value``: how many seconds of a track lie behind the end of its only edit."""
    DECODE_ORDER = "decode-order"
    """A run that is decoded before the run ahead of it in its fragment and track."""
    LOOSE_BASE = "loose-base"
    """As NO_DEFAULT_BASE, while data offsets do count from the moof, as browsers take them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One oddity, where it stands, and its track number (0: none).

    ``place`` names the box or element: ``moov/trak[2]/edts/elst``, ``Segment/Cluster[3]``.
    """

    kind: FactKind
    offset: int
    track: int = 0
    value: Fraction = Fraction(0)
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BlockOrderFault:
    """A WebM block whose time is lower than its predecessor's in the same cluster."""

    offset: int
    time_ms: int
    previous_ms: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class SegmentMap:
    """How one file is cut.

    ``mime`` is what to give ``addSourceBuffer``. ``fragmented`` is False for a plain MP4,
    which has no segments. ``duration_s`` is the declared duration, or the end of the last
    segment. ``frames`` is the number of video frames (0 for sound only). An outline counts
    no frames and no keyframes, and a span there ends where its track goes on.
    """

    path: Path
    family: Family
    mime: str
    size_bytes: int
    duration_s: Fraction
    init_offset: int
    init_size: int
    tracks: tuple[Track, ...]
    segments: tuple[Segment, ...]
    fragmented: bool = True
    declared_duration_s: Fraction | None = None
    has_index: bool = False
    block_order_faults: tuple[BlockOrderFault, ...] = ()
    truncated: bool = False
    facts: tuple[Fact, ...] = ()
    detail: MapDetail = MapDetail.FRAMES

    def track_of(self, kind: TrackKind) -> Track | None:
        """First track of this kind, or None."""
        return next((track for track in self.tracks if track.kind is kind), None)

    @property
    def frames(self) -> int:
        """Video frames in all segments."""
        video = self.track_of(TrackKind.VIDEO)
        if video is None:
            return 0
        return sum(s.frames for seg in self.segments for s in seg.spans if s.track == video.number)
