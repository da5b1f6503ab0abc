"""Every way in which a WebM file is broken; those of its elements are here."""

from functools import partial

from studio.repair.breaking import webm_structure as structure
from studio.repair.breaking.model import Breaker, Needs, on_webm, verbatim
from studio.repair.breaking.webm_block_table import BLOCK_BREAKERS
from studio.segments.model import Family, TrackKind

_VIDEO, _AUDIO, _BOTH = Needs(video=True), Needs(audio=True), Needs(video=True, audio=True)
_CLUSTERS = Needs(segments=2)

_STRUCTURE = (
    Breaker(
        "webm-no-info",
        "WEBM-001",
        "The Info element is left out.",
        Family.WEBM,
        on_webm(structure.without_info),
    ),
    Breaker(
        "webm-no-tracks",
        "WEBM-001",
        "The Tracks element is left out.",
        Family.WEBM,
        on_webm(structure.without_tracks),
    ),
    Breaker(
        "webm-cluster-first",
        "WEBM-001",
        "The first cluster stands before Info and Tracks.",
        Family.WEBM,
        on_webm(structure.cluster_first),
    ),
    Breaker(
        "webm-junk",
        "WEBM-001",
        "Bytes that are no element stand between two clusters.",
        Family.WEBM,
        on_webm(structure.junk_between),
        _CLUSTERS,
    ),
    Breaker(
        "webm-segment-too-short",
        "WEBM-001",
        "The Segment’s size ends before the last cluster.",
        Family.WEBM,
        on_webm(structure.segment_too_short),
        _CLUSTERS,
    ),
    Breaker(
        "webm-late-timestamp",
        "WEBM-002",
        "A block stands before its cluster’s Timestamp.",
        Family.WEBM,
        on_webm(structure.late_timestamp),
    ),
    Breaker(
        "webm-swapped-clusters",
        "WEBM-004",
        "The second cluster stands behind the third.",
        Family.WEBM,
        on_webm(structure.swapped_clusters),
        Needs(segments=3),
    ),
    Breaker(
        "webm-clusters-inside-gops",
        "WEBM-005",
        "Each cluster is cut in two before a picture that is no keyframe.",
        Family.WEBM,
        on_webm(structure.clusters_inside_gops),
        _VIDEO,
    ),
    Breaker(
        "webm-unknown-sizes",
        "WEBM-014",
        "The Segment and all clusters have unknown sizes, as in a live stream.",
        Family.WEBM,
        on_webm(structure.unknown_sizes),
    ),
    Breaker(
        "webm-other-elements",
        "WEBM-015",
        "Void and Tags elements stand between two clusters.",
        Family.WEBM,
        on_webm(structure.other_elements_between),
        _CLUSTERS,
    ),
    Breaker(
        "webm-truncated-cluster",
        "WEBM-016",
        "The end of a cluster in the middle of the file is missing.",
        Family.WEBM,
        on_webm(structure.truncated_cluster),
        _CLUSTERS,
    ),
    Breaker(
        "webm-negative-times",
        "WEBM-013",
        "A cluster has the time of its last block, so that the others count backwards.",
        Family.WEBM,
        on_webm(structure.negative_times),
    ),
    Breaker(
        "webm-long-cluster",
        "WEBM-030",
        "One cluster holds everything, and its times beyond 32.767 s wrap around.",
        Family.WEBM,
        on_webm(structure.one_long_cluster),
    ),
    Breaker(
        "webm-separate-clusters",
        "WEBM-019",
        "Pictures and sound stand in clusters of their own.",
        Family.WEBM,
        on_webm(structure.separate_clusters),
        _BOTH,
    ),
)

_HEADERS = (
    Breaker(
        "webm-two-codec-ids",
        "WEBM-010",
        "A track has two CodecID elements.",
        Family.WEBM,
        on_webm(structure.two_codec_ids),
    ),
    Breaker(
        "webm-foreign-name",
        "WEBM-010",
        "A track has a name that is not ASCII.",
        Family.WEBM,
        on_webm(structure.foreign_name),
    ),
    Breaker(
        "webm-zero-default-duration",
        "WEBM-010",
        "The header says that a picture lasts 0 ns.",
        Family.WEBM,
        on_webm(structure.zero_default_duration),
        _VIDEO,
    ),
    Breaker(
        "webm-no-default-duration",
        "WEBM-017",
        "The header does not say how long a picture lasts.",
        Family.WEBM,
        on_webm(structure.without_default_duration),
        _VIDEO,
    ),
    Breaker(
        "webm-pre-skip",
        "WEBM-018",
        "The bytes of the Opus header’s pre-skip are swapped, and CodecDelay says the same.",
        Family.WEBM,
        on_webm(structure.swapped_pre_skip),
        Needs(audio=True, entries=("A_OPUS",)),
    ),
    Breaker(
        "webm-doc-type",
        "WEBM-020",
        "The file calls itself Matroska.",
        Family.WEBM,
        on_webm(structure.foreign_doc_type),
    ),
    Breaker(
        "webm-foreign-codec",
        "WEBM-020",
        "The sound track calls itself AAC.",
        Family.WEBM,
        on_webm(partial(structure.with_codec, kind=TrackKind.AUDIO, codec=b"A_AAC")),
        _AUDIO,
    ),
    Breaker(
        "webm-wrong-video-codec",
        "MIME-002",
        "A VP8 track calls itself VP9.",
        Family.WEBM,
        on_webm(partial(structure.with_codec, kind=TrackKind.VIDEO, codec=b"V_VP9")),
        Needs(video=True, entries=("V_VP8",)),
    ),
    Breaker(
        "webm-wrong-vp8",
        "MIME-002",
        "A VP9 track calls itself VP8.",
        Family.WEBM,
        on_webm(partial(structure.with_codec, kind=TrackKind.VIDEO, codec=b"V_VP8")),
        Needs(video=True, entries=("V_VP9",)),
    ),
    Breaker(
        "webm-stripped-headers",
        "WEBM-023",
        "The video track says that its frames are compressed by header stripping.",
        Family.WEBM,
        on_webm(structure.stripped_headers),
        _VIDEO,
    ),
    Breaker(
        "webm-no-duration",
        "TIME-013",
        "The file does not say how long it lasts.",
        Family.WEBM,
        on_webm(structure.without_duration),
    ),
    Breaker(
        "webm-as-mp4",
        "TIME-015",
        "The WebM file is called .mp4.",
        Family.WEBM,
        verbatim,
        suffix=".mp4",
    ),
)

WEBM_BREAKERS: tuple[Breaker, ...] = (*_STRUCTURE, *_HEADERS, *BLOCK_BREAKERS)
