"""Presets from and to JSON: the shipped ones, and what is refused."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from studio.errors import PresetError
from studio.presets.codec import parse_preset_text, preset_from_json, preset_to_json
from studio.presets.model import Container, RateMode
from studio.presets.store import PresetStore

BUILT_IN = ["webm-vp8-vorbis", "mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "mp4-copy"]


@pytest.fixture
def data(store: PresetStore) -> dict[str, Any]:
    """The JSON of the VP8 preset, as another preset."""
    found: dict[str, Any] = json.loads(store.export("webm-vp8-vorbis"))
    return {**found, "id": "my-preset"}


def refusal(data: object) -> PresetError:
    with pytest.raises(PresetError) as caught:
        preset_from_json(data)
    return caught.value


def test_the_five_presets_are_shipped_without_a_problem(store: PresetStore) -> None:
    assert [preset.id for preset in store.all()] == BUILT_IN
    assert store.problems == ()
    assert all(preset.built_in for preset in store.all())


@pytest.mark.parametrize("preset_id", BUILT_IN)
def test_a_preset_survives_the_way_through_json(store: PresetStore, preset_id: str) -> None:
    preset = store.get(preset_id)
    again = preset_from_json(json.loads(store.export(preset_id)), built_in=True)
    assert again == preset


@pytest.mark.parametrize("preset_id", BUILT_IN)
def test_every_preset_speaks_three_languages(store: PresetStore, preset_id: str) -> None:
    preset = store.get(preset_id)
    for texts in (preset.name, preset.description):
        assert set(texts) == {"en", "zh", "ru"}
        assert len(set(texts.values())) == 3
    assert preset.name_in("zh_CN") == preset.name["zh"]
    assert preset.name_in("fr") == preset.name["en"]


def test_every_vp8_preset_has_a_ceiling_and_one_thread(store: PresetStore) -> None:
    video = store.get("webm-vp8-vorbis").video
    assert video is not None
    assert video.rate.mode is RateMode.CONSTANT_QUALITY
    assert video.rate.ceiling_bits_per_pixel
    assert video.threads == 1


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def apply(data: dict[str, Any]) -> None:
        *folders, last = path.split("/")
        place = data
        for folder in folders:
            place = place[folder]
        place[last] = value

    return apply


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("video/options/-i", "x", "unknown option: -i"),
        ("video/options/vf", "movie=x", "unknown option: vf"),
        ("audio/options/f", "lavfi", "unknown option: f"),
        ("arguments", ["-i"], "unknown option: arguments"),
        ("video/options/cpu-used", "4 -i x", "not allowed in video.options.cpu-used"),
        ("video/options/cpu-used", "4\n", "not allowed in video.options.cpu-used"),
        ("video/options/deadline", "|sh", "not allowed in video.options.deadline"),
        ("video/options/deadline", 3, "not allowed in video.options.deadline"),
        ("video/encoder", "libfoo", "not allowed in video.encoder"),
        ("video/rate/crf", 64, "not allowed in video.rate.crf"),
        ("video/rate/crf", True, "not allowed in video.rate.crf"),
        ("video/rate/ceiling_bits_per_pixel", "1/0", "ceiling_bits_per_pixel"),
        ("video/rate/ceiling_bits_per_pixel", None, "needs a bit rate ceiling"),
        ("video", "vp8", "not allowed in video"),
        ("id", "../evil", "not allowed in id"),
        ("id", "con\n", "not allowed in id"),
        ("name", {"zh": "x"}, "lacks the field en"),
        ("container", "mov", "not allowed in container"),
        ("container", "mp4", "does not go into mp4"),
        ("video/codec", "vp9", "libvpx does not make vp9"),
        ("audio/sample_rates", [1], "not allowed in audio.sample_rates.0"),
        ("gop/seconds", "0", "not allowed in gop.seconds"),
        ("gop/seconds", "-2", "not allowed in gop.seconds"),
        ("gop/frames", 30, "in seconds or in frames"),
        ("gop/scene_cuts", "no", "not allowed in gop.scene_cuts"),
        ("schema", 2, "newer version"),
    ],
)
def test_a_wrong_field_is_named(
    data: dict[str, Any], path: str, value: object, sentence: str
) -> None:
    preset_from_json(data)
    changed = copy.deepcopy(data)
    change(path, value)(changed)
    error = refusal(changed)
    assert sentence in error.what
    assert error.hint


@pytest.mark.parametrize("field", ["schema", "id", "name", "container", "video", "audio"])
def test_a_missing_field_is_named(data: dict[str, Any], field: str) -> None:
    del data[field]
    assert refusal(data).what.endswith(f"lacks the field {field}.")


def test_neither_picture_nor_sound_is_refused(data: dict[str, Any]) -> None:
    assert "neither video nor audio" in refusal({**data, "video": None, "audio": None}).what


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"id": "a", "id": "b"}', 'the key "id" twice'),
        ('{"schema": NaN}', "NaN, which is not a number"),
        ('{"schema": Infinity}', "Infinity, which is not a number"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": ', "not valid JSON"),
        ("[]", "not allowed"),
        ("null", "not allowed"),
        ('"' + "x" * 1_000_000 + '"', "larger than 1 MB"),
    ],
)
def test_hostile_json_is_refused_in_plain_words(text: str, sentence: str) -> None:
    with pytest.raises(PresetError) as caught:
        parse_preset_text(text)
    assert sentence in caught.value.what


def test_a_preset_for_sound_alone_is_possible(data: dict[str, Any]) -> None:
    preset = preset_from_json({**data, "video": None})
    assert preset.video is None
    assert preset.container is Container.WEBM
    assert preset_from_json(preset_to_json(preset)) == preset
