"""Where a live stream comes from: a test picture, a device of this machine, or a file."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from studio.errors import InputError
from studio.streams.devices import Device, DeviceKind, devices

__all__ = ["Device", "DeviceKind", "LiveSource", "SourceKind", "devices"]


class SourceKind(StrEnum):
    """What gives the picture; MICROPHONE gives sound only, JOB is what another job writes."""

    TEST = "test"
    CAMERA = "camera"
    SCREEN = "screen"
    MICROPHONE = "microphone"
    FILE = "file"
    JOB = "job"


_PICTURE_DEVICES = {SourceKind.CAMERA: DeviceKind.CAMERA, SourceKind.SCREEN: DeviceKind.SCREEN}


@dataclass(frozen=True, slots=True)
class LiveSource:
    """One source. ``microphone`` is what is heard; a test picture brings a tone of its own.

    Args:
        kind: what it is.
        device: the camera or screen; None for every other kind.
        microphone: where sound comes from, with a camera, a screen or alone.
        path: of the file.
        loop: play the file again and again.

    Raises:
        InputError: something is missing that this kind needs.
    """

    kind: SourceKind
    device: Device | None = None
    microphone: Device | None = None
    path: Path | None = None
    loop: bool = False

    def __post_init__(self) -> None:
        wanted = _PICTURE_DEVICES.get(self.kind)
        if wanted is not None and (self.device is None or self.device.kind is not wanted):
            raise _missing(f"There is no {wanted} to take the picture from.")
        if self.kind is SourceKind.MICROPHONE and self.microphone is None:
            raise _missing("There is no microphone to take the sound from.")
        if self.microphone is not None and self.microphone.kind is not DeviceKind.MICROPHONE:
            raise _missing(f"“{self.microphone.title}” is no microphone.")
        if self.kind is SourceKind.FILE and self.path is None:
            raise InputError("No file was named.", hint="Name a video or sound file.")

    @property
    def is_endless(self) -> bool:
        """Whether it never ends by itself."""
        return self.loop or self.kind is not SourceKind.FILE

    @property
    def title(self) -> str:
        """What people call it."""
        if self.path is not None:
            return self.path.name
        named = self.device or self.microphone
        return named.title if named is not None else str(self.kind)


def _missing(what: str) -> InputError:
    return InputError(what, hint="Connect one, then look for devices again.")
