"""What can be chosen for a live stream, and what the choices are called."""

from PySide6.QtCore import QCoreApplication

from studio.streams.encoding_model import LiveCodec, LiveSound
from studio.streams.sources import DeviceKind, SourceKind

SIZES = ((640, 360), (854, 480), (1280, 720), (1920, 1080))
RATES = (10, 15, 24, 25, 30, 50, 60)
KBITS = {640: 700, 854: 1200, 1280: 2000, 1920: 4500}
"""A bit rate in kbit/s that suits a width, for VP8 in real time."""
SOUNDS = {
    LiveCodec.VP8: (LiveSound.VORBIS, LiveSound.OPUS, LiveSound.NONE),
    LiveCodec.H264: (LiveSound.AAC, LiveSound.NONE),
}
DEVICES = {
    SourceKind.CAMERA: DeviceKind.CAMERA,
    SourceKind.SCREEN: DeviceKind.SCREEN,
    SourceKind.MICROPHONE: DeviceKind.MICROPHONE,
}


def source_title(kind: SourceKind, name: str) -> str:
    """Return the title of the dialog; ``name`` is that of the file, where it is one."""
    return {
        SourceKind.TEST: QCoreApplication.translate("Streams", "Stream a test picture"),
        SourceKind.CAMERA: QCoreApplication.translate("Streams", "Stream a camera"),
        SourceKind.SCREEN: QCoreApplication.translate("Streams", "Stream the screen"),
        SourceKind.MICROPHONE: QCoreApplication.translate("Streams", "Stream a microphone"),
        SourceKind.FILE: QCoreApplication.translate("Streams", "Stream {name} live"),
        SourceKind.JOB: "",
    }[kind].format(name=name)


def sound_name(sound: LiveSound) -> str:
    """Return what people call it."""
    names = {LiveSound.VORBIS: "Vorbis", LiveSound.OPUS: "Opus", LiveSound.AAC: "AAC"}
    return names.get(sound) or QCoreApplication.translate("Streams", "None")


def nothing_found(kind: SourceKind) -> str:
    """Say that this machine has no such device."""
    return {
        SourceKind.CAMERA: QCoreApplication.translate("Streams", "No camera was found."),
        SourceKind.SCREEN: QCoreApplication.translate("Streams", "No screen can be taken here."),
        SourceKind.MICROPHONE: QCoreApplication.translate("Streams", "No microphone was found."),
    }.get(kind, "")
