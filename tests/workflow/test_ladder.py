"""A ladder as a group: all of it, or nothing; its progress; and what its check says."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studio import paths
from studio.errors import OutputError, TranscodeError
from studio.presets.store import PresetStore
from studio.segments.frame_reader import read_media
from studio.segments.manifests import read_presentation
from studio.segments.model import TrackKind
from studio.transcode.control import CancelledError, Control
from studio.transcode.model import JobState
from studio.transcode.tools import Ffmpeg
from studio.verdict.model import Ladder as Word
from studio.workflow.deliver import finish
from studio.workflow.ladder import Ladder, LadderProgress, LadderWishes, make_ladder
from studio.workflow.ladder_alignment import rung_of
from studio.workflow.ladder_check import examine_fit, fit_findings
from studio.workflow.ladder_rungs import Rung
from tests.conftest import X264, ClipFactory

FAST = (("speed", "fastest"),)
VARIABLE = "select='not(mod(n,2))+gt(random(1),0.6)'"


@pytest.fixture(scope="module")
def uneven(make_clip: ClipFactory) -> Path:
    """Pictures at a pace that varies, and sound."""
    return make_clip(
        "streams-ladder-uneven.mkv",
        seconds=5,
        rate="60",
        sample_rate=48_000,
        filters=VARIABLE,
        extra=("-fps_mode", "vfr"),
    )


@pytest.fixture(scope="module")
def wishes(tmp_path_factory: pytest.TempPathFactory) -> LadderWishes:
    """H.264 and AAC, as fast as it goes."""
    store = PresetStore(paths.built_in_presets_dir(), tmp_path_factory.mktemp("none"))
    return LadderWishes(store.get("mp4-h264-aac"), (Rung(180), Rung(90, 100_000)), extra=FAST)


def names_in(folder: Path) -> list[str]:
    """Every name in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def made(
    uneven: Path, wishes: LadderWishes, ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Ladder, list[LadderProgress]]:
    """A ladder of the uneven clip, each segment a file, and what was told on the way."""
    told: list[LadderProgress] = []
    target = tmp_path_factory.mktemp("ladder") / "film"
    wish = replace(wishes, in_folders=True)
    return make_ladder(uneven, wish, target, ffmpeg=ffmpeg, on_progress=told.append), told


def test_rungs_of_an_uneven_source_fit_to_the_frame(
    made: tuple[Ladder, list[LadderProgress]],
) -> None:
    ladder, _ = made
    presentation = read_presentation(ladder.playlist)
    pictures = [one for one in presentation.renditions if one.map.track_of(TrackKind.VIDEO)]
    starts = [tuple(s.start_s for s in one.map.segments) for one in pictures]
    assert starts[0] == starts[1]
    assert [float(start) for start in starts[0]] == [0.0, 2.0, 4.0]
    assert {one.map.frames for one in pictures} == {pictures[0].map.frames}
    assert fit_findings(presentation.renditions) == ()
    assert [(rung.name, rung.width, rung.height) for rung in ladder.rungs] == [
        ("video-180p", 320, 180),
        ("video-90p", 160, 90),
    ]
    assert ladder.sound is not None
    assert names_in(ladder.folder.parent) == ["film"]


def test_hls_and_dash_list_the_same_segments(made: tuple[Ladder, list[LadderProgress]]) -> None:
    hls, dash = (read_presentation(path) for path in (made[0].playlist, made[0].manifest))
    media = [
        {piece.path for one in found.renditions for piece in one.pieces} for found in (hls, dash)
    ]
    assert media[0] == media[1]
    assert len(media[0]) == 3 * (1 + 3)


def test_progress_is_of_the_whole_group_and_never_goes_back(
    made: tuple[Ladder, list[LadderProgress]],
) -> None:
    _, told = made
    fractions = [one.fraction for one in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert {"video-180p", "video-90p", "audio", "check", "package"} <= {one.doing for one in told}
    assert told[-1].state is JobState.DONE


def test_what_was_not_played_is_no_pass(made: tuple[Ladder, list[LadderProgress]]) -> None:
    changes = examine_fit(made[0].playlist)
    assert changes is not None
    assert changes.verdict is not None
    assert changes.verdict.ladder is Word.NOT_PLAYED


def test_one_rung_that_fails_fails_all_and_is_named(
    uneven: Path, wishes: LadderWishes, ffmpeg: Ffmpeg, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fail(part: Path, plan: object, tell: Callable[[float], None]) -> object:
        if "video-90p" in part.name:
            raise TranscodeError("It does not keep its promise.", hint="Try again.")
        return finish(part, plan, tell)  # type: ignore[arg-type]

    monkeypatch.setattr("studio.workflow.ladder_group.finish", fail)
    with pytest.raises(TranscodeError, match=r"video-90p: It does not keep") as told:
        make_ladder(uneven, wishes, tmp_path / "film", ffmpeg=ffmpeg)
    assert told.value.hint == "Try again."
    assert names_in(tmp_path) == []


def test_a_cancelled_ladder_leaves_nothing(
    make_clip: ClipFactory, wishes: LadderWishes, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    control, seen = Control(), threading.Event()

    def stop(progress: LadderProgress) -> None:
        if progress.state is JobState.RUNNING:
            seen.set()
            control.cancel()

    source = make_clip("streams-ladder-long", seconds=20, video=X264)
    with pytest.raises(CancelledError):
        make_ladder(
            source, wishes, tmp_path / "film", ffmpeg=ffmpeg, on_progress=stop, control=control
        )
    assert seen.is_set()
    assert names_in(tmp_path) == []


def test_a_folder_that_is_there_is_never_touched(
    uneven: Path, wishes: LadderWishes, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    (tmp_path / "film").mkdir()
    with pytest.raises(OutputError, match="already"):
        make_ladder(uneven, wishes, tmp_path / "film", ffmpeg=ffmpeg)
    with pytest.raises(OutputError, match="no folder"):
        make_ladder(uneven, wishes, tmp_path / "none" / "film", ffmpeg=ffmpeg)
    assert names_in(tmp_path) == ["film"]


def test_keyframes_of_a_rung_are_read_from_its_bytes(make_clip: ClipFactory) -> None:
    clip = make_clip(
        "streams-ladder-keys",
        video=(*X264, "-g", "10", "-keyint_min", "10", "-sc_threshold", "0"),
        sample_rate=None,
        extra=("-movflags", "+frag_keyframe+delay_moov+default_base_moof"),
    )
    rung = rung_of("top", read_media(clip))
    assert [float(time) for time in rung.keyframes_s] == [0.0, 0.4, 0.8, 1.2, 1.6]
    assert [segment.frames for segment in rung.segments] == [10] * 5
