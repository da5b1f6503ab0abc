"""Every way in which the blocks and times of a WebM file are broken."""

from functools import partial

from studio.repair.breaking import webm_blocks as blocks
from studio.repair.breaking import webm_times as times
from studio.repair.breaking.model import Breaker, Needs, on_webm
from studio.segments.model import Family

_VIDEO, _AUDIO, _BOTH = Needs(video=True), Needs(audio=True), Needs(video=True, audio=True)
_CLUSTERS = Needs(segments=2)

BLOCK_BREAKERS: tuple[Breaker, ...] = (
    Breaker(
        "webm-block-order",
        "WEBM-003",
        "Two blocks of a cluster are swapped, so that a time steps back.",
        Family.WEBM,
        on_webm(blocks.swapped_blocks),
        _BOTH,
    ),
    Breaker(
        "webm-no-first-keyframe",
        "WEBM-006",
        "The first picture, a keyframe, is left out.",
        Family.WEBM,
        on_webm(blocks.without_first_keyframe),
        _VIDEO,
    ),
    Breaker(
        "webm-lacing",
        "WEBM-007",
        "Two frames of sound are packed into one block.",
        Family.WEBM,
        on_webm(blocks.laced_sound),
        _AUDIO,
    ),
    Breaker(
        "webm-undeclared-track",
        "WEBM-008",
        "A block belongs to a track that the header does not declare.",
        Family.WEBM,
        on_webm(blocks.undeclared_track),
    ),
    Breaker(
        "webm-high-track-number",
        "WEBM-008",
        "The last track has the number 200.",
        Family.WEBM,
        on_webm(blocks.high_track_number),
    ),
    Breaker(
        "webm-two-blocks-in-group",
        "WEBM-009",
        "A BlockGroup holds two Blocks.",
        Family.WEBM,
        on_webm(blocks.two_blocks_in_group),
    ),
    Breaker(
        "webm-group-without-block",
        "WEBM-009",
        "A BlockGroup holds no Block.",
        Family.WEBM,
        on_webm(blocks.group_without_block),
    ),
    Breaker(
        "webm-two-additions",
        "WEBM-009",
        "A block has two BlockAdditional elements.",
        Family.WEBM,
        on_webm(blocks.two_additions),
    ),
    Breaker(
        "webm-second-sound-track",
        "WEBM-011",
        "A second sound track stands beside the first.",
        Family.WEBM,
        on_webm(blocks.second_sound_track),
        _AUDIO,
    ),
    Breaker(
        "webm-dropped-frame",
        "WEBM-012",
        "One picture in the middle of a GOP is left out.",
        Family.WEBM,
        on_webm(partial(blocks.lost_frames, count=1)),
        _VIDEO,
    ),
    Breaker(
        "webm-dropped-frames",
        "WEBM-012",
        "Two pictures in the middle of a GOP are left out.",
        Family.WEBM,
        on_webm(partial(blocks.lost_frames, count=2)),
        _VIDEO,
    ),
    Breaker(
        "webm-hidden-keyframe",
        "TIME-010",
        "A keyframe in the middle of the file is not marked as one.",
        Family.WEBM,
        on_webm(blocks.hidden_keyframe),
        _VIDEO,
    ),
    Breaker(
        "webm-false-keyframe",
        "TIME-010",
        "A picture in the middle of a GOP is marked as a keyframe.",
        Family.WEBM,
        on_webm(blocks.false_keyframe),
        _VIDEO,
    ),
    Breaker(
        "webm-overlap",
        "TIME-004",
        "From the middle of the file on all times are 100 ms earlier.",
        Family.WEBM,
        on_webm(partial(times.overlap, milliseconds=100)),
        _CLUSTERS,
    ),
    Breaker(
        "webm-keyframe-before-zero",
        "TIME-006",
        "All times are so much earlier that the first picture comes before 0.",
        Family.WEBM,
        on_webm(times.before_zero),
        _VIDEO,
    ),
    Breaker(
        "webm-wide-track-number",
        "WEBM-008",
        "A block’s track number is written in two bytes.",
        Family.WEBM,
        on_webm(blocks.wide_track_number),
    ),
)
