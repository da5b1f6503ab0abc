"""Cameras, screens and microphones of this machine, as its ffmpeg reaches them.

Source: ffmpeg-devices(1); the listings of dshow and avfoundation as ffmpeg prints them.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from studio.errors import ToolError
from studio.media.child import run_child

ASK_LIMIT_S = 10.0
"""Seconds a system may take to list its devices; Windows wakes cameras up for it."""


class DeviceKind(StrEnum):
    """What a device gives."""

    CAMERA = "camera"
    SCREEN = "screen"
    MICROPHONE = "microphone"


@dataclass(frozen=True, slots=True)
class Device:
    """One device: ``id`` is what ffmpeg opens, ``form`` the input format that does it."""

    kind: DeviceKind
    id: str
    title: str
    form: str


_DEMUXER = re.compile(r"^ D[E ] +(\S+)", re.MULTILINE)
_SOURCE = re.compile(r"^[* ] +(\S+) \[(.*)\](?: \(([^()]*)\))?$")
_DSHOW_NAME = re.compile(r'\] +"(.+)" \((audio|video|none|audio, video|video, audio)\)$')
_DSHOW_HEADING = re.compile(r"\] +DirectShow (video|audio) devices")
_DSHOW_OLD_NAME = re.compile(r'\] +"(.+)"$')
_DSHOW_ALTERNATIVE = re.compile(r'\] +Alternative name "(.+)"$')
_AV_HEADING = re.compile(r"\] AVFoundation (video|audio) devices:$")
_AV_NAME = re.compile(r"\] \[(\d+)\] (.+)$")
_SOUND_CARD = re.compile(r"^(\d+)-(\d+): (.*?) : .*capture \d+")


def devices(ffmpeg: Path, platform: str = sys.platform) -> tuple[Device, ...]:
    """Return what there is on this machine; may take seconds.

    Args:
        ffmpeg: the program, whose own device formats decide.
        platform: as ``sys.platform`` names it.

    Raises:
        ToolError: ffmpeg does not run.
    """
    formats = input_formats(_said(ffmpeg, "-devices"))
    if platform == "win32":
        return tuple(_windows_devices(ffmpeg, formats))
    if platform != "darwin":
        return tuple(_linux_devices(ffmpeg, formats))
    if "avfoundation" not in formats:
        return ()
    listed = _said(ffmpeg, "-f", "avfoundation", "-list_devices", "true", "-i", "")
    return tuple(avfoundation_devices(listed))


def _windows_devices(ffmpeg: Path, formats: frozenset[str]) -> Iterator[Device]:
    if "dshow" in formats:
        listed = _said(ffmpeg, "-list_devices", "true", "-f", "dshow", "-i", "dummy")
        yield from dshow_devices(listed)
    if "gdigrab" in formats:
        yield Device(DeviceKind.SCREEN, "desktop", "Screen", "gdigrab")


def _linux_devices(ffmpeg: Path, formats: frozenset[str]) -> Iterator[Device]:
    if "v4l2" in formats:
        listed = _said(ffmpeg, "-sources", "v4l2")
        yield from listed_sources(listed, DeviceKind.CAMERA, "v4l2")
    display = os.environ.get("DISPLAY", "")
    if "x11grab" in formats and display:
        yield Device(DeviceKind.SCREEN, display, f"Screen {display}", "x11grab")
    found = False
    if "pulse" in formats:
        for device in listed_sources(
            _said(ffmpeg, "-sources", "pulse"), DeviceKind.MICROPHONE, "pulse"
        ):
            found = True
            yield device
    if "alsa" in formats and not found:
        yield from sound_cards(Path("/proc/asound/pcm"))


def input_formats(listing: str) -> frozenset[str]:
    """Return the input formats in what ``ffmpeg -devices`` prints, each of its names."""
    names = (found.split(",") for found in _DEMUXER.findall(listing))
    return frozenset(name for several in names for name in several)


def listed_sources(listing: str, kind: DeviceKind, form: str) -> Iterator[Device]:
    """Yield the devices in what ``ffmpeg -sources`` prints.

    Of sound the monitors are left out: they record what is played.
    """
    for line in listing.splitlines():
        found = _SOURCE.match(line)
        if found is None or found[1].endswith(".monitor"):
            continue
        yield Device(kind, found[1], found[2] or found[1], form)


def sound_cards(listing: Path) -> Iterator[Device]:
    """Yield the sound cards that record, from Linux' list of them."""
    try:
        lines = listing.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        found = _SOUND_CARD.match(line)
        if found is not None:
            number = f"hw:{int(found[1])},{int(found[2])}"
            yield Device(DeviceKind.MICROPHONE, number, found[3] or number, "alsa")


def dshow_devices(listing: str) -> tuple[Device, ...]:
    """Return the cameras and microphones in a listing of Windows' DirectShow.

    A device is opened by its alternative name where it has one: others may be twice there.
    """
    found: list[Device] = []
    heading = ""
    for line in listing.splitlines():
        if headed := _DSHOW_HEADING.search(line):
            heading = headed[1]
        elif other := _DSHOW_ALTERNATIVE.search(line):
            if found:
                last = found[-1]
                found[-1] = Device(last.kind, other[1], last.title, last.form)
        elif named := _DSHOW_NAME.search(line):
            kinds = heading if named[2] == "none" else named[2]
            found.append(_dshow_device(named[1], kinds))
        elif named := _DSHOW_OLD_NAME.search(line):
            found.append(_dshow_device(named[1], heading))
    return tuple(found)


def _dshow_device(name: str, kinds: str) -> Device:
    is_sound = kinds == "audio"
    return Device(DeviceKind.MICROPHONE if is_sound else DeviceKind.CAMERA, name, name, "dshow")


def avfoundation_devices(listing: str) -> Iterator[Device]:
    """Yield the devices in a listing of macOS' AVFoundation; screens stand among cameras."""
    heading = ""
    for line in listing.splitlines():
        if headed := _AV_HEADING.search(line):
            heading = headed[1]
        elif heading and (found := _AV_NAME.search(line)):
            kind = DeviceKind.MICROPHONE if heading == "audio" else DeviceKind.CAMERA
            if kind is DeviceKind.CAMERA and found[2].startswith("Capture screen"):
                kind = DeviceKind.SCREEN
            yield Device(kind, found[1], found[2], "avfoundation")


def _said(ffmpeg: Path, *arguments: str) -> str:
    """Return all that ffmpeg says; listing devices counts as a failure for it.

    Raises:
        ToolError: it does not run.
    """
    try:
        result = run_child([str(ffmpeg), "-hide_banner", *arguments], time_limit_s=ASK_LIMIT_S)
    except OSError as error:
        raise ToolError(
            "ffmpeg could not be started.",
            hint="Choose another ffmpeg in the settings, or reinstall the program.",
            detail=str(error),
        ) from error
    return (result.stdout + b"\n" + result.stderr).decode("utf-8", "replace")
