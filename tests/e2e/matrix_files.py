"""The files of the matrix, and what is right for each of them in each engine.

Most are fixtures of the static verdict; damaged bytes, missing segments and unusual H.264
are made for this. What is right was measured with the harness of ``tests/engines`` (which
shares no code with the page and the judge that the matrix tests) in Chromium 156, the
embedded Chromium 140, Firefox 153 and WebKitGTK 2.50.6, and in engines.md 4.2 and 4.3.
Files with which an engine does now this, now that have no row.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from studio.verdict.model import Outcome
from tests.e2e.matrix_made import OWN
from tests.engines.fixtures import FIXTURES
from tests.engines.materials import Materials

ENGINES = ("embedded", "chromium", "firefox", "webkit")

_MADE = {fixture.key: fixture.make for fixture in FIXTURES}
_LETTERS = {"P": Outcome.PLAYED, "F": Outcome.FAILED, "U": Outcome.UNSUPPORTED}


@dataclass(frozen=True, slots=True)
class MatrixFile:
    """One row: a file, what is the matter with it, and the right outcome by engine."""

    key: str
    about: str
    right: Mapping[str, Outcome]
    make: Callable[[Materials, Path], Path]


def _row(letters: str, key: str, about: str) -> MatrixFile:
    """Return a row; ``letters``: the outcomes in the order of ``ENGINES``."""
    right = {name: _LETTERS[letter] for name, letter in zip(ENGINES, letters, strict=True)}
    return MatrixFile(key, about, right, OWN[key] if key in OWN else _MADE[key])


_WEBM = (
    _row("PPPP", "webm-sound-vp8-opus", "good"),
    _row("PPPP", "webm-sound-vp8-vorbis", "good"),
    _row("PPPP", "webm-sound-vp9-opus", "good"),
    _row("PPPP", "webm-sound-video-only", "good, picture only"),
    _row("PPPP", "webm-sound-audio-only", "good, sound only"),
    _row("PPPP", "webm-sound-av1-opus", "good"),
    _row("PPPP", "webm-unknown-sizes", "good, as live streams are"),
    _row("PPPP", "webm-negative-times", "sound begins before 0"),
    _row("FFPP", "webm-ffmpeg-vp8-opus-48000", "block order, as ffmpeg writes it"),
    _row("FFFF", "webm-cluster-first", "cluster before init"),
    _row("FFFP", "webm-no-info", "no Info element"),
    _row("FFFF", "webm-damaged-cluster", "damaged cluster"),
    _row("FFFF", "webm-missing-cluster", "segment missing"),
    _row("FFFF", "webm-clusters-inside-gops", "joins on non-key clusters"),
    _row("FFFF", "webm-no-first-keyframe", "begins without a keyframe"),
    _row("FFFF", "webm-gap-400", "hole in both tracks"),
    _row("FFFF", "webm-audio-only-gap-120", "hole, sound only"),
    _row("PPPF", "webm-late-200", "starts 0.2 s late"),
    _row("FFPP", "webm-lacing", "lacing"),
    _row("FFPP", "webm-two-codec-ids", "two codec ids in one track"),
    _row("UUUF", "webm-foreign-codec", "AAC in WebM, which WebKitGTK says it takes"),
    _row("FFFF", "webm-wrong-vp8", "says VP8, is VP9"),
    _row("PPPP", "webm-cut-off", "cut off in its last cluster, of which the rest plays"),
)

_MP4 = (
    _row("UPPP", "mp4-sound-h264-aac", "good"),
    _row("UPPP", "mp4-sound-h264-b-aac", "good, with B frames"),
    _row("PPPP", "mp4-sound-vp9-opus", "good"),
    _row("PPPP", "mp4-sound-av1-opus", "good"),
    _row("PPPP", "mp4-sound-audio-only", "good, sound only"),
    _row("PPPP", "mp4-sound-video-only", "good, picture only"),
    _row("UPPP", "mp4-empty-moov-h264", "no edit list: the first sound is stretched"),
    _row("PPPP", "mp4-empty-edit-40-video", "an empty edit of 40 ms"),
    _row("PPPP", "mp4-no-edit-list", "no edit list"),
    _row("UFFF", "mp4-plain-h264", "not fragmented"),
    _row("UFFF", "mp4-first-gop-in-moov-h264", "header that is not empty"),
    _row("UFFF", "mp4-no-mvex-h264", "no mvex"),
    _row("UFFF", "mp4-annex-b", "start codes in MP4"),
    _row("UFFF", "mp4-damaged-fragment-h264", "damaged fragment"),
    _row("UFFF", "mp4-missing-fragment-h264", "segment missing"),
    _row("FFFF", "mp4-truncated-data-vp9", "truncated fragment"),
    _row("UFFF", "mp4-fragments-inside-gops-h264", "joins on non-key fragments"),
    _row("UFFF", "mp4-no-first-keyframe-h264", "begins without a keyframe"),
    _row("FFFF", "mp4-gap-400", "hole in both tracks"),
    _row("FFFF", "mp4-late-1100", "starts 1.1 s late"),
    _row("UPUP", "mp4-h264-444", "4:4:4"),
    _row("UPUP", "mp4-h264-10-bit", "10 bit"),
    _row("UUPP", "mp4-hvc1", "H.265"),
)

FILES: tuple[MatrixFile, ...] = (*_WEBM, *_MP4)
