"""The static verdict on whatever the user drops: a file, or a playlist with its segments."""

from dataclasses import dataclass, replace
from pathlib import Path

from studio.segments.manifests import is_manifest, read_presentation
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.presentation import Rendition
from studio.segments.stitched import Piece
from studio.verdict.examine import Examination, examine, examine_source
from studio.verdict.model import Finding, Verdict
from studio.verdict.summary import judge_findings

_VIDEO_CODECS = ("avc1", "avc3", "hvc1", "hev1", "vp8", "vp08", "vp9", "vp09", "av01", "mp4v")


@dataclass(frozen=True, slots=True)
class Examined:
    """One file, or one rendition of a playlist; ``rendition`` is empty for a file.

    ``declared`` is the MIME type that a player names. ``pieces`` are the files that a
    rendition's map counts in. In its findings ``offset``
    counts in the file that ``place`` begins with.
    """

    path: Path
    rendition: str
    examination: Examination
    pieces: tuple[Piece, ...] = ()
    declared: str = ""

    @property
    def map(self) -> SegmentMap:
        """How it is cut."""
        return self.examination.media.map

    @property
    def verdict(self) -> Verdict:
        """What follows from rules and predictions; never a pass."""
        return judge_findings(self.examination.findings, self.examination.predictions)


def examine_any(path: Path, declared: str | None = None) -> tuple[Examined, ...]:
    """Examine a file, or each rendition of an HLS playlist or DASH manifest.

    Args:
        path: a WebM, Matroska or MP4 file, a .m3u8 or a .mpd.
        declared: the MIME type that a player names; a manifest declares its own otherwise.

    Raises:
        SegmentError: it cannot be read, or lists what is not there.
    """
    if not is_manifest(path):
        return (Examined(path, "", examine(path, declared=declared), declared=declared or ""),)
    found = []
    for rendition in read_presentation(path).renditions:
        with rendition.open() as source:
            told = declared or declared_type(rendition)
            examination = examine_source(source, path, declared=told)
        findings = tuple(_in_file(finding, rendition) for finding in examination.findings)
        told_of = replace(examination, findings=findings)
        found.append(Examined(path, rendition.name, told_of, rendition.pieces, told or ""))
    return tuple(found)


def declared_type(rendition: Rendition) -> str | None:
    """Return the MIME type that a manifest declares for a rendition, None when it does not.

    HLS names the codecs of a variant together with those of its sound group; of these only
    the kinds that the rendition holds are its own.
    """
    if not rendition.declared_codecs:
        return None
    kinds = {track.kind for track in rendition.map.tracks}
    names = [name.strip() for name in rendition.declared_codecs.split(",")]
    if rendition.group and TrackKind.AUDIO not in kinds:
        names = [name for name in names if name.startswith(_VIDEO_CODECS)]
    kind = "video" if TrackKind.VIDEO in kinds else "audio"
    base = rendition.declared_mime or f"{kind}/{rendition.map.family}"
    return f'{base}; codecs="{",".join(names)}"'


def _in_file(finding: Finding, rendition: Rendition) -> Finding:
    """Name the file a finding stands in, and the offset there."""
    if finding.offset is None:
        return finding
    place = rendition.locate(finding.offset)
    named = ": ".join(filter(None, (place.path.name, finding.place)))
    return replace(finding, offset=place.offset, place=named)
