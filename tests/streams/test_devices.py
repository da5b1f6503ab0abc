"""Devices: read from what ffmpeg prints, recorded on systems that are not here."""

import sys
from pathlib import Path

import pytest

from studio.streams.devices import (
    Device,
    DeviceKind,
    avfoundation_devices,
    devices,
    dshow_devices,
    input_formats,
    listed_sources,
    sound_cards,
)
from studio.transcode.tools import Ffmpeg

DSHOW = r"""
[dshow @ 000001d7f8a3b2c0] "Integrated Camera" (video)
[dshow @ 000001d7f8a3b2c0]   Alternative name "@device_pnp_\\?\usb#vid_04f2&pid_b6d9#6&1#{65e8773d}\global"
[dshow @ 000001d7f8a3b2c0] "OBS Virtual Camera" (none)
[dshow @ 000001d7f8a3b2c0]   Alternative name "@device_sw_{860BB310}\{A3FCE0F5}"
[dshow @ 000001d7f8a3b2c0] "Микрофон (Realtek(R) Audio)" (audio)
[dshow @ 000001d7f8a3b2c0]   Alternative name "@device_cm_{33D9A762}\wave_{9F29B1C2}"
[in#0 @ 000001d7f8a3af00] Error opening input: Immediate exit requested
Error opening input file dummy.
"""  # noqa: E501
DSHOW_OLD = r"""
[dshow @ 0000020b] DirectShow video devices (some may be both video and audio devices)
[dshow @ 0000020b]  "USB2.0 HD UVC WebCam"
[dshow @ 0000020b]     Alternative name "@device_pnp_\\?\usb#vid_13d3"
[dshow @ 0000020b] DirectShow audio devices
[dshow @ 0000020b]  "Microphone Array"
dummy: Immediate exit requested
"""
AVFOUNDATION = """
[AVFoundation indev @ 0x14f704a90] AVFoundation video devices:
[AVFoundation indev @ 0x14f704a90] [0] FaceTime HD Camera
[AVFoundation indev @ 0x14f704a90] [1] Capture screen 0
[AVFoundation indev @ 0x14f704a90] AVFoundation audio devices:
[AVFoundation indev @ 0x14f704a90] [0] MacBook Pro Microphone
[in#0 @ 0x14f7048b0] Error opening input: Input/output error
"""
SOURCES = """
Auto-detected sources for video4linux2,v4l2:
  /dev/video0 [HD Pro Webcam C920] (none)
* /dev/video2 [Integrated Camera: Integrated I] (none)
"""
PULSE = """
Auto-detected sources for pulse:
  alsa_output.pci-0000_00_1f.3.analog-stereo.monitor [Monitor of Built-in Audio] (none)
* alsa_input.pci-0000_00_1f.3.analog-stereo [Built-in Audio Analog Stereo] (none)
"""
PCM = """00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1
00-03: HDMI 0 : HDMI 0 : playback 1
"""


def test_windows_cameras_and_microphones_are_opened_by_their_alternative_names() -> None:
    assert dshow_devices(DSHOW) == (
        Device(
            DeviceKind.CAMERA,
            r"@device_pnp_\\?\usb#vid_04f2&pid_b6d9#6&1#{65e8773d}\global",
            "Integrated Camera",
            "dshow",
        ),
        Device(
            DeviceKind.CAMERA, r"@device_sw_{860BB310}\{A3FCE0F5}", "OBS Virtual Camera", "dshow"
        ),
        Device(
            DeviceKind.MICROPHONE,
            r"@device_cm_{33D9A762}\wave_{9F29B1C2}",
            "Микрофон (Realtek(R) Audio)",
            "dshow",
        ),
    )
    old = dshow_devices(DSHOW_OLD)
    assert [(one.kind, one.title) for one in old] == [
        (DeviceKind.CAMERA, "USB2.0 HD UVC WebCam"),
        (DeviceKind.MICROPHONE, "Microphone Array"),
    ]


def test_macos_screens_are_told_from_cameras() -> None:
    assert list(avfoundation_devices(AVFOUNDATION)) == [
        Device(DeviceKind.CAMERA, "0", "FaceTime HD Camera", "avfoundation"),
        Device(DeviceKind.SCREEN, "1", "Capture screen 0", "avfoundation"),
        Device(DeviceKind.MICROPHONE, "0", "MacBook Pro Microphone", "avfoundation"),
    ]


def test_linux_sources_come_without_the_monitors_of_what_is_played(tmp_path: Path) -> None:
    cameras = list(listed_sources(SOURCES, DeviceKind.CAMERA, "v4l2"))
    assert [one.id for one in cameras] == ["/dev/video0", "/dev/video2"]
    assert cameras[1].title == "Integrated Camera: Integrated I"
    sounds = list(listed_sources(PULSE, DeviceKind.MICROPHONE, "pulse"))
    assert [one.title for one in sounds] == ["Built-in Audio Analog Stereo"]
    pcm = tmp_path / "pcm"
    pcm.write_text(PCM, encoding="utf-8")
    assert list(sound_cards(pcm)) == [
        Device(DeviceKind.MICROPHONE, "hw:0,0", "ALC257 Analog", "alsa")
    ]
    assert not list(sound_cards(tmp_path / "none"))


def test_nothing_that_was_not_listed_is_made_up() -> None:
    assert not dshow_devices("[dshow @ 0] Could not enumerate video devices (or none found).")
    assert not list(avfoundation_devices("AVFoundation input device: Operation not permitted"))
    assert not list(
        listed_sources("Cannot list sources: Function not implemented", DeviceKind.CAMERA, "v4l2")
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for Linux' devices")
def test_this_machine_is_asked_for_real(ffmpeg: Ffmpeg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    found = devices(ffmpeg.path)
    cameras = [one.id for one in found if one.kind is DeviceKind.CAMERA]
    assert all(Path(one).exists() for one in cameras)
    assert len(cameras) <= len(list(Path("/dev").glob("video*")))
    screens = [one for one in found if one.kind is DeviceKind.SCREEN]
    assert all((one.id, one.form) == (":7", "x11grab") for one in screens)
    monkeypatch.delenv("DISPLAY")
    assert not any(one.kind is DeviceKind.SCREEN for one in devices(ffmpeg.path))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("platform", "formats", "listing", "titles"),
    [
        ("win32", " D  dshow DirectShow\n D  gdigrab GDI\n", DSHOW_OLD, 3),
        ("win32", " D  lavfi Libavfilter\n", DSHOW_OLD, 0),
        ("darwin", " D  avfoundation AVFoundation\n", AVFOUNDATION, 3),
        ("darwin", " D  lavfi Libavfilter\n", AVFOUNDATION, 0),
    ],
)
def test_only_what_this_ffmpeg_can_open_is_listed(
    platform: str, formats: str, listing: str, titles: int, tmp_path: Path
) -> None:
    (tmp_path / "formats").write_text(formats, encoding="utf-8")
    (tmp_path / "listing").write_text(listing, encoding="utf-8")
    program = tmp_path / "ffmpeg"
    script = 'case "$*" in *-devices*) cat formats ;; *) cat listing >&2; exit 1 ;; esac'
    program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    found = devices(program, platform)
    assert len(found) == titles
    screens = [one.form for one in found if one.kind is DeviceKind.SCREEN]
    assert screens == ([] if not titles else [{"win32": "gdigrab"}.get(platform, "avfoundation")])


def test_ffmpegs_list_of_formats_gives_each_name() -> None:
    listing = "Devices:\n D. = Demuxing supported\n ---\n DE video4linux2,v4l2 Video\n  E xv XV\n"
    assert input_formats(listing) >= {"video4linux2", "v4l2"}
    assert "xv" not in input_formats(listing)
