"""What is odd about a fragment's place in its file, seen from outside its moof box."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from studio.segments.boxes import Box
from studio.segments.fragments import Fragment
from studio.segments.model import FactKind, Segment, TrackKind
from studio.segments.movie import Movie
from studio.segments.notes import Notes
from studio.segments.segment_index import SegmentIndex, lies

SHORT_EDIT_S = Fraction(1, 10)
"""An edit that ends so much before its track is not just rounded."""


def note_absent(
    notes: Notes, moof: Box, fragment: Fragment, kinds: Mapping[int, TrackKind]
) -> None:
    """Note the tracks of picture and sound of which a fragment holds nothing."""
    present = {span.track for span in fragment.spans}
    place = f"moof[{fragment.number}]"
    for number, kind in kinds.items():
        if kind is not TrackKind.OTHER and number not in present:
            notes.add(FactKind.ABSENT_TRACK, moof.offset, track=number, text=kind, place=place)


def note_data(notes: Notes, moof: Box, fragment: Fragment, mdats: Sequence[Box]) -> None:
    """Note what of a fragment's data does not lie in the mdat boxes behind it."""
    place = f"moof[{fragment.number}]"
    if not mdats:
        notes.add(FactKind.NO_MEDIA_DATA, moof.offset, text="moof", place=place)
        return
    start, end = fragment.data_start, fragment.data_end
    if start is None:
        return
    if start < mdats[0].body:
        notes.add(FactKind.DATA_BEFORE, moof.offset, place=place)
        return
    if end > mdats[-1].end:
        notes.add(FactKind.DATA_OUTSIDE, moof.offset, place=place)
    for mdat in mdats:
        if mdat.end > mdat.body and (mdat.end <= start or mdat.body >= end):
            notes.add(FactKind.ORPHAN_DATA, mdat.offset, text="mdat", place="mdat")


def note_indexes(
    notes: Notes,
    indexes: Iterable[SegmentIndex],
    segments: Sequence[Segment],
    begins: Mapping[int, int],
) -> None:
    """Note the sidx boxes that name other places or times than those of the segments."""
    for index in indexes:
        if lies(index, segments, begins):
            notes.add(FactKind.INDEX_LIES, index.offset, track=index.track, place="sidx")


def note_short_edits(notes: Notes, movie: Movie, segments: Sequence[Segment]) -> None:
    """Note the tracks that go on after their only edit has ended."""
    ends: dict[int, Fraction] = {}
    for segment in segments:
        for span in segment.spans:
            ends[span.track] = max(span.end_s, ends.get(span.track, Fraction(0)))
    for track in movie.tracks:
        played = [duration for duration, media_time in track.edits if media_time >= 0]
        if len(played) != 1 or not played[0] or track.number not in movie.edit_boxes:
            continue
        end = Fraction(sum(duration for duration, _ in track.edits), movie.timescale)
        rest = ends.get(track.number, end) - end
        if rest > SHORT_EDIT_S:
            offset, place = movie.edit_boxes[track.number]
            kind = FactKind.SHORT_EDIT
            notes.add(kind, offset, track=track.number, value=rest, place=place)
