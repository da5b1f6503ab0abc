"""How the frames of an MP4's fragments are broken (mse-rules F9, F16 to F18, T5, T9, T10)."""

from collections.abc import Iterator
from dataclasses import replace

from studio.errors import RepairError
from studio.repair.breaking.box_tree import full_box, parse
from studio.repair.breaking.mp4_edits import main_track, middle, sequence, track, traf_of, with_runs
from studio.repair.breaking.mp4_media import (
    NON_SYNC,
    NON_SYNC_FLAGS,
    SYNC_FLAGS,
    Mp4Media,
    TrackRun,
    move_data,
)
from studio.repair.breaking.mp4_writer import fragment
from studio.repair.breaking.pieces import Piece, Put
from studio.segments.model import TrackKind

_RESERVED_DEPENDENCY = 3 << 24


def reserved_dependency(media: Mp4Media) -> Iterator[Piece]:
    """Write the reserved value 3 for what a fragment's frames depend on."""

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            run.samples = [replace(s, flags=s.flags | _RESERVED_DEPENDENCY) for s in run.samples]
        return runs

    return with_runs(media, middle(media), edit)


def separate_fragments(media: Mp4Media) -> Iterator[Piece]:
    """Write pictures and sound as fragments of their own, one after the other."""

    def edit(number: int) -> list[Piece]:
        runs, place = media.runs(number), 2 * number + 1
        parts = (fragment(place + index, [run]) for index, run in enumerate(runs))
        return [piece for part in parts for piece in part]

    return media.body(edit)


def empty_sample(media: Mp4Media) -> Iterator[Piece]:
    """Add a frame of 0 bytes at the end of a fragment's main track."""
    number = main_track(media).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == number and run.samples[-1].duration > 1:
                last = run.samples[-1]
                shorter = replace(last, duration=last.duration - 1)
                none = replace(last, size=0, duration=1, flags=NON_SYNC_FLAGS)
                run.samples[-1:] = [shorter, none]
        return runs

    return with_runs(media, middle(media), edit)


def fragment_inside_gop(media: Mp4Media) -> Iterator[Piece]:
    """Cut each fragment in two before a frame that is no keyframe."""
    video = track(media, TrackKind.VIDEO).number

    def edit(number: int) -> list[Piece]:
        runs = media.runs(number)
        halves = [_split(run, video) for run in runs]
        one = fragment(2 * number + 1, [half[0] for half in halves])
        return [*one, *fragment(2 * number + 2, [half[1] for half in halves])]

    return media.body(edit)


def _split(run: TrackRun, video: int) -> tuple[TrackRun, TrackRun]:
    middle_of = len(run.samples) // 2
    while run.track.number == video and middle_of > 0 and run.samples[middle_of].sync:
        middle_of -= 1
    first = TrackRun(run.track, run.time, run.samples[:middle_of])
    return first, TrackRun(run.track, run.time + first.duration, run.samples[middle_of:])


def hidden_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Take the mark of a keyframe from the frame that a fragment begins with."""
    return _with_flags(media, 0, NON_SYNC_FLAGS)


def false_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Call a frame in the middle of a GOP a keyframe."""
    return _with_flags(media, 1, SYNC_FLAGS)


def _with_flags(media: Mp4Media, part: int, flags: int) -> Iterator[Piece]:
    """Change the flags of a picture: the first (part 0) or one halfway (part 1)."""
    video = track(media, TrackKind.VIDEO).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == video:
                place = part * (len(run.samples) // 2)
                if run.samples[place].sync is not bool(flags & NON_SYNC):
                    raise RepairError("The frames of that fragment do not suit this.")
                run.samples[place] = replace(run.samples[place], flags=flags)
        return runs

    return with_runs(media, middle(media), edit)


def without_first_keyframe(media: Mp4Media) -> Iterator[Piece]:
    """Leave out the first picture; the sound stays."""
    video = track(media, TrackKind.VIDEO).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        for run in runs:
            if run.track.number == video and len(run.samples) > 1:
                run.time += run.samples[0].duration
                run.samples = run.samples[1:]
        return runs

    return with_runs(media, 0, edit)


def second_run_without_offset(media: Mp4Media) -> Iterator[Piece]:
    """Split a fragment's main track in two runs (trun); the second does not say where it begins.

    By the standard it continues the first; Chromium 156 reads it from the moof's beginning.
    """
    number, place = main_track(media).number, middle(media)
    runs = media.runs(place)
    pieces = fragment(sequence(media, place), runs)
    moof = parse(_bytes_of(pieces[0]))[0]
    traf = traf_of(moof, number)
    trun = traf.at("trun")
    count = trun.number(4)
    if count < 2:
        raise RepairError("A fragment holds too few frames for that.")
    first, rows, before = count // 2, trun.data[12:], len(moof.to_bytes())
    trun.data = trun.data[:4] + first.to_bytes(4, "big") + trun.data[8:12] + rows[: 16 * first]
    rest = (count - first).to_bytes(4, "big") + rows[16 * first :]
    traf.children.append(full_box("trun", 1, trun.flags & ~1, rest))
    move_data(moof, len(moof.to_bytes()) - before)
    new = [Put(moof.to_bytes(), changed=True), *pieces[1:]]
    return media.body(lambda n: new if n == place else None)


def _bytes_of(piece: Piece) -> bytes:
    return piece.data if isinstance(piece, Put) else b""


def halves_swapped(media: Mp4Media) -> Iterator[Piece]:
    """Let a fragment hold the second half of its main track before the first one."""
    number = main_track(media).number

    def edit(runs: list[TrackRun]) -> list[TrackRun]:
        found: list[TrackRun] = []
        for run in runs:
            if run.track.number != number:
                found.append(run)
                continue
            half = len(run.samples) // 2
            first = TrackRun(run.track, run.time, run.samples[:half])
            second = TrackRun(run.track, run.time + first.duration, run.samples[half:])
            found += [second, first]
        return found

    return with_runs(media, middle(media), edit)
