"""What a breaker is, and what it leaves behind."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from studio.errors import RepairError
from studio.repair.breaking.mp4_media import Mp4Media
from studio.repair.breaking.pieces import Copy, Piece, write_pieces
from studio.repair.breaking.webm_media import WebmMedia
from studio.segments.isobmff import looks_like_mp4
from studio.segments.model import Family, TrackKind
from studio.segments.source import open_source

Media = WebmMedia | Mp4Media
Plan = Callable[[Media], Iterable[Piece]]

_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


@contextmanager
def open_media(path: Path) -> Iterator[Media]:
    """Open a WebM or fragmented MP4 file to take it apart.

    Raises:
        SegmentError: it cannot be read.
        RepairError: it is neither, or damaged.
    """
    with open_source(path) as source:
        head = source.at(0, 12)
        if head.startswith(_EBML_MAGIC):
            yield WebmMedia(source)
        elif looks_like_mp4(head):
            yield Mp4Media(source)
        else:
            raise RepairError(f"“{path.name}” is neither WebM nor MP4.", hint="Transcode it first.")


def on_webm(plan: Callable[[WebmMedia], Iterable[Piece]]) -> Plan:
    """Return a plan for any file from one for WebM."""

    def run(media: Media) -> Iterable[Piece]:
        if not isinstance(media, WebmMedia):
            raise RepairError("It is not a WebM file.")
        return plan(media)

    return run


def on_mp4(plan: Callable[[Mp4Media], Iterable[Piece]]) -> Plan:
    """Return a plan for any file from one for MP4."""

    def run(media: Media) -> Iterable[Piece]:
        if not isinstance(media, Mp4Media):
            raise RepairError("It is not an MP4 file.")
        return plan(media)

    return run


def verbatim(media: Media) -> Iterable[Piece]:
    """Copy the file as it is; its name breaks it."""
    return [Copy(0, media.source.size)]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a file must have for a breaker. ``entries``: one of these codec ids."""

    video: bool = False
    audio: bool = False
    segments: int = 1
    entries: tuple[str, ...] = ()

    def missing(self, media: Media) -> str:
        """Return what is missing, "" when nothing is."""
        if self.video and media.track_of(TrackKind.VIDEO) is None:
            return "It needs a video track."
        if self.audio and media.track_of(TrackKind.AUDIO) is None:
            return "It needs an audio track."
        if self.segments > segment_count(media):
            return f"It needs at least {self.segments} media segments."
        if self.entries and not set(self.entries) & set(codec_ids(media)):
            return f"It needs a track of one of these kinds: {', '.join(self.entries)}."
        return ""


def segment_count(media: Media) -> int:
    """Return how many clusters or fragments a file has."""
    return len(media.clusters if isinstance(media, WebmMedia) else media.fragments)


def codec_ids(media: Media) -> list[str]:
    """Return the codec ids of all tracks, as they stand in the file."""
    if isinstance(media, WebmMedia):
        return [track.codec_id for track in media.tracks]
    return [track.entry for track in media.tracks]


@dataclass(frozen=True, slots=True)
class Breaker:
    """One way to break one rule.

    ``id`` is part of the file name and stays as it is (``webm-block-order``); ``code`` is
    that of the rule; ``words`` say in one sentence what is done. ``suffix`` is another
    ending of the file name, where that is what breaks it.
    """

    id: str
    code: str
    words: str
    family: Family
    plan: Plan
    needs: Needs = Needs()
    suffix: str = ""

    def why_not(self, media: Media) -> str:
        """Return why this file cannot be broken in this way, "" when it can."""
        if media.family is not self.family:
            wanted = "WebM" if self.family is Family.WEBM else "fragmented MP4"
            return f"It needs a {wanted} file."
        return self.needs.missing(media)

    def applies(self, media: Media) -> bool:
        """Tell whether this file can be broken in this way, as far as its outline shows."""
        return not self.why_not(media)

    def make(self, source: Path, target: Path) -> int:
        """Write the broken variant of ``source`` to ``target``, which must not exist yet.

        Returns:
            the byte offset in ``target`` of the first change.

        Raises:
            SegmentError: the source cannot be read.
            RepairError: the source cannot be broken in this way.
            OutputError: the target exists, or cannot be written.
        """
        with open_media(source) as media:
            reason = self.why_not(media)
            if reason:
                raise RepairError(f"“{source.name}” cannot be broken in this way.", hint=reason)
            return write_pieces(source, target, self.plan(media))
