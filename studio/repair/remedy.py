"""Which repair cures which findings, and what only encoding again can do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.repair.operations import RECLUSTER, REFRAGMENT
from studio.segments.model import Family, SegmentMap, TrackKind
from studio.verdict.model import CureKind, Finding, Severity
from studio.verdict.rules_time import START_GAP_S

_COPY_CODECS = ("avc1", "mp4a.40")
"""What the preset that only repackages can take."""

_PRESETS = (
    (("vp8", "vp08", "vorbis"), "webm-vp8-vorbis"),
    (("vp9", "vp09", "opus"), "webm-vp9-opus"),
    (("av01",), "mp4-av1-opus"),
)
_FROM_SOURCE = frozenset({"FILE-002", "WEBM-001", "WEBM-002", "WEBM-016", "MIME-001"})
"""What is lost in the file itself; for rules that do not name a cure."""

_ALWAYS_CURED = frozenset({"TIME-006", "WEBM-006", "WEBM-018", "WEBM-032"})
"""What the repairs mend whatever else helps: a start before 0, frames that nothing can decode
at the beginning, a declared Opus delay, wrong keyframe flags."""

FALLBACK_PRESET = "mp4-h264-aac"
COPY_PRESET = "mp4-copy"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do about a file's findings.

    ``operation`` is the repair that helps, empty when none is needed or none is known to
    help; ``attempt`` is the one that is worth a try all the same. ``cured`` are the findings
    it takes away, ``left`` those that it cannot. ``preset`` is what would cure these, empty
    when nothing that encoding could change is left. ``useless`` names cures that people try
    and that do not work here.
    """

    operation: str
    cured: tuple[Finding, ...]
    left: tuple[Finding, ...]
    preset: str = ""
    useless: tuple[str, ...] = ()
    attempt: str = ""

    @property
    def is_needed(self) -> bool:
        """Something is wrong with the file."""
        return bool(self.cured or self.left)


def choose_cure(findings: Sequence[Finding], found: SegmentMap) -> Remedy:
    """Return which operation cures which findings of a file; mere notes need no cure."""
    serious = [finding for finding in findings if finding.severity is not Severity.INFO]
    usual = RECLUSTER if found.family is Family.WEBM else REFRAGMENT
    foreign = found.family is Family.WEBM and _foreign_codecs(found)
    cured = [f for f in serious if _is_repairable(f, found) and not foreign]
    left = [finding for finding in serious if finding not in cured]
    operation = usual if cured else ""  # which keeps one track of each kind, as splitting does
    preset = preset_for(left, found)
    attempt = usual if serious and not foreign else ""
    return Remedy(operation, tuple(cured), tuple(left), preset, _useless(findings), attempt)


def _is_repairable(finding: Finding, found: SegmentMap) -> bool:
    """Tell whether copying frames cures this finding, by all that is known before it is tried."""
    if finding.code in _ALWAYS_CURED:
        return True
    if finding.code == "TIME-001":
        return _begins_late(found)
    if finding.cure is None:
        return finding.code not in _FROM_SOURCE
    return finding.cure.kind is CureKind.REPAIR


def _begins_late(found: SegmentMap) -> bool:
    """Tell whether all tracks begin late: then all times can be moved alike."""
    firsts: dict[int, Fraction] = {}
    for segment in found.segments:
        for span in segment.spans:
            firsts[span.track] = min(firsts.get(span.track, span.start_s), span.start_s)
    return bool(firsts) and min(firsts.values()) > START_GAP_S


def _useless(findings: Iterable[Finding]) -> tuple[str, ...]:
    names = (name for f in findings if f.cure is not None for name in f.cure.useless)
    return tuple(dict.fromkeys(names))


def preset_for(left: Sequence[Finding], found: SegmentMap) -> str:
    """Return the id of the preset that cures what is left; empty when none would.

    The findings name it themselves, or the file's codecs decide: the same ones again where
    a preset has them.
    """
    if found.family is Family.WEBM and left and _fits_mp4(found):
        return COPY_PRESET
    kinds = {finding.cure.kind for finding in left if finding.cure is not None}
    if left and all(f.cure is not None for f in left) and kinds <= {CureKind.PLAYER}:
        return ""
    named = (f.cure.name for f in left if f.cure is not None and f.cure.kind is CureKind.PRESET)
    for name in named:
        if name:
            return name
    return usual_preset(found) if left else ""


def usual_preset(found: SegmentMap) -> str:
    """Return the preset whose codecs a file has already, or the one that most engines play."""
    track = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    codec = "" if track is None else track.codec_string.lower()
    for starts, preset in _PRESETS:
        if codec.startswith(starts):
            return preset
    return FALLBACK_PRESET


def _foreign_codecs(found: SegmentMap) -> bool:
    """Tell whether a kind of track has only codecs that WebM does not hold."""
    known = ("vp8", "vp9", "vp09", "av01", "vorbis", "opus")
    for kind in (TrackKind.VIDEO, TrackKind.AUDIO):
        tracks = [track for track in found.tracks if track.kind is kind]
        if tracks and not any(track.codec_string.startswith(known) for track in tracks):
            return True
    return False


def _fits_mp4(found: SegmentMap) -> bool:
    """Tell whether repackaging as MP4 is enough."""
    strings = [t.codec_string for t in found.tracks if t.kind is not TrackKind.OTHER]
    return bool(strings) and all(text.startswith(_COPY_CODECS) for text in strings)
