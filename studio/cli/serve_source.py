"""The live source of ``serve``: which device, and how it is encoded."""

import argparse
from pathlib import Path

from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.cli.serve_options import SOUNDS, NamedSource
from studio.errors import InputError, PresetError
from studio.paths import is_there
from studio.streams.devices import Device, DeviceKind, devices
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.sources import LiveSource, SourceKind

_KINDS = {"camera": DeviceKind.CAMERA, "screen": DeviceKind.SCREEN}


def list_devices(context: Context, *, json: bool) -> int:
    """Print the cameras, screens and microphones of this machine."""
    found = devices(context.ffmpeg().path)
    if json:
        print_json([{"kind": one.kind.value, "id": one.id, "title": one.title} for one in found])
        return 0
    for kind in DeviceKind:
        of_kind = [one for one in found if one.kind is kind]
        print_line(f"{kind}:{'' if of_kind else ' none found'}")
        for one in of_kind:
            print_line(f"  {one.id}" + (f"  {one.title}" if one.title != one.id else ""))
    return 0


def encoding_of(options: argparse.Namespace) -> LiveEncoding:
    """Return how the source is encoded; leaves with status 2 for what no encoder could do."""
    codec = LiveCodec(options.codec or LiveCodec.VP8)
    wishes = {
        "frame_rate": options.frame_rate,
        "bit_rate": options.bit_rate,
        "gop_s": options.gop_seconds,
    }
    if options.size:
        wishes |= {"width": options.size[0], "height": options.size[1]}
    given = {name: value for name, value in wishes.items() if value is not None}
    sound = LiveSound(_sound_of(options, codec))
    try:
        return LiveEncoding(codec=codec, sound=sound, **given)
    except PresetError as problem:
        options.refuse(f"{problem.what} {problem.hint}".strip())
        raise


def _sound_of(options: argparse.Namespace, codec: LiveCodec) -> str:
    """Return the sound; a microphone is never opened beside a picture unless that was asked.

    A test picture in WebM has none either: pages that were written for ``codecs="vp8"`` play it,
    and Chromium refuses a track that was not named to it.
    """
    if options.sound:
        return str(options.sound)
    kind = options.source.kind
    silent = kind in _KINDS or (kind == "test" and codec is LiveCodec.VP8)
    return "none" if silent else SOUNDS[codec][0]


def source_of(options: argparse.Namespace, encoding: LiveEncoding, ffmpeg: Path) -> LiveSource:
    """Return the source that was asked for; looks for devices where it is one.

    Raises:
        InputError: the file or the device is not there.
    """
    wanted: NamedSource = options.source
    if wanted.path is not None and not (is_there(wanted.path) and wanted.path.is_file()):
        raise InputError("File not found", hint=str(wanted.path))
    if wanted.kind in {"test", "file"}:
        return LiveSource(SourceKind(wanted.kind), path=wanted.path, loop=options.loop)
    found = devices(ffmpeg)
    if wanted.kind == "microphone":
        return LiveSource(
            SourceKind.MICROPHONE,
            microphone=_device(found, DeviceKind.MICROPHONE, options.device),
        )
    with_sound = encoding.sound is not LiveSound.NONE
    return LiveSource(
        SourceKind(wanted.kind),
        device=_device(found, _KINDS[wanted.kind], options.device),
        microphone=_device(found, DeviceKind.MICROPHONE, "") if with_sound else None,
    )


def _device(found: tuple[Device, ...], kind: DeviceKind, wanted: str) -> Device:
    """Return the device of this kind with this id or title, or the first one.

    Raises:
        InputError: there is none.
    """
    of_kind = [one for one in found if one.kind is kind]
    named = [one for one in of_kind if not wanted or wanted in {one.id, one.title}]
    if named:
        return named[0]
    if wanted:
        there = ", ".join(one.id for one in of_kind) or "none"
        raise InputError(f"There is no {kind} “{wanted}”.", hint=f"Found here: {there}.")
    raise InputError(f"There is no {kind} here.", hint="Connect one; --list-devices shows all.")
