"""How many jobs run at a time."""

import dataclasses
from pathlib import Path

import pytest

from studio import paths
from studio.batch import slots
from studio.presets.model import Preset
from studio.presets.store import PresetStore


def preset(preset_id: str, threads: int | None = 0) -> Preset:
    """Return a built-in preset, with other threads if given; "sound" is sound alone."""
    store = PresetStore(paths.built_in_presets_dir(), Path("/nowhere"))
    if preset_id == "sound":
        return dataclasses.replace(store.get("webm-vp9-opus"), video=None)
    found = store.get(preset_id)
    if threads != 0:
        assert found.video is not None
        found = dataclasses.replace(found, video=dataclasses.replace(found.video, threads=threads))
    return found


VP8, X264, VP9, AV1, COPY = (
    preset(name)
    for name in ("webm-vp8-vorbis", "mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "mp4-copy")
)


def at_a_time(wanted: Preset, slots_set: int = 0, cores: int = 8) -> int:
    """Start jobs of one preset until no more may start."""
    running: list[Preset] = []
    while slots.may_start(running, wanted, slots_set, cores):
        running.append(wanted)
    return len(running)


@pytest.mark.parametrize("cores", [1, 2, 3, 8, 64])
def test_one_vp8_job_runs_per_core(cores: int) -> None:
    assert at_a_time(VP8, cores=cores) == cores


@pytest.mark.parametrize("filling", [X264, VP9, AV1])
@pytest.mark.parametrize("cores", [2, 3, 7, 64])
def test_two_jobs_run_whose_encoder_fills_the_machine(filling: Preset, cores: int) -> None:
    assert at_a_time(filling, cores=cores) == 2


def test_vp8_with_its_own_threads_has_the_machine_for_itself() -> None:
    greedy = preset("webm-vp8-vorbis", threads=None)
    assert at_a_time(greedy) == 1
    assert not slots.may_start([VP8], greedy, 0, 8)


def test_fixed_threads_cost_what_they_take() -> None:
    assert at_a_time(preset("webm-vp8-vorbis", threads=4), cores=8) == 2
    assert at_a_time(preset("mp4-h264-aac", threads=1), cores=8) == 8
    assert at_a_time(preset("mp4-h264-aac", threads=16), cores=8) == 2


@pytest.mark.parametrize("cores", [1, 2, 8, 64])
def test_at_most_two_stream_copies_share_the_disk(cores: int) -> None:
    assert at_a_time(COPY, cores=cores) == 2


def test_sound_alone_takes_a_core() -> None:
    assert at_a_time(preset("sound"), cores=4) == 4


def test_different_encoders_share_one_pool() -> None:
    assert slots.may_start([X264], VP8, 0, 2)
    assert not slots.may_start([X264, VP8], VP8, 0, 2)
    assert slots.may_start([X264, VP8], VP8, 0, 4)
    assert not slots.may_start([VP8], VP8, 0, 1)
    assert slots.may_start([X264, VP8, VP8, VP8], COPY, 0, 8)


@pytest.mark.parametrize("wanted", [VP8, X264, COPY])
def test_the_user_s_number_comes_first(wanted: Preset) -> None:
    assert [at_a_time(wanted, number, cores=2) for number in (1, 3, 5)] == [1, 3, 5]


@pytest.mark.parametrize("wanted", [VP8, X264, COPY, preset("webm-vp8-vorbis", threads=None)])
def test_one_job_may_always_start(wanted: Preset) -> None:
    assert slots.may_start([], wanted, 0, 1)


def test_automatic_is_what_may_start_at_the_queue_s_beginning() -> None:
    assert slots.automatic([VP8], 8) == 8
    assert slots.automatic([X264, VP8, VP8], 8) == 3
    assert slots.automatic([COPY] * 9, 2) == 2
    assert slots.automatic([], 8) == 1


def test_the_machine_s_own_cores_are_counted() -> None:
    assert slots.capacity() == 2 * slots.usable_cores() >= 2
