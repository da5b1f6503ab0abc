"""Presets from and to JSON, checked once at the edge against ``presets/schema.json``."""

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import jsonschema
from jsonschema import validators
from jsonschema.exceptions import best_match

from studio import paths
from studio.errors import PresetError, printable
from studio.presets.model import (
    SCHEMA_VERSION,
    AudioSettings,
    Container,
    Contract,
    GopPolicy,
    Preset,
    RateControl,
    RateMode,
    VideoSettings,
)

SIZE_LIMIT_BYTES = 1_000_000
"""Largest preset file that is read."""

SCHEMA_NAME = "schema.json"
_HINT = "Correct the preset file, or delete it."
_CODECS = {
    "libvpx": "vp8", "libvpx-vp9": "vp9", "libx264": "h264", "libsvtav1": "av1",
    "libvorbis": "vorbis", "libopus": "opus", "aac": "aac",
}  # fmt: skip
_IN_CONTAINER = {
    Container.WEBM: frozenset({"vp8", "vp9", "av1", "vorbis", "opus"}),
    Container.MP4: frozenset({"h264", "vp9", "av1", "aac", "opus"}),
}


def parse_preset_text(text: str, *, built_in: bool = False) -> Preset:
    """Return the preset in a JSON text.

    Raises:
        PresetError: too long, not JSON, a key twice, NaN, or not what the schema allows.
    """
    if len(text.encode("utf-8", "surrogatepass")) > SIZE_LIMIT_BYTES:
        raise PresetError("The preset is larger than 1 MB.", hint=_HINT)
    try:
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise PresetError("The preset is nested too deeply.", hint=_HINT) from error
    except ValueError as error:
        what = "The preset is not valid JSON."
        raise PresetError(what, hint=_HINT, detail=str(error)) from error
    return preset_from_json(data, built_in=built_in)


def preset_from_json(data: Any, *, built_in: bool = False) -> Preset:
    """Return the preset that parsed JSON describes.

    Args:
        data: what ``json.loads`` gave.
        built_in: True for the presets shipped with the program.

    Raises:
        PresetError: it is not valid; the sentence names the field.
    """
    if isinstance(data, dict) and isinstance(data.get("schema"), int):
        version = data["schema"]
        if version > SCHEMA_VERSION:
            what = "The preset was made by a newer version of this program."
            raise PresetError(what, hint="Update the program.", detail=f"schema {version}")
    try:
        error = best_match(_validator().iter_errors(data))
    except RecursionError as overflow:
        raise PresetError("The preset is nested too deeply.", hint=_HINT) from overflow
    if error is not None:
        raise PresetError(_sentence(data, error), hint=_HINT, detail=error.message[:500])
    assert isinstance(data, dict)
    preset = _preset(data, built_in)
    _check_sense(preset)
    return preset


def preset_to_json(preset: Preset) -> dict[str, object]:
    """Return the JSON object of a preset; ``preset_from_json`` reads it back unchanged."""
    return {
        "schema": preset.schema,
        "id": preset.id,
        "name": dict(preset.name),
        "description": dict(preset.description),
        "container": preset.container.value,
        "video": None if preset.video is None else _video_json(preset.video),
        "audio": None if preset.audio is None else _audio_json(preset.audio),
        "gop": {
            "seconds": _text_or_none(preset.gop.seconds),
            "frames": preset.gop.frames,
            "min_frames": preset.gop.min_frames,
            "scene_cuts": preset.gop.scene_cuts,
            "closed": preset.gop.closed,
        },
        "contract": {
            "keyframe_at_segment_start": preset.contract.keyframe_at_segment_start,
            "longest_gop": preset.contract.longest_gop,
            "index": preset.contract.index,
            "codecs": list(preset.contract.codecs),
        },
    }


def _video_json(video: VideoSettings) -> dict[str, object]:
    return {
        "codec": video.codec,
        "encoder": video.encoder,
        "rate": {
            "mode": video.rate.mode.value,
            "crf": video.rate.crf,
            "bit_rate": video.rate.bit_rate,
            "ceiling_bits_per_pixel": _text_or_none(video.rate.ceiling_bits_per_pixel),
        },
        "pixel_format": video.pixel_format,
        "threads": video.threads,
        "max_width": video.max_width,
        "max_height": video.max_height,
        "options": dict(video.options),
    }


def _audio_json(audio: AudioSettings) -> dict[str, object]:
    return {
        "codec": audio.codec,
        "encoder": audio.encoder,
        "bit_rate_per_channel": audio.bit_rate_per_channel,
        "max_channels": audio.max_channels,
        "sample_rates": list(audio.sample_rates),
        "options": dict(audio.options),
    }


def _text_or_none(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


@cache
def _validator() -> jsonschema.protocols.Validator:
    """Return the schema's validator; for it ``30.0`` is no whole number."""
    path = paths.built_in_presets_dir() / SCHEMA_NAME
    strict = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _checker, value: type(value) is int
    )
    kind: type[jsonschema.protocols.Validator] = validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator, type_checker=strict
    )
    return kind(json.loads(path.read_text(encoding="utf-8")))


def _unique(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise PresetError(f'The preset has the key "{key[:60]}" twice.', hint=_HINT)
        found[key] = value
    return found


def _refuse_constant(name: str) -> object:
    raise PresetError(f"The preset holds {name}, which is not a number.", hint=_HINT)


def _sentence(data: object, error: jsonschema.ValidationError) -> str:
    """Put a schema error into one sentence that names the field."""
    name = data.get("id") if isinstance(data, dict) else None
    who = (
        f'The preset "{" ".join(name.split())[:64]}"'
        if isinstance(name, str) and name
        else "The preset"
    )
    field = ".".join(str(part) for part in error.absolute_path) or "the whole"
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
        odd = next((str(key) for key in error.instance if key not in known), "?")
        place = "" if field == "the whole" else f" in {field}"
        return f"{who} has an unknown option: {odd[:60]}{place}."
    if error.validator == "required" and isinstance(error.instance, dict):
        wanted = error.validator_value
        needed = wanted if isinstance(wanted, list) else []
        missing = next((str(key) for key in needed if key not in error.instance), "?")
        return f"{who} lacks the field {missing}."
    return f"{who} has a value that is not allowed in {field}."


def _preset(data: dict[str, Any], built_in: bool) -> Preset:
    gop, contract = data.get("gop", {}), data.get("contract", {})
    return Preset(
        id=data["id"],
        name=dict(data["name"]),
        description=dict(data["description"]),
        container=Container(data["container"]),
        video=None if data["video"] is None else _video(data["video"]),
        audio=None if data["audio"] is None else _audio(data["audio"]),
        gop=_gop(gop),
        contract=Contract(**{**contract, "codecs": tuple(contract.get("codecs", ()))}),
        built_in=built_in,
        schema=data["schema"],
    )


def _gop(data: Mapping[str, Any]) -> GopPolicy:
    frames = data.get("frames")
    seconds = data.get("seconds", None if frames else "2")
    return GopPolicy(
        seconds=_fraction(seconds),
        frames=frames,
        min_frames=data.get("min_frames"),
        scene_cuts=data.get("scene_cuts", False),
        closed=data.get("closed", True),
    )


def _fraction(value: str | int | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _video(data: Mapping[str, Any]) -> VideoSettings:
    rate = data.get("rate", {"mode": "crf"})
    plain = ("pixel_format", "threads", "max_width", "max_height", "options")
    return VideoSettings(
        codec=data["codec"],
        encoder=data["encoder"],
        rate=RateControl(
            mode=RateMode(rate["mode"]),
            crf=rate.get("crf"),
            bit_rate=rate.get("bit_rate"),
            ceiling_bits_per_pixel=_fraction(rate.get("ceiling_bits_per_pixel")),
        ),
        **{key: data[key] for key in plain if key in data},
    )


def _audio(data: Mapping[str, Any]) -> AudioSettings:
    rates = tuple(data.get("sample_rates", ()))
    return AudioSettings(**{**data, "sample_rates": rates})


def _check_sense(preset: Preset) -> None:
    """Refuse what the schema cannot see.

    Raises:
        PresetError: fields contradict each other.
    """
    who = f'The preset "{preset.id}"'
    _check_texts(who, preset)
    if preset.video is None and preset.audio is None:
        raise PresetError(f"{who} makes neither video nor audio.", hint=_HINT)
    if (preset.gop.seconds is None) == (preset.gop.frames is None):
        what = f"{who} must give the keyframe distance in seconds or in frames, not both."
        raise PresetError(what, hint=_HINT)
    if preset.gop.seconds is not None and preset.gop.seconds <= 0:
        raise PresetError(f"{who} has a value that is not allowed in gop.seconds.", hint=_HINT)
    for part in (preset.video, preset.audio):
        if part is None:
            continue
        if part.encoder != "copy" and _CODECS[part.encoder] != part.codec:
            raise PresetError(f"{who}: {part.encoder} does not make {part.codec}.", hint=_HINT)
        if part.codec not in _IN_CONTAINER[preset.container]:
            what = f"{who}: {part.codec} does not go into {preset.container.value} for MSE."
            raise PresetError(what, hint=_HINT)
    if preset.video is not None:
        _check_rate(who, preset.video)


def _check_texts(who: str, preset: Preset) -> None:
    """Refuse texts that would move a terminal's cursor or turn the direction of writing."""
    for field, texts, one_line in (
        ("name", preset.name, True),
        ("description", preset.description, False),
    ):
        for language, text in texts.items():
            if printable(text, one_line=one_line) != text:
                what = f"{who} has a value that is not allowed in {field}.{language}."
                raise PresetError(what, hint=_HINT)


def _check_rate(who: str, video: VideoSettings) -> None:
    rate = video.rate
    if video.encoder == "copy":
        return
    if rate.mode is RateMode.BIT_RATE and rate.bit_rate is None:
        raise PresetError(f"{who} lacks the field bit_rate.", hint=_HINT)
    if rate.mode is RateMode.CONSTANT_QUALITY and rate.crf is None:
        raise PresetError(f"{who} lacks the field crf.", hint=_HINT)
    if video.encoder == "libvpx" and not (rate.ceiling_bits_per_pixel or rate.bit_rate):
        raise PresetError(
            f"{who} needs a bit rate ceiling: VP8 without one falls to 256 kbit/s.",
            hint="Add ceiling_bits_per_pixel to video.rate, 0.12 for example.",
        )
