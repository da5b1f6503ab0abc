"""Room on the disk: the right volume, the reserve, and how much a job will need."""

import os
import shutil
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from studio import paths
from studio.batch import space
from studio.batch.estimate import Experience, planned_work
from studio.batch.experience import key_of
from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.store import PresetStore
from studio.transcode.model import EncodePlan, Overrides
from studio.transcode.plan import build_plan

MB = space.MEBIBYTE
SECONDS = 100


class Disk(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> list[Disk]:
    """A disk of 1000 MiB with 500 MiB free, that a test can change."""
    disks = [Disk(1000 * MB, 500 * MB, 500 * MB)]
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: disks[-1])
    return disks


def plan_for(
    preset_id: str, *, extra: dict[str, str] | None = None, seconds: float | None = SECONDS,
    sound_rate: int | None = 128_000, picture: bool = True,
) -> EncodePlan:  # fmt: skip
    length = None if seconds is None else round(seconds * 1e6)
    video = VideoStream(
        0, "h264", width=1920, height=1080, frame_rate=Fraction(25), pixel_format="yuv420p",
        bit_rate=8_000_000, duration_us=length,
    )  # fmt: skip
    audio = AudioStream(
        0, "aac", sample_rate=48_000, channels=2, bit_rate=sound_rate, duration_us=length
    )
    size = 120_000_000
    pictures = (video,) if picture else ()
    info = MediaInfo(Path("/in/a.mp4"), "mp4", size, length, pictures, (audio,))
    store = PresetStore(paths.built_in_presets_dir(), Path("/nowhere"))
    overrides = Overrides(extra=tuple((extra or {}).items()))
    return build_plan(info, store.get(preset_id), overrides)


def sample(plan: EncodePlan, size_bytes: int) -> Experience:
    kind, work = planned_work(plan)
    key = key_of(kind, work.size)
    return Experience(key, work.media_s, work.pixels, 60.0, size_bytes, 0.0)


def test_the_volume_of_what_is_not_there_yet_is_that_of_its_parent(tmp_path: Path) -> None:
    volume = space.volume_of(tmp_path)
    assert space.volume_of(tmp_path / "not" / "yet" / "there.webm") == volume
    assert volume.is_dir()
    assert os.path.ismount(volume)
    assert volume in (tmp_path.resolve(), *tmp_path.resolve().parents)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a second volume")
def test_a_link_leads_to_the_volume_behind_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/proc/self/fd")
    assert space.volume_of(tmp_path / "link" / "x.webm") == Path("/proc")


def test_a_loop_of_links_does_not_stop_the_search(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert space.volume_of(tmp_path / "loop" / "x.webm") == space.volume_of(tmp_path)
    assert space.free_bytes(tmp_path / "loop" / "x.webm") > 0


def test_free_bytes_are_those_of_the_nearest_folder(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    found = space.free_bytes(tmp_path / "a" / "b.webm")
    assert abs(found - free) < 512 * MB


@pytest.mark.parametrize(("asked", "kept"), [(1024, 20 * MB), (5, 5 * MB), (0, 0), (-3, 0)])
def test_the_reserve_is_the_smaller_of_the_number_and_two_percent(
    disk: list[Disk], tmp_path: Path, asked: int, kept: int
) -> None:
    assert disk
    assert space.reserve_bytes(tmp_path, asked) == kept


def test_running_jobs_may_use_most_of_the_reserve(disk: list[Disk], tmp_path: Path) -> None:
    assert disk
    assert 0 < space.floor_bytes(tmp_path, 8) < space.reserve_bytes(tmp_path, 8)


def test_a_job_fits_when_the_reserve_stays_free(disk: list[Disk], tmp_path: Path) -> None:
    assert space.is_enough(tmp_path, 480 * MB, 1024)
    assert not space.is_enough(tmp_path, 480 * MB + 1, 1024)
    disk.append(Disk(1000 * MB, 999 * MB, 1 * MB))
    assert not space.is_enough(tmp_path, 0, 1024)


def test_what_running_jobs_will_write_counts(disk: list[Disk], tmp_path: Path) -> None:
    assert disk
    assert not space.is_enough(tmp_path, 400 * MB, 1024, promised=100 * MB)
    assert space.is_enough(tmp_path, 400 * MB, 1024, promised=80 * MB)


def test_a_wanted_bit_rate_gives_the_size() -> None:
    plan = plan_for("mp4-h264-aac", extra={"bit_rate": "4000000", "audio_bit_rate": "64000"})
    assert space.result_bytes(plan) == pytest.approx((4_000_000 + 128_000) / 8 * SECONDS, rel=0.03)


def test_a_ceiling_bounds_the_size() -> None:
    plan = plan_for("webm-vp8-vorbis")
    ceiling = 0.12 * 1920 * 1080 * 25 * SECONDS / 8
    assert space.result_bytes(plan) <= (ceiling + 128_000 / 8 * SECONDS) * 1.03
    huge = [sample(plan, 10_000_000_000)]
    assert space.result_bytes(plan, huge) == space.result_bytes(plan)


def test_a_higher_crf_needs_less_room() -> None:
    for preset_id in ("mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "webm-vp8-vorbis"):
        sizes = [
            space.result_bytes(plan_for(preset_id, extra={"crf": crf}))
            for crf in ("20", "35", "50")
        ]
        assert sizes[0] > sizes[1] > sizes[2] > 0, preset_id


def test_a_webm_needs_room_for_itself_and_its_reclustered_copy() -> None:
    webm, mp4 = plan_for("webm-vp9-opus"), plan_for("mp4-h264-aac")
    assert space.estimate_bytes(webm) == 2 * space.result_bytes(webm)
    assert space.estimate_bytes(mp4) == space.result_bytes(mp4)


def test_experience_replaces_the_first_guess() -> None:
    plan = plan_for("mp4-h264-aac")
    learned = [sample(plan, 10_000_000)] * 20
    assert space.result_bytes(plan, learned) == pytest.approx(10_000_000, rel=0.15)
    assert space.result_bytes(plan, learned) >= 10_000_000


def test_experience_with_another_quality_does_not_count() -> None:
    plan = plan_for("mp4-h264-aac")
    other = [sample(plan_for("mp4-h264-aac", extra={"crf": "40"}), 1_000_000)]
    assert space.result_bytes(plan, other) == space.result_bytes(plan)


def test_one_nonsensical_result_does_not_change_the_estimate() -> None:
    plan = plan_for("mp4-h264-aac")
    learned = [sample(plan, 10_000_000)] * 9
    with_outlier = [*learned, sample(plan, 10**15)]
    before, after = space.result_bytes(plan, learned), space.result_bytes(plan, with_outlier)
    assert after == pytest.approx(before, rel=0.02)


def test_a_stream_copy_needs_its_tracks() -> None:
    plan = plan_for("mp4-copy")
    assert space.result_bytes(plan) == pytest.approx(8_128_000 / 8 * SECONDS, rel=0.03)
    unknown = plan_for("mp4-copy", sound_rate=None)
    assert space.result_bytes(unknown) == pytest.approx(120_000_000, rel=0.03)


def test_sound_alone_needs_its_bit_rate() -> None:
    plan = plan_for("webm-vp8-vorbis", picture=False)
    assert space.result_bytes(plan) == pytest.approx(128_000 / 8 * SECONDS, rel=0.03)


def test_without_a_length_the_source_s_size_is_the_guess() -> None:
    assert space.result_bytes(plan_for("mp4-h264-aac", seconds=None)) == 120_000_000
