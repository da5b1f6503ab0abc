"""Ladders: several renditions of one source as one group, which fit together to the frame."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import RepairError, TranscodeError
from studio.media.probe import probe
from studio.segments.frame_reader import read_media
from studio.segments.model import SegmentMap, TrackKind
from studio.segments.reader import read_segment_map
from studio.streams.package import MANIFEST, MASTER, Form, Rendition, aligned
from studio.streams.package_write import write_package
from studio.transcode.control import Control
from studio.transcode.model import JobState
from studio.transcode.process import Patience
from studio.transcode.publish import refuse_source
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Finding
from studio.verdict.summary import FATAL
from studio.workflow.folders import name_folder, part_folder, refuse_taken, stopping
from studio.workflow.ladder_alignment import alignment_findings, rung_of, sound_of
from studio.workflow.ladder_group import ENCODING_SHARE, LadderGroup, LadderProgress, OnProgress
from studio.workflow.ladder_plans import LadderPlan, LadderWishes, RungPlan, plan_ladder

__all__ = ["Ladder", "LadderProgress", "LadderWishes", "MadeRung", "make_ladder"]


_PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class MadeRung:
    """One finished rendition; ``bit_rate`` is the one aimed at, in bit/s."""

    name: str
    width: int
    height: int
    bit_rate: int
    size_bytes: int
    codec: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """A finished ladder in its folder. ``findings`` are doubts, none of them fatal.

    ``segments`` counts those of one rung; a player can change between any two.
    """

    folder: Path
    playlist: Path
    manifest: Path
    rungs: tuple[MadeRung, ...]
    sound: MadeRung | None
    segments: int
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


def _ignore(_progress: LadderProgress) -> None:
    return


def make_ladder(
    source: Path,
    wishes: LadderWishes,
    target: Path,
    *,
    ffmpeg: Ffmpeg,
    on_progress: OnProgress = _ignore,
    control: Control | None = None,
    patience: Patience | None = None,
) -> Ladder:
    """Make all renditions of a source, check that they fit, package them, and name the folder.

    Runs on the caller's thread until it is done. Nothing bears the target's name before every
    track is complete and checked; when one fails, nothing is left.

    Args:
        source: any file that can be transcoded.
        wishes: preset, rungs, length of segments, form.
        target: the folder to make; it must not be there. When it is taken meanwhile, the
            result gets a number.
        ffmpeg: the program.
        on_progress: hears of all tracks together, from several threads, one at a time.
        control: pauses and cancels; None for neither.
        patience: how long ffmpeg is waited for.

    Raises:
        CancelledError: that was asked for.
        PlanError: this cannot be made of this source.
        TranscodeError: a track could not be made, or does not fit; it is named.
        OutputError: the folder is there already, or cannot be written.
        StudioError: the source cannot be read.
    """
    target, control = target.absolute(), control or Control()
    refuse_taken(target)
    refuse_source(target, source)
    plan = plan_ladder(probe(source, ffmpeg=ffmpeg.path), wishes, ffmpeg)
    with part_folder(target) as made:
        group = LadderGroup(
            plan.tracks, made, ffmpeg, on_progress=on_progress, control=control, patience=patience
        )
        outcomes = group.run()
        _tell(on_progress, ENCODING_SHARE, "check", JobState.VERIFYING)
        findings = _checked(plan, made)
        control.check()
        _tell(on_progress, (1 + ENCODING_SHARE) / 2, "package", JobState.VERIFYING)
        maps = {one.name: read_segment_map(made / one.file_name) for one in plan.tracks}
        _package(maps, wishes, made / _PACKAGE, control)
        folder = name_folder(made / _PACKAGE, target)
    warnings = [text for outcome in outcomes.values() for text in outcome.warnings]
    notes = tuple(dict.fromkeys((*plan.notes, *warnings)))
    _tell(on_progress, 1.0, "done", JobState.DONE)
    return _ladder(plan, maps, folder, findings, notes)


def _package(
    maps: dict[str, SegmentMap], wishes: LadderWishes, folder: Path, control: Control
) -> None:
    """Write all tracks with playlists and MPD.

    Raises:
        StudioError: that failed.
        CancelledError: it was asked for.
    """
    renditions = [Rendition(found.path, found, name) for name, found in maps.items()]
    form = Form.FOLDER if wishes.in_folders else Form.ONE_FILE
    with stopping(control) as cancel:
        try:
            write_package(aligned(renditions, wishes.segment_s), folder, form, cancel=cancel)
        except RepairError:
            control.check()
            raise
    control.check()


def _tell(
    on_progress: Callable[[LadderProgress], None], fraction: float, doing: str, state: JobState
) -> None:
    on_progress(LadderProgress(fraction, doing, state))


def _checked(plan: LadderPlan, folder: Path) -> tuple[Finding, ...]:
    """Return doubts about finished tracks.

    Raises:
        TranscodeError: a rung does not fit the others.
    """
    rungs = [rung_of(one.name, read_media(folder / one.file_name)) for one in plan.rungs]
    sound = plan.sound
    heard = None
    if sound is not None:
        heard = sound_of(sound.name, read_segment_map(folder / sound.file_name))
    findings = alignment_findings(rungs, heard, expects_sound=sound is not None)
    fatal = [finding for finding in findings if finding.severity in FATAL]
    if fatal:
        detail = "\n".join(f"{finding.code}: {finding.message}" for finding in fatal)
        raise TranscodeError(
            f"The rungs do not fit together: {fatal[0].message}",
            hint="Try another preset; this should not happen, so please report it.",
            detail=detail,
        )
    return findings


def _ladder(
    plan: LadderPlan,
    maps: dict[str, SegmentMap],
    folder: Path,
    findings: tuple[Finding, ...],
    notes: tuple[str, ...],
) -> Ladder:
    made = [_made(one, maps[one.name]) for one in plan.tracks]
    count = len(plan.rungs)
    return Ladder(
        folder,
        folder / MASTER,
        folder / MANIFEST,
        tuple(made[:count]),
        made[count] if plan.sound else None,
        len(maps[plan.rungs[0].name].segments),
        findings,
        notes,
    )


def _made(planned: RungPlan, found: SegmentMap) -> MadeRung:
    track = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    return MadeRung(
        planned.name,
        track.width if track else 0,
        track.height if track else 0,
        planned.bit_rate,
        found.size_bytes,
        track.codec_string if track else "",
    )
