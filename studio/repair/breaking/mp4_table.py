"""Every way in which a fragmented MP4 is broken; those of its header and its times are here."""

from functools import partial

from studio.repair.breaking import mp4_codecs as codecs
from studio.repair.breaking import mp4_header as header
from studio.repair.breaking import mp4_times as times
from studio.repair.breaking.model import Breaker, Needs, on_mp4, verbatim
from studio.repair.breaking.mp4_fragment_table import FRAGMENT_BREAKERS
from studio.segments.model import Family

_VIDEO = Needs(video=True)
_NAL = Needs(video=True, entries=("avc1", "avc3", "hvc1", "hev1"))

_HEADER_BREAKERS = (
    Breaker(
        "mp4-header-last",
        "MP4-013",
        "The header (moov) stands behind all fragments.",
        Family.MP4,
        on_mp4(header.header_last),
    ),
    Breaker(
        "mp4-other-header",
        "MP4-014",
        "A second header with other track numbers stands between two fragments.",
        Family.MP4,
        on_mp4(header.other_header),
    ),
    Breaker(
        "mp4-no-mvex",
        "MP4-001",
        "The header announces no fragments: mvex is renamed.",
        Family.MP4,
        on_mp4(header.without_mvex),
    ),
    Breaker(
        "mp4-first-gop-in-header",
        "MP4-002",
        "The first fragment’s frames are described in moov instead of a moof.",
        Family.MP4,
        on_mp4(header.first_fragment_in_header),
        Needs(segments=2),
    ),
    Breaker(
        "mp4-no-trex",
        "MP4-003",
        "The last track has no fragment defaults (trex).",
        Family.MP4,
        on_mp4(header.without_trex),
    ),
    Breaker(
        "mp4-foreign-trex",
        "MP4-003",
        "The fragment defaults (trex) of the last track belong to another number.",
        Family.MP4,
        on_mp4(header.foreign_trex),
    ),
    Breaker(
        "mp4-zero-description",
        "MP4-003",
        "Fragments default to sample description 0, which does not exist.",
        Family.MP4,
        on_mp4(header.zero_description),
    ),
    Breaker(
        "mp4-no-ftyp",
        "MP4-004",
        "The file type box (ftyp) is left out.",
        Family.MP4,
        on_mp4(header.without_ftyp),
    ),
    Breaker(
        "mp4-strange-brand",
        "MP4-004",
        "The file type box (ftyp) names a brand that nobody knows.",
        Family.MP4,
        on_mp4(header.strange_brand),
    ),
    Breaker(
        "mp4-same-header",
        "MP4-014",
        "The same header stands once more between two fragments, which is allowed.",
        Family.MP4,
        on_mp4(header.same_header),
    ),
    Breaker(
        "mp4-duplicate-track",
        "MP4-015",
        "Two tracks have the same number.",
        Family.MP4,
        on_mp4(header.duplicate_track),
    ),
    Breaker(
        "mp4-lying-index",
        "MP4-019",
        "An index (sidx) tells wrong sizes.",
        Family.MP4,
        on_mp4(header.lying_index),
    ),
    Breaker(
        "mp4-empty-configuration",
        "MP4-020",
        "The codec configuration of the picture is empty.",
        Family.MP4,
        on_mp4(codecs.empty_configuration),
    ),
    Breaker(
        "mp4-length-size",
        "MP4-020",
        "The header says that NAL units begin with a length of 2 bytes, but it is 4.",
        Family.MP4,
        on_mp4(codecs.wrong_length_size),
        _NAL,
    ),
    Breaker(
        "mp4-wrong-codec",
        "MIME-002",
        "The sound track calls itself by another codec’s name.",
        Family.MP4,
        on_mp4(codecs.wrong_codec),
        Needs(audio=True),
    ),
    Breaker(
        "mp4-as-webm",
        "TIME-015",
        "The MP4 file is called .webm.",
        Family.MP4,
        verbatim,
        suffix=".webm",
    ),
    Breaker(
        "mp4-annex-b",
        "MP4-020",
        "A fragment’s pictures have start codes instead of lengths.",
        Family.MP4,
        on_mp4(codecs.annex_b),
        _NAL,
    ),
    Breaker(
        "mp4-overlap",
        "TIME-004",
        "From the middle of the file on all times are 100 ms earlier.",
        Family.MP4,
        on_mp4(partial(times.overlap, milliseconds=100)),
        Needs(segments=2),
    ),
    Breaker(
        "mp4-times-from-zero",
        "TIME-004",
        "The decode times of every fragment begin at 0 again.",
        Family.MP4,
        on_mp4(times.times_from_zero),
        Needs(segments=2),
    ),
    Breaker(
        "mp4-keyframe-before-zero",
        "TIME-006",
        "The edit list begins one picture after the first keyframe.",
        Family.MP4,
        on_mp4(times.keyframe_before_zero),
        _VIDEO,
    ),
    Breaker(
        "mp4-empty-edit",
        "TIME-007",
        "The edit lists begin with an empty edit of 500 ms.",
        Family.MP4,
        on_mp4(partial(times.empty_edit, milliseconds=500)),
    ),
    Breaker(
        "mp4-two-edits",
        "TIME-007",
        "The edit lists have two edits with a jump of 500 ms between them.",
        Family.MP4,
        on_mp4(partial(times.two_edits, second_ms=500)),
    ),
    Breaker(
        "mp4-no-edit-list",
        "TIME-008",
        "The edit lists are left out.",
        Family.MP4,
        on_mp4(times.without_edits),
    ),
    Breaker(
        "mp4-no-duration",
        "TIME-013",
        "The file does not say how long it lasts.",
        Family.MP4,
        on_mp4(times.without_duration),
    ),
)

MP4_BREAKERS: tuple[Breaker, ...] = (*_HEADER_BREAKERS, *FRAGMENT_BREAKERS)
